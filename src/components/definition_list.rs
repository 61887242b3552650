//! Definition list of an item's properties.

use super::IntoBlock as _;
use leptos::prelude::*;

/// A term and its value.
pub type Definition = (&'static str, AnyView);

/// Returns a term and its value, if there is one.
#[must_use]
pub fn definition<View: IntoView + 'static>(
    term: &'static str,
    value: Option<View>,
) -> Option<Definition> {
    value.map(|value| (term, value.into_block()))
}

/// Definition list of the known properties; `None` if there are none.
#[component]
pub fn DefinitionList(
    /// Properties in their order.
    facts: Vec<Option<Definition>>,
) -> Option<AnyView> {
    let rows: Vec<_> = facts
        .into_iter()
        .flatten()
        .map(|(term, value)| view! { <div><dt>{term}</dt><dd>{value}</dd></div> })
        .collect();
    if rows.is_empty() {
        return None;
    }
    Some(view! { <dl class="facts">{rows}</dl> }.into_static())
}
