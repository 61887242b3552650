//! Directory of links.

use crate::components::{Breadcrumbs, Heading, IntoBlock as _, LinkGroups, text};
use crate::wire;
use leptos::prelude::*;

/// Links to other sites, by group.
pub(crate) fn view(links: wire::Links) -> AnyView {
    let text = text();
    let body = if links.groups.is_empty() {
        view! { <p class="nothing">{text.nothing_here}</p> }.into_block()
    } else {
        view! { <LinkGroups groups=links.groups/> }.into_block()
    };
    view! {
        <Breadcrumbs/>
        <header class="page-head"><Heading title=text.links/></header>
        {body}
    }
    .into_block()
}
