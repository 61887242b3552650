//! What a browser does on a page load and a router does not: focus, announcement, scroll.
//!
//! The router swaps the view and sets the address. Here the document's title follows, the
//! new page's heading gets the focus and is announced politely, Back restores scroll and
//! focus, and data is fetched while a visitor still hesitates over a link. Browser only.

use crate::components::portal;
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

/// How long the pointer rests on a link before its data is fetched, in milliseconds: a
/// pointer that only crosses a list fetches nothing.
const HESITATION: u32 = 80;

/// Where a visitor was on a page: how far down, and on which link.
#[derive(Debug, Clone, Default)]
struct Place {
    scroll: f64,
    link: Option<String>,
}

thread_local! {
    /// The mark of the history entry that is shown.
    static ENTRY: Cell<u32> = const { Cell::new(0) };
    /// The last mark that was given to an entry.
    static LAST: Cell<u32> = const { Cell::new(0) };
    /// The place on each entry's page, by the entry's mark.
    static PLACES: RefCell<Vec<Place>> = const { RefCell::new(Vec::new()) };
    /// Whether the page that is arriving was reached by Back or Forward.
    static RETURNING: Cell<bool> = const { Cell::new(false) };
    /// The path of the page that is shown. The address changes before the page does.
    static SHOWN: RefCell<String> = const { RefCell::new(String::new()) };
    /// The path that the last click leads to; its data is on the way already.
    static AHEAD: RefCell<String> = const { RefCell::new(String::new()) };
    /// Whether a first page has been shown; a browser treats that one rightly by itself.
    static ARRIVED: Cell<bool> = const { Cell::new(false) };
}

/// Begins to follow the visitor, and tells the page that the app has taken over.
pub(crate) fn begin(hydrated: RwSignal<bool>) {
    Effect::new(move |_| {
        hydrated.set(true);
        if let Some(html) = document().document_element() {
            set_attribute(&html, "data-hydrated", "");
        }
    });
    follow_history();
    if !saves_data() {
        fetch_ahead(portal().base);
    }
}

/// Fetches a page's data while the visitor still hesitates over the link to it.
fn fetch_ahead(base: BasePath) {
    let hesitation: Rc<RefCell<Option<Timeout>>> = Rc::default();
    let on = |after: u32| {
        let base = base.clone();
        let hesitation = Rc::clone(&hesitation);
        move |event: &web_sys::Event| {
            let file = link_under(event)
                .filter(|link| !leads_here(link))
                .and_then(|link| inside(&base, &link))
                .map(|route| DataFile::of(&route));
            let base = base.clone();
            hesitation
                .replace(file.map(|file| Timeout::new(after, move || prefetch(&base, &file))));
        }
    };
    let (rests, focuses, touches) = (on(HESITATION), on(HESITATION), on(0));
    _ = window_event_listener(ev::pointerover, move |event| rests(&event));
    _ = window_event_listener(ev::focusin, move |event| focuses(&event));
    _ = window_event_listener(ev::touchstart, move |event| touches(&event));
    // Whoever clicks hesitates no more: the navigation itself fetches.
    _ = window_event_listener(ev::click, move |_| drop(hesitation.take()));
}

/// A page has arrived: its heading is being put into the document.
///
/// Everything waits for a timer of zero, after which the heading stands there and the
/// router has set the address.
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

/// Closes a menu that the browser opened as a popover.
pub(crate) fn close_popover(id: &str) {
    if let Some(element) = open_popover(id)
        && let Ok(hide) = js_sys::Reflect::get(&element, &JsValue::from_str("hidePopover"))
        && let Some(hide) = hide.dyn_ref::<js_sys::Function>()
        && let Err(error) = hide.call0(&element)
    {
        leptos::logging::error!("portal: the menu does not close: {error:?}");
    }
}

/// A popover, if it is open.
pub(crate) fn open_popover(id: &str) -> Option<Element> {
    let element = document().get_element_by_id(id)?;
    element
        .matches(":popover-open")
        .unwrap_or(false)
        .then_some(element)
}

/// Stops the app where the page has come but does not stand in the document: somebody has
/// taken out the node beside which it was put. The boot script then begins anew.
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
    // The router would scroll up at once, under the eyes of a visitor who still sees the old
    // page. This listener is there before the router's, which reads the attribute.
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
            // The page stays, and shows another state of itself.
            Timeout::new(0, || {
                let place = PLACES.with_borrow(|places| places.get(entry()).cloned());
                window().scroll_to_with_x_and_y(0.0, place.unwrap_or_default().scroll);
            })
            .forget();
        } else {
            mark_entry();
        }
    });
    // Leaving the document hands the restoring of a later return back to the browser.
    _ = window_event_listener(ev::Custom::<web_sys::Event>::new("pagehide"), |_| {
        set_restoration(ScrollRestoration::Auto);
    });
    _ = window_event_listener(ev::Custom::<web_sys::Event>::new("pageshow"), |_| {
        set_restoration(ScrollRestoration::Manual);
    });
}

/// A link to another part or another state of the page that is shown gets a history entry of
/// its own, and the focus goes where the link points, as in a page without an app.
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

/// Remembers the place on the page, of which another state is about to be shown in an entry
/// of its own.
pub(crate) fn begin_entry() {
    // A click may come before the browser has told of the last scrolling.
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

/// Whether a link leads to the page that is shown, or to the one that is arriving.
fn leads_here(link: &Element) -> bool {
    let target = target(link);
    target.is_empty() || target == path() || AHEAD.with_borrow(|ahead| *ahead == target)
}

/// The path that a link leads to; empty for an anchor of the same page.
fn target(link: &Element) -> String {
    let href = link.get_attribute("href").unwrap_or_default();
    href.split(['?', '#']).next().unwrap_or_default().to_owned()
}

fn path() -> String {
    window().location().pathname().unwrap_or_default()
}

/// Gives the history entry that is shown a mark by which its place is found again.
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
    // A filter that replaced its address has wiped the mark.
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

/// The mark that the history entry carries.
fn mark() -> Option<u32> {
    let state = window().history().and_then(|history| history.state());
    state.ok().as_ref().and_then(as_mark)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "only whole marks are ever stored"
)]
fn as_mark(state: &JsValue) -> Option<u32> {
    state.as_f64().map(|mark| mark as u32)
}

/// The mark of the history entry that is shown, as an index.
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

/// Puts the focus on the first link to an address that takes it: the same link may also
/// stand in a closed menu, which takes none.
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

/// The page's one heading, which takes the focus of whoever arrives.
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

/// The link that an event happened on, unless it is one that the browser follows itself.
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

/// Whether the visitor has asked the browser to be sparing with data.
fn saves_data() -> bool {
    let get = |object: &JsValue, key: &str| js_sys::Reflect::get(object, &JsValue::from_str(key));
    get(window().navigator().as_ref(), "connection")
        .and_then(|connection| get(&connection, "saveData"))
        .is_ok_and(|asked| asked.is_truthy())
}
