//! Links to pages, to files and to other sites.
//!
//! Their labels are strings and not children: a child is compiled to a separate closure and
//! boxed view, and a portal consists mostly of links.

use super::optional_class::class_if_any;
use super::{IntoBlock as _, portal, text};
use crate::route::Route;
use leptos::prelude::*;

/// A link to a page of the portal, which the app follows without loading a document.
///
/// During prerender it is a plain link with the base path prepended.
#[component]
pub fn Link(
    /// Page.
    to: Route,
    /// Text of the link.
    #[prop(into)]
    label: String,
    /// CSS class.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    let href = portal().base.href(&to);
    view! { <a {..class_if_any(class)} href=href>{label}</a> }
}

/// A link to a file of the portal, which the router leaves to the browser.
#[component]
pub fn FileLink(
    /// Path of the file in the output, such as `media/a.pdf`.
    path: String,
    /// Text of the link.
    #[prop(into)]
    label: String,
    /// Media type of the file, where browsers and feed readers use it.
    #[prop(optional)]
    kind: Option<&'static str>,
    /// `true` if the file is downloaded instead of shown.
    #[prop(optional)]
    download: bool,
) -> impl IntoView {
    let href = portal().base.file(&path);
    view! {
        <a href=href rel="external" type=kind download=download class="file-link">{label}</a>
    }
}

/// A link to another site, marked with an arrow and a text for screen readers.
#[component]
pub fn OutsideLink(
    /// Address.
    #[prop(into)]
    href: String,
    /// Text of the link.
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

/// A link from the site's settings: a path below the base path or the address of another site.
#[component]
pub fn SiteLink(
    /// Path or address.
    to: String,
    /// Text of the link.
    #[prop(into)]
    label: String,
    /// `true` if the link leads to the current page.
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
