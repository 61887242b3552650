//! Element ids of the portal.
//!
//! Markup uses these constants, tests compare the scripts with them, and the headings of texts
//! avoid all of them: a heading with the id of the page data would prevent the app from
//! starting.

macro_rules! ids {
    ($($(#[$doc:meta])+ $name:ident = $id:literal;)+) => {
        $($(#[$doc])+ pub const $name: &str = $id;)+

        /// All ids.
        pub const ALL: &[&str] = &[$($id),+];
    };
}

ids! {
    /// Main content of the page, between header and footer.
    MAIN = "main";
    /// Live region that announces a new page to screen readers.
    ANNOUNCER = "announcer";
    /// Main menu.
    MENU = "site-menu";
    /// Search field in the header.
    SEARCH = "site-search";
    /// List below the search field.
    SEARCH_LIST = "site-search-list";
    /// Page data, as JSON.
    DATA = "portal-data";
    /// Data of the frame around the pages, and messages in the site's language, as JSON. The
    /// boot script adds the element.
    COMMON = "portal-common";

    /// Table of contents of an article or a page.
    CONTENTS = "contents";
    /// Attachments of an article.
    ATTACHMENTS = "attachments";
    /// Corrections of an article.
    CORRECTIONS = "corrections";
    /// Articles related to an article.
    RELATED = "related";
    /// Citation of an article.
    CITATION = "citation";
    /// Articles that mention a member or an event.
    MENTIONS = "mentions";
    /// Files of a bulletin.
    FILES = "files";
    /// Contents of a bulletin.
    ISSUE_CONTENTS = "issue-contents";
    /// Links to other pages, shown with a problem.
    WAYS_ON = "ways-on";

    /// Newest article on the home page.
    LEAD = "lead";
    /// Events on the home page.
    HOME_EVENTS = "home-events";
    /// Members on the home page.
    HOME_MEMBERS = "home-members";
    /// Bulletins on the home page.
    HOME_BULLETINS = "home-bulletins";
    /// Links on the home page.
    HOME_LINKS = "home-links";

    /// List in the directory of members.
    MEMBER_LIST = "list";
    /// Members by stage of the industrial chain.
    CHAIN = "chain";
    /// Members by province.
    REGIONS = "regions";
    /// Description of the map of provinces.
    MAP_ABOUT = "map-about";
    /// Articles about events.
    EVENT_ARTICLES = "event-articles";
    /// Years in the search.
    YEARS = "years";
    /// Hits of the search.
    SEARCH_RESULTS = "search-results";
    /// Names that are similar to the search query.
    SEARCH_RELATED = "search-related";
}

/// Ids that are used with a number appended on every page: the entries of the list below the
/// search field.
pub const NUMBERED: [&str; 1] = [SEARCH_LIST];
