//! Events of the search field. Browser only.

use super::focus::{FIELD, find, focus_field};
use super::{FORM, Field, is_composing, keys};
use crate::browser::dom_events::listen;
use crate::route::SearchQuery;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event};

/// Events of the form that are handled.
const EVENTS: [&str; 9] = [
    "submit",
    "toggle",
    "focusin",
    "focusout",
    "input",
    "compositionend",
    "keydown",
    "mousedown",
    "click",
];
/// Attribute of an entry with its index in the list.
pub(crate) const PLACE: &str = "data-at";

/// Listens to the form, which remains as long as the app runs.
pub(crate) fn hear(field: Field) {
    let Some(form) = document().get_element_by_id(FORM) else {
        return;
    };
    listen(&form, &EVENTS, move |name, target, event| {
        field.hear(name, target, event);
    });
}

impl Field {
    fn hear(self, name: &str, target: &Element, event: &Event) {
        let is_of_field = target.matches(FIELD).unwrap_or(false);
        match name {
            "submit" => {
                event.prevent_default();
                self.submit();
            }
            "toggle" if crate::browser::navigation::open_popover(FORM).is_some() => focus_field(),
            "focusin" if is_of_field => {
                self.open.set(true);
                crate::browser::search_client::start();
            }
            "focusout" => self.open.set(false),
            "input" if !is_composing(event) => self.write(event_target_value(event)),
            "compositionend" => self.write(event_target_value(event)),
            "keydown" if is_of_field => self.press(event.unchecked_ref()),
            // The focus remains in the field.
            "mousedown" if !is_of_field => event.prevent_default(),
            "click" => {
                let entry = target.closest("[data-at]").ok().flatten();
                let place = entry.and_then(|entry| entry.get_attribute(PLACE));
                if let Some(place) = place.and_then(|place| place.parse().ok()) {
                    self.follow(place);
                }
            }
            _ => {}
        }
    }

    fn write(self, words: String) {
        self.active.set(None);
        self.open.set(true);
        self.words.set(words);
    }

    /// Goes to the search page for the text in the field.
    fn submit(self) {
        let typed = find(FIELD).map(|input| input.value());
        let asked = SearchQuery::default().with(SearchQuery::WORDS, typed.unwrap_or_default());
        let address = self.base.with_value(|base| base.search(&asked));
        self.go.run(address);
    }

    /// Goes to the page of an entry in the list.
    fn follow(self, place: usize) {
        let href = self
            .rows
            .with_untracked(|rows| rows.get(place).map(|row| row.href.clone()));
        if let Some(href) = href {
            self.go.run(href);
        }
    }

    fn press(self, event: &KeyboardEvent) {
        // An input method uses these keys for its suggestions.
        if event.is_composing() {
            return;
        }
        let key = event.key();
        let active = self.active.get_untracked();
        let is_expanded = untrack(|| self.is_expanded());
        let count = self.rows.with_untracked(Vec::len);
        if let Some(active) = keys::moved(&key, active, count) {
            self.open.set(true);
            self.active.set(active);
        } else if key == "Escape" && is_expanded {
            self.open.set(false);
            self.active.set(None);
        } else if let ("Enter", true, Some(place)) = (key.as_str(), is_expanded, active) {
            self.follow(place);
        } else {
            return;
        }
        event.prevent_default();
    }
}
