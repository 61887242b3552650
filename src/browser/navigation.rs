//! Behaviour of a page load that the router lacks: focus, announcement, scroll position.
//!
//! The router replaces the view and sets the address. This module sets the document's title,
//! focuses the heading of the new page and announces it politely, restores scroll position and
//! focus on Back, and prefetches data while the pointer rests on a link. Browser only.

use crate::ids;
use crate::load::prefetch;
use crate::route::{BasePath, DataFile, Route};
use gloo_timers::callback::Timeout;
use leptos::ev;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, FocusOptions, HtmlElement, ScrollRestoration};

/// Time that the pointer rests on a link before its data is fetched, in milliseconds. A
/// pointer that only crosses a list fetches nothing.
const HESITATION: u32 = 80;

/// Position of a visitor on a page: the scroll position and the focused link.
#[derive(Debug, Clone, Default)]
struct Place {
    scroll: f64,
    link: Option<String>,
}

thread_local! {
    /// Number of the current history entry.
    static ENTRY: Cell<u32> = const { Cell::new(0) };
    /// Highest number that has been given to an entry.
    static LAST: Cell<u32> = const { Cell::new(0) };
    /// Positions on the pages of the entries, indexed by the entry's number.
    static PLACES: RefCell<Vec<Place>> = const { RefCell::new(Vec::new()) };
    /// `true` if the page that is arriving was reached by Back or Forward.
    static RETURNING: Cell<bool> = const { Cell::new(false) };
    /// Path of the page that is shown. The address changes before the page does.
    static SHOWN: RefCell<String> = const { RefCell::new(String::new()) };
    /// Path that the last click leads to; its data is already being loaded.
    static AHEAD: RefCell<String> = const { RefCell::new(String::new()) };
    /// `true` after the first page, for which the browser itself handles focus and scroll
    /// position.
    static ARRIVED: Cell<bool> = const { Cell::new(false) };
}

/// Installs the listeners, and marks the document as hydrated.
///
/// `preload` loads the code of a page.
pub(crate) fn begin(hydrated: RwSignal<bool>, base: BasePath, preload: fn(Route)) {
    Effect::new(move |_| {
        hydrated.set(true);
        if let Some(html) = document().document_element() {
            set_attribute(&html, "data-hydrated", "");
        }
    });
    follow_history();
    if !saves_data() {
        fetch_ahead(base, preload);
    }
}

/// Fetches the data and the code of a page while the pointer rests on the link to it.
fn fetch_ahead(base: BasePath, preload: fn(Route)) {
    let hesitation: Rc<RefCell<Option<Timeout>>> = Rc::default();
    let on = |after: u32| {
        let base = base.clone();
        let hesitation = Rc::clone(&hesitation);
        move |event: &web_sys::Event| {
            let route = link_under(event)
                .filter(|link| !leads_here(link))
                .and_then(|link| inside(&base, &link));
            let base = base.clone();
            let fetch = |route: Route| {
                Timeout::new(after, move || {
                    prefetch(&base, &DataFile::of(&route));
                    preload(route);
                })
            };
            hesitation.replace(route.map(fetch));
        }
    };
    let (rests, focuses, touches) = (on(HESITATION), on(HESITATION), on(0));
    _ = window_event_listener(ev::pointerover, move |event| rests(&event));
    _ = window_event_listener(ev::focusin, move |event| focuses(&event));
    _ = window_event_listener(ev::touchstart, move |event| touches(&event));
    // After a click, the navigation itself fetches.
    _ = window_event_listener(ev::click, move |_| drop(hesitation.take()));
}

/// Handles the arrival of a page, whose heading is being added to the document.
///
/// All of this runs in a timer of zero milliseconds, after which the heading is in the
/// document and the router has set the address.
pub(crate) fn arrive(title: String) {
    Effect::new(move |_| {
        let title = title.clone();
        Timeout::new(0, move || {
            if document().title() != title {
                document().set_title(&title);
            }
            if ARRIVED.replace(true) {
                verify();
                settle(&title);
            } else {
                SHOWN.set(path());
                mark_entry();
            }
        })
        .forget();
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
        && let Ok(hide) = js_sys::Reflect::get(&element, &JsValue::from_str("hidePopover"))
        && let Some(hide) = hide.dyn_ref::<js_sys::Function>()
        && let Err(error) = hide.call0(&element)
    {
        leptos::logging::error!("portal: the menu does not close: {error:?}");
    }
}

/// Returns a popover if it is open.
pub(crate) fn open_popover(id: &str) -> Option<Element> {
    let element = document().get_element_by_id(id)?;
    element
        .matches(":popover-open")
        .unwrap_or(false)
        .then_some(element)
}

/// Panics if the page has been rendered but is not in the document, because a script has
/// removed the node beside which it was inserted. The boot script then starts a new instance.
fn verify() {
    let is_empty = document().get_element_by_id(ids::MAIN).is_some() && heading().is_none();
    assert!(!is_empty, "the page is not in the document");
}

fn settle(title: &str) {
    SHOWN.set(path());
    AHEAD.take();
    if let Some(announcer) = document().get_element_by_id(ids::ANNOUNCER) {
        announcer.set_text_content(Some(title));
    }
    if RETURNING.replace(false) {
        let place = PLACES.with_borrow(|places| places.get(entry()).cloned());
        let place = place.unwrap_or_default();
        if !place.link.is_some_and(|href| return_to(&href)) {
            focus(heading().as_ref());
        }
        window().scroll_to_with_x_and_y(0.0, place.scroll);
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

fn follow_history() {
    set_restoration(ScrollRestoration::Manual);
    _ = window_event_listener(ev::scroll, |_| {
        if !RETURNING.get() && SHOWN.with_borrow(|shown| *shown == path()) {
            remember(|place| place.scroll = window().scroll_y().unwrap_or_default());
        }
    });
    // The router would scroll up at once, while the old page is still shown. This listener is
    // registered before the router's, which reads the attribute.
    _ = window_event_listener(ev::click, |event| {
        let Some(link) = link_under(&event) else {
            return;
        };
        if target(&link) == path() {
            follow_here(&link);
        } else if !leads_here(&link) {
            set_attribute(&link, "data-noscroll", "");
            AHEAD.set(target(&link));
        }
    });
    _ = window_event_listener(ev::focusin, |event| {
        let link = link_under(&event).and_then(|link| link.get_attribute("href"));
        remember(|place| place.link = link);
    });
    _ = window_event_listener(ev::popstate, |event| {
        let mark = as_mark(&event.state());
        if let Some(mark) = mark {
            ENTRY.set(mark);
        }
        let leaves = SHOWN.with_borrow(|shown| *shown != path());
        RETURNING.set(leaves && mark.is_some());
        if leaves {
            return;
        }
        if mark.is_some() {
            // The page remains, and shows another state.
            Timeout::new(0, || {
                let place = PLACES.with_borrow(|places| places.get(entry()).cloned());
                window().scroll_to_with_x_and_y(0.0, place.unwrap_or_default().scroll);
            })
            .forget();
        } else {
            mark_entry();
        }
    });
    // After the visitor leaves the document, the browser restores the position on a later
    // return.
    _ = window_event_listener(ev::Custom::<web_sys::Event>::new("pagehide"), |_| {
        set_restoration(ScrollRestoration::Auto);
    });
    _ = window_event_listener(ev::Custom::<web_sys::Event>::new("pageshow"), |_| {
        set_restoration(ScrollRestoration::Manual);
    });
}

/// Follows a link to another part or another state of the current page: adds a history entry,
/// and focuses the target, as the browser does without the app.
fn follow_here(link: &Element) {
    begin_entry();
    let href = link.get_attribute("href").unwrap_or_default();
    Timeout::new(0, move || {
        let target = href
            .split_once('#')
            .and_then(|(_, id)| document().get_element_by_id(id)?.dyn_into().ok());
        focus(target.as_ref());
    })
    .forget();
}

/// Saves the position on the page before another state of it is shown in a new history entry.
pub(crate) fn begin_entry() {
    // A click may arrive before the browser has reported the last scroll.
    remember(|place| place.scroll = window().scroll_y().unwrap_or_default());
    LAST.set(LAST.get() + 1);
    ENTRY.set(LAST.get());
    Timeout::new(0, || {
        // A second click on the same link adds no entry.
        match mark() {
            Some(mark) => ENTRY.set(mark),
            None => store_mark(),
        }
    })
    .forget();
}

/// Returns `true` if a link leads to the page that is shown, or to the one that is arriving.
fn leads_here(link: &Element) -> bool {
    let target = target(link);
    target.is_empty() || target == path() || AHEAD.with_borrow(|ahead| *ahead == target)
}

/// Returns the path that a link leads to; empty for an anchor of the same page.
fn target(link: &Element) -> String {
    let href = link.get_attribute("href").unwrap_or_default();
    href.split(['?', '#']).next().unwrap_or_default().to_owned()
}

fn path() -> String {
    window().location().pathname().unwrap_or_default()
}

/// Gives the current history entry a number, by which its position is found again.
fn mark_entry() {
    let mark = LAST.get() + 1;
    LAST.set(mark);
    ENTRY.set(mark);
    store_mark();
}

fn store_mark() {
    let stored = window()
        .history()
        .and_then(|history| history.replace_state_with_url(&JsValue::from(ENTRY.get()), "", None));
    if let Err(error) = stored {
        leptos::logging::error!("portal: the history entry cannot be marked: {error:?}");
    }
}

fn remember(change: impl FnOnce(&mut Place)) {
    // A filter that replaced the address has removed the number.
    if mark().is_none() && ARRIVED.get() {
        store_mark();
    }
    PLACES.with_borrow_mut(|places| {
        if places.len() <= entry() {
            places.resize(entry() + 1, Place::default());
        }
        if let Some(place) = places.get_mut(entry()) {
            change(place);
        }
    });
}

/// Returns the number that is stored in the history entry.
fn mark() -> Option<u32> {
    let state = window().history().and_then(|history| history.state());
    state.ok().as_ref().and_then(as_mark)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "only non-negative integers are stored"
)]
fn as_mark(state: &JsValue) -> Option<u32> {
    state.as_f64().map(|mark| mark as u32)
}

/// Returns the number of the current history entry, as an index.
fn entry() -> usize {
    usize::try_from(ENTRY.get()).unwrap_or(0)
}

fn set_restoration(way: ScrollRestoration) {
    if let Ok(history) = window().history()
        && let Err(error) = history.set_scroll_restoration(way)
    {
        leptos::logging::error!("portal: scroll restoration cannot be set: {error:?}");
    }
}

/// Focuses the first link to an address that accepts the focus. The same link may also be in a
/// closed menu, where it does not.
fn return_to(href: &str) -> bool {
    let Ok(links) = document().query_selector_all("a[href]") else {
        return false;
    };
    (0..links.length())
        .filter_map(|at| links.item(at)?.dyn_into::<HtmlElement>().ok())
        .filter(|link| link.get_attribute("href").as_deref() == Some(href))
        .any(|link| {
            focus(Some(&link));
            document().active_element().as_ref() == Some(&*link)
        })
}

/// Returns the page's only `h1`, which is focused when a page arrives.
fn heading() -> Option<HtmlElement> {
    let heading = document().query_selector("#main h1").ok()??;
    heading.dyn_into().ok()
}

fn focus(element: Option<&HtmlElement>) {
    let Some(element) = element else {
        return;
    };
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Err(error) = element.focus_with_options(&options) {
        leptos::logging::error!("portal: the focus cannot be moved: {error:?}");
    }
}

fn set_attribute(element: &Element, name: &str, value: &str) {
    if let Err(error) = element.set_attribute(name, value) {
        leptos::logging::error!("portal: {name} cannot be set: {error:?}");
    }
}

/// Returns the link that an event happened on, unless the browser follows it itself.
fn link_under(event: &web_sys::Event) -> Option<Element> {
    event
        .target()?
        .dyn_into::<Element>()
        .ok()?
        .closest("a[href]:not([rel~=external]):not([target]):not([download])")
        .ok()?
}

fn inside(base: &BasePath, link: &Element) -> Option<Route> {
    let href = link.get_attribute("href")?;
    base.strip(&href).and_then(Route::parse)
}

/// Returns `true` if the visitor has turned on the browser's option to save data.
fn saves_data() -> bool {
    let get = |object: &JsValue, key: &str| js_sys::Reflect::get(object, &JsValue::from_str(key));
    get(window().navigator().as_ref(), "connection")
        .and_then(|connection| get(&connection, "saveData"))
        .is_ok_and(|asked| asked.is_truthy())
}
