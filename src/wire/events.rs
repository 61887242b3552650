//! The events and one event.

use super::fields::{read_fields, words};
use super::shared::is_zero;
use super::{Correction, Date, Entry, Pager, Picture, Prose, Reference};
use serde::Serialize;

/// A part of the list of events.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EventList {
    /// The events: on the front those that are not over on the day of the build, soonest
    /// first, then those that are, latest first; on other pages all of them, latest first.
    pub rows: Vec<EventRow>,
    /// How many of them come first because they are not over. The browser orders the front
    /// anew for its own day.
    #[serde(skip_serializing_if = "is_zero")]
    pub ahead: u32,
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
    ahead, articles
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

/// The places of events in the order in which a front shows them on a day, and how many of
/// them come first: those that are not over, soonest first; then those that are, latest first.
#[must_use]
pub fn order_of_events(rows: &[EventRow], day: &str) -> (Vec<usize>, usize) {
    let by_start = |place: &usize| rows.get(*place).map(|row| (&row.start, &row.id));
    let is_over = |place: &usize| rows.get(*place).is_some_and(|row| row.last_day() < day);
    let (mut over, mut order): (Vec<usize>, Vec<usize>) = (0..rows.len()).partition(is_over);
    order.sort_by_key(by_start);
    over.sort_by_key(|place| std::cmp::Reverse(by_start(place)));
    let ahead = order.len();
    order.extend(over);
    (order, ahead)
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
    /// The title of the document, where its heading alone does not tell it from others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document_title: Option<String>,
    /// Its name in the other language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_other: Option<String>,
    /// When it was first planned for, if it was moved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub planned: Option<Date>,
    /// What was changed since it was announced.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Correction>,
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
    row, document_title, name_other, planned, venue, booth, official_url, registration, summary, body, cover, report;
    changes, hosts, organizers, supporters, mentions
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

#[cfg(test)]
mod tests {
    use super::*;

    fn row(id: &str, start: &str, end: Option<&str>) -> EventRow {
        EventRow {
            id: id.to_owned(),
            name: String::new(),
            kind: EventKind::Forum,
            start: Date::new(start.to_owned()),
            end: end.map(|end| Date::new(end.to_owned())),
            status: EventStatus::Scheduled,
            mode: None,
            place: None,
        }
    }

    #[test]
    fn what_comes_next_stands_first_and_the_latest_past_after_it() {
        let rows = [
            row("sep", "2027-09-01", None),
            row("mar", "2027-03-01", None),
            row(
                "dec",
                "2026-12-10T14:30:00+08:00",
                Some("2026-12-10T16:00:00+08:00"),
            ),
            row("nov", "2026-11-26", Some("2026-11-28")),
            row("oct", "2026-10-01", None),
            row("old", "2016-10-01", None),
        ];
        for (day, expected, ahead) in [
            ("2026-11-27", ["nov", "dec", "mar", "sep", "oct", "old"], 4),
            ("2026-12-10", ["dec", "mar", "sep", "nov", "oct", "old"], 3),
            ("2026-12-11", ["mar", "sep", "dec", "nov", "oct", "old"], 2),
            ("2030-01-01", ["sep", "mar", "dec", "nov", "oct", "old"], 0),
            ("2000-01-01", ["old", "oct", "nov", "dec", "mar", "sep"], 6),
        ] {
            let (order, count) = order_of_events(&rows, day);
            let ids: Vec<&str> = order.iter().map(|place| rows[*place].id.as_str()).collect();
            assert_eq!((ids.as_slice(), count), (&expected[..], ahead), "{day}");
        }
    }
}
