//! Address of a page in print.

use crate::components::{IntoBlock as _, portal};
use crate::route::Route;
use leptos::prelude::*;

/// Absolute address of the page, which the style sheets show in print only.
#[component]
pub fn PageAddress(
    /// Page.
    route: Route,
) -> AnyView {
    let portal = portal();
    let address = format!("{}{}", portal.site.origin, portal.base.href(&route));
    view! { <p class="page-address">{address}</p> }.into_static()
}
