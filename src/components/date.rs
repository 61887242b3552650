//! Date in a `time` element.

use super::optional_class::class_if_any;
use super::{IntoBlock as _, text};
use crate::wire::Date;
use leptos::prelude::*;

/// A date in the format of the language, with the machine-readable form as an attribute.
#[component]
pub fn DateText(
    /// Date.
    date: Date,
    /// CSS class.
    #[prop(optional)]
    class: &'static str,
) -> AnyView {
    let words = text().date(&date);
    view! {
        <time datetime=date.iso().to_owned() {..class_if_any(class)}>
            {words}
        </time>
    }
    .into_static()
}
