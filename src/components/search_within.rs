//! The way from a part of the portal to the search in it.

use super::{IntoBlock as _, portal};
use crate::route::Asked;
use leptos::prelude::*;

/// A link to the search, narrowed to what the page lists.
#[component]
pub fn SearchWithin(
    /// The place of the search's address that it is narrowed by.
    place: usize,
    /// The value there.
    value: String,
    /// What the page lists.
    name: String,
) -> AnyView {
    let portal = portal();
    let href = portal.base.search(&Asked::default().with(place, value));
    let label = portal.text.search_within.with(&[&name]);
    view! { <a href=href class="search-within">{label}</a> }.into_still()
}
