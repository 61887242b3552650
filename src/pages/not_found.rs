//! Page for unknown addresses.

use crate::components::{Heading, IntoBlock as _, NotFoundHelp, WaysOn, text};
use leptos::prelude::*;

/// Message that the page does not exist, and links to the main pages.
#[component]
pub fn NotFound() -> AnyView {
    let text = text();
    view! {
        <div class="problem">
            <Heading title=text.not_found/>
            <p>{text.not_found_help}</p>
            <NotFoundHelp/>
            <WaysOn/>
        </div>
    }
    .into_static()
}
