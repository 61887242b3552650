//! Screens of the editor, one a module.

use super::place::Place;
use super::words;
use leptos::prelude::*;

mod bin;
mod check;
mod comparison;
mod history;
mod item;
mod list;
mod lost;
mod media;
mod publish;
mod start;
mod versions;

/// Shows the screen at a place.
pub(super) fn view(place: Place) -> AnyView {
    match place {
        Place::Start => start::screen(),
        Place::List(kind) => list::screen(kind),
        Place::Item(kind, id) => item::screen(kind, id),
        Place::New(kind) => item::new_screen(kind),
        Place::Media => media::screen(),
        Place::History(kind, id) => history::screen(kind, id),
        Place::Bin => bin::screen(),
        Place::Check => check::screen(),
        Place::Publish => publish::screen(),
        Place::Lost => lost::screen(),
    }
}

/// Shows the main part of a screen below its title.
fn main(name: &'static str, title: impl IntoView + 'static, content: impl IntoView) -> AnyView {
    view! {
        <main id="main" data-screen=name>
            <h1 tabindex="-1">{title.into_any()}</h1>
            {content.into_any()}
        </main>
    }
    .into_any()
}

/// Shows a value that is being loaded, or what went wrong.
fn loaded<T: Clone + Send + Sync + 'static>(
    answer: RwSignal<Option<Result<T, super::api::Trouble>>>,
    show: impl Fn(T) -> AnyView + Send + 'static,
) -> impl IntoView {
    move || match answer.get() {
        None => view! { <p class="quiet" role="status">{words::LOADING}</p> }.into_any(),
        Some(Err(trouble)) => {
            view! { <p class="notice" role="alert">{trouble.message()}</p> }.into_any()
        }
        Some(Ok(value)) => show(value),
    }
}
