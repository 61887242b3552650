//! Documents of all types in one list.

use super::{IntoBlock as _, Portal, portal};
use crate::wire::SearchHit;
use leptos::prelude::*;

/// A list of documents of all types: title, type or section, date.
#[component]
pub fn Documents(
    /// The documents in their order.
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
            .into_still()
        })
        .collect();
    view! { <ul class="documents">{rows}</ul> }.into_still()
}

/// A document's date, in the form that people compare at a glance and machines read; nothing
/// for what has none.
#[must_use]
pub fn document_date(date: String) -> Option<AnyView> {
    let view = |date| view! { <time class="document__note">{date}</time> }.into_still();
    (!date.is_empty()).then(|| view(date))
}

/// What a document is: its section says more than its type.
#[must_use]
pub fn document_kind<'a>(portal: &'a Portal, document: &'a SearchHit) -> &'a str {
    if document.section.is_empty() {
        portal.text.search_type(&document.kind)
    } else {
        portal.site.section_name(&document.section)
    }
}
