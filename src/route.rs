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

pub use base::{BasePath, MEMBER_LIST, PublicUrl};
pub use data::DataFile;
pub use facet::Facet;
pub use feed_id::FeedId;
pub use issue::{IssueId, IssueSeries};
pub use output::{Output, SitemapKind, qr_code};
pub use search_query::SearchQuery;

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
        let segments: Vec<&str> = path
            .strip_suffix('/')
            .unwrap_or(path)
            .split('/')
            .filter(|_| !path.is_empty())
            .collect();
        if segments.iter().any(|segment| !is_segment(segment)) {
            return None;
        }
        let list = |section: Option<&str>, page| {
            Self::News(NewsList {
                section: section.map(str::to_owned),
                page,
            })
        };
        match *segments.as_slice() {
            [] => Some(Self::Home),
            ["news"] => Some(Self::news()),
            ["news", "page", page] => Some(list(None, PageNumber::parse(page)?)),
            ["news", section] => Some(Self::section(section)),
            ["news", section, "page", page] => Some(list(Some(section), PageNumber::parse(page)?)),
            ["articles", id] => Some(Self::Article(id.to_owned())),
            ["members"] => Some(Self::Members),
            ["members", id] => Some(Self::Member(id.to_owned())),
            ["bulletins"] => Some(Self::Bulletins(PageNumber::FRONT)),
            ["bulletins", "page", page] => Some(Self::Bulletins(PageNumber::parse(page)?)),
            ["bulletins", id] => Some(Self::Bulletin(IssueId::parse(id)?)),
            ["events"] => Some(Self::Events(PageNumber::FRONT)),
            ["events", "page", page] => Some(Self::Events(PageNumber::parse(page)?)),
            ["events", id] => Some(Self::Event(id.to_owned())),
            ["links"] => Some(Self::Links),
            ["search"] => Some(Self::Search),
            ["years", year] => Some(Self::Year(parse_number(year)?)),
            ["pages", id] => Some(Self::Page(id.to_owned())),
            _ => None,
        }
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
    ///
    /// Publishing compares the patterns with those of the router, so that none remains without
    /// a page.
    #[must_use]
    pub const fn pattern(&self) -> &'static str {
        match self {
            Self::Home => "/",
            Self::News(list) => match (&list.section, list.page.number()) {
                (None, None) => "/news",
                (None, Some(_)) => "/news/page/:page",
                (Some(_), None) => "/news/:section",
                (Some(_), Some(_)) => "/news/:section/page/:page",
            },
            Self::Article(_) => "/articles/:id",
            Self::Members => "/members",
            Self::Member(_) => "/members/:id",
            Self::Bulletins(page) => match page.number() {
                None => "/bulletins",
                Some(_) => "/bulletins/page/:page",
            },
            Self::Bulletin(_) => "/bulletins/:number",
            Self::Events(page) => match page.number() {
                None => "/events",
                Some(_) => "/events/page/:page",
            },
            Self::Event(_) => "/events/:id",
            Self::Links => "/links",
            Self::Search => "/search",
            Self::Year(_) => "/years/:year",
            Self::Page(_) => "/pages/:id",
        }
    }
}

impl fmt::Display for Route {
    /// Writes the path below the base path; it begins and ends with a slash.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home => f.write_str("/"),
            Self::News(list) => {
                f.write_str("/news/")?;
                if let Some(section) = &list.section {
                    write!(f, "{section}/")?;
                }
                write_page(f, list.page)
            }
            Self::Article(id) => write!(f, "/articles/{id}/"),
            Self::Members => f.write_str("/members/"),
            Self::Member(id) => write!(f, "/members/{id}/"),
            Self::Bulletins(page) => {
                f.write_str("/bulletins/")?;
                write_page(f, *page)
            }
            Self::Bulletin(id) => write!(f, "/bulletins/{id}/"),
            Self::Events(page) => {
                f.write_str("/events/")?;
                write_page(f, *page)
            }
            Self::Event(id) => write!(f, "/events/{id}/"),
            Self::Links => f.write_str("/links/"),
            Self::Search => f.write_str("/search/"),
            Self::Year(year) => write!(f, "/years/{year}/"),
            Self::Page(id) => write!(f, "/pages/{id}/"),
        }
    }
}

fn write_page(f: &mut fmt::Formatter<'_>, page: PageNumber) -> fmt::Result {
    match page.number() {
        Some(number) => write!(f, "page/{number}/"),
        None => Ok(()),
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
            let route = Route::parse(path);
            assert_eq!(route.map(|route| route.to_string()).as_deref(), Some(path));
        }
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
