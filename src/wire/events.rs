//! The events and one event.

use super::fields::{read_fields, words};
use super::{Date, Entry, Pager, Picture, Prose, Reference};
use serde::Serialize;

/// A part of the list of events.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EventList {
    /// The events, latest first; which of them are over is decided in the browser.
    pub rows: Vec<EventRow>,
    /// Where the list goes on.
    pub pager: Pager,
    /// Articles of the sections of kind `events`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub articles: Vec<Entry>,
    /// The section whose list goes on with these articles.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
}

read_fields!(EventList {
    rows, pager, section;
    articles
});

/// An event as a row of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EventRow {
    /// Its id.
    pub id: String,
    /// Its name, in the language of the interface where it has one.
    pub name: String,
    /// What it is.
    pub kind: EventKind,
    /// When it begins.
    pub start: Date,
    /// When it ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<Date>,
    /// Whether it is put off or cancelled.
    pub status: EventStatus,
    /// Whether one goes there or joins from afar.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mode: Option<EventMode>,
    /// The place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
}

read_fields!(EventRow { id, name, kind, start, end, status, mode, place; });

impl EventRow {
    /// The last day of the event.
    #[must_use]
    pub fn last_day(&self) -> &str {
        self.end.as_ref().unwrap_or(&self.start).day()
    }
}

/// What an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventKind {
    /// An exhibition.
    Exhibition,
    /// A conference.
    Conference,
    /// A forum.
    Forum,
    /// A training course.
    Training,
    /// A review of a project or a standard.
    Review,
}

words!(EventKind {
    Exhibition = "exhibition",
    Conference = "conference",
    Forum = "forum",
    Training = "training",
    Review = "review",
});

/// Whether an event takes place as planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventStatus {
    /// It does.
    Scheduled,
    /// It is put off.
    Postponed,
    /// It is cancelled.
    Cancelled,
}

words!(EventStatus {
    Scheduled = "scheduled",
    Postponed = "postponed",
    Cancelled = "cancelled",
});

/// How one takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventMode {
    /// In the place.
    Offline,
    /// From afar.
    Online,
    /// Either way.
    Mixed,
}

words!(EventMode {
    Offline = "offline",
    Online = "online",
    Mixed = "mixed",
});

/// An event with all that its page shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Event {
    /// What the list shows of it.
    pub row: EventRow,
    /// Its name in the other language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_other: Option<String>,
    /// Where it takes place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub venue: Option<Venue>,
    /// The alliance's booth.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub booth: Option<String>,
    /// Hosts, in the order that protocol asks for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hosts: Vec<String>,
    /// Organisers, likewise.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub organizers: Vec<String>,
    /// Supporters, likewise.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub supporters: Vec<String>,
    /// Its own site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub official_url: Option<String>,
    /// How to register.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub registration: Option<Registration>,
    /// What it is about, in a sentence or two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// What it is about, at length.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<Prose>,
    /// Its picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cover: Option<Picture>,
    /// The report on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub report: Option<Reference>,
    /// Articles about it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<Entry>,
}

read_fields!(Event {
    row, name_other, venue, booth, official_url, registration, summary, body, cover, report;
    hosts, organizers, supporters, mentions
});

/// Where an event takes place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Venue {
    /// The house.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The hall.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hall: Option<String>,
    /// The street.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The city.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
}

read_fields!(Venue { name, hall, address, city; });

/// How to register for an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Registration {
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Until when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Date>,
    /// What it costs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fee: Option<String>,
}

read_fields!(Registration { url, deadline, fee; });
