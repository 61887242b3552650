//! Data of the list of events and of an event's page.

use super::fields::{read_fields, words};
use super::shared::is_zero;
use super::{Correction, Date, Entry, Pager, Picture, Prose, Reference};
use serde::Serialize;

/// A page of the list of events.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EventList {
    /// Events. On the front, those that have not ended on the day of the build come first, in
    /// ascending order; then the past ones, in descending order. On other pages all are in
    /// descending order.
    pub rows: Vec<EventRow>,
    /// Number of events at the start of the list that have not ended. The browser sorts the
    /// front again for the current day.
    #[serde(skip_serializing_if = "is_zero")]
    pub ahead: u32,
    /// Neighbouring pages of the list.
    pub pager: Pager,
    /// Articles of the sections of kind `events`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub articles: Vec<Entry>,
    /// Id of the section whose list continues these articles.
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
    /// Id.
    pub id: String,
    /// Name, in the language of the interface if there is one.
    pub name: String,
    /// Kind of event.
    pub kind: EventKind,
    /// Beginning.
    pub start: Date,
    /// End.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<Date>,
    /// Status.
    pub status: EventStatus,
    /// Mode of participation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mode: Option<EventMode>,
    /// City or venue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
}

read_fields!(EventRow { id, name, kind, start, end, status, mode, place; });

impl EventRow {
    /// Returns the last day of the event.
    #[must_use]
    pub fn last_day(&self) -> &str {
        self.end.as_ref().unwrap_or(&self.start).day()
    }
}

/// Returns the indices of events in the order of the front on a day, and the number of events
/// that have not ended: they come first, in ascending order, then the past ones in descending
/// order.
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

/// Kind of event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventKind {
    /// Exhibition.
    Exhibition,
    /// Conference.
    Conference,
    /// Forum.
    Forum,
    /// Training course.
    Training,
    /// Review of a project or a standard.
    Review,
}

words!(EventKind {
    Exhibition = "exhibition",
    Conference = "conference",
    Forum = "forum",
    Training = "training",
    Review = "review",
});

/// Status of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventStatus {
    /// As planned.
    Scheduled,
    /// Postponed.
    Postponed,
    /// Cancelled.
    Cancelled,
}

words!(EventStatus {
    Scheduled = "scheduled",
    Postponed = "postponed",
    Cancelled = "cancelled",
});

/// Mode of participation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventMode {
    /// On site.
    Offline,
    /// Online.
    Online,
    /// On site or online.
    Mixed,
}

words!(EventMode {
    Offline = "offline",
    Online = "online",
    Mixed = "mixed",
});

/// An event, with everything that its page shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Event {
    /// Data shown in the list.
    pub row: EventRow,
    /// Title of the document, if its heading alone is ambiguous.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document_title: Option<String>,
    /// Name in the other language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_other: Option<String>,
    /// Original date, if the event was moved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub planned: Option<Date>,
    /// Changes since the announcement.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<Correction>,
    /// Venue.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub venue: Option<Venue>,
    /// The alliance's booth.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub booth: Option<String>,
    /// Hosts, in order of precedence.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hosts: Vec<String>,
    /// Organisers, likewise.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub organizers: Vec<String>,
    /// Supporters, likewise.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub supporters: Vec<String>,
    /// Web site of the event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub official_url: Option<String>,
    /// Registration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub registration: Option<Registration>,
    /// Summary in one or two sentences.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// Description.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<Prose>,
    /// Picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cover: Option<Picture>,
    /// Report on the event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub report: Option<Reference>,
    /// Articles about the event.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<Entry>,
}

read_fields!(Event {
    row, document_title, name_other, planned, venue, booth, official_url, registration, summary, body, cover, report;
    changes, hosts, organizers, supporters, mentions
});

/// Venue of an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Venue {
    /// Building.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Hall.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hall: Option<String>,
    /// Street address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// City.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
}

read_fields!(Venue { name, hall, address, city; });

/// Registration for an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Registration {
    /// Address of the form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Deadline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Date>,
    /// Fee.
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
