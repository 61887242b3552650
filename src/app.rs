//! The root component: the frame around the pages, and the routing table.
#![allow(
    unreachable_pub,
    reason = "the component macro generates further items beside the component"
)]

use crate::components::{Hydrated, SiteFooter, SiteHeader, portal};
use crate::ids;
use crate::pages;
use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::path;

/// The root component.
///
/// Requires a [`Portal`](crate::components::Portal) in the context. The patterns are those of
/// [`crate::route::Route::pattern`]; a test compares the two.
#[component]
pub fn App() -> impl IntoView {
    let base = portal().base.as_str().to_owned();
    let hydrated = RwSignal::new(false);
    provide_context(Hydrated(hydrated));
    #[cfg(target_arch = "wasm32")]
    {
        crate::browser::navigation::begin(hydrated, portal().base);
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

/// The app without the frame around its pages, which publishing renders once for all pages that
/// have the same.
#[cfg(feature = "ssr")]
#[component]
pub fn UnframedApp() -> impl IntoView {
    provide_context(Hydrated(RwSignal::new(false)));
    let base = portal().base.as_str().to_owned();
    view! { <Router base=base><Main/></Router> }
}

/// The page at the current address.
#[component]
fn Main() -> impl IntoView {
    view! {
            <main id=ids::MAIN tabindex="-1">
                <FlatRoutes fallback=pages::NotFound>
                    <Route path=path!("/") view=pages::Home/>
                    <Route path=path!("/news") view=pages::News/>
                    <Route path=path!("/news/page/:page") view=pages::News/>
                    <Route path=path!("/news/:section") view=pages::News/>
                    <Route path=path!("/news/:section/page/:page") view=pages::News/>
                    <Route path=path!("/articles/:id") view=pages::Article/>
                    <Route path=path!("/members") view=pages::Members/>
                    <Route path=path!("/members/:id") view=pages::Member/>
                    <Route path=path!("/bulletins") view=pages::Bulletins/>
                    <Route path=path!("/bulletins/page/:page") view=pages::Bulletins/>
                    <Route path=path!("/bulletins/:number") view=pages::Bulletin/>
                    <Route path=path!("/events") view=pages::Events/>
                    <Route path=path!("/events/page/:page") view=pages::Events/>
                    <Route path=path!("/events/:id") view=pages::Event/>
                    <Route path=path!("/links") view=pages::Links/>
                    <Route path=path!("/search") view=pages::Search/>
                    <Route path=path!("/years/:year") view=pages::Year/>
                    <Route path=path!("/pages/:id") view=pages::Page/>
                </FlatRoutes>
            </main>
    }
}
