//! Overview of all members below the list, which publishing has rendered.

use crate::components::{IntoBlock as _, ProseView};
use crate::wire::Prose;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use leptos::web_sys::{Element, HtmlElement};

/// Members by stage of the industrial chain and by province.
///
/// The prerendered component is the same as in the browser: plain links, which the router
/// follows without loading a document, except those in the map.
#[component]
pub(super) fn Overview(
    /// Rendered HTML.
    html: Prose,
) -> AnyView {
    view! { <div on:click=follow_table_link><ProseView prose=html class="overview"/></div> }
        .into_block()
}

/// Handles a click on a link inside an SVG, which the router ignores. The table beside the map
/// has the same link in HTML, which is clicked instead.
fn follow_table_link(event: MouseEvent) {
    if event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key() {
        return;
    }
    let link = event_target::<Element>(&event).closest("svg a");
    if let Ok(Some(link)) = link
        && let Some(href) = link.get_attribute("href")
        && let Ok(Some(link)) = document().query_selector(&format!("th a[href='{href}']"))
        && let Ok(link) = link.dyn_into::<HtmlElement>()
    {
        event.prevent_default();
        // That click reaches this handler too, which must have returned by then.
        queue_microtask(move || link.click());
    }
}
