//! Questions of the search page to the search worker, and excerpts of visible hits. Browser
//! only.

use super::{MANY, SearchState, events};
use crate::browser::search_client;
use crate::route::SearchQuery;
use crate::wire::SearchAnswer;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry};

/// Name of the page for the search client.
const PLACE: &str = "page";

/// Asks the query of the address, whenever it changes.
pub(super) fn follow(page: SearchState) {
    search_client::listen(PLACE, move |told| hear(page, told));
    Effect::new(move |before: Option<(String, usize)>| {
        let asked = page.asked.get();
        let (words, tries) = (asked.words().to_owned(), page.tries.get());
        let mut many = page.many.get();
        if before.is_none() {
            events::hear(page);
        }
        let tried_before = before.as_ref().map_or(0, |(_, tries)| *tries);
        if before.is_none_or(|(before, _)| before != words) {
            show_words(page, &words);
            if many != MANY {
                many = MANY;
                page.many.set(MANY);
            }
        }
        page.answer.update(|answer| {
            answer.failed = false;
            SearchAnswer::SEARCHING.clone_into(&mut answer.told.state);
        });
        if words.is_empty() {
            page.answer.set(super::Answer::default());
        } else {
            search_client::ask(PLACE, &asked.query(), many, tries > tried_before);
        }
        (words, tries)
    });
    let observer = observe(page);
    Effect::new(move |_| {
        page.answer.track();
        let Some(observer) = observer.clone() else {
            return;
        };
        // In the next frame the hits are in the document.
        request_animation_frame(move || {
            observer.disconnect();
            each("#search-results li:not([data-shown])", |hit| {
                observer.observe(hit)
            });
        });
    });
}

/// Sets the field to the words of the address, unless they are the same. Text that was typed
/// before hydration is written to the address instead.
fn show_words(page: SearchState, words: &str) {
    let Some(field) = events::field(page) else {
        return;
    };
    if words.is_empty() && !field.value().is_empty() {
        page.ask_for(SearchQuery::WORDS, field.value(), false);
    } else if field.value() != words {
        field.set_value(words);
    }
}

fn hear(page: SearchState, told: Option<SearchAnswer>) {
    let Some(told) = told else {
        page.answer.update(|answer| answer.failed = true);
        return;
    };
    for (part, excerpt) in &told.excerpts {
        each("#search-results li", |hit| {
            if hit.get_attribute("data-part").as_deref() == Some(part)
                && let Ok(Some(place)) = hit.query_selector(".search-hit__excerpt")
            {
                place.set_inner_html(excerpt);
            }
        });
    }
    if !told.state.is_empty() {
        page.answer.update(|answer| {
            answer.words = page.asked.with_untracked(|asked| asked.words().to_owned());
            answer.told = told;
        });
    }
}

/// Requests the excerpts of hits that become visible.
fn observe(page: SearchState) -> Option<IntersectionObserver> {
    let seen = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
        let mut parts = Vec::new();
        for entry in entries.iter() {
            let entry: IntersectionObserverEntry = entry.unchecked_into();
            let hit = entry.target();
            if entry.is_intersecting() && !hit.has_attribute("data-shown") {
                _ = hit.set_attribute("data-shown", "");
                parts.extend(hit.get_attribute("data-part"));
            }
        }
        if !parts.is_empty() {
            let query = page.asked.with_untracked(|asked| asked.query());
            search_client::ask_for_excerpts(PLACE, &query, &parts);
        }
    });
    let seen = seen.into_js_value();
    let observer = IntersectionObserver::new(seen.unchecked_ref()).ok()?;
    let observing = observer.clone();
    on_cleanup(move || observing.disconnect());
    Some(observer)
}

fn each(selector: &str, act: impl Fn(&Element)) {
    let Ok(found) = document().query_selector_all(selector) else {
        return;
    };
    for at in 0..found.length() {
        if let Some(element) = found.item(at).and_then(|node| node.dyn_into().ok()) {
            act(&element);
        }
    }
}
