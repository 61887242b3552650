//! Titles of documents. No two pages have the same one.
//!
//! Browsers, search engines and screen readers distinguish pages by them. A weekly column has one
//! title for years, and a page may have the name of a list. Equal titles are therefore
//! distinguished by date, number or kind.

use crate::content::Content;
use crate::content::items::site::{Section, SectionKind};
use crate::publish::view::SiteView;
use crate::publish::view::bulletin_order::number_of;
use crate::publish::view::convert::date;
use crate::publish::view::localized_names::Namer;
use crate::route::{PageNumber, Route};
use crate::text::{OfferedText, Text};
use std::collections::{BTreeMap, BTreeSet};

/// Maximum number of distinguishing marks in a title.
const MARKS: usize = 3;

/// Titles of documents that contain more than their headings.
#[derive(Debug, Default)]
pub(crate) struct Titles(BTreeMap<Route, String>);

impl SiteView<'_> {
    /// Returns the title of a page's document, if the heading and the site's name are not enough.
    pub(crate) fn document_title(&self, route: &Route) -> Option<String> {
        self.titles.0.get(route).cloned()
    }
}

impl Titles {
    /// Makes the titles of all pages distinct.
    ///
    /// Each round adds a mark to those pages only that still share a title, so that the titles of
    /// all other pages remain unchanged.
    #[must_use]
    pub(crate) fn of(content: &Content, routes: &BTreeSet<Route>) -> Self {
        let namer = Titler::new(content);
        let mut marks: BTreeMap<&Route, usize> = routes.iter().map(|route| (route, 0)).collect();
        loop {
            let mut alike: BTreeMap<String, Vec<&Route>> = BTreeMap::new();
            for (route, marks) in &marks {
                let title = namer.title(route, *marks);
                alike.entry(title).or_default().push(route);
            }
            let mut told_apart = true;
            for route in alike.into_values().filter(|all| 1 < all.len()).flatten() {
                if let Some(marks) = marks.get_mut(route)
                    && *marks < MARKS
                    && namer.mark(route).is_some()
                {
                    *marks += 1;
                    told_apart = false;
                }
            }
            if told_apart {
                break;
            }
        }
        let marked = marks.into_iter().filter(|(_, marks)| 0 < *marks);
        Self(
            marked
                .map(|(route, marks)| (route.clone(), namer.title(route, marks)))
                .collect(),
        )
    }
}

/// A builder of titles.
struct Titler<'a> {
    content: &'a Content,
    names: Namer<'a>,
    text: &'static Text,
    offered: &'static OfferedText,
    site: String,
}

impl<'a> Titler<'a> {
    fn new(content: &'a Content) -> Self {
        let names = Namer(&content.site);
        let lang = content.site.lang.as_str();
        Self {
            content,
            names,
            text: Text::of(lang),
            offered: OfferedText::of(lang),
            site: names.short(),
        }
    }

    /// Returns the title of a document with a given number of marks.
    fn title(&self, route: &Route, marks: usize) -> String {
        let heading = self.heading(route);
        if *route == Route::Home {
            return heading;
        }
        let all = [
            self.mark(route),
            Some(self.id(route)),
            Some(route.to_string()),
        ];
        let marks: Vec<String> = all.into_iter().take(marks).flatten().collect();
        let heading = if marks.is_empty() {
            heading
        } else {
            (self.offered.part)(&heading, &marks.join(self.text.list_separator))
        };
        format!("{heading} - {}", self.site)
    }

    /// Returns the heading of a page, with the number of a numbered page.
    fn heading(&self, route: &Route) -> String {
        let (content, text) = (self.content, self.text);
        let numbered = |name: &str, page: PageNumber| match page.number() {
            Some(number) => text.title_of_page.with(&[name, &number.to_string()]),
            None => name.to_owned(),
        };
        let found = match route {
            Route::Home => Some(self.names.of_site().first),
            Route::News(list) => {
                let section = list.section.as_deref().and_then(|id| self.section(id));
                let name = match section {
                    None => text.all_news.to_owned(),
                    Some(section) => match section.kind {
                        SectionKind::News => section.name.to_string(),
                        SectionKind::Events => text.articles_of.with(&[section.name.as_str()]),
                    },
                };
                Some(numbered(&name, list.page))
            }
            Route::Members => Some(text.members.to_owned()),
            Route::Bulletins(page) => Some(numbered(text.bulletins, *page)),
            Route::Events(page) => {
                let mut sections = content.site.sections.iter();
                let section = sections.find(|section| section.kind == SectionKind::Events);
                let name = section.map_or(text.events, |section| section.name.as_str());
                Some(numbered(name, *page))
            }
            Route::Links => Some(text.links.to_owned()),
            Route::Search => Some(text.search.to_owned()),
            Route::Year(year) => Some(text.search_year_title.number(*year)),
            Route::Article(id) => {
                let article = content.articles.get(id.as_str());
                article.map(|article| article.title.to_string())
            }
            Route::Member(id) => {
                let member = content.members.get(id.as_str());
                member.map(|member| self.names.of_member(member).first)
            }
            Route::Bulletin(number) => {
                let bulletin = content.bulletins.get(number);
                bulletin.map(|bulletin| self.names.title_of_bulletin(*number, bulletin))
            }
            Route::Event(id) => {
                let event = content.events.get(id.as_str());
                event.map(|event| self.names.of_event(event).first)
            }
            Route::Page(id) => {
                let page = content.pages.get(id.as_str());
                page.map(|page| page.title.to_string())
            }
        };
        found.unwrap_or_default()
    }

    /// Returns the property that distinguishes an item from others of its name. Lists of the
    /// portal itself keep their names.
    fn mark(&self, route: &Route) -> Option<String> {
        let (content, text) = (self.content, self.text);
        match route {
            Route::Article(id) => {
                let article = content.articles.get(id.as_str())?;
                Some(text.date(&date(article.published.date())))
            }
            Route::Event(id) => {
                let event = content.events.get(id.as_str())?;
                Some(text.date(&date(event.start.date())))
            }
            Route::Bulletin(id) => {
                let (id, issue) = content.bulletin(*id)?;
                Some(text.issue(number_of(id, issue)))
            }
            Route::Member(_) => Some(self.offered.a_member.to_owned()),
            Route::Page(_) => Some(self.offered.a_page.to_owned()),
            Route::News(list) => {
                list.section.as_ref()?;
                Some(self.offered.a_section.to_owned())
            }
            Route::Home
            | Route::Members
            | Route::Bulletins(_)
            | Route::Events(_)
            | Route::Links
            | Route::Search
            | Route::Year(_) => None,
        }
    }

    /// Returns the id of an item in its address.
    fn id(&self, route: &Route) -> String {
        match route {
            Route::Article(id) | Route::Member(id) | Route::Event(id) | Route::Page(id) => {
                id.clone()
            }
            Route::Bulletin(number) => number.to_string(),
            Route::News(list) => list.section.clone().unwrap_or_default(),
            _ => String::new(),
        }
    }

    fn section(&self, id: &str) -> Option<&'a Section> {
        let mut sections = self.content.site.sections.iter();
        sections.find(|section| section.id.as_str() == id)
    }
}
