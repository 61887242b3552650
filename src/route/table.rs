//! Routing table: every pattern of a page's path.
//!
//! The choice of the page to show and [`Route`](super::Route) are both generated from it, so that
//! they cannot disagree.

/// Passes the routing table to a macro. A row is the name of a pattern and the pattern; if the page
/// runs code of its own in the browser, the module of the page follows, which is also the name of
/// the [chunk](super::Route::chunk) with the code. All other pages are static.
macro_rules! routing_table {
    ($macro:ident) => {
        $macro! {
            HOME "/";
            NEWS "/news";
            NEWS_PAGE "/news/page/:page";
            SECTION "/news/:section";
            SECTION_PAGE "/news/:section/page/:page";
            ARTICLE "/articles/:id";
            MEMBERS "/members" in members;
            MEMBER "/members/:id";
            BULLETINS "/bulletins";
            BULLETINS_PAGE "/bulletins/page/:page";
            BULLETIN "/bulletins/:number";
            EVENTS "/events";
            EVENTS_PAGE "/events/page/:page";
            EVENT "/events/:id";
            LINKS "/links";
            SEARCH "/search" in search;
            YEAR "/years/:year";
            PAGE "/pages/:id";
        }
    };
}
#[cfg(not(any(feature = "engine", feature = "editor")))]
pub(crate) use routing_table;

macro_rules! constants {
    ($($name:ident $pattern:literal $(in $chunk:ident)?;)*) => {
        $(pub(super) const $name: &str = $pattern;)*

        /// All patterns.
        pub(super) const ALL: &[&str] = &[$($name),*];

        /// Returns the name of the chunk with the code of the pages of a pattern; `None` if they are
        /// static.
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
