//! Events as calendars.

use super::SiteView;
use super::convert::{date, moment, text};
use crate::content::items::event::{Event, EventStatus};
use crate::content::values::date::{Date, Moment};
use crate::publish::outputs::calendar::Calendar;
use crate::route::{Output, PublicUrl, Route};
use std::collections::BTreeMap;

impl SiteView<'_> {
    /// Returns a calendar of all events, and one of each event; none if there is no event, as a
    /// calendar requires one.
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
    /// The entry has no `ORGANIZER`: that is an e-mail address, which would make programs treat
    /// the event as an invitation that asks for an answer.
    fn write(&self, calendar: &mut Calendar, url: &PublicUrl, id: &str, event: &Event) {
        let page = url.canonical(&Route::Event(id.to_owned()));
        let start = event.start.date();
        calendar.line("BEGIN", "VEVENT");
        calendar.text("UID", &format!("{id}@{}", url.host()));
        calendar.line("DTSTAMP", &stamp(event));
        // The default sequence is 0.
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
        // Subscribers to the events of an alliance are not busy during all of them.
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

    /// Returns the description of an event in a calendar, other than time and place.
    ///
    /// The address of the page comes last, as some programs do not show the URL of an event.
    fn event_in_words(&self, event: &Event, page: &str) -> String {
        let words = self.words();
        let status = match event.status {
            EventStatus::Scheduled => None,
            EventStatus::Postponed => Some(words.event_postponed.to_owned()),
            EventStatus::Cancelled => Some(words.event_cancelled.to_owned()),
        };
        let registration = event.registration.as_ref();
        let form = registration.and_then(|registration| text(registration.url.as_ref()));
        let fact = |name, value: Option<String>| {
            value.map(|value| words.fact_in_line.with(&[name, &value]))
        };
        let deadline = moment(registration.and_then(|registration| registration.deadline));
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
            fact(words.event_registration, form),
            fact(words.event_deadline, deadline),
            fact(words.event_site, text(event.official_url.as_ref())),
            Some(page.to_owned()),
        ];
        lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
    }
}

/// Returns the creation time of the entry (RFC 5545, 3.8.7.2).
///
/// It does not come from the clock, as the same site must produce the same bytes. It is the
/// latest of these days: the day of the event, so that a postponed event counts as newer; that of
/// the last recorded change; and those for which the event was planned before, so that an event
/// moved to an earlier day counts as newer, too. Each revision adds a second.
fn stamp(event: &Event) -> String {
    let changes = event.changes.iter();
    let told = changes.flat_map(|change| [Some(change.date), change.start.map(Moment::date)]);
    let day = told.flatten().fold(event.start.date(), Ord::max);
    let seconds = event.revision().min(24 * 60 * 60 - 1);
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    format!("{}T{hour:02}{minute:02}{second:02}Z", digits(day))
}

/// Returns `true` if an event covers whole days, or if no time is known.
fn is_of_days(event: &Event) -> bool {
    event.is_all_day() || event.start.time().is_none()
}

/// Returns the end of an event with a time.
///
/// A last day without a time ends at midnight. Returns `None` if the end would add nothing to the
/// start.
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

/// Formats a moment in local time.
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
