//! What publishing has made of all members: the ways to the parts of the page, and the parts
//! below the list.

use crate::components::{IntoBlock as _, ProseView, text};
use crate::wire::{Heading, Prose};
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use leptos::web_sys::{Element, HtmlElement};

/// Links to the parts of the page; nothing when the list is all there is.
///
/// During prerender they are what they are later. The browser itself follows them.
#[component]
pub(super) fn Parts(
    /// The parts in their order.
    parts: Vec<Heading>,
) -> Option<AnyView> {
    if parts.len() < 2 {
        return None;
    }
    let links = parts
        .into_iter()
        .map(|part| {
            let anchor = format!("#{}", part.id);
            view! { <li><a href=anchor rel="external">{part.text}</a></li> }
        })
        .collect_view();
    Some(
        view! {
            <nav class="page-parts" aria-label=text().on_this_page>
                <ul>{links}</ul>
            </nav>
        }
        .into_still(),
    )
}

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
