//! Routing table: every pattern of a page's path.
//!
//! The router and [`Route`](super::Route) are both generated from it, so that they cannot
//! disagree.

/// Passes the routing table to a macro. A row is the name of a pattern, the pattern, and the
/// component of its page.
macro_rules! routing_table {
    ($macro:ident) => {
        $macro! {
            HOME "/" Home;
            NEWS "/news" News;
            NEWS_PAGE "/news/page/:page" News;
            SECTION "/news/:section" News;
            SECTION_PAGE "/news/:section/page/:page" News;
            ARTICLE "/articles/:id" Article;
            MEMBERS "/members" Members;
            MEMBER "/members/:id" Member;
            BULLETINS "/bulletins" Bulletins;
            BULLETINS_PAGE "/bulletins/page/:page" Bulletins;
            BULLETIN "/bulletins/:number" Bulletin;
            EVENTS "/events" Events;
            EVENTS_PAGE "/events/page/:page" Events;
            EVENT "/events/:id" Event;
            LINKS "/links" Links;
            SEARCH "/search" Search;
            YEAR "/years/:year" Year;
            PAGE "/pages/:id" Page;
        }
    };
}
#[cfg(not(feature = "engine"))]
pub(crate) use routing_table;

macro_rules! constants {
    ($($name:ident $pattern:literal $_page:ident;)*) => {
        $(pub(super) const $name: &str = $pattern;)*

        /// All patterns.
        pub(super) const ALL: &[&str] = &[$($name),*];
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
