//! The root component: the frame around the pages, and the router.
#![allow(
    unreachable_pub,
    reason = "the component macro generates further items beside the component"
)]

use crate::components::{Hydrated, PageData, PageViews, SiteFooter, SiteHeader, portal};
use crate::ids;
use crate::pages;
use leptos::prelude::*;
use leptos_router::components::Router;
use leptos_router::hooks::use_location;

/// The root component.
///
/// Requires a [`Portal`](crate::components::Portal) in the context.
#[component]
pub fn App() -> impl IntoView {
    let base = portal().base.as_str().to_owned();
    let hydrated = RwSignal::new(false);
    provide_context(Hydrated(hydrated));
    #[cfg(target_arch = "wasm32")]
    {
        crate::browser::navigation::begin(hydrated, portal().base, VIEWS.preload);
        crate::browser::mourning::begin(&portal().site.mourning);
    }
    view! {
        <Router base=base>
            <SiteHeader/>
            <Main/>
            <SiteFooter/>
            <div id=ids::ANNOUNCER class="visually-hidden" aria-live="polite"></div>
        </Router>
    }
}

/// The page at the current address.
#[component]
fn Main() -> impl IntoView {
    let path = use_location().pathname;
    let base = portal().base;
    let route = Memo::new(move |_| path.with(|path| base.page_at(path)));
    view! { <main id=ids::MAIN tabindex="-1"><PageData route=route views=VIEWS/></main> }
}

const VIEWS: PageViews = PageViews {
    page: pages::view,
    not_found: pages::NotFound,
    #[cfg(not(feature = "ssr"))]
    preload: |route| Box::pin(async move { pages::preload(&route).await }),
};
