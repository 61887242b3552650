//! Events of the search page. Browser only.

use super::{MANY, SearchState};
use crate::browser::dom_events::listen;
use crate::components::is_composing;
use crate::route::SearchQuery;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, HtmlInputElement};

/// Events of the page's root element that are handled.
const EVENTS: [&str; 6] = [
    "submit",
    "focusin",
    "input",
    "compositionend",
    "change",
    "click",
];

/// Returns the search field of the page.
pub(super) fn field(page: SearchState) -> Option<HtmlInputElement> {
    let root = page.root.get_untracked()?;
    let field = root.query_selector(".search-form__field").ok()??;
    field.dyn_into().ok()
}

/// Listens to the page as long as it is shown.
pub(super) fn hear(page: SearchState) {
    let Some(root) = page.root.get_untracked() else {
        return;
    };
    listen(&root, &EVENTS, move |name, target, event| {
        page.hear(name, target, event);
    });
}

impl SearchState {
    fn hear(self, name: &str, target: &Element, event: &Event) {
        let is = |class: &str| target.class_list().contains(class);
        let is_field = is("search-form__field");
        match name {
            "submit" => {
                event.prevent_default();
                let typed = field(self).map(|field| field.value());
                self.ask_for(SearchQuery::WORDS, typed.unwrap_or_default(), true);
            }
            "focusin" if is_field => crate::browser::search_client::start(),
            "input" if is_field && !is_composing(event) => self.write(event),
            "compositionend" if is_field => self.write(event),
            "change" => {
                let place = target.get_attribute("data-place");
                if let Some(place) = place.and_then(|place| place.parse().ok()) {
                    self.ask_for(place, event_target_value(event), true);
                }
            }
            "click" if is("search-retry") => self.tries.update(|tries| *tries += 1),
            "click" if is("search-more") => self.many.update(|many| *many += MANY),
            _ => {}
        }
    }

    fn write(self, event: &Event) {
        self.ask_for(SearchQuery::WORDS, event_target_value(event), false);
    }

    /// Changes one parameter of the address.
    pub(super) fn ask_for(self, place: usize, value: String, is_committed: bool) {
        let asked = self.asked.get_untracked();
        self.apply.run((asked.with(place, value), is_committed));
    }
}
