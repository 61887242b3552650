//! Links of the page, and where they lead.

use crate::route::{BasePath, Route};
use leptos::prelude::window;
use wasm_bindgen::JsCast as _;
use web_sys::Element;

/// Links that the app follows.
pub(super) const FOLLOWED: &str = "a[href]:not([rel~=external]):not([target]):not([download])";

/// Returns the link that an event happened on, unless the browser follows it itself.
pub(super) fn link_under(event: &web_sys::Event) -> Option<Element> {
    event
        .target()?
        .dyn_into::<Element>()
        .ok()?
        .closest(FOLLOWED)
        .ok()?
}

/// Returns the page of the portal that a link leads to.
pub(super) fn route_of(base: &BasePath, link: &Element) -> Option<Route> {
    base.page_at(&target(link))
}

/// Returns the path that a link leads to; empty for an anchor of the same page.
pub(super) fn target(link: &Element) -> String {
    let href = link.get_attribute("href").unwrap_or_default();
    href.split(['?', '#']).next().unwrap_or_default().to_owned()
}

pub(super) fn path() -> String {
    window().location().pathname().unwrap_or_default()
}

/// Sets or removes an attribute.
pub(super) fn mark(element: &Element, name: &str, is_set: bool) {
    // Only a name that is none fails.
    _ = if is_set {
        element.set_attribute(name, "")
    } else {
        element.remove_attribute(name)
    };
}
