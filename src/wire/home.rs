//! Data of the home page.

use super::fields::wire;
use super::{BulletinRow, Entry, EventRow, LinkGroup, Reference};

wire! {
    /// Content of the home page.
    pub struct Home {
        /// Blocks in their order.
        pub blocks: Vec<Block>,
        /// Lead articles, the largest first.
        pub lead: Vec<Entry>,
        /// Newest articles of each section.
        pub sections: Vec<HomeSection>,
        /// Next events in ascending order, followed by the latest past ones. There are more than
        /// are shown, so that a page of an older build still has enough.
        pub events: Vec<EventRow>,
        /// Number of events that had not ended on the day of the build.
        pub events_ahead: u32 = default,
        /// Members by name.
        pub members: Vec<Reference>,
        /// Number of all members.
        pub member_total: u32,
        /// Newest bulletins.
        pub bulletins: Vec<BulletinRow>,
        /// Links.
        pub links: Vec<LinkGroup>,
    }

    /// A block of the home page.
    pub enum Block {
        /// Lead articles.
        Lead = "lead",
        /// Newest articles of each section.
        Sections = "sections",
        /// Next events.
        Events = "events",
        /// Members.
        Members = "members",
        /// Newest bulletins.
        Bulletins = "bulletins",
        /// Links.
        Links = "links",
    }

    /// A section and its newest articles.
    pub struct HomeSection {
        /// Id of the section.
        pub id: String,
        /// Newest articles.
        pub entries: Vec<Entry>,
    }
}

impl Home {
    /// Number of events that are shown.
    pub const EVENTS: usize = 4;
}
