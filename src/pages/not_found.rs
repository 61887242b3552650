//! Page for unknown addresses.

use crate::components::{Heading, IntoBlock as _, Lost, WaysOn, text};
use leptos::prelude::*;

/// Message that the page does not exist, and links to the main pages.
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
