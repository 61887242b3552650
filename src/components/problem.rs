//! Messages for failed loads, and links to the main pages.

use super::{Heading, IntoBlock as _, Link, NotFoundHelp, PageReport, portal, text};
use crate::ids;
use crate::load::LoadError;
use crate::route::Route;
use leptos::prelude::*;

/// Message for a failed load, with a button for retrying. When the connection is restored, the
/// load is retried automatically.
///
/// During prerender it reports the failure, which stops the build.
#[component]
pub fn LoadProblem(
    /// Error. A retry may fail with another one, while this view remains.
    error: ArcRwSignal<LoadError>,
    /// Retries the load.
    retry: Callback<()>,
) -> AnyView {
    let text = text();
    let first = error.get_untracked();
    let (title, lost) = match first {
        LoadError::NotFound => (text.not_found, Some(view! { <NotFoundHelp/> })),
        _ => (text.cannot_show, None),
    };
    #[cfg(target_arch = "wasm32")]
    {
        let listener = window_event_listener(leptos::ev::online, move |_| retry.run(()));
        on_cleanup(move || listener.remove());
    }
    if let Some(report) = use_context::<PageReport>() {
        report.set_failure(first);
    }
    view! {
        <div class="problem">
            <Heading title=title/>
            <div role="alert">
                <p>{move || error.with(|error| text.load_error(error))}</p>
                <button type="button" class="button" on:click=move |_| retry.run(())>
                    {text.retry}
                </button>
            </div>
            {lost}
            <WaysOn/>
        </div>
    }
    .into_block()
}

/// Links to the main pages, for a visitor at an unknown address.
#[component]
pub fn WaysOn() -> AnyView {
    let text = text();
    let sections = portal()
        .site
        .sections
        .iter()
        .map(|section| {
            let name = section.name.clone();
            view! { <li><Link to=section.route() label=name/></li> }
        })
        .collect_view();
    view! {
        <nav class="ways-on" aria-labelledby=ids::WAYS_ON>
            <h2 id=ids::WAYS_ON>{text.ways_on}</h2>
            <ul>
                <li><Link to=Route::Home label=text.home/></li>
                {sections}
                <li><Link to=Route::Members label=text.members/></li>
                <li><Link to=Route::Bulletins(Default::default()) label=text.bulletins/></li>
            </ul>
        </nav>
    }
    .into_static()
}
