//! The page for addresses that have none.

use crate::components::{Heading, IntoBlock as _, Lost, WaysOn, text};
use leptos::prelude::*;

/// Says that there is no such page, and where to go on.
#[component]
pub fn NotFound() -> AnyView {
    let text = text();
    view! {
        <div class="problem">
            <Heading title=text.not_found/>
            <p>{text.not_found_help}</p>
            <Lost/>
            <WaysOn/>
        </div>
    }
    .into_still()
}
