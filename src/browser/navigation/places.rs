//! Positions on the pages of the history: the scroll position and the focused link.

use gloo_timers::callback::Timeout;
use leptos::prelude::window;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsValue;
use web_sys::ScrollRestoration;

/// Position of a visitor on a page: the scroll position and the focused link.
#[derive(Debug, Clone, Default)]
pub(super) struct Place {
    pub(super) scroll: f64,
    pub(super) link: Option<String>,
}

thread_local! {
    /// Number of the current history entry.
    static ENTRY: Cell<u32> = const { Cell::new(0) };
    /// Highest number that has been given to an entry.
    static LAST: Cell<u32> = const { Cell::new(0) };
    /// Positions on the pages of the entries, indexed by the entry's number.
    static PLACES: RefCell<Vec<Place>> = const { RefCell::new(Vec::new()) };
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

/// Gives the current history entry a number, by which its position is found again.
pub(super) fn mark_entry() {
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

pub(super) fn remember(change: impl FnOnce(&mut Place)) {
    // A filter that replaced the address has removed the number.
    if mark().is_none() && LAST.get() > 0 {
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
pub(super) fn as_mark(state: &JsValue) -> Option<u32> {
    state.as_f64().map(|mark| mark as u32)
}

/// Makes the history entry with this number the current one.
pub(super) fn set_entry(mark: u32) {
    ENTRY.set(mark);
}

/// Returns the position on the current page.
pub(super) fn current() -> Place {
    PLACES
        .with_borrow(|places| places.get(entry()).cloned())
        .unwrap_or_default()
}

/// Scrolls to the position on the current page.
pub(super) fn scroll_back() {
    window().scroll_to_with_x_and_y(0.0, current().scroll);
}

/// Returns the number of the current history entry, as an index.
fn entry() -> usize {
    usize::try_from(ENTRY.get()).unwrap_or(0)
}

/// Sets who restores the scroll position: the browser, or the app.
pub(super) fn set_restoration(way: ScrollRestoration) {
    if let Ok(history) = window().history()
        && let Err(error) = history.set_scroll_restoration(way)
    {
        leptos::logging::error!("portal: scroll restoration cannot be set: {error:?}");
    }
}
