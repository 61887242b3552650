//! Style of a page's first view. It is embedded in the page, so a page carries only what its kind
//! shows. The rest comes with the style sheet at its end.

use crate::route::Route;

/// Sheet of `style/critical` that a page carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageStyle {
    /// An article of paragraphs, headings and lists.
    Story,
    /// Any other article, or a page of text.
    Article,
    /// The home page.
    Home,
    /// A list of articles, documents or links.
    List,
    /// The directory of members, or a member.
    Members,
    /// The bulletins, or one of them.
    Bulletins,
    /// The events, or one of them.
    Events,
    /// The search, or an address without a page.
    Search,
}

/// Parts of elements for which [`PageStyle::Story`] has no style.
const BEYOND_A_STORY: [&str; 11] = [
    "<figure",
    "<blockquote",
    "<code",
    "<pre",
    "<sup",
    "<table",
    " class=\"contents\"",
    " class=\"corrections\"",
    " class=\"file-list\"",
    " class=\"notice\"",
    " class=\"withdrawn\"",
];

impl PageStyle {
    /// All styles.
    pub const ALL: [Self; 8] = [
        Self::Story,
        Self::Article,
        Self::Home,
        Self::List,
        Self::Members,
        Self::Bulletins,
        Self::Events,
        Self::Search,
    ];

    /// Returns the file with the style in the shell.
    #[must_use]
    pub const fn file(self) -> &'static str {
        match self {
            Self::Story => "critical/story.css",
            Self::Article => "critical/article.css",
            Self::Home => "critical/home.css",
            Self::List => "critical/list.css",
            Self::Members => "critical/members.css",
            Self::Bulletins => "critical/bulletins.css",
            Self::Events => "critical/events.css",
            Self::Search => "critical/search.css",
        }
    }

    /// Returns the style of a page with this HTML.
    #[must_use]
    pub(crate) fn of(route: &Route, html: &str) -> Self {
        match route {
            Route::Article(_) | Route::Page(_) => {
                let main = html.split_once("<main").map_or(html, |(_, main)| main);
                let main = main
                    .split_once("<footer class=\"site-footer")
                    .map_or(main, |(main, _)| main);
                if BEYOND_A_STORY.iter().any(|part| main.contains(part)) {
                    Self::Article
                } else {
                    Self::Story
                }
            }
            Route::Home => Self::Home,
            Route::News(_) | Route::Links | Route::Year(_) => Self::List,
            Route::Members | Route::Member(_) => Self::Members,
            Route::Bulletins(_) | Route::Bulletin(_) => Self::Bulletins,
            Route::Events(_) | Route::Event(_) => Self::Events,
            Route::Search => Self::Search,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_carries_only_what_its_text_has() {
        let route = Route::Article("a".to_owned());
        for (text, expected) in [
            (
                "<p>甲</p><h2 id=\"b\">乙</h2><ul><li>丙</li></ul>",
                PageStyle::Story,
            ),
            (
                "<p>甲<sup><a href=\"#fn-1\">1</a></sup></p>",
                PageStyle::Article,
            ),
            (
                "<figure><img src=\"a.png\" alt=\"\"></figure>",
                PageStyle::Article,
            ),
            (
                "<nav aria-labelledby=\"contents\" class=\"contents\"></nav>",
                PageStyle::Article,
            ),
        ] {
            let page = format!(
                "<main id=\"main\"><div class=\"prose\">{text}</div></main>\
                 <footer class=\"site-footer\"><figure></figure></footer>"
            );
            assert_eq!(PageStyle::of(&route, &page), expected, "{text}");
        }
    }
}
