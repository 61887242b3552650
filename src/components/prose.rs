//! A text that was rendered when the portal was built.

use super::IntoBlock as _;
use crate::ids;
use crate::wire::Prose;
use leptos::prelude::*;
use leptos::web_sys::Element;
use std::cell::RefCell;

/// Finished HTML as a block of prose.
///
/// In the page that is taken over the text is there already and is left as it is, so the page
/// need not carry it twice.
#[component]
pub fn ProseView(
    /// The text.
    prose: Prose,
    /// The class, for the style sheet; a page has one text of each.
    #[prop(default = "prose")]
    class: &'static str,
) -> AnyView {
    let html = prose.html.unwrap_or_else(|| shown(class));
    view! { <div class=class inner_html=html></div> }.into_still()
}

thread_local! {
    /// The page whose texts are taken over, where it is made anew.
    static BEFORE: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// Keeps the texts of the page that stands in the document, which is about to be made anew.
pub fn keep_texts() {
    BEFORE.set(document().get_element_by_id(ids::MAIN));
}

/// The text of the page that is taken over.
///
/// # Panics
/// Where somebody has taken the text out of the page: then the app begins anew, and fetches
/// the page's data.
fn shown(class: &str) -> String {
    if cfg!(not(target_arch = "wasm32")) {
        return String::new();
    }
    let page = BEFORE
        .with_borrow(Clone::clone)
        .or_else(|| document().get_element_by_id(ids::MAIN));
    page.and_then(|page| page.query_selector(&format!(".{class}")).ok().flatten())
        .map(|text| text.inner_html())
        .expect("the page has its text")
}
