//! Breadcrumb navigation.

use crate::components::{Crumb, IntoBlock as _, Link, text};
use crate::route::Route;
use leptos::prelude::*;

/// Links from the home page to the current page, which is omitted because its heading follows.
///
/// During prerender it reports the steps to `PageReport`, from which the structured data are
/// made.
#[component]
pub fn Breadcrumbs(
    /// Steps after the home page.
    #[prop(optional)]
    steps: Vec<Crumb>,
) -> AnyView {
    let text = text();
    #[cfg(feature = "ssr")]
    if let Some(report) = use_context::<crate::components::PageReport>() {
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
    .into_static()
}
