//! A list of versions, of which one is shown and can be restored.

use super::{comparison, loaded, words};
use crate::editor::api::{self, Trouble};
use crate::editor::place::{Go, Place};
use crate::editor::shared::{self, Shared};
use crate::wire::edit::{Comparison, Saved, Version};
use leptos::prelude::*;
use leptos::task::spawn_local;

type Versions = RwSignal<Option<Result<Vec<Version>, Trouble>>>;

/// Shows versions, whose texts are at addresses that begin with `path`.
pub(super) fn view(versions: Versions, path: String, shared: Shared) -> AnyView {
    let chosen = RwSignal::new(None::<Version>);
    let trouble = RwSignal::new(None::<String>);
    let go = Go::begin();
    let base = path.clone();
    let compared = shared::load::<Option<Comparison>, _>(move || {
        let address = chosen
            .get()
            .map(|version| format!("{base}/{}", api::encode(&version.name)));
        async move {
            match address {
                Some(address) => api::get(&address).await.map(Some),
                None => Ok(None),
            }
        }
    });
    let restore = move |version: Version| {
        let address = format!("{path}/{}", api::encode(&version.name));
        spawn_local(async move {
            match api::post::<Saved>(&address).await {
                Ok(saved) => {
                    shared.fresh.set(Some((version.kind, saved.id.clone())));
                    shared.refresh();
                    go.to(&Place::item(version.kind, &saved.id).href());
                }
                Err(error) => {
                    trouble.try_set(Some(error.message()));
                }
            }
        });
    };
    let list = move |versions: Vec<Version>| {
        if versions.is_empty() {
            return view! { <p class="quiet">{words::NO_VERSIONS}</p> }.into_any();
        }
        let items = versions
            .into_iter()
            .map(|version| row(version, chosen, restore.clone()))
            .collect::<Vec<_>>();
        view! { <ul class="lines versions">{items}</ul> }.into_any()
    };
    let beside = move || match compared.get() {
        Some(Ok(Some(found))) if chosen.get().is_some() => Some(comparison::view(&found)),
        Some(Err(error)) => {
            Some(view! { <p class="notice" role="alert">{error.message()}</p> }.into_any())
        }
        _ => None,
    };
    view! {
        <div role="alert">{move || trouble.get().map(|text| view! { <p class="notice notice--alert">{text}</p> })}</div>
        <section class="panel">{loaded(versions, list)}</section>
        <div aria-live="polite">{beside}</div>
    }
    .into_any()
}

fn row(
    version: Version,
    chosen: RwSignal<Option<Version>>,
    restore: impl Fn(Version) + Send + 'static,
) -> impl IntoView {
    let (this, shown, back) = (version.clone(), version.clone(), version.clone());
    let is_shown = move || chosen.with(|chosen| chosen.as_ref() == Some(&this));
    let title = match version.title.is_empty() {
        true => version.id.clone(),
        false => version.title.clone(),
    };
    view! {
        <li data-version=version.name>
            <span>
                {title}
                <span class="quiet">{format!(" {} · {}", version.kind.label(), words::until(&version.until))}</span>
            </span>
            <span class="buttons">
                <button type="button" class="button button--quiet" data-compare=""
                    aria-pressed=move || if is_shown() { "true" } else { "false" }
                    on:click=move |_| chosen.set(Some(shown.clone()))
                >{words::COMPARE}</button>
                <button type="button" class="button button--quiet" data-action="restore"
                    on:click=move |_| restore(back.clone())
                >{words::RESTORE}</button>
            </span>
        </li>
    }
}
