//! Documents of all types in one list.

use crate::components::{IntoBlock as _, Portal, portal};
use crate::wire::SearchHit;
use leptos::prelude::*;

/// A list of documents of all types: title, type or section, date.
#[component]
pub fn Documents(
    /// Documents in their order.
    documents: Vec<SearchHit>,
) -> AnyView {
    let portal = portal();
    let rows: Vec<AnyView> = documents
        .into_iter()
        .map(|document| {
            let what = document_kind(&portal, &document).to_owned();
            view! {
                <li class="document">
                    <a class="document__title" href=document.href inner_html=document.title></a>
                    <span class="document__note">{what}</span>
                    {document_date(document.date)}
                </li>
            }
            .into_static()
        })
        .collect();
    view! { <ul class="documents">{rows}</ul> }.into_static()
}

/// Returns the date of a document in its numeric form; `None` if it has no date.
#[must_use]
pub fn document_date(date: String) -> Option<AnyView> {
    let view = |date| view! { <time class="document__note">{date}</time> }.into_static();
    (!date.is_empty()).then(|| view(date))
}

/// Returns the section of a document, which is more specific, or else its type.
#[must_use]
pub fn document_kind<'a>(portal: &'a Portal, document: &'a SearchHit) -> &'a str {
    if document.section.is_empty() {
        portal.text.search_type(&document.kind)
    } else {
        portal.site.section_name(&document.section)
    }
}
