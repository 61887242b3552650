//! The way from the home page to where the visitor is.

use super::{IntoBlock as _, Link, text};
use crate::route::Route;
use leptos::prelude::*;

/// A step on the way to a page.
#[derive(Debug, Clone)]
pub struct Crumb {
    /// What it is called.
    pub name: String,
    /// Where it leads.
    pub to: Route,
}

impl Crumb {
    /// A step.
    #[must_use]
    pub fn new(name: impl Into<String>, to: Route) -> Self {
        Self {
            name: name.into(),
            to,
        }
    }
}

/// The steps from the home page; the page itself, which follows as the heading, is left out.
///
/// During prerender it reports the steps to `PageReport`, so that machines are told the same.
#[component]
pub fn Breadcrumbs(
    /// The steps after the home page.
    #[prop(optional)]
    steps: Vec<Crumb>,
) -> AnyView {
    let text = text();
    #[cfg(feature = "ssr")]
    if let Some(report) = use_context::<super::PageReport>() {
        let home = Crumb::new(text.home, Route::Home);
        report.set_trail(std::iter::once(home).chain(steps.clone()).collect());
    }
    let steps = steps
        .into_iter()
        .map(|step| view! { <li><Link to=step.to label=step.name/></li> })
        .collect_view();
    view! {
        <nav class="breadcrumbs" aria-label=text.breadcrumbs>
            <ol>
                <li><Link to=Route::Home label=text.home/></li>
                {steps}
            </ol>
        </nav>
    }
    .into_still()
}
