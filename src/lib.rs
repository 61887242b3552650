//! A portal for an industry alliance.
//!
//! The crate has two halves. The *shell* is the app below: pages and components that know
//! no alliance, compiled to WebAssembly. *Publishing* (feature `ssr`) turns a site folder
//! into a static site by rendering the same pages natively. They meet in [`wire`].

#[cfg(target_arch = "wasm32")]
mod clock;
pub mod components;
#[cfg(feature = "ssr")]
pub mod content;
#[cfg(target_arch = "wasm32")]
pub mod engine;
#[cfg(target_arch = "wasm32")]
mod finder;
pub mod load;
#[cfg(any(target_arch = "wasm32", test))]
mod mourning;
#[cfg(target_arch = "wasm32")]
mod navigation;
pub mod pages;
#[cfg(feature = "ssr")]
pub mod publish;
pub mod route;
pub mod search;
#[cfg(target_arch = "wasm32")]
pub mod start;
pub mod text;
pub mod wire;

use components::{Hydrated, SiteFooter, SiteHeader, portal};
use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::path;

/// The whole app: the frame around the pages, and the routing table.
///
/// A [`Portal`](components::Portal) has to be provided as context. The patterns are those
/// of [`route::Route::pattern`]; a test compares the two.
#[component]
pub fn App() -> impl IntoView {
    let base = portal().base.as_str().to_owned();
    let hydrated = RwSignal::new(false);
    provide_context(Hydrated(hydrated));
    #[cfg(target_arch = "wasm32")]
    let moves = navigation::may_move();
    #[cfg(not(target_arch = "wasm32"))]
    let moves = false;
    #[cfg(target_arch = "wasm32")]
    {
        navigation::begin(hydrated);
        mourning::begin(&portal().site.mourning);
    }
    view! {
        <Router base=base>
            <SiteHeader/>
            <main id="main" tabindex="-1">
                <FlatRoutes fallback=pages::NotFound transition=moves>
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
            <SiteFooter/>
            <div id="announcer" class="visually-hidden" aria-live="polite"></div>
        </Router>
    }
}
