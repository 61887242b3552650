//! Table of contents of a long text.

use crate::components::{IntoBlock as _, text};
use crate::ids;
use crate::wire::Heading;
use leptos::prelude::*;

/// Links to the headings of the text on this page; `None` if there are too few of them.
#[component]
pub fn TableOfContents(
    /// Headings in their order.
    headings: Vec<Heading>,
) -> Option<AnyView> {
    const ENOUGH: usize = 3;
    if headings.len() < ENOUGH {
        return None;
    }
    let entries = headings
        .into_iter()
        .map(|heading| {
            let class = if heading.level > 2 {
                "contents__part"
            } else {
                "contents__chapter"
            };
            let anchor = format!("#{}", heading.id);
            view! { <li class=class><a href=anchor rel="external">{heading.text}</a></li> }
        })
        .collect_view();
    Some(
        view! {
            <nav class="contents" aria-labelledby=ids::CONTENTS>
                <h2 id=ids::CONTENTS>{text().on_this_page}</h2>
                <ol>{entries}</ol>
            </nav>
        }
        .into_static(),
    )
}
