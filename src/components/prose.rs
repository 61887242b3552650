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
    /// The class, for the style sheet; a page has one text of each.
    #[prop(default = "prose")]
    class: &'static str,
) -> AnyView {
    let html = prose.html.unwrap_or_else(|| shown(class));
    view! { <div class=class inner_html=html></div> }.into_still()
}

/// The text of the page that is being hydrated.
fn shown(class: &str) -> String {
    if cfg!(target_arch = "wasm32")
        && let Ok(Some(text)) = document().query_selector(&format!("#main .{class}"))
    {
        return text.inner_html();
    }
    String::new()
}
