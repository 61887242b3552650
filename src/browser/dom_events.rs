//! Event listeners of elements. Browser only.
//!
//! The framework's own way is one handler for each event of each element. A single listener
//! for all events of a form saves 1.6 KB of what every visitor loads for the search.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event};

/// Calls a function for the events of these names that reach an element, as long as the
/// element exists. The function receives the name of each event and its target.
pub(crate) fn listen(
    element: &Element,
    names: &[&str],
    hear: impl Fn(&str, &Element, &Event) + 'static,
) {
    let heard = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let target = event.target().and_then(|target| target.dyn_into().ok());
        if let Some(target) = target {
            hear(&event.type_(), &target, &event);
        }
    });
    let heard = heard.into_js_value();
    for name in names {
        if let Err(error) = element.add_event_listener_with_callback(name, heard.unchecked_ref()) {
            leptos::logging::error!("portal: {name} is not heard: {error:?}");
        }
    }
}
