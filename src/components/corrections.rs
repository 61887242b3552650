//! What was corrected after publication.

use super::{DateText, IntoBlock as _, text};
use crate::ids;
use crate::wire::Correction;
use leptos::prelude::*;

/// The corrections of a text; nothing when there are none.
#[component]
pub fn Corrections(
    /// The corrections in their order.
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
        .into_still(),
    )
}
