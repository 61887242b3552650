//! A block that waits for its data.

use super::{IntoBlock as _, LoadProblem, text};
use crate::load::{Json, LoadError, load};
use crate::route::{DataFile, Route};
use leptos::prelude::*;

/// Shows a page's data once it is there, its absence until then, and a problem with a way
/// to try again when it cannot be had. The rest of the page is not touched by any of this.
///
/// During prerender the data is there at once.
#[component]
pub fn Loaded(
    /// The page whose data is wanted.
    #[prop(into)]
    route: Signal<Option<Route>>,
    /// How to show it. A plain function of the undecoded data: a component that were
    /// generic over the data would be compiled once for each page.
    view: fn(&Json) -> Result<AnyView, LoadError>,
) -> AnyView {
    let data = Resource::new(
        move || route.get(),
        |route| {
            let answer = route.map(|route| load(DataFile::of(&route)));
            async move {
                match answer {
                    Some(answer) => answer.await,
                    None => Err(LoadError::NotFound),
                }
            }
        },
    );
    let retry = Callback::new(move |()| data.refetch());
    view! {
        <Transition fallback=Waiting>
            <ErrorBoundary fallback=move |errors| {
                view! { <LoadProblem errors=errors retry=retry/> }
            }>
                {move || Suspend::new(async move { data.await.and_then(|data| view(&data)) })}
            </ErrorBoundary>
        </Transition>
    }
    .into_block()
}

/// What stands in a page's place while its data is on the way.
#[component]
fn Waiting() -> AnyView {
    view! {
        <div class="waiting" aria-busy="true">
            <h1 class="waiting__title">{text().loading}</h1>
        </div>
    }
    .into_still()
}
