//! The events as calendars.

use super::SiteView;
use super::convert::{date, moment, text};
use crate::content::items::event::{Event, EventStatus};
use crate::content::values::date::{Date, Moment};
use crate::publish::outputs::calendar::Calendar;
use crate::route::{Output, PublicUrl, Route};
use std::collections::BTreeMap;

impl SiteView<'_> {
    /// A calendar of all events, and one of each; none when there is no event, for a
    /// calendar needs one.
    pub(crate) fn calendars(&self, url: &PublicUrl) -> BTreeMap<Output, String> {
        let events = &self.catalog.events;
        let single = events.iter().map(|(id, event)| {
            let calendar = self.calendar(url, &[(id.as_str(), event)]);
            (Output::CalendarOf(id.to_string()), calendar)
        });
        let mut calendars: BTreeMap<_, _> = single.collect();
        if !events.is_empty() {
            let all: Vec<_> = events
                .iter()
                .map(|(id, event)| (id.as_str(), *event))
                .collect();
            calendars.insert(Output::Calendar, self.calendar(url, &all));
        }
        calendars
    }

    fn calendar(&self, url: &PublicUrl, events: &[(&str, &Event)]) -> String {
        let mut calendar = Calendar::new(url.host(), &self.names().of_site().first);
        if events.iter().any(|(_, event)| !is_of_days(event)) {
            calendar.zone();
        }
        for (id, event) in events {
            self.write(&mut calendar, url, id, event);
        }
        calendar.finish()
    }

    /// Writes one event.
    ///
    /// It has no `ORGANIZER`: that is an e-mail address, by which programs would take the
    /// event for an invitation that asks for an answer.
    fn write(&self, calendar: &mut Calendar, url: &PublicUrl, id: &str, event: &Event) {
        let page = url.canonical(&Route::Event(id.to_owned()));
        let start = event.start.date();
        calendar.line("BEGIN", "VEVENT");
        calendar.text("UID", &format!("{id}@{}", url.host()));
        calendar.line("DTSTAMP", &stamp(event));
        // An entry without a sequence has the sequence 0.
        if event.revision() > 0 {
            calendar.line("SEQUENCE", &event.revision().to_string());
        }
        if is_of_days(event) {
            let last = event.end.map_or(start, Moment::date).max(start);
            calendar.line("DTSTART;VALUE=DATE", &digits(start));
            calendar.line("DTEND;VALUE=DATE", &digits(last.next_day()));
        } else {
            calendar.line("DTSTART;TZID=Asia/Shanghai", &local(event.start));
            if let Some(end) = event.end.and_then(|end| end_of(event.start, end)) {
                calendar.line("DTEND;TZID=Asia/Shanghai", &end);
            }
        }
        calendar.text("SUMMARY", &self.names().of_event(event).first);
        let place = self.place(event);
        if !place.is_empty() {
            calendar.text("LOCATION", &place);
        }
        calendar.text("DESCRIPTION", &self.event_in_words(event, &page));
        calendar.line("URL", &page);
        let status = match event.status {
            EventStatus::Scheduled => "CONFIRMED",
            EventStatus::Postponed => "TENTATIVE",
            EventStatus::Cancelled => "CANCELLED",
        };
        calendar.line("STATUS", status);
        // Whoever subscribes to an alliance's events is not busy during all of them.
        calendar.line("TRANSP", "TRANSPARENT");
        calendar.line("END", "VEVENT");
    }

    fn place(&self, event: &Event) -> String {
        let Some(venue) = &event.venue else {
            return String::new();
        };
        let parts = [
            text(venue.city_beside_address()),
            text(venue.address.as_ref()),
            text(venue.name.as_ref()),
            text(venue.hall.as_ref()),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// What a calendar says of an event besides when and where. The page's address comes
    /// last, since some programs do not show an event's own address.
    fn event_in_words(&self, event: &Event, page: &str) -> String {
        let words = self.words();
        let status = match event.status {
            EventStatus::Scheduled => None,
            EventStatus::Postponed => Some(words.event_postponed.to_owned()),
            EventStatus::Cancelled => Some(words.event_cancelled.to_owned()),
        };
        let registration = event.registration.as_ref();
        let registration = registration.and_then(|registration| text(registration.url.as_ref()));
        let fact = |name, value: Option<String>| {
            value.map(|value| words.fact_in_line.with(&[name, &value]))
        };
        let deadline = event.registration.as_ref();
        let deadline = moment(deadline.and_then(|registration| registration.deadline));
        let deadline = deadline.map(|deadline| words.period_in_words(&deadline, None));
        let changes = event
            .changes
            .iter()
            .map(|change| {
                let day = words.date(&date(change.date));
                words.fact_in_line.with(&[&day, change.note.as_str()])
            })
            .collect::<Vec<_>>()
            .join("\n");
        let lines = [
            status,
            Some(changes).filter(|changes| !changes.is_empty()),
            text(event.summary.as_ref()),
            fact(words.event_registration, registration),
            fact(words.event_deadline, deadline),
            fact(words.event_site, text(event.official_url.as_ref())),
            Some(page.to_owned()),
        ];
        lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
    }
}

/// When the entry was made (RFC 5545, 3.8.7.2).
///
/// The build's clock cannot tell it, for the same site gives the same bytes. It is the latest
/// day of which the file speaks: that of the event, so that one that is put off counts as
/// newer, that of the last recorded change, and those for which the event was planned before,
/// so that one that takes place earlier counts as newer, too. Each revision adds a second.
fn stamp(event: &Event) -> String {
    let changes = event.changes.iter();
    let told = changes.flat_map(|change| [Some(change.date), change.start.map(Moment::date)]);
    let day = told.flatten().fold(event.start.date(), Ord::max);
    let seconds = event.revision().min(24 * 60 * 60 - 1);
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    format!("{}T{hour:02}{minute:02}{second:02}Z", digits(day))
}

/// Whether an event is a matter of whole days, as it is too where no time is known.
fn is_of_days(event: &Event) -> bool {
    event.is_all_day() || event.start.time().is_none()
}

/// When an event with a time ends. A last day without a time ends at midnight; where that
/// would say no more than the beginning, nothing is said.
fn end_of(start: Moment, end: Moment) -> Option<String> {
    match end.time() {
        Some(_) => (end > start).then(|| local(end)),
        None if end.date() > start.date() => {
            Some(format!("{}T000000", digits(end.date().next_day())))
        }
        None => None,
    }
}

fn digits(date: Date) -> String {
    date.to_string().replace('-', "")
}

/// A moment as the clock on the wall shows it.
fn local(moment: Moment) -> String {
    let wall = moment.rfc3339();
    let wall = wall.split('+').next().unwrap_or_default();
    wall.replace(['-', ':'], "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::values::text_value::TextValue as _;

    fn moment(text: &str) -> Moment {
        Moment::parse(text).expect("a moment")
    }

    #[test]
    fn an_end_says_more_than_the_beginning_or_nothing() {
        let start = "2026-05-08T09:30:00+08:00";
        for (end, expected) in [
            ("2026-05-08T17:00:00+08:00", Some("20260508T170000")),
            ("2026-05-08T09:30:00+08:00", None),
            ("2026-05-08", None),
            ("2026-05-09", Some("20260510T000000")),
        ] {
            let end = end_of(moment(start), moment(end));
            assert_eq!(end.as_deref(), expected);
        }
    }
}
