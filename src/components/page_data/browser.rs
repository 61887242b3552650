//! A page in the browser: the state of loading, and the view that follows it.

use super::{PageViews, Waiting, problem};
#[cfg(target_arch = "wasm32")]
use crate::browser::navigation::load_document;
use crate::components::portal;
use crate::load::{Json, LoadError, embedded_page, forget, load};
use crate::route::{BasePath, DataFile, Route};
use futures::future::join;
use leptos::prelude::*;
use leptos_router::location::{BrowserUrl, LocationProvider as _};

/// What is shown at present.
#[derive(Debug, Clone)]
struct Shown {
    route: Option<Route>,
    content: Content,
}

#[derive(Debug, Clone)]
enum Content {
    /// Nothing has been loaded yet.
    Waiting,
    /// There is no page at the address.
    NotFound,
    Page(Json),
    /// A retry may fail with another error, while the same view remains.
    Problem(ArcRwSignal<LoadError>),
}

/// State of a page that is shown.
#[derive(Debug, Clone)]
struct State {
    shown: ArcRwSignal<Shown>,
    base: BasePath,
    /// The router, outside of which a component is tested.
    router: Option<BrowserUrl>,
}

pub(super) fn view(route: Signal<Option<Route>>, views: PageViews) -> impl IntoView {
    let state = State {
        shown: ArcRwSignal::new(first(route.get_untracked())),
        base: portal().base,
        router: use_context(),
    };
    let tries = RwSignal::new(0_u32);
    let retry = Callback::new(move |()| tries.update(|tries| *tries += 1));
    let turn = StoredValue::new(0_u32);
    Effect::new({
        let state = state.clone();
        move |before: Option<u32>| {
            let wanted = route.get();
            let tries = tries.get();
            turn.update_value(|turn| *turn += 1);
            let this_turn = turn.get_value();
            let is_retry = before.is_some_and(|before| before != tries);
            match wanted {
                wanted if state.shows(&wanted) && !is_retry => state.complete(),
                None => state.show(None, Content::NotFound),
                Some(wanted) => {
                    let file = DataFile::of(&wanted);
                    if is_retry {
                        forget(&state.base, &file);
                    }
                    let data = load(&state.base, &file);
                    let code = (views.preload)(wanted.clone());
                    let state = state.clone();
                    leptos::task::spawn_local(async move {
                        let (data, code) = join(data, code).await;
                        // The visitor may have gone on.
                        if turn.try_get_value() == Some(this_turn) {
                            state.settle(wanted, code.and(data));
                        }
                    });
                }
            }
            tries
        }
    });
    move || {
        let Shown { route, content } = state.shown.get();
        match (route, content) {
            (Some(route), Content::Page(json)) => (views.page)(&route, &json)
                .unwrap_or_else(|error| problem(ArcRwSignal::new(error), retry)),
            (_, Content::Problem(error)) => problem(error, retry),
            (_, Content::Waiting) => Waiting(),
            (_, Content::NotFound) | (None, Content::Page(_)) => (views.not_found)(),
        }
    }
}

/// Returns what is shown at first: the page that is in the document, with its data.
fn first(route: Option<Route>) -> Shown {
    let content = match &route {
        None => Content::NotFound,
        Some(_) => embedded_page().map_or(Content::Waiting, Content::Page),
    };
    Shown { route, content }
}

impl State {
    /// Returns `true` if a page, or the problem with it, is shown.
    fn shows(&self, wanted: &Option<Route>) -> bool {
        self.shown.with_untracked(|shown| {
            shown.route == *wanted && !matches!(shown.content, Content::Waiting)
        })
    }

    /// Shows what has been loaded. If code is lost, the browser loads the page as a document: a
    /// deployment has replaced the code, and at least the page can be read.
    fn settle(&self, wanted: Route, loaded: Result<Json, LoadError>) {
        match loaded {
            Ok(json) => self.show(Some(wanted), Content::Page(json)),
            #[cfg(target_arch = "wasm32")]
            Err(LoadError::NoCode) if load_document(&self.base.href(&wanted)) => {}
            Err(error) => {
                let problem = self.shown.with_untracked(|shown| match &shown.content {
                    Content::Problem(problem) if shown.route.as_ref() == Some(&wanted) => {
                        Some(problem.clone())
                    }
                    _ => None,
                });
                match problem {
                    Some(problem) => problem.set(error),
                    None => {
                        let problem = ArcRwSignal::new(error);
                        self.show(Some(wanted), Content::Problem(problem));
                    }
                }
            }
        }
    }

    fn show(&self, route: Option<Route>, content: Content) {
        self.shown.set(Shown { route, content });
        self.complete();
    }

    /// Lets the router set the address, as the page that it names is shown.
    fn complete(&self) {
        if let Some(router) = &self.router {
            router.ready_to_complete();
        }
    }
}
