//! Corrections after publication.

use crate::components::{DateText, IntoBlock as _, text};
use crate::ids;
use crate::wire::Correction;
use leptos::prelude::*;

/// Corrections of a text; `None` if there are none.
#[component]
pub fn Corrections(
    /// Corrections in their order.
    corrections: Vec<Correction>,
) -> Option<AnyView> {
    if corrections.is_empty() {
        return None;
    }
    let rows = corrections
        .into_iter()
        .map(|correction| {
            view! { <li><DateText date=correction.date/>" "{correction.note}</li> }
        })
        .collect_view();
    Some(
        view! {
            <section class="corrections" aria-labelledby=ids::CORRECTIONS>
                <h2 id=ids::CORRECTIONS>{text().corrections}</h2>
                <ul>{rows}</ul>
            </section>
        }
        .into_static(),
    )
}
