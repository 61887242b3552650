//! Fetching of data before a click: of the link under the pointer or the finger and, on good
//! lines, of the links in view. Nothing is fetched ahead for visitors who save data.

use super::going::leads_here;
use super::links::{FOLLOWED, link_under, route_of};
use crate::load::{Preload, prefetch};
use crate::route::{BasePath, DataFile, Route};
use futures::FutureExt as _;
use gloo_timers::callback::Timeout;
use js_sys::{Array, Reflect};
use leptos::prelude::{document, window};
use leptos::task::spawn_local;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, Event, IntersectionObserver, IntersectionObserverEntry};

/// Time that the pointer rests on a link before its data is fetched, in milliseconds. A
/// pointer that only crosses a list fetches nothing.
const HESITATION: u32 = 80;

/// Maximum number of files that are fetched for the links in view of one page.
const IN_VIEW: usize = 12;

/// Number of these files that are fetched at the same time.
const AT_A_TIME: usize = 2;

/// Time after which a page that has arrived is painted and the browser is idle, in
/// milliseconds. Not every browser tells when it is.
const UNTIL_IDLE: u32 = 200;

thread_local! {
    static SAVES_DATA: Cell<bool> = const { Cell::new(false) };
    /// Fetching of the data of the link that the visitor points at.
    static POINTED: RefCell<Option<Timeout>> = const { RefCell::new(None) };
    static OBSERVER: RefCell<Option<IntersectionObserver>> = const { RefCell::new(None) };
    /// Links in view whose data has not been fetched yet.
    static SEEN: RefCell<VecDeque<Element>> = const { RefCell::new(VecDeque::new()) };
    /// Number of files that may still be fetched for the current page.
    static LEFT: Cell<usize> = const { Cell::new(0) };
    /// Number of tasks that fetch.
    static BUSY: Cell<usize> = const { Cell::new(0) };
}

/// Begins to observe links, if the line is good.
pub(super) fn begin(base: &BasePath) {
    SAVES_DATA.set(saves_data());
    if !SAVES_DATA.get() && is_on_good_line() {
        OBSERVER.set(observer(base.clone()));
    }
}

/// Hears an event of the window.
///
/// `preload` loads the code of a page.
pub(super) fn hear(base: &BasePath, preload: fn(Route) -> Preload, kind: &str, event: &Event) {
    match kind {
        // After a click, the navigation itself fetches.
        "click" => drop(POINTED.take()),
        "pointerover" | "focusin" if !SAVES_DATA.get() => {
            fetch_after(base, preload, HESITATION, event)
        }
        "pointerdown" if !SAVES_DATA.get() => fetch_after(base, preload, 0, event),
        _ => {}
    }
}

/// Begins to observe the links of a page that has arrived, when the browser is idle.
pub(super) fn observe_links() {
    SEEN.take();
    LEFT.set(IN_VIEW);
    OBSERVER.with_borrow(|observer| {
        if let Some(observer) = observer {
            observer.disconnect();
            Timeout::new(UNTIL_IDLE, observe).forget();
        }
    });
}

/// Observes all links, those of the content before those of the frame.
fn observe() {
    OBSERVER.with_borrow(|observer| {
        for place in ["main ", ""] {
            if let Some(observer) = observer
                && let Ok(links) = document().query_selector_all(&[place, FOLLOWED].concat())
            {
                let links = (0..links.length()).filter_map(|at| links.item(at)?.dyn_into().ok());
                links.for_each(|link: Element| observer.observe(&link));
            }
        }
    });
}

fn observer(base: BasePath) -> Option<IntersectionObserver> {
    let seen = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
        for entry in entries.iter() {
            let entry: IntersectionObserverEntry = entry.unchecked_into();
            let link = entry.target();
            SEEN.with_borrow_mut(|seen| {
                if entry.is_intersecting() {
                    seen.push_back(link);
                } else {
                    seen.retain(|seen| *seen != link);
                }
            });
        }
        while BUSY.get() < AT_A_TIME && !SEEN.with_borrow(VecDeque::is_empty) && LEFT.get() > 0 {
            BUSY.set(BUSY.get() + 1);
            spawn_local(fetch_seen(base.clone()));
        }
    });
    IntersectionObserver::new(seen.into_js_value().unchecked_ref()).ok()
}

async fn fetch_seen(base: BasePath) {
    while LEFT.get() > 0
        && let Some(link) = SEEN.with_borrow_mut(VecDeque::pop_front)
    {
        if !leads_here(&link)
            && let Some(route) = route_of(&base, &link)
            && let Some(answer) = prefetch(&base, &DataFile::of(&route))
        {
            LEFT.set(LEFT.get() - 1);
            // An error is told to those who follow the link.
            answer.await;
        }
    }
    BUSY.set(BUSY.get() - 1);
}

/// Fetches the data and the code of the page that a link leads to, after a time in milliseconds in
/// which nothing else is pointed at.
fn fetch_after(base: &BasePath, preload: fn(Route) -> Preload, time: u32, event: &Event) {
    let route = link_under(event)
        .filter(|link| !leads_here(link))
        .and_then(|link| route_of(base, &link));
    let base = base.clone();
    POINTED.set(route.map(|route| {
        Timeout::new(time, move || {
            _ = prefetch(&base, &DataFile::of(&route));
            // An error is told to those who follow the link.
            spawn_local(preload(route).map(drop));
        })
    }));
}

/// Returns `true` if the visitor has turned on the browser's option to save data.
fn saves_data() -> bool {
    connection("saveData").is_truthy()
        || window()
            .match_media("(prefers-reduced-data: reduce)")
            .is_ok_and(|query| query.is_some_and(|query| query.matches()))
}

/// Returns `true` unless the browser knows that the line is slow.
fn is_on_good_line() -> bool {
    connection("effectiveType")
        .as_string()
        .is_none_or(|kind| kind == "4g")
}

/// Returns what the browser knows of the connection; `undefined` if it knows nothing.
fn connection(key: &str) -> JsValue {
    let get = |object: &JsValue, key: &str| Reflect::get(object, &JsValue::from_str(key));
    get(window().navigator().as_ref(), "connection")
        .and_then(|connection| get(&connection, key))
        .unwrap_or_default()
}
