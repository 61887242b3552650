//! Block that waits for its page data.

use super::{IntoBlock as _, LoadProblem, text};
use crate::load::{Json, LoadError, load};
use crate::route::{DataFile, Route};
use leptos::prelude::*;
use std::future::{Future, ready};
use std::pin::Pin;

/// The content of a page, which may have to wait for its code.
pub type PageView = Pin<Box<dyn Future<Output = Result<AnyView, LoadError>> + Send>>;

/// Returns a page whose code is part of the main module.
pub fn ready_view(view: Result<AnyView, LoadError>) -> PageView {
    Box::pin(ready(view))
}

/// Returns a page whose code is in a chunk, which is loaded when it is wanted.
///
/// After [`preload`](crate::pages::preload) of the chunk it is ready at once, as hydration
/// requires. If the chunk is lost, the browser loads the page as a document: a deployment has
/// replaced the chunk, or the page can at least be read.
#[cfg(not(feature = "ssr"))]
pub fn lazy_view(view: impl Future<Output = Result<AnyView, LoadError>> + 'static) -> PageView {
    Box::pin(send_wrapper::SendWrapper::new(async {
        let view = view.await;
        #[cfg(target_arch = "wasm32")]
        if matches!(view, Err(LoadError::NoCode)) && crate::browser::navigation::load_document() {
            return std::future::pending().await;
        }
        view
    }))
}

/// Returns a page whose code is in a chunk; during prerender it is a part of the program.
#[cfg(feature = "ssr")]
pub fn lazy_view(
    view: impl Future<Output = Result<AnyView, LoadError>> + Send + 'static,
) -> PageView {
    Box::pin(view)
}

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
    view: fn(Json) -> PageView,
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
                {move || Suspend::new(async move { view(data.await?).await })}
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
