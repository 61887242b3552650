//! Links: to a page, to a file, to another site.
//!
//! They take their words as text and not as children: a child is compiled into a closure
//! and a boxed view of its own, and links are most of what a portal shows.

use super::class::class_if_any;
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
    /// What the link says.
    #[prop(into)]
    label: String,
    /// The class, for the style sheet.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    let href = portal().base.href(&to);
    view! { <a {..class_if_any(class)} href=href>{label}</a> }
}

/// A link to a file of the portal. The router leaves it to the browser.
#[component]
pub fn FileLink(
    /// The file's path in the output, such as `media/a.pdf`.
    path: String,
    /// What the link says.
    #[prop(into)]
    label: String,
    /// The file's media type, where browsers and readers profit from knowing it.
    #[prop(optional)]
    kind: Option<&'static str>,
    /// Whether it is to be kept rather than shown.
    #[prop(optional)]
    download: bool,
) -> impl IntoView {
    let href = portal().base.file(&path);
    view! {
        <a href=href rel="external" type=kind download=download class="file-link">{label}</a>
    }
}

/// A link to another site, marked as such for those who do not see the arrow.
#[component]
pub fn OutsideLink(
    /// The address.
    #[prop(into)]
    href: String,
    /// What the link says.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    view! {
        <a href=href rel="external noopener" class="outside-link">
            {label}
            <span class="visually-hidden">{text().opens_other_site}</span>
        </a>
    }
}

/// A link whose target a site's editors chose: a path below the base or another site.
#[component]
pub fn SiteLink(
    /// The path or address.
    to: String,
    /// What the link says.
    #[prop(into)]
    label: String,
    /// Whether the visitor is on that very page.
    #[prop(into, optional)]
    current: Signal<bool>,
) -> AnyView {
    match Route::parse(&to) {
        Some(route) => {
            let href = portal().base.href(&route);
            let current = move || current.get().then_some("page");
            view! { <a href=href aria-current=current>{label}</a> }.into_block()
        }
        None => view! { <OutsideLink href=to label=label/> }.into_block(),
    }
}
