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

pub use article::Article;
pub use bulletin::Bulletin;
pub use bulletins::Bulletins;
pub use event::Event;
pub use events::Events;
pub use home::Home;
pub use links::Links;
pub use member::Member;
pub use members::Members;
pub use news::News;
pub use not_found::NotFound;
pub use page::Page;
pub use search::Search;
pub use year::Year;

use crate::components::{IntoBlock as _, Link, portal};
use crate::route::{PageNumber, Route, routing_table};
use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;
use leptos_router::hooks::use_location;

/// Loads the chunk with the code of a page, so that the page can be shown at once.
///
/// # Errors
/// Returns an error if the chunk cannot be loaded; a later call tries again.
pub(crate) async fn preload(route: &Route) -> Result<(), SplitLoaderError> {
    macro_rules! preload {
        ($($_name:ident $pattern:literal $_page:ident $(in $chunk:ident)?;)*) => {
            match route.pattern() {
                $($($pattern => $chunk::preload().await,)?)*
                _ => Ok(()),
            }
        };
    }
    routing_table!(preload)
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

/// Returns the route of the current page: that of the address, as long as it has the page's
/// own pattern.
///
/// The old page remains until the next one has its data, although the address is already that
/// of the next one; the old page must not load data that it cannot show. During prerender it
/// is the page that is being published.
fn current_route() -> Signal<Option<Route>> {
    let path = use_location().pathname;
    let base = portal().base;
    let route = Memo::new(move |shown: Option<&Option<Route>>| {
        let named = path.with(|path| base.strip(path).and_then(Route::parse));
        match shown {
            Some(shown) if pattern(shown) != pattern(&named) => shown.clone(),
            Some(_) | None => named,
        }
    });
    route.into()
}

fn pattern(route: &Option<Route>) -> Option<&'static str> {
    route.as_ref().map(Route::pattern)
}
