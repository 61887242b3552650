//! The home page.

use super::fields::{read_fields, words};
use super::shared::is_zero;
use super::{BulletinRow, Entry, EventRow, LinkGroup, Reference};
use serde::Serialize;

/// What the home page shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Home {
    /// Which blocks, in which order.
    pub blocks: Vec<Block>,
    /// The lead articles, the first one largest.
    pub lead: Vec<Entry>,
    /// The newest of each section.
    pub sections: Vec<HomeSection>,
    /// The next events, soonest first, and then the latest ones that are over; some more than
    /// are shown, so that others come up while the site is not rebuilt.
    pub events: Vec<EventRow>,
    /// How many of them were not over on the day of the build.
    #[serde(skip_serializing_if = "is_zero")]
    pub events_ahead: u32,
    /// Members by name.
    pub members: Vec<Reference>,
    /// How many members there are.
    pub member_total: u32,
    /// The newest bulletins.
    pub bulletins: Vec<BulletinRow>,
    /// The links.
    pub links: Vec<LinkGroup>,
}

read_fields!(Home {
    blocks, lead, sections, events, members, member_total, bulletins, links;
    events_ahead
});

impl Home {
    /// How many events are shown.
    pub const EVENTS: usize = 4;
}

/// A block of the home page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Block {
    /// The lead articles.
    Lead,
    /// The newest of each section.
    Sections,
    /// The next events.
    Events,
    /// The members.
    Members,
    /// The newest bulletins.
    Bulletins,
    /// The links.
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
    /// The section's id.
    pub id: String,
    /// Its newest articles.
    pub entries: Vec<Entry>,
}

read_fields!(HomeSection { id, entries; });
