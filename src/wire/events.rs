//! Data of the list of events and of an event's page.

use super::fields::wire;
use super::{Correction, Date, Entry, Pager, Picture, Prose, Reference};

wire! {
    /// A page of the list of events.
    pub struct EventList {
        /// Events. On the front, those that have not ended on the day of the build come first, in
        /// ascending order; then the past ones, in descending order. On other pages all are in
        /// descending order.
        pub rows: Vec<EventRow>,
        /// Number of events at the start of the list that have not ended. The browser sorts the
        /// front again for the current day.
        pub ahead: u32 = default,
        /// Neighbouring pages of the list.
        pub pager: Pager,
        /// Articles of the sections of kind `events`.
        pub articles: Vec<Entry> = default,
        /// Id of the section whose list continues these articles.
        pub section: Option<String>,
    }

    /// An event as a row of a list.
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
        pub end: Option<Date>,
        /// Status.
        pub status: EventStatus,
        /// Mode of participation.
        pub mode: Option<EventMode>,
        /// City or venue.
        pub place: Option<String>,
    }

    /// Kind of event.
    pub enum EventKind {
        /// Exhibition.
        Exhibition = "exhibition",
        /// Conference.
        Conference = "conference",
        /// Forum.
        Forum = "forum",
        /// Training course.
        Training = "training",
        /// Review of a project or a standard.
        Review = "review",
    }

    /// Status of an event.
    pub enum EventStatus {
        /// As planned.
        Scheduled = "scheduled",
        /// Postponed.
        Postponed = "postponed",
        /// Cancelled.
        Cancelled = "cancelled",
    }

    /// Mode of participation.
    pub enum EventMode {
        /// On site.
        Offline = "offline",
        /// Online.
        Online = "online",
        /// On site or online.
        Mixed = "mixed",
    }

    /// An event, with everything that its page shows.
    pub struct Event {
        /// Data shown in the list.
        pub row: EventRow,
        /// Title of the document, if its heading alone is ambiguous.
        pub document_title: Option<String>,
        /// Name in the other language.
        pub name_other: Option<String>,
        /// Original date, if the event was moved.
        pub planned: Option<Date>,
        /// Changes since the announcement.
        pub changes: Vec<Correction> = default,
        /// Venue.
        pub venue: Option<Venue>,
        /// The alliance's booth.
        pub booth: Option<String>,
        /// Hosts, in order of precedence.
        pub hosts: Vec<String> = default,
        /// Organisers, likewise.
        pub organizers: Vec<String> = default,
        /// Supporters, likewise.
        pub supporters: Vec<String> = default,
        /// Web site of the event.
        pub official_url: Option<String>,
        /// Registration.
        pub registration: Option<Registration>,
        /// Summary in one or two sentences.
        pub summary: Option<String>,
        /// Description.
        pub body: Option<Prose>,
        /// Picture.
        pub cover: Option<Picture>,
        /// Report on the event.
        pub report: Option<Reference>,
        /// Articles about the event.
        pub mentions: Vec<Entry> = default,
    }

    /// Venue of an event.
    pub struct Venue {
        /// Building.
        pub name: Option<String>,
        /// Hall.
        pub hall: Option<String>,
        /// Street address.
        pub address: Option<String>,
        /// City.
        pub city: Option<String>,
    }

    /// Registration for an event.
    pub struct Registration {
        /// Address of the form.
        pub url: Option<String>,
        /// Deadline.
        pub deadline: Option<Date>,
        /// Fee.
        pub fee: Option<String>,
    }
}

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
