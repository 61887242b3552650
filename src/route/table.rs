//! Routing table: every pattern of a page's path.
//!
//! The router and [`Route`](super::Route) are both generated from it, so that they cannot
//! disagree.

/// Passes the routing table to a macro. A row is the name of a pattern, the pattern, the
/// component of its page, and the [chunk](super::Route::chunk) with the page's code, unless it is part
/// of the main module.
macro_rules! routing_table {
    ($macro:ident) => {
        $macro! {
            HOME "/" Home;
            NEWS "/news" News;
            NEWS_PAGE "/news/page/:page" News;
            SECTION "/news/:section" News;
            SECTION_PAGE "/news/:section/page/:page" News;
            ARTICLE "/articles/:id" Article;
            MEMBERS "/members" Members in members;
            MEMBER "/members/:id" Member in member;
            BULLETINS "/bulletins" Bulletins in bulletins;
            BULLETINS_PAGE "/bulletins/page/:page" Bulletins in bulletins;
            BULLETIN "/bulletins/:number" Bulletin in bulletin;
            EVENTS "/events" Events in events;
            EVENTS_PAGE "/events/page/:page" Events in events;
            EVENT "/events/:id" Event in event;
            LINKS "/links" Links;
            SEARCH "/search" Search in search;
            YEAR "/years/:year" Year in year;
            PAGE "/pages/:id" Page;
        }
    };
}
#[cfg(not(feature = "engine"))]
pub(crate) use routing_table;

macro_rules! constants {
    ($($name:ident $pattern:literal $_page:ident $(in $chunk:ident)?;)*) => {
        $(pub(super) const $name: &str = $pattern;)*

        /// All patterns.
        pub(super) const ALL: &[&str] = &[$($name),*];

        /// Returns the name of the chunk with the code of the pages of a pattern; `None` if it is
        /// part of the main module.
        pub(super) fn chunk(pattern: &str) -> Option<&'static str> {
            match pattern {
                $($($name => Some(stringify!($chunk)),)?)*
                _ => None,
            }
        }
    };
}
routing_table!(constants);

/// Returns the segments of a path or a pattern.
pub(super) fn segments(path: &str) -> impl Iterator<Item = &str> {
    path.split('/').filter(|segment| !segment.is_empty())
}

/// Returns `true` if a segment of a pattern stands for any value.
pub(super) fn is_parameter(segment: &str) -> bool {
    segment.starts_with(':')
}
