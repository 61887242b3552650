//! Block that shows a page when its data and its code are loaded.

use super::problem::{LoadProblem, LoadProblemProps};
use super::{IntoBlock as _, text};
#[cfg(not(feature = "ssr"))]
use crate::load::Preload;
use crate::load::{Json, LoadError};
use crate::route::Route;
use leptos::prelude::*;

#[cfg(not(feature = "ssr"))]
mod browser;
#[cfg(feature = "ssr")]
mod native;

/// Functions that a [`PageData`] shows pages with. They are plain functions of undecoded data: a
/// component that is generic over the data would be compiled once for each page.
#[derive(Debug, Clone, Copy)]
pub struct PageViews {
    /// Renders a page from its data.
    pub page: fn(&Route, &Json) -> Result<AnyView, LoadError>,
    /// Renders the page for addresses without a page.
    pub not_found: fn() -> AnyView,
    /// Loads the code of a page.
    #[cfg(not(feature = "ssr"))]
    pub preload: fn(Route) -> Preload,
}

/// Shows a page when its data and its code are loaded, and a problem with a button for retrying
/// after an error. Until then the page before it remains, and at first a placeholder. The rest of
/// the document is not affected.
///
/// During prerender the data are available at once.
#[component]
pub fn PageData(
    /// Page that is wanted; `None` if the address is that of no page.
    #[prop(into)]
    route: Signal<Option<Route>>,
    /// Functions to show it with.
    views: PageViews,
) -> impl IntoView {
    #[cfg(feature = "ssr")]
    let view = native::view(route, views);
    #[cfg(not(feature = "ssr"))]
    let view = browser::view(route, views);
    view
}

/// Returns the problem that prevents showing a page.
fn problem(error: ArcRwSignal<LoadError>, retry: Callback<()>) -> AnyView {
    LoadProblem(LoadProblemProps { error, retry })
}

/// Placeholder while the data are loading.
#[component]
fn Waiting() -> AnyView {
    view! {
        <div class="waiting" aria-busy="true">
            <h1 class="waiting__title">{text().loading}</h1>
        </div>
    }
    .into_static()
}
