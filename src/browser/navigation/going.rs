//! Going to another page, by a click, Back or Forward. The listeners here are registered before the
//! router's.

use super::focus::focus;
use super::links::{link_under, mark, path, target};
use super::places::{as_mark, begin_entry, mark_entry, remember, scroll_back, set_entry};
use crate::route::BasePath;
use gloo_timers::callback::Timeout;
use leptos::prelude::{document, window};
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, HtmlElement, MouseEvent, PopStateEvent};

/// Attribute of the document while the next page is on its way. The style sheets show it after
/// a moment.
const WAITING: &str = "data-waiting";

thread_local! {
    /// Path of the page that is shown. On Back, the address changes before the page does.
    static SHOWN: RefCell<String> = const { RefCell::new(String::new()) };
    /// Path that the last click leads to, until its page is shown.
    static NEXT: RefCell<String> = const { RefCell::new(String::new()) };
    /// `true` if the page that is arriving was reached by Back or Forward.
    static RETURNING: Cell<bool> = const { Cell::new(false) };
}

/// Hears an event of the window, before the router does.
pub(super) fn hear(base: &BasePath, kind: &str, event: &Event) {
    match kind {
        "click" => click(base, event.unchecked_ref()),
        "popstate" => go_back(base, event.unchecked_ref()),
        "scroll" if !RETURNING.get() && is_shown(&path()) => {
            remember(|place| place.scroll = window().scroll_y().unwrap_or_default());
        }
        "focusin" => {
            let link = link_under(event).and_then(|link| link.get_attribute("href"));
            remember(|place| place.link = link);
        }
        _ => {}
    }
}

/// Notes that the page at the current address is shown. Returns `true` if it was reached by Back
/// or Forward.
pub(super) fn note_arrival() -> bool {
    SHOWN.set(path());
    depart("");
    RETURNING.replace(false)
}

/// Returns `true` if a link leads to the page that is shown, or to the one that is arriving.
pub(super) fn leads_here(link: &Element) -> bool {
    let target = target(link);
    target.is_empty() || target == path() || NEXT.with_borrow(|next| *next == target)
}

fn click(base: &BasePath, event: &MouseEvent) {
    let is_plain = event.button() == 0
        && !(event.meta_key() || event.alt_key() || event.ctrl_key() || event.shift_key());
    if !is_plain || event.default_prevented() {
        return;
    }
    // Links in drawings are left to the browser.
    let Some(link) = link_under(event).and_then(|link| link.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    let target = target(&link);
    if target == path() {
        depart("");
        follow_here(&link);
        return;
    }
    if target.is_empty() {
        return;
    }
    // The router would scroll up while the old page is still shown. It reads this attribute.
    mark(&link, "data-noscroll", true);
    depart(&target);
    set_waiting(base.page_at(&target).is_some());
}

fn go_back(base: &BasePath, event: &PopStateEvent) {
    depart("");
    let mark = as_mark(&event.state());
    if let Some(mark) = mark {
        set_entry(mark);
    }
    let path = path();
    let leaves = !is_shown(&path);
    RETURNING.set(leaves && mark.is_some());
    if leaves {
        set_waiting(base.page_at(&path).is_some());
    } else if mark.is_some() {
        // The page remains, and shows another state.
        Timeout::new(0, scroll_back).forget();
    } else {
        mark_entry();
    }
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

/// Notes where the visitor goes, and forgets where they were going.
fn depart(to: &str) {
    NEXT.set(to.to_owned());
    set_waiting(false);
}

fn set_waiting(is_waiting: bool) {
    if let Some(html) = document().document_element() {
        mark(&html, WAITING, is_waiting);
    }
}

fn is_shown(path: &str) -> bool {
    SHOWN.with_borrow(|shown| *shown == path)
}
