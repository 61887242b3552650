//! The data of the list of events and of each event.

use super::Derivation;
use super::catalog::Key;
use super::convert::{date, moment, text, texts};
use super::numbered::{PAGE_SIZE, page};
use crate::content::event::{Event, EventKind, EventMode, EventStatus};
use crate::content::item::Collection;
use crate::content::site::SectionKind;
use crate::route::PageNumber;
use crate::wire;

/// Articles on the front of the list, and on an event's page.
const ARTICLES: usize = 10;

impl Derivation<'_> {
    pub(super) fn events(&self, here: PageNumber) -> Option<wire::EventList> {
        let (rows, pager) = page(&self.catalog.events, PAGE_SIZE, here)?;
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
            rows: rows
                .into_iter()
                .map(|(id, event)| self.event_row(id.as_str(), event))
                .collect(),
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

    pub(super) fn event(&self, id: &str) -> Option<wire::Event> {
        let event = self.find_event(id)?;
        Some(wire::Event {
            row: self.event_row(id, event),
            name_other: self.names().of_event(event).other,
            venue: event.venue.as_ref().map(|venue| wire::Venue {
                name: text(venue.name.as_ref()),
                hall: text(venue.hall.as_ref()),
                address: text(venue.address.as_ref()),
                city: text(venue.city.as_ref()),
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
            report: event
                .report
                .as_ref()
                .and_then(|id| self.catalog.articles.get(id.as_str()))
                .map(|item| self.article_reference(*item)),
            mentions: self
                .catalog
                .mentions(Key::Event(id), ARTICLES)
                .into_iter()
                .map(|item| self.brief(item))
                .collect(),
        })
    }

    pub(super) fn event_row(&self, id: &str, event: &Event) -> wire::EventRow {
        let place = event.venue.as_ref().map(|venue| {
            let city = text(venue.city.as_ref());
            let name = text(venue.name.as_ref());
            city.into_iter().chain(name).collect::<Vec<_>>().join(" ")
        });
        wire::EventRow {
            id: id.to_owned(),
            name: self.names().of_event(event).first,
            kind: event.kind.map_or(wire::EventKind::Conference, kind),
            start: date(event.start),
            end: moment(event.end),
            status: match event.status {
                EventStatus::Scheduled => wire::EventStatus::Scheduled,
                EventStatus::Postponed => wire::EventStatus::Postponed,
                EventStatus::Cancelled => wire::EventStatus::Cancelled,
            },
            mode: event.mode.map(|mode| match mode {
                EventMode::Offline => wire::EventMode::Offline,
                EventMode::Online => wire::EventMode::Online,
                EventMode::Mixed => wire::EventMode::Mixed,
            }),
            place: place.filter(|place| !place.is_empty()),
        }
    }
}

const fn kind(kind: EventKind) -> wire::EventKind {
    match kind {
        EventKind::Exhibition => wire::EventKind::Exhibition,
        EventKind::Conference => wire::EventKind::Conference,
        EventKind::Forum => wire::EventKind::Forum,
        EventKind::Training => wire::EventKind::Training,
        EventKind::Review => wire::EventKind::Review,
    }
}
