//! Pages, one in each file, in the order of the main menu.
#![allow(
    unreachable_pub,
    reason = "the component macro generates further items beside each component"
)]

mod article;
mod bulletin;
mod bulletins;
mod event;
mod events;
mod home;
mod links;
mod member;
mod members;
mod news;
mod not_found;
mod page;
mod search;
mod year;

pub use not_found::NotFound;

use crate::components::{IntoBlock as _, Link, portal};
use crate::load::{Json, LoadError};
use crate::route::{PageNumber, Route, routing_table};
use futures::FutureExt as _;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use leptos_router::params::ParamsMap;

/// Renders a page from its data. In the browser, the code of the page must have been loaded by
/// [`preload`].
///
/// # Errors
/// Returns an error if the data are damaged or if the code has not been loaded.
pub(crate) fn view(route: &Route, json: &Json) -> Result<AnyView, LoadError> {
    macro_rules! show {
        ($page:ident) => {
            $page::show(json)
        };
        ($page:ident $chunk:ident) => {
            $page::show(json)
                .now_or_never()
                .unwrap_or(Err(LoadError::NoCode))
        };
    }
    macro_rules! page {
        ($($_name:ident $pattern:literal $page:ident $(in $chunk:ident)?;)*) => {
            match route.pattern() {
                $($pattern => show!($page $($chunk)?),)*
                _ => Err(LoadError::NotFound),
            }
        };
    }
    routing_table!(page)
}

/// Loads the chunk with the code of a page, so that the page can be shown at once.
///
/// # Errors
/// Returns an error if the chunk cannot be loaded; a later call tries again.
#[cfg(not(feature = "ssr"))]
pub(crate) async fn preload(route: &Route) -> Result<(), LoadError> {
    macro_rules! preload {
        ($page:ident) => {
            ()
        };
        ($page:ident $chunk:ident) => {
            $page::preload().await?
        };
    }
    macro_rules! page {
        ($($_name:ident $pattern:literal $page:ident $(in $chunk:ident)?;)*) => {
            match route.pattern() {
                $($pattern => preload!($page $($chunk)?),)*
                _ => (),
            }
        };
    }
    routing_table!(page);
    Ok(())
}

/// Returns the title of the document for a numbered page of a list; `None` for the front.
fn title_of_page(name: &str, page: PageNumber) -> Option<String> {
    let portal = portal();
    let number = page.number()?.to_string();
    let title = portal.text.title_of_page.with(&[name, &number]);
    Some(title + " - " + &portal.site.short_name)
}

/// A label, and the page beside this one with its name, if there is one.
type Neighbour = (&'static str, Option<(Route, String)>);

/// Returns links to the pages before and after this one; `None` if there is neither.
fn neighbours(name: &'static str, previous: Neighbour, next: Neighbour) -> Option<AnyView> {
    if previous.1.is_none() && next.1.is_none() {
        return None;
    }
    let link = |(label, page): Neighbour, class: &'static str| {
        page.map(|(to, name)| {
            view! {
                <p class=class>
                    <span class="neighbours__label">{label}</span>
                    <Link to=to label=name/>
                </p>
            }
        })
    };
    Some(
        view! {
            <nav class="neighbours" aria-label=name>
                {link(previous, "neighbours__previous")}
                {link(next, "neighbours__next")}
            </nav>
        }
        .into_static(),
    )
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
