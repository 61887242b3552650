//! Data of the list of events and of each event.

use crate::content::items::event::Event;
use crate::content::items::reference::Collection;
use crate::content::items::site::SectionKind;
use crate::content::values::date::Moment;
use crate::content::values::id::ItemId;
use crate::publish::view::SiteView;
use crate::publish::view::catalog::Key;
use crate::publish::view::convert::{date, moment, text, texts};
use crate::publish::view::pagination::{PAGE_SIZE, page};
use crate::route::{PageNumber, Route};
use crate::wire;

/// Number of articles on the front of the list, and on the page of an event.
const ARTICLES: usize = 10;

impl SiteView<'_> {
    pub(crate) fn events(&self, here: PageNumber) -> Option<wire::EventList> {
        let events = &self.catalog.events;
        let (rows, pager) = page(events, PAGE_SIZE, here)?;
        let mut rows: Vec<_> = rows
            .into_iter()
            .map(|(id, event)| self.event_row(id.as_str(), event))
            .collect();
        let mut ahead = 0;
        if here == PageNumber::FRONT {
            // The front shows all events that are not over, even more than a page of them.
            let more = events.iter().rev().skip(rows.len());
            rows.extend(
                more.filter(|(_, event)| !self.is_over(event))
                    .map(|(id, event)| self.event_row(id.as_str(), event)),
            );
            (rows, ahead) = self.in_order(rows);
        }
        let section = self
            .content
            .site
            .sections
            .iter()
            .find(|section| section.kind == SectionKind::Events);
        let articles = section
            .filter(|_| here == PageNumber::FRONT)
            .map(|section| self.catalog.section(section.id.as_str()))
            .unwrap_or_default();
        Some(wire::EventList {
            rows,
            ahead,
            pager,
            articles: articles
                .iter()
                .rev()
                .take(ARTICLES)
                .map(|item| self.entry(*item))
                .collect(),
            section: section.map(|section| section.id.to_string()),
        })
    }

    pub(crate) fn event(&self, id: &str) -> Option<wire::Event> {
        let event = self.find_event(id)?;
        Some(wire::Event {
            row: self.event_row(id, event),
            document_title: self.document_title(&Route::Event(id.to_owned())),
            name_other: self.names().of_event(event).other,
            planned: event.first_start().map(|start| day_or_time(event, start)),
            changes: event
                .changes
                .iter()
                .map(|change| wire::Correction {
                    date: date(change.date),
                    note: change.note.to_string(),
                })
                .collect(),
            venue: event.venue.as_ref().map(|venue| wire::Venue {
                name: text(venue.name.as_ref()),
                hall: text(venue.hall.as_ref()),
                address: text(venue.address.as_ref()),
                city: text(venue.city_beside_address()),
            }),
            booth: text(event.booth.as_ref()),
            hosts: texts(&event.hosts),
            organizers: texts(&event.organizers),
            supporters: texts(&event.supporters),
            official_url: text(event.official_url.as_ref()),
            registration: event
                .registration
                .as_ref()
                .map(|registration| wire::Registration {
                    url: text(registration.url.as_ref()),
                    deadline: moment(registration.deadline),
                    fee: text(registration.fee.as_ref()),
                }),
            summary: text(event.summary.as_ref()),
            body: self.prose(Collection::Events, id),
            cover: event.cover.as_ref().map(|cover| self.cover(cover)),
            report: self.article_called(event.report.as_ref()),
            mentions: self
                .catalog
                .mentions(Key::Event(id), ARTICLES)
                .into_iter()
                .map(|item| self.brief(item))
                .collect(),
        })
    }

    /// Returns the events of the home page, and the number of those that are not over.
    ///
    /// Events that are not over come first, soonest first. If there are few, the latest past
    /// events follow.
    pub(crate) fn events_of_home(&self) -> (Vec<wire::EventRow>, u32) {
        let row = |(id, event): &(&ItemId, &Event)| self.event_row(id.as_str(), event);
        let events = &self.catalog.events;
        let coming = events.iter().filter(|(_, event)| !self.is_over(event));
        let mut rows: Vec<_> = coming.take(2 * wire::Home::EVENTS).map(row).collect();
        let left = wire::Home::EVENTS.saturating_sub(rows.len());
        let past = events.iter().rev().filter(|(_, event)| self.is_over(event));
        rows.extend(past.take(left).map(row));
        self.in_order(rows)
    }

    fn is_over(&self, event: &Event) -> bool {
        event.end.unwrap_or(event.start).date() < self.catalog.today()
    }

    /// Returns rows in the order of the day of the build, and the number of those that are not
    /// over.
    fn in_order(&self, rows: Vec<wire::EventRow>) -> (Vec<wire::EventRow>, u32) {
        let day = self.catalog.today().to_string();
        let (order, ahead) = wire::order_of_events(&rows, &day);
        let rows = order
            .into_iter()
            .filter_map(|place| rows.get(place).cloned());
        (rows.collect(), u32::try_from(ahead).unwrap_or(u32::MAX))
    }

    pub(crate) fn event_row(&self, id: &str, event: &Event) -> wire::EventRow {
        let place = event.venue.as_ref().map(|venue| {
            let name = text(venue.name.as_ref());
            let city = text(venue.city.as_ref()).filter(|city| Some(city) != name.as_ref());
            city.into_iter().chain(name).collect::<Vec<_>>().join(" ")
        });
        wire::EventRow {
            id: id.to_owned(),
            name: self.names().of_event(event).first,
            kind: event.kind.map_or(wire::EventKind::Conference, Into::into),
            start: day_or_time(event, event.start),
            end: event.end.map(|end| day_or_time(event, end)),
            status: event.status.into(),
            mode: event.mode.map(Into::into),
            place: place.filter(|place| !place.is_empty()),
        }
    }
}

/// Returns a moment of an event, without its time if the event covers whole days.
pub(crate) fn day_or_time(event: &Event, moment: Moment) -> wire::Date {
    if event.is_all_day() {
        date(moment.date())
    } else {
        date(moment)
    }
}
