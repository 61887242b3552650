//! Screen for addresses that mean nothing.

use super::{Place, main, words};
use leptos::prelude::*;

/// Shows the way back.
pub(super) fn screen() -> AnyView {
    let back = view! { <p><a href=Place::Start.href()>{words::START}</a></p> };
    main("start", words::LOST, back)
}
