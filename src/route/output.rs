//! Where publishing writes what is not a page's data.

use super::{Channel, Route};
use std::fmt;

/// A file of the published portal, by its path in the output folder.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Output {
    /// The HTML of a page.
    Html(Route),
    /// The page for addresses that have none.
    NotFound,
    /// All events, as a calendar to subscribe to.
    Calendar,
    /// One event, to put into a calendar, by the event's id.
    CalendarOf(String),
    /// A feed in Atom 1.0.
    Atom(Channel),
    /// A feed in JSON Feed 1.1.
    JsonFeed(Channel),
    /// The text of an article as its editors wrote it, by the article's id.
    Markdown(String),
    /// The address of an article as a QR code, by the article's id.
    QrCode(String),
    /// The sitemap, or the index of its parts.
    Sitemap,
    /// A part of a sitemap that is too long for one file: which pages, and its number from 1.
    SitemapPart(SitemapKind, usize),
    /// The sitemap as plain text.
    SitemapText,
    /// What robots may read, and where the sitemap is.
    Robots,
    /// What language models are told of the portal.
    Llms,
    /// The members as a table.
    MembersTable,
    /// What a browser needs to offer the search.
    OpenSearch,
    /// What a phone needs to put the portal on its home screen.
    Manifest,
    /// The site's small mark in pixels, of this width and height.
    Icon(u32),
    /// The mark that is drawn for a site without one.
    Mark,
    /// The icon that browsers ask for where no page tells them of one.
    Favicon,
    /// The HTTP headers, for hosts that read them from a file.
    Headers,
    /// The redirects, for hosts that read them from a file.
    Redirects,
    /// The sign for GitHub Pages that the files are finished: it would make pages of the
    /// Markdown twins, in the place of the articles.
    NoJekyll,
    /// The script that leads on from addresses of the old site by their query.
    LegacyScript,
    /// A page at a path of the site that this one replaces.
    Legacy(String),
}

/// Which pages a part of the sitemap lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SitemapKind {
    /// Articles, from the oldest.
    Articles,
    /// Everything else.
    Pages,
}

impl Output {
    /// The outputs that a portal has once.
    pub const SINGLE: [Self; 14] = [
        Self::NotFound,
        Self::Calendar,
        Self::Sitemap,
        Self::SitemapText,
        Self::Robots,
        Self::Llms,
        Self::MembersTable,
        Self::OpenSearch,
        Self::Manifest,
        Self::Headers,
        Self::Redirects,
        Self::NoJekyll,
        Self::Favicon,
        Self::LegacyScript,
    ];

    /// One output of each kind, but for the pages at the paths of another site.
    #[must_use]
    pub fn one_of_each() -> Vec<Self> {
        let id = || "id".to_owned();
        let pages = Route::one_of_each().into_iter().map(Self::Html);
        let others = [
            Self::CalendarOf(id()),
            Self::Atom(Channel::All),
            Self::JsonFeed(Channel::All),
            Self::Markdown(id()),
            Self::QrCode(id()),
            Self::SitemapPart(SitemapKind::Articles, 1),
            Self::SitemapPart(SitemapKind::Pages, 1),
            Self::Icon(1),
        ];
        pages.chain(Self::SINGLE).chain(others).collect()
    }

    /// The files that a page may have besides its data: its HTML and what stands beside that.
    #[must_use]
    pub fn of_page(route: &Route) -> Vec<Self> {
        let page = Self::Html(route.clone());
        match route {
            Route::Article(id) => vec![page, Self::Markdown(id.clone()), Self::QrCode(id.clone())],
            _ => vec![page],
        }
    }

    /// Whether a name is that of a part of the sitemap, of whatever number.
    #[must_use]
    pub fn is_sitemap_part(name: &str) -> bool {
        let number = name.rsplit('-').next();
        let number = number.and_then(|rest| rest.strip_suffix(".xml")?.parse().ok());
        let Some(number) = number else {
            return false;
        };
        [SitemapKind::Articles, SitemapKind::Pages]
            .into_iter()
            .any(|kind| Self::SitemapPart(kind, number).to_string() == name)
    }
}

impl fmt::Display for Output {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Html(route) => {
                let path = route.to_string();
                write!(f, "{}index.html", path.trim_start_matches('/'))
            }
            Self::NotFound => f.write_str("404.html"),
            Self::Calendar => f.write_str("events.ics"),
            Self::CalendarOf(id) => write!(f, "events/{id}/event.ics"),
            Self::Atom(channel) => f.write_str(&channel.atom()),
            Self::JsonFeed(channel) => f.write_str(&channel.json()),
            Self::Markdown(id) => write!(f, "articles/{id}/index.md"),
            Self::QrCode(id) => f.write_str(&qr_code(id)),
            Self::Sitemap => f.write_str("sitemap.xml"),
            // Beside the index and not below it: a sitemap speaks for its own folder only.
            Self::SitemapPart(SitemapKind::Articles, number) => {
                write!(f, "sitemap-articles-{number}.xml")
            }
            Self::SitemapPart(SitemapKind::Pages, number) => {
                write!(f, "sitemap-pages-{number}.xml")
            }
            Self::SitemapText => f.write_str("sitemap.txt"),
            Self::Robots => f.write_str("robots.txt"),
            Self::Llms => f.write_str("llms.txt"),
            Self::MembersTable => f.write_str("members.csv"),
            Self::OpenSearch => f.write_str("opensearch.xml"),
            Self::Manifest => f.write_str("manifest.webmanifest"),
            Self::Icon(size) => write!(f, "icons/{size}.png"),
            Self::Mark => f.write_str("icons/mark.svg"),
            Self::Favicon => f.write_str("favicon.ico"),
            Self::Headers => f.write_str("_headers"),
            Self::Redirects => f.write_str("_redirects"),
            Self::NoJekyll => f.write_str(".nojekyll"),
            Self::LegacyScript => f.write_str("legacy/query.js"),
            Self::Legacy(path) => f.write_str(path),
        }
    }
}

/// The path of an article's QR code, which its page shows.
#[must_use]
pub fn qr_code(article: &str) -> String {
    ["articles/", article, "/qr.svg"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outputs_stand_where_others_look_for_them() {
        for (output, path) in [
            (Output::Html(Route::Members), "members/index.html"),
            (Output::Atom(Channel::All), "feed.xml"),
            (
                Output::Atom(Channel::Section("policy".to_owned())),
                "news/policy/feed.xml",
            ),
            (Output::JsonFeed(Channel::Bulletins), "bulletins/feed.json"),
            (Output::Markdown("a".to_owned()), "articles/a/index.md"),
            (
                Output::SitemapPart(SitemapKind::Articles, 2),
                "sitemap-articles-2.xml",
            ),
            (Output::Icon(180), "icons/180.png"),
        ] {
            assert_eq!(output.to_string(), path);
        }
    }
}
