//! Pages: those that run code of their own in the browser, one in each file, and static ones.
#![allow(
    unreachable_pub,
    reason = "the component macro generates further items beside each component"
)]

mod members;
mod search;
mod not_found;
#[cfg(feature = "ssr")]
pub(crate) mod static_pages;

pub use not_found::NotFound;

use crate::components::static_page;
use crate::load::{Json, LoadError};
use crate::route::{Route, routing_table};
use futures::FutureExt as _;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use leptos_router::params::ParamsMap;

/// Renders a page from its data. In the browser, the code of the page must have been loaded by
/// `preload`.
///
/// # Errors
/// Returns an error if the data are damaged or if the code has not been loaded.
pub(crate) fn view(route: &Route, json: &Json) -> Result<AnyView, LoadError> {
    macro_rules! view {
        ($($_name:ident $pattern:literal $(in $page:ident)?;)*) => {
            match route.pattern() {
                $($($pattern => $page::view(json)
                    .now_or_never()
                    .unwrap_or(Err(LoadError::NoCode)),)?)*
                _ => json.read().map(static_page),
            }
        };
    }
    routing_table!(view)
}

/// Loads the chunk with the code of a page, so that the page can be shown at once.
///
/// # Errors
/// Returns an error if the chunk cannot be loaded; a later call tries again.
#[cfg(not(feature = "ssr"))]
pub(crate) async fn preload(route: &Route) -> Result<(), LoadError> {
    macro_rules! preload {
        ($($_name:ident $pattern:literal $(in $page:ident)?;)*) => {
            match route.pattern() {
                $($($pattern => Ok($page::preload().await?),)?)*
                _ => Ok(()),
            }
        };
    }
    routing_table!(preload)
}

/// Returns the query of the address as long as it is that of the page that is being built. The old
/// page remains until the next one can be shown, although the address is already that of the next
/// one.
fn query() -> Memo<ParamsMap> {
    let location = use_location();
    let here = location.pathname.get_untracked();
    Memo::new(move |query: Option<&ParamsMap>| match query {
        Some(query) if location.pathname.get() != here => query.clone(),
        _ => location.query.get(),
    })
}
