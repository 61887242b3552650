//! Focus on the heading of a new page, or on the link by which a page was left.

use leptos::prelude::document;
use wasm_bindgen::JsCast as _;
use web_sys::{FocusOptions, HtmlElement};

/// Focuses the first link to an address that accepts the focus. The same link may also be in a
/// closed menu, where it does not.
pub(super) fn return_to(href: &str) -> bool {
    let Ok(links) = document().query_selector_all("a[href]") else {
        return false;
    };
    (0..links.length())
        .filter_map(|at| links.item(at)?.dyn_into::<HtmlElement>().ok())
        .filter(|link| link.get_attribute("href").as_deref() == Some(href))
        .any(|link| {
            focus(Some(&link));
            document().active_element().as_ref() == Some(&*link)
        })
}

/// Returns the page's only `h1`, which is focused when a page arrives.
pub(super) fn heading() -> Option<HtmlElement> {
    let heading = document().query_selector("#main h1").ok()??;
    heading.dyn_into().ok()
}

/// Focuses an element without scrolling to it.
pub(super) fn focus(element: Option<&HtmlElement>) {
    let Some(element) = element else {
        return;
    };
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Err(error) = element.focus_with_options(&options) {
        leptos::logging::error!("portal: the focus cannot be moved: {error:?}");
    }
}
