//! Links to older and newer pages of a list.

use crate::components::{IntoBlock as _, Link, text};
use crate::route::{PageNumber, Route};
use crate::wire::Pager;
use leptos::prelude::*;

/// Links to the neighbouring pages of a list and to its two ends.
#[component]
pub fn ListPager(
    /// Neighbouring pages.
    pager: Pager,
    /// Route of each page of the list.
    #[prop(into)]
    to: Callback<PageNumber, Route>,
) -> Option<AnyView> {
    let text = text();
    let first = PageNumber::new(1);
    if pager.older.is_none() && pager.newer.is_none() {
        return None;
    }
    let link = |page: Option<PageNumber>, words: &'static str, class: &'static str| {
        page.map(|page| view! { <li><Link to=to.run(page) class=class label=words/></li> })
    };
    let newest = pager
        .newer
        .filter(|newer| newer.number().is_some())
        .map(|_| PageNumber::FRONT);
    let oldest = pager.older.filter(|older| *older != first).map(|_| first);
    let here = pager
        .here
        .number()
        .map(|number| view! { <li class="pager__here">{text.page_of_list.number(number)}</li> });
    Some(
        view! {
            <nav class="pager" aria-label=text.pages_of_list>
                <ul>
                    {link(newest, text.newest, "pager__newest")}
                    {link(pager.newer, text.newer, "pager__newer")}
                    {here}
                    {link(pager.older, text.older, "pager__older")}
                    {link(oldest, text.oldest, "pager__oldest")}
                </ul>
            </nav>
        }
        .into_static(),
    )
}
