//! Frame around the screens.

use super::place::Place;
use super::shared::Shared;
use super::{element, events, screens, words};
use crate::wire::edit::{EDIT_PATH, ItemKind};
use leptos::prelude::*;
use leptos_router::components::Router;
use leptos_router::hooks::use_location;
use leptos_router::location::{BrowserUrl, LocationProvider as _};

/// The whole editor.
#[component]
pub(super) fn Editor() -> impl IntoView {
    let shared = Shared::begin();
    provide_context(shared);
    events::listen(shared);
    view! {
        <Router base=EDIT_PATH.trim_end_matches('/')>
            <Screens/>
        </Router>
    }
}

/// The links and the screen at the current address.
#[component]
fn Screens() -> impl IntoView {
    let path = use_location().pathname;
    let place = Memo::new(move |_| path.with(|path| Place::parse(path)));
    let router = use_context::<BrowserUrl>();
    Effect::new(move |before: Option<()>| {
        path.track();
        // The router waits with the address until the screen is there.
        if let Some(router) = &router {
            router.ready_to_complete();
        }
        element::arrive(before.is_some());
    });
    view! {
        <a class="skip-link" href="#main" rel="external" on:click=|event| {
            event.prevent_default();
            element::focus("main h1");
        }>{words::SKIP}</a>
        {banner(place)}
        {move || screens::view(place.get())}
    }
}

fn banner(place: Memo<Place>) -> impl IntoView {
    let start = super::shared::shared().start;
    let name = move || match start.get() {
        Some(Ok(start)) => start.site,
        _ => words::EDITOR.to_owned(),
    };
    let kinds = ItemKind::ALL
        .into_iter()
        .filter(|kind| !kind.is_single())
        .map(|kind| link(place, Place::List(Some(kind)), kind.label()))
        .collect::<Vec<_>>();
    let settings = Place::item(ItemKind::Site, "site");
    let wrong = move || match start.get() {
        Some(Ok(start)) if start.problems.errors > 0 => {
            Some(view! { <span class="badge" data-level="error">{start.problems.errors}</span> })
        }
        _ => None,
    };
    view! {
        <header class="banner">
            <a class="banner__site" href=Place::Start.href()>{name}</a>
            <nav class="banner__nav" aria-label=words::NAVIGATION>
                <ul>
                    {link(place, Place::Start, words::START)}
                    {kinds}
                    {link(place, Place::Media, words::MEDIA)}
                    {link(place, settings, ItemKind::Site.label())}
                    <li class="banner__wrong">{anchor(place, Place::Check, words::CHECK)}{wrong}</li>
                    {link(place, Place::Bin, words::BIN)}
                    {link(place, Place::Publish, words::PUBLISH)}
                </ul>
            </nav>
        </header>
    }
}

fn link(place: Memo<Place>, to: Place, label: &'static str) -> impl IntoView {
    view! { <li>{anchor(place, to, label)}</li> }
}

fn anchor(place: Memo<Place>, to: Place, label: &'static str) -> impl IntoView {
    let href = to.href();
    let current = move || {
        place.with(|place| match (place, &to) {
            (place, to) if place == to => Some("page"),
            (
                Place::Item(kind, _) | Place::New(kind) | Place::History(kind, _),
                Place::List(Some(of)),
            ) if kind == of => Some("true"),
            _ => None,
        })
    };
    view! { <a href=href aria-current=current>{label}</a> }
}
