//! The address of a page, for those who hold it on paper.

use super::{IntoBlock as _, portal};
use crate::route::Route;
use leptos::prelude::*;

/// The page's full address; the style sheets show it in print only.
#[component]
pub fn PageAddress(
    /// The page.
    route: Route,
) -> AnyView {
    let portal = portal();
    let address = format!("{}{}", portal.site.origin, portal.base.href(&route));
    view! { <p class="page-address">{address}</p> }.into_still()
}
