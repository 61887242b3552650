//! Link to a search with a filter.

use crate::components::{IntoBlock as _, portal};
use crate::route::SearchQuery;
use leptos::prelude::*;

/// A link to the search page, filtered by the content of the page.
#[component]
pub fn SearchWithin(
    /// Index of the query parameter that filters.
    place: usize,
    /// Value of the parameter.
    value: String,
    /// Name of the content.
    name: String,
) -> AnyView {
    let portal = portal();
    let href = portal
        .base
        .search(&SearchQuery::default().with(place, value));
    let label = portal.text.search_within.with(&[&name]);
    view! { <a href=href class="search-within">{label}</a> }.into_static()
}
