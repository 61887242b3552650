//! Groups of links to other sites.

use crate::components::{IntoBlock as _, OutsideLink, PictureView};
use crate::wire::LinkGroup;
use leptos::prelude::*;

/// Groups of links, each with a heading.
#[component]
pub fn LinkGroups(
    /// Groups in their order.
    groups: Vec<LinkGroup>,
    /// `true` if the groups are below a heading of the second level.
    #[prop(optional)]
    nested: bool,
) -> AnyView {
    let groups = groups
        .into_iter()
        .map(|group| {
            let heading = if nested {
                view! { <h3>{group.name}</h3> }.into_block()
            } else {
                view! { <h2>{group.name}</h2> }.into_block()
            };
            let links = group
                .links
                .into_iter()
                .map(|link| {
                    let logo = link.logo.map(|logo| {
                        view! { <PictureView picture=logo class="link-groups__logo"/> }
                    });
                    let note = link
                        .note
                        .map(|note| view! { <span class="link-groups__note">{note}</span> });
                    view! { <li>{logo}<OutsideLink href=link.url label=link.name/>{note}</li> }
                })
                .collect_view();
            view! { <section class="link-group">{heading}<ul>{links}</ul></section> }
        })
        .collect_view();
    view! { <div class="link-groups">{groups}</div> }.into_static()
}
