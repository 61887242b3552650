//! Page of an event.

use crate::components::{
    Breadcrumbs, Crumb, DateText, DefinitionList, Entries, EntryStyle, EventRows, FileLink,
    Heading, IntoBlock as _, Link, OutsideLink, PeriodText, PictureView, ProseView, Sizes,
    definition, portal, text,
};
use crate::ids;
use crate::route::{Output, PageNumber, Route};
use crate::text::is_english;
use crate::wire;
use leptos::prelude::*;

/// An event: date, venue, organisers, registration, and articles about it.
pub(crate) fn view(event: wire::Event) -> AnyView {
    let portal = portal();
    let text = portal.text;
    let row = event.row;
    let place = event.venue.map(|venue| {
        [venue.city, venue.address, venue.name, venue.hall]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    });
    let when = view! { <PeriodText start=row.start.clone() end=row.end.clone()/> };
    let planned = event
        .planned
        .map(|start| view! { <PeriodText start=start end=None/> });
    let changes = (!event.changes.is_empty()).then(|| changes(event.changes));
    let registration = event.registration.map(registration);
    let facts = vec![
        definition(text.event_when, Some(when)),
        definition(text.event_planned, planned),
        definition(text.event_changes, changes),
        definition(text.event_where, place.filter(|place| !place.is_empty())),
        definition(
            text.event_how,
            row.mode.map(|mode| text.mode_of_event(mode).to_owned()),
        ),
        definition(text.event_booth, event.booth),
        definition(text.event_hosts, text.list(&event.hosts)),
        definition(text.event_organizers, text.list(&event.organizers)),
        definition(text.event_supporters, text.list(&event.supporters)),
        definition(text.event_registration, registration),
        definition(
            text.event_site,
            event.official_url.map(|url| {
                let words = url.clone();
                view! { <OutsideLink href=url label=words/> }
            }),
        ),
        definition(
            text.event_report,
            event
                .report
                .map(|report| view! { <Link to=Route::Article(report.id) label=report.name/> }),
        ),
    ];
    let cover = event
        .cover
        .map(|cover| view! { <PictureView picture=cover class="event-page__cover" sizes=Sizes::Text eager=true/> });
    let lang = (!is_english(&portal.site.lang)).then_some("en");
    let other = event
        .name_other
        .map(|name| view! { <p class="event-page__name-other" lang=lang>{name}</p> });
    let summary = event
        .summary
        .map(|words| view! { <p class="event-page__summary">{words}</p> });
    let body = event.body.map(|prose| view! { <ProseView prose=prose/> });
    let mentions = (!event.mentions.is_empty()).then(|| {
        view! {
            <section aria-labelledby=ids::MENTIONS>
                <h2 id=ids::MENTIONS>{text.event_mentions}</h2>
                <Entries entries=event.mentions style=EntryStyle::Brief/>
            </section>
        }
    });
    let name = row.name.clone();
    let calendar = Output::CalendarOf(row.id.clone()).to_string();
    view! {
        <Breadcrumbs steps=vec![Crumb::new(text.events, Route::Events(PageNumber::FRONT))]/>
        <div class="event-page">
            <header class="page-head">
                <Heading title=name document_title=event.document_title/>
                {other}
            </header>
            <EventRows rows=vec![row]/>
            {summary}
            {cover}
            <div class="event-page__facts">
                <DefinitionList facts=facts/>
                <p class="event-page__save">
                    <FileLink
                        path=calendar
                        label=text.event_save
                        kind="text/calendar"
                        download=true
                    />
                </p>
            </div>
            {body}
            {mentions}
        </div>
    }
    .into_block()
}

/// Returns the changes since the announcement, each with its date.
fn changes(changes: Vec<wire::Correction>) -> impl IntoView {
    let rows = changes
        .into_iter()
        .map(|change| view! { <li><DateText date=change.date/> " " {change.note}</li> })
        .collect_view();
    view! { <ul>{rows}</ul> }
}

fn registration(registration: wire::Registration) -> impl IntoView {
    let text = text();
    let link = registration
        .url
        .map(|url| view! { <li><OutsideLink href=url label=text.event_registration/></li> });
    let deadline = registration
        .deadline
        .map(|date| view! { <li>{text.event_deadline} " " <PeriodText start=date end=None/></li> });
    let fee = registration
        .fee
        .map(|fee| view! { <li>{text.event_fee} " " {fee}</li> });
    view! { <ul class="inline-list">{link}{deadline}{fee}</ul> }
}
