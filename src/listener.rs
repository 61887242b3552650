//! Hearing an element's events. Browser only.
//!
//! A handler for each event of each element is how the framework would have it. One listener
//! for all events of a form took 1.6 KB off what every visitor loads for the search.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event};

/// Hears events of these names that reach an element, as long as it is in the document; says
/// each event's name, and where it comes from.
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
