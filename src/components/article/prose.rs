//! Text that was rendered when the portal was built.

use crate::components::IntoBlock as _;
use crate::ids;
use crate::wire::Prose;
use leptos::prelude::*;

/// Rendered HTML as a block of prose.
///
/// In a page that is hydrated the text is already there and remains as it is, so the page data
/// need not contain it again.
#[component]
pub fn ProseView(
    /// Text.
    prose: Prose,
    /// CSS class; a page has at most one text of each class.
    #[prop(default = "prose")]
    class: &'static str,
) -> AnyView {
    let html = prose.html.unwrap_or_else(|| shown(class));
    view! { <div class=class inner_html=html></div> }.into_static()
}

/// Returns the HTML of a text in the page.
///
/// # Panics
/// Panics if a script has removed the text from the page. The boot script then starts a new
/// instance of the app, which fetches the page data.
fn shown(class: &str) -> String {
    if cfg!(not(target_arch = "wasm32")) {
        return String::new();
    }
    let page = document().get_element_by_id(ids::MAIN);
    page.and_then(|page| page.query_selector(&format!(".{class}")).ok().flatten())
        .map(|text| text.inner_html())
        .expect("the page has its text")
}
