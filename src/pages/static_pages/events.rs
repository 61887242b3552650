//! Exhibitions and conferences.

use super::shared::title_of_page;
use crate::components::{
    Breadcrumbs, Crumb, Entries, EntryStyle, EventRows, FileLink, Heading, IntoBlock as _, Link,
    ListPager, portal,
};
use crate::ids;
use crate::route::{Output, PageNumber, Route};
use crate::wire;
use leptos::prelude::*;

/// A page of the list of events and, on the front, the articles of the events section.
pub(crate) fn view(list: wire::EventList) -> AnyView {
    let portal = portal();
    let text = portal.text;
    let section = list
        .section
        .as_deref()
        .and_then(|id| portal.site.section(id));
    let name = section
        .map_or(text.events, |section| &section.name)
        .to_owned();
    let description = section
        .and_then(|section| section.description.clone())
        .map(|words| view! { <p class="page-head__about">{words}</p> });
    let number = list.pager.here.number();
    let document_title = title_of_page(&name, list.pager.here);
    let steps = number.map_or_else(Vec::new, |_| {
        vec![Crumb::new(&name, Route::Events(PageNumber::FRONT))]
    });
    let has_events = !list.rows.is_empty();
    let events = if list.rows.is_empty() {
        view! { <p class="nothing">{text.no_events}</p> }.into_block()
    } else {
        // Numbered pages are not sorted again.
        match number {
            None => {
                view! { <EventRows rows=list.rows by_year=true ahead=list.ahead/> }.into_block()
            }
            Some(_) => view! { <EventRows rows=list.rows by_year=true/> }.into_block(),
        }
    };
    let calendar = (has_events && number.is_none()).then(|| {
        view! {
            <p class="calendar-offer">
                <FileLink
                    path=Output::Calendar.to_string()
                    label=text.events_subscribe
                    kind="text/calendar"
                />
                <span>{text.events_subscribe_hint}</span>
            </p>
        }
    });
    let articles = section
        .filter(|_| !list.articles.is_empty())
        .map(|section| {
            let to = Route::section(&section.id);
            view! {
                <section class="event-articles" aria-labelledby=ids::EVENT_ARTICLES>
                    <header class="home-block__head">
                        <h2 id=ids::EVENT_ARTICLES>{text.event_articles}</h2>
                        <Link to=to class="more" label=text.more_of.with(&[text.event_articles])/>
                    </header>
                    <Entries entries=list.articles style=EntryStyle::Full/>
                </section>
            }
        });
    view! {
        <Breadcrumbs steps=steps/>
        <header class="page-head">
            <Heading title=name document_title=document_title/>
            {description}
        </header>
        {events}
        {calendar}
        <ListPager pager=list.pager to=Callback::new(Route::Events)/>
        {articles}
    }
    .into_block()
}
