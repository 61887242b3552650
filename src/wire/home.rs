//! Data of the home page.

use super::fields::{read_fields, words};
use super::shared::is_zero;
use super::{BulletinRow, Entry, EventRow, LinkGroup, Reference};
use serde::Serialize;

/// Content of the home page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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
    #[serde(skip_serializing_if = "is_zero")]
    pub events_ahead: u32,
    /// Members by name.
    pub members: Vec<Reference>,
    /// Number of all members.
    pub member_total: u32,
    /// Newest bulletins.
    pub bulletins: Vec<BulletinRow>,
    /// Links.
    pub links: Vec<LinkGroup>,
}

read_fields!(Home {
    blocks, lead, sections, events, members, member_total, bulletins, links;
    events_ahead
});

impl Home {
    /// Number of events that are shown.
    pub const EVENTS: usize = 4;
}

/// A block of the home page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Block {
    /// Lead articles.
    Lead,
    /// Newest articles of each section.
    Sections,
    /// Next events.
    Events,
    /// Members.
    Members,
    /// Newest bulletins.
    Bulletins,
    /// Links.
    Links,
}

words!(Block {
    Lead = "lead",
    Sections = "sections",
    Events = "events",
    Members = "members",
    Bulletins = "bulletins",
    Links = "links",
});

/// A section and its newest articles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HomeSection {
    /// Id of the section.
    pub id: String,
    /// Newest articles.
    pub entries: Vec<Entry>,
}

read_fields!(HomeSection { id, entries; });
