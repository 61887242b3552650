//! News from the server.

use super::api;
use super::shared::Shared;
use crate::wire::edit::News;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{EventSource, MessageEvent};

/// Listens as long as the editor is open.
pub(super) fn listen(shared: Shared) {
    let Ok(source) = EventSource::new(&api::address("events")) else {
        return;
    };
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let news = event.data().as_string();
        match news.and_then(|news| serde_json::from_str(&news).ok()) {
            Some(News::Changed { files }) => {
                shared.changed.set(files);
                shared.refresh();
            }
            Some(News::Publishing) => shared.publishing.update(|count| *count += 1),
            None => {}
        }
    });
    source.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    heard.forget();
}
