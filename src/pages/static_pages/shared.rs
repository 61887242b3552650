//! Parts that several static pages have.

use crate::components::{IntoBlock as _, Link, portal};
use crate::route::{PageNumber, Route};
use leptos::prelude::*;

/// Returns the title of the document for a numbered page of a list; `None` for the front.
pub(super) fn title_of_page(name: &str, page: PageNumber) -> Option<String> {
    let portal = portal();
    let number = page.number()?.to_string();
    let title = portal.text.title_of_page.with(&[name, &number]);
    Some(title + " - " + &portal.site.short_name)
}

/// A label, and the page beside this one with its name, if there is one.
pub(super) type Neighbour = (&'static str, Option<(Route, String)>);

/// Returns links to the pages before and after this one; `None` if there is neither.
pub(super) fn neighbours(
    name: &'static str,
    previous: Neighbour,
    next: Neighbour,
) -> Option<AnyView> {
    if previous.1.is_none() && next.1.is_none() {
        return None;
    }
    let link = |(label, page): Neighbour, class: &'static str| {
        page.map(|(to, name)| {
            view! {
                <p class=class>
                    <span class="neighbours__label">{label}</span>
                    <Link to=to label=name/>
                </p>
            }
        })
    };
    Some(
        view! {
            <nav class="neighbours" aria-label=name>
                {link(previous, "neighbours__previous")}
                {link(next, "neighbours__next")}
            </nav>
        }
        .into_static(),
    )
}
