//! Links: to a page, to a file, to another site.

use super::{IntoBlock as _, portal, text};
use crate::route::Route;
use leptos::prelude::*;

/// A link to a page of the portal; the app follows it without loading a document.
///
/// During prerender it is a plain link with the base path added.
#[component]
pub fn Link(
    /// The page.
    to: Route,
    /// The class, for the style sheet.
    #[prop(optional)]
    class: &'static str,
    /// What the link says.
    children: Children,
) -> impl IntoView {
    let href = portal().base.href(&to);
    view! { <a href=href class=(!class.is_empty()).then_some(class)>{children()}</a> }
}

/// A link to a file of the portal. The router leaves it to the browser.
#[component]
pub fn FileLink(
    /// The file's path in the output, such as `media/a.pdf`.
    path: String,
    /// What the link says.
    children: Children,
) -> impl IntoView {
    let href = portal().base.file(&path);
    view! { <a href=href rel="external" class="file-link">{children()}</a> }
}

/// A link to another site, marked as such for those who do not see the arrow.
#[component]
pub fn OutsideLink(
    /// The address.
    href: String,
    /// What the link says.
    children: Children,
) -> impl IntoView {
    view! {
        <a href=href rel="external noopener" class="outside-link">
            {children()}
            <span class="visually-hidden">{text().opens_other_site}</span>
        </a>
    }
}

/// A link whose target a site's editors chose: a path below the base or another site.
#[component]
pub fn SiteLink(
    /// The path or address.
    to: String,
    /// Whether the visitor is on that very page.
    #[prop(into, optional)]
    current: Signal<bool>,
    /// What the link says.
    children: Children,
) -> AnyView {
    match Route::parse(&to) {
        Some(route) => {
            let href = portal().base.href(&route);
            view! { <a href=href aria-current=move || current.get().then_some("page")>{children()}</a> }
                .into_block()
        }
        None => view! { <OutsideLink href=to>{children()}</OutsideLink> }.into_block(),
    }
}
