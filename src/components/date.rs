//! A date that people and machines can read.

use super::class::class_if_any;
use super::{IntoBlock as _, text};
use crate::wire::Date;
use leptos::prelude::*;

/// A date in the words of the interface, with its machine's form as an attribute.
#[component]
pub fn DateText(
    /// The date.
    date: Date,
    /// The class, for the style sheet.
    #[prop(optional)]
    class: &'static str,
) -> AnyView {
    let words = text().date(&date);
    view! {
        <time datetime=date.iso().to_owned() {..class_if_any(class)}>
            {words}
        </time>
    }
    .into_still()
}
