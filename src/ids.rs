//! The ids of elements, in one list.
//!
//! Markup takes them from here, scripts are compared with them, and headings of texts keep
//! away from all of them: a heading that took the id of the page's data would keep the app
//! from starting.

macro_rules! ids {
    ($($(#[$doc:meta])+ $name:ident = $id:literal;)+) => {
        $($(#[$doc])+ pub const $name: &str = $id;)+

        /// All of them.
        pub const ALL: &[&str] = &[$($id),+];
    };
}

ids! {
    /// The page, between the site's head and foot.
    MAIN = "main";
    /// What announces a new page to screen readers.
    ANNOUNCER = "announcer";
    /// The main menu.
    MENU = "site-menu";
    /// The search in the head.
    SEARCH = "site-search";
    /// The list below its field.
    SEARCH_LIST = "site-search-list";
    /// The page's own data, as JSON.
    DATA = "portal-data";
    /// The frame around the pages, as JSON.
    SITE = "portal-site";
    /// The interface's words, as JSON. The boot script puts them there.
    WORDS = "portal-words";

    /// An article's or a page's table of contents.
    CONTENTS = "contents";
    /// An article's attachments.
    ATTACHMENTS = "attachments";
    /// What was corrected in it.
    CORRECTIONS = "corrections";
    /// What is like it.
    RELATED = "related";
    /// How it is cited.
    CITATION = "citation";
    /// The articles that mention a member or an event.
    MENTIONS = "mentions";
    /// A bulletin's files.
    FILES = "files";
    /// What is in a bulletin.
    ISSUE_CONTENTS = "issue-contents";
    /// Where to go on from a problem.
    WAYS_ON = "ways-on";

    /// The newest article on the home page.
    LEAD = "lead";
    /// The events on the home page.
    HOME_EVENTS = "home-events";
    /// The members on the home page.
    HOME_MEMBERS = "home-members";
    /// The bulletins on the home page.
    HOME_BULLETINS = "home-bulletins";
    /// The links on the home page.
    HOME_LINKS = "home-links";

    /// The list in the directory of members.
    MEMBER_LIST = "list";
    /// The members along the chain of industry.
    CHAIN = "chain";
    /// The members by province.
    REGIONS = "regions";
    /// What the map of provinces shows.
    MAP_ABOUT = "map-about";
    /// The articles about events.
    EVENT_ARTICLES = "event-articles";
    /// The years of the search.
    YEARS = "years";
    /// The hits of the search.
    SEARCH_RESULTS = "search-results";
    /// Names that are like what was searched for.
    SEARCH_RELATED = "search-related";
}

/// Ids after which others are numbered on every page: the entries of the list below the
/// search's field.
pub const NUMBERED: [&str; 1] = [SEARCH_LIST];
