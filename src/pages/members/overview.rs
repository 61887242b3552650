//! What publishing has made of all members, below the list.

use crate::components::{IntoBlock as _, ProseView};
use crate::wire::Prose;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use leptos::web_sys::{Element, HtmlElement};

/// The members along the chain and by province.
///
/// During prerender it is what it is later: plain links, which the router follows without
/// loading a document, with one exception.
#[component]
pub(super) fn Overview(
    /// The finished HTML.
    html: Prose,
) -> AnyView {
    view! { <div on:click=follow_twin><ProseView prose=html class="overview"/></div> }.into_block()
}

/// The router does not see links inside of a picture. Each of them has a twin in the table
/// beside it, which is followed in its place.
fn follow_twin(event: MouseEvent) {
    if event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key() {
        return;
    }
    let link = event_target::<Element>(&event).closest("svg a");
    if let Ok(Some(link)) = link
        && let Some(href) = link.get_attribute("href")
        && let Ok(Some(twin)) = document().query_selector(&format!("th a[href='{href}']"))
        && let Ok(twin) = twin.dyn_into::<HtmlElement>()
    {
        event.prevent_default();
        // Its click comes by here, too, where this one has to be over by then.
        queue_microtask(move || twin.click());
    }
}
