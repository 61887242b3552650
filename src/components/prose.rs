//! A text that was rendered when the portal was built.

use super::IntoBlock as _;
use crate::wire::Prose;
use leptos::prelude::*;

/// Finished HTML as a block of prose.
///
/// In the page that is being hydrated the text is there already and is left as it is, so
/// the page need not carry it twice.
#[component]
pub fn ProseView(
    /// The text.
    prose: Prose,
) -> AnyView {
    let html = prose.html.unwrap_or_else(shown);
    view! { <div class="prose" inner_html=html></div> }.into_still()
}

/// The text of the page that is being hydrated.
fn shown() -> String {
    #[cfg(target_arch = "wasm32")]
    if let Ok(Some(prose)) = document().query_selector("#main .prose") {
        return prose.inner_html();
    }
    String::new()
}
