//! Behaviour of a page load that the router lacks: focus, announcement, scroll position.
//!
//! The router sets the address. This module sets the document's title, focuses the heading of the
//! new page and announces it politely, restores scroll position and focus on Back, and fetches
//! data ahead. Browser only.

mod going;
mod ahead;
mod places;
mod focus;
mod links;

pub(crate) use places::begin_entry;

use crate::ids;
use crate::load::Preload;
use crate::route::{BasePath, Route};
use focus::{focus, heading, return_to};
use leptos::prelude::*;
use links::mark;
use places::{current, mark_entry, scroll_back, set_restoration};
use std::cell::Cell;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, HtmlElement, ScrollRestoration};

/// Events of the window that are heard.
const HEARD: [&str; 8] = [
    "click",
    "popstate",
    "scroll",
    "focusin",
    "pointerover",
    "pointerdown",
    "pagehide",
    "pageshow",
];

thread_local! {
    /// `true` after the first page, for which the browser itself handles focus and scroll
    /// position.
    static ARRIVED: Cell<bool> = const { Cell::new(false) };
}

/// Installs the listeners, and marks the document as hydrated. `preload` loads the code of a page.
pub(crate) fn begin(hydrated: RwSignal<bool>, base: BasePath, preload: fn(Route) -> Preload) {
    Effect::new(move |_| {
        hydrated.set(true);
        if let Some(html) = document().document_element() {
            mark(&html, "data-hydrated", true);
        }
    });
    // The browser would restore the position before the page is there.
    set_restoration(ScrollRestoration::Manual);
    ahead::begin(&base);
    // One listener for all events needs less code than one for each. It is registered before
    // those of the router.
    let heard = Closure::<dyn Fn(Event)>::new(move |event: Event| hear(&base, preload, &event));
    let heard = heard.into_js_value();
    for kind in HEARD {
        // Only an object that is no target fails.
        _ = window().add_event_listener_with_callback(kind, heard.unchecked_ref());
    }
}

fn hear(base: &BasePath, preload: fn(Route) -> Preload, event: &Event) {
    let kind = event.type_();
    match kind.as_str() {
        // After the visitor leaves the document, the browser restores the position on a later
        // return.
        "pagehide" => set_restoration(ScrollRestoration::Auto),
        "pageshow" => set_restoration(ScrollRestoration::Manual),
        kind => {
            ahead::hear(base, preload, kind, event);
            going::hear(base, kind, event);
        }
    }
}

/// Handles the arrival of a page, whose heading is being added to the document.
///
/// All of this runs in a microtask, after which the heading is in the document and the router has
/// set the address. The page has not been painted yet, so it is painted once and at its place.
pub(crate) fn arrive(title: String) {
    Effect::new(move |_| {
        let title = title.clone();
        queue_microtask(move || {
            if document().title() != title {
                document().set_title(&title);
            }
            mark_search();
            if ARRIVED.replace(true) {
                verify();
                settle(&title);
            } else {
                going::note_arrival();
                mark_entry();
            }
            ahead::observe_links();
        });
    });
}

/// Loads a page as a document. Returns `false` if there is no connection, without which it could
/// not be loaded either.
pub(crate) fn load_document(href: &str) -> bool {
    let window = window();
    window.navigator().on_line() && window.location().assign(href).is_ok()
}

/// Closes a menu that is an open popover.
pub(crate) fn close_popover(id: &str) {
    if let Some(element) = open_popover(id)
        && let Err(error) = element.hide_popover()
    {
        leptos::logging::error!("portal: the menu does not close: {error:?}");
    }
}

/// Returns a popover if it is open.
pub(crate) fn open_popover(id: &str) -> Option<HtmlElement> {
    let element = document().get_element_by_id(id)?;
    let is_open = element.matches(":popover-open").unwrap_or(false);
    is_open.then(|| element.unchecked_into())
}

/// Marks the page of the search, which has a field of its own: the style of the frame depends on
/// it. `:has` would make the browser compute that style again after each change of a page.
fn mark_search() {
    if let Some(body) = document().body() {
        let searches = document()
            .query_selector(".search-page")
            .is_ok_and(|page| page.is_some());
        mark(&body, "data-searches", searches);
    }
}

/// Panics if the page has been rendered but is not in the document, because a script has
/// removed the node beside which it was inserted. The boot script then starts a new instance.
fn verify() {
    let is_empty = document().get_element_by_id(ids::MAIN).is_some() && heading().is_none();
    assert!(!is_empty, "the page is not in the document");
}

fn settle(title: &str) {
    let is_back = going::note_arrival();
    if let Some(announcer) = document().get_element_by_id(ids::ANNOUNCER) {
        announcer.set_text_content(Some(title));
    }
    if is_back {
        if !current().link.is_some_and(|href| return_to(&href)) {
            focus(heading().as_ref());
        }
        scroll_back();
        return;
    }
    mark_entry();
    let hash = window().location().hash().unwrap_or_default();
    let target = hash
        .strip_prefix('#')
        .filter(|id| !id.is_empty())
        .and_then(|id| document().get_element_by_id(id));
    match target {
        Some(target) => target.scroll_into_view(),
        None => {
            focus(heading().as_ref());
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
    }
}
