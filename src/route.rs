//! URLs of the portal.
//!
//! [`Route`] identifies a page, [`BasePath`] the path below which the portal is served. No
//! other module contains an absolute path: links, requests, feeds and sitemaps are all built
//! here, so that a portal can be moved to another path without an edit.

use std::fmt;

mod base;
mod data;
mod facet;
mod feed_id;
mod issue;
mod output;
mod percent;
mod search_query;
mod table;

pub use base::{BasePath, MEMBER_LIST, PublicUrl};
pub use data::DataFile;
pub use facet::Facet;
pub use feed_id::FeedId;
pub use issue::{IssueId, IssueSeries};
pub use output::{Output, SitemapKind, qr_code};
pub use search_query::SearchQuery;
#[cfg(not(any(feature = "engine", feature = "editor")))]
pub(crate) use table::routing_table;

use table::{is_parameter, segments};

/// A page of the portal.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Route {
    /// Home page.
    Home,
    /// List of news of all sections or of one, or a numbered page of either.
    News(NewsList),
    /// Article, by its id.
    Article(String),
    /// Directory of members.
    Members,
    /// Member, by its id.
    Member(String),
    /// Archive of bulletins: its front, or a numbered page.
    Bulletins(PageNumber),
    /// Bulletin, by its id.
    Bulletin(IssueId),
    /// List of events: its front, or a numbered page.
    Events(PageNumber),
    /// Event, by its id.
    Event(String),
    /// Directory of links.
    Links,
    /// Search page.
    Search,
    /// Index of all documents of one year.
    Year(u32),
    /// Text page such as `about`.
    Page(String),
}

/// A page of a list of news.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NewsList {
    /// Id of the section; `None` for all sections.
    pub section: Option<String>,
    /// Page of the list.
    pub page: PageNumber,
}

/// Number of a page in a list that is numbered from the oldest entry, so that a full page
/// never changes.
///
/// The front, [`PageNumber::FRONT`], always shows the newest entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, serde::Serialize)]
#[serde(transparent)]
pub struct PageNumber(u32);

impl PageNumber {
    /// Front of a list.
    pub const FRONT: Self = Self(0);

    /// Creates a page number, counted from 1 at the oldest page; 0 is the front.
    #[must_use]
    pub const fn new(number: u32) -> Self {
        Self(number)
    }

    /// Returns the number, or `None` for the front.
    #[must_use]
    pub const fn number(self) -> Option<u32> {
        match self.0 {
            0 => None,
            number => Some(number),
        }
    }

    fn parse(text: &str) -> Option<Self> {
        parse_number(text).map(Self)
    }
}

impl Route {
    /// Returns one route of each kind.
    #[must_use]
    pub fn one_of_each() -> Vec<Self> {
        let id = || "id".to_owned();
        vec![
            Self::Home,
            Self::news(),
            Self::Article(id()),
            Self::Members,
            Self::Member(id()),
            Self::Bulletins(PageNumber::FRONT),
            Self::Bulletin(IssueId::running(1)),
            Self::Events(PageNumber::FRONT),
            Self::Event(id()),
            Self::Links,
            Self::Search,
            Self::Year(1),
            Self::Page(id()),
        ]
    }

    /// Returns the front of the list of all news.
    #[must_use]
    pub const fn news() -> Self {
        Self::News(NewsList {
            section: None,
            page: PageNumber::FRONT,
        })
    }

    /// Returns the front of a section's list.
    #[must_use]
    pub fn section(id: &str) -> Self {
        Self::News(NewsList {
            section: Some(id.to_owned()),
            page: PageNumber::FRONT,
        })
    }

    /// Parses a path below the base path.
    ///
    /// Only the form is checked, not the existence of the item. The final slash is optional,
    /// because hosts differ in whether they redirect, and so is `index.html`.
    #[must_use]
    pub fn parse(path: &str) -> Option<Self> {
        let path = path.strip_prefix('/')?;
        let path = path
            .strip_suffix("index.html")
            .filter(|folder| folder.is_empty() || folder.ends_with('/'))
            .unwrap_or(path);
        let path: Vec<&str> = path
            .strip_suffix('/')
            .unwrap_or(path)
            .split('/')
            .filter(|_| !path.is_empty())
            .collect();
        if path.iter().any(|segment| !is_segment(segment)) {
            return None;
        }
        let fits = |pattern: &&&str| {
            segments(pattern).count() == path.len()
                && segments(pattern)
                    .zip(&path)
                    .all(|(segment, value)| is_parameter(segment) || segment == *value)
        };
        table::ALL
            .iter()
            .filter(fits)
            .find_map(|pattern| Self::of(pattern, &path))
    }

    /// Returns the route of a path that matches a pattern.
    fn of(pattern: &str, path: &[&str]) -> Option<Self> {
        let list = |section: Option<&str>, page| {
            Self::News(NewsList {
                section: section.map(str::to_owned),
                page,
            })
        };
        Some(match (pattern, path) {
            (table::HOME, _) => Self::Home,
            (table::NEWS, _) => Self::news(),
            (table::NEWS_PAGE, [.., page]) => list(None, PageNumber::parse(page)?),
            (table::SECTION, [.., section]) => Self::section(section),
            (table::SECTION_PAGE, [_, section, _, page]) => {
                list(Some(section), PageNumber::parse(page)?)
            }
            (table::ARTICLE, [.., id]) => Self::Article((*id).to_owned()),
            (table::MEMBERS, _) => Self::Members,
            (table::MEMBER, [.., id]) => Self::Member((*id).to_owned()),
            (table::BULLETINS, _) => Self::Bulletins(PageNumber::FRONT),
            (table::BULLETINS_PAGE, [.., page]) => Self::Bulletins(PageNumber::parse(page)?),
            (table::BULLETIN, [.., id]) => Self::Bulletin(IssueId::parse(id)?),
            (table::EVENTS, _) => Self::Events(PageNumber::FRONT),
            (table::EVENTS_PAGE, [.., page]) => Self::Events(PageNumber::parse(page)?),
            (table::EVENT, [.., id]) => Self::Event((*id).to_owned()),
            (table::LINKS, _) => Self::Links,
            (table::SEARCH, _) => Self::Search,
            (table::YEAR, [.., year]) => Self::Year(parse_number(year)?),
            (table::PAGE, [.., id]) => Self::Page((*id).to_owned()),
            _ => return None,
        })
    }

    /// Returns the list that would contain the page at a path below the base path, by the
    /// first segment of the path. The page for unknown addresses links to it.
    #[must_use]
    pub fn list_above(path: &str) -> Option<Self> {
        match path.strip_prefix('/')?.split('/').next()? {
            "articles" | "news" => Some(Self::news()),
            "members" => Some(Self::Members),
            "bulletins" => Some(Self::Bulletins(PageNumber::FRONT)),
            "events" => Some(Self::Events(PageNumber::FRONT)),
            "years" => Some(Self::Search),
            _ => None,
        }
    }

    /// Returns the pattern in the routing table that matches this route.
    #[must_use]
    pub const fn pattern(&self) -> &'static str {
        match self {
            Self::Home => table::HOME,
            Self::News(list) => match (&list.section, list.page.number()) {
                (None, None) => table::NEWS,
                (None, Some(_)) => table::NEWS_PAGE,
                (Some(_), None) => table::SECTION,
                (Some(_), Some(_)) => table::SECTION_PAGE,
            },
            Self::Article(_) => table::ARTICLE,
            Self::Members => table::MEMBERS,
            Self::Member(_) => table::MEMBER,
            Self::Bulletins(PageNumber::FRONT) => table::BULLETINS,
            Self::Bulletins(_) => table::BULLETINS_PAGE,
            Self::Bulletin(_) => table::BULLETIN,
            Self::Events(PageNumber::FRONT) => table::EVENTS,
            Self::Events(_) => table::EVENTS_PAGE,
            Self::Event(_) => table::EVENT,
            Self::Links => table::LINKS,
            Self::Search => table::SEARCH,
            Self::Year(_) => table::YEAR,
            Self::Page(_) => table::PAGE,
        }
    }

    /// Returns the name of the chunk of the app that has the code of this page and is loaded
    /// when it is wanted; `None` if the page is static.
    #[must_use]
    pub fn chunk(&self) -> Option<&'static str> {
        table::chunk(self.pattern())
    }

    /// Returns the values of the pattern's parameters, in their order.
    fn parameters(&self) -> [Option<String>; 2] {
        let number = |page: &PageNumber| page.number().map(|number| number.to_string());
        match self {
            Self::News(NewsList {
                section: None,
                page,
            }) => [number(page), None],
            Self::News(NewsList { section, page }) => [section.clone(), number(page)],
            Self::Bulletins(page) | Self::Events(page) => [number(page), None],
            Self::Article(id) | Self::Member(id) | Self::Event(id) | Self::Page(id) => {
                [Some(id.clone()), None]
            }
            Self::Bulletin(id) => [Some(id.to_string()), None],
            Self::Year(year) => [Some(year.to_string()), None],
            Self::Home | Self::Members | Self::Links | Self::Search => [None, None],
        }
    }
}

impl fmt::Display for Route {
    /// Writes the path below the base path; it begins and ends with a slash.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parameters = self.parameters().into_iter().flatten();
        for segment in segments(self.pattern()) {
            f.write_str("/")?;
            match is_parameter(segment).then(|| parameters.next()) {
                Some(value) => f.write_str(&value.unwrap_or_default())?,
                None => f.write_str(segment)?,
            }
        }
        f.write_str("/")
    }
}

fn is_segment(text: &str) -> bool {
    !text.is_empty()
        && !text.starts_with('-')
        && text
            .bytes()
            .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

/// Parses a positive number without leading zeros, so that one page has one URL.
fn parse_number(text: &str) -> Option<u32> {
    if text.starts_with('0') || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_names_its_route_and_the_route_its_path() {
        let mut patterns = Vec::new();
        for path in [
            "/",
            "/news/",
            "/news/page/3/",
            "/news/policy/",
            "/news/policy/page/12/",
            "/articles/2023-03-03-council/",
            "/members/",
            "/members/tongkun/",
            "/bulletins/",
            "/bulletins/page/2/",
            "/bulletins/143/",
            "/bulletins/2024-3/",
            "/bulletins/143-s1/",
            "/events/",
            "/events/page/1/",
            "/events/expo-2026/",
            "/links/",
            "/search/",
            "/years/2025/",
            "/pages/about/",
        ] {
            let route = Route::parse(path).expect("a page");
            assert_eq!(route.to_string(), path);
            patterns.push(route.pattern());
        }
        patterns.sort_unstable();
        patterns.dedup();
        assert_eq!(patterns.len(), table::ALL.len(), "{patterns:?}");
    }

    #[test]
    fn the_final_slash_may_be_missing() {
        assert_eq!(Route::parse("/members"), Some(Route::Members));
    }

    #[test]
    fn the_name_of_the_file_may_follow() {
        for (path, route) in [
            ("/index.html", Some(Route::Home)),
            ("/members/index.html", Some(Route::Members)),
            (
                "/members/tongkun/index.html",
                Some(Route::Member("tongkun".to_owned())),
            ),
            (
                "/bulletins/143/index.html",
                Some(Route::Bulletin(IssueId::running(143))),
            ),
            ("/events/index.html", Some(Route::Events(PageNumber::FRONT))),
            ("/members/index.html/", None),
            ("/members/xindex.html", None),
            ("//index.html", None),
        ] {
            assert_eq!(Route::parse(path), route, "{path}");
        }
    }

    #[test]
    fn a_lost_path_still_tells_where_to_look() {
        for (path, list) in [
            ("/articles/no-such/", Some(Route::news())),
            ("/news/No/Section", Some(Route::news())),
            ("/members/ABC", Some(Route::Members)),
            ("/bulletins/0", Some(Route::Bulletins(PageNumber::FRONT))),
            ("/events/x/y", Some(Route::Events(PageNumber::FRONT))),
            ("/membership/", None),
            ("/", None),
        ] {
            assert_eq!(Route::list_above(path), list, "{path}");
        }
    }

    #[test]
    fn other_paths_name_no_route() {
        for path in [
            "",
            "members/",
            "//",
            "/members//",
            "/Members/",
            "/bulletins/0/",
            "/bulletins/0143/",
            "/bulletins/2024-03/",
            "/bulletins/143-144/",
            "/bulletins/99999999999/",
            "/news/policy/page/0/",
            "/news/policy/page/+1/",
            "/articles/",
            "/articles/%E8%81%94/",
            "/feed.xml",
        ] {
            assert_eq!(Route::parse(path), None, "{path}");
        }
    }
}
