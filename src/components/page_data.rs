//! Block that waits for its page data.

use super::{IntoBlock as _, LoadProblem, text};
use crate::load::{Json, LoadError, load};
use crate::route::{DataFile, Route};
use leptos::prelude::*;

/// Shows the page data when they are loaded, a placeholder until then, and a problem with a
/// button for retrying after an error. The rest of the page is not affected.
///
/// During prerender the data are available at once.
#[component]
pub fn PageData(
    /// Page whose data are loaded.
    #[prop(into)]
    route: Signal<Option<Route>>,
    /// Rendering of the data. It is a plain function of undecoded data: a component that is
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

/// Placeholder while the data are loading.
#[component]
fn Waiting() -> AnyView {
    view! {
        <div class="waiting" aria-busy="true">
            <h1 class="waiting__title">{text().loading}</h1>
        </div>
    }
    .into_static()
}
