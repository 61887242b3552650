//! Routing table: every pattern of a page's path.
//!
//! The choice of the page to show and [`Route`](super::Route) are both generated from it, so that
//! they cannot disagree.

/// Passes the routing table to a macro. A row is the name of a pattern, the pattern, the module of
/// its page, and the [chunk](super::Route::chunk) with the page's code, unless it is part of the
/// main module.
macro_rules! routing_table {
    ($macro:ident) => {
        $macro! {
            HOME "/" home;
            NEWS "/news" news;
            NEWS_PAGE "/news/page/:page" news;
            SECTION "/news/:section" news;
            SECTION_PAGE "/news/:section/page/:page" news;
            ARTICLE "/articles/:id" article;
            MEMBERS "/members" members in directory;
            MEMBER "/members/:id" member in directory;
            BULLETINS "/bulletins" bulletins in archive;
            BULLETINS_PAGE "/bulletins/page/:page" bulletins in archive;
            BULLETIN "/bulletins/:number" bulletin in archive;
            EVENTS "/events" events in calendar;
            EVENTS_PAGE "/events/page/:page" events in calendar;
            EVENT "/events/:id" event in calendar;
            LINKS "/links" links;
            SEARCH "/search" search in search;
            YEAR "/years/:year" year in archive;
            PAGE "/pages/:id" page;
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
