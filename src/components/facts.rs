//! Facts about something, as terms and what they stand for.

use super::IntoBlock as _;
use leptos::prelude::*;

/// A fact: its term and its value.
pub type Fact = (&'static str, AnyView);

/// A fact, if there is a value.
#[must_use]
pub fn fact(term: &'static str, value: Option<String>) -> Option<Fact> {
    value.map(|value| (term, value.into_block()))
}

/// A fact, if there is a view of it.
#[must_use]
pub fn fact_of<View: IntoView + 'static>(term: &'static str, value: Option<View>) -> Option<Fact> {
    value.map(|value| (term, value.into_block()))
}

/// The facts that are known; nothing when none is.
#[component]
pub fn Facts(
    /// The facts in their order.
    facts: Vec<Option<Fact>>,
) -> Option<AnyView> {
    let rows: Vec<_> = facts
        .into_iter()
        .flatten()
        .map(|(term, value)| view! { <div><dt>{term}</dt><dd>{value}</dd></div> })
        .collect();
    if rows.is_empty() {
        return None;
    }
    Some(view! { <dl class="facts">{rows}</dl> }.into_still())
}
