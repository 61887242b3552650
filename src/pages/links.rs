//! Directory of links.

use super::current_route;
use crate::components::{
    Breadcrumbs, Heading, IntoBlock as _, LinkGroups, PageData, ready_view, text,
};
use crate::wire;
use leptos::prelude::*;

/// Links to other sites, by group.
#[component]
pub fn Links() -> impl IntoView {
    view! { <PageData route=current_route() view=|json| ready_view(json.read().map(show))/> }
}

fn show(links: wire::Links) -> AnyView {
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
