//! Heading of a page and title of the document.

use crate::components::portal;
use leptos::prelude::*;

/// The only `h1` of the page.
///
/// In the browser it sets the document's title and, after a navigation, is focused and
/// announced. During prerender it reports the title to [`PageReport`](crate::components::PageReport).
#[component]
pub fn Heading(
    /// Text of the heading.
    #[prop(into)]
    title: String,
    /// Title of the document, if it is more specific than the heading; the site's name is
    /// appended.
    #[prop(optional_no_strip)]
    document_title: Option<String>,
) -> impl IntoView {
    let site = portal().site;
    let document_title = match document_title {
        Some(title) => title,
        None => format!("{title} - {}", site.short_name),
    };
    #[cfg(feature = "ssr")]
    if let Some(report) = use_context::<crate::components::PageReport>() {
        report.set_title(&title, document_title.clone());
    }
    #[cfg(target_arch = "wasm32")]
    crate::browser::navigation::arrive(document_title);
    view! { <h1 tabindex="-1">{title}</h1> }
}
