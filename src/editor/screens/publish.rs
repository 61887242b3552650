//! Publishing: what would change, then the portal itself.

use super::{loaded, main, words};
use crate::editor::api;
use crate::editor::shared::{self, shared};
use crate::wire::edit::{PublishOutcome, PublishRequest, Publishing};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Shows the screen.
pub(super) fn screen() -> AnyView {
    let shared = shared();
    let again = RwSignal::new(0_u32);
    let state = shared::load::<Publishing, _>(move || {
        shared.publishing.track();
        again.track();
        async { api::get("publish").await }
    });
    let folder = RwSignal::new(None::<String>);
    let trouble = RwSignal::new(None::<String>);
    // The folder of the last time is proposed once, and never disturbs who types.
    Effect::new(move |_| {
        let known = match state.get() {
            Some(Ok(publishing)) => publishing.folder,
            _ => None,
        };
        if folder.with_untracked(Option::is_none) && known.is_some() {
            folder.set(known);
        }
    });
    // News can be lost; a running build is also asked for.
    Effect::new(move |_| {
        let is_running = matches!(state.get(), Some(Ok(Publishing { step: Some(_), .. })));
        if is_running {
            spawn_local(async move {
                TimeoutFuture::new(1_000).await;
                again.try_update(|again| *again += 1);
            });
        }
    });
    let ask = move |is_plan: bool| {
        trouble.set(None);
        let request = PublishRequest {
            folder: folder
                .get_untracked()
                .filter(|folder| !folder.trim().is_empty()),
            is_plan,
        };
        spawn_local(async move {
            match api::send::<_, Publishing>(api::POST, "publish", None, &request).await {
                Ok(publishing) => {
                    state.try_set(Some(Ok(publishing)));
                    shared.refresh();
                }
                Err(error) => {
                    trouble.try_set(Some(error.message()));
                }
            }
        });
    };
    let is_running = move || matches!(state.get(), Some(Ok(Publishing { step: Some(_), .. })));
    let content = view! {
        <section class="panel">
            <label class="publish__field">
                <span class="field__label">{words::FOLDER}</span>
                <input type="text" class="control" name="folder" autocomplete="off" aria-describedby="folder-help"
                    prop:value=move || folder.get().unwrap_or_default()
                    on:input=move |event| folder.set(Some(event_target_value(&event)))
                />
            </label>
            <p class="field__help" id="folder-help">{words::FOLDER_HOW}</p>
            <p class="buttons">
                <button type="button" class="button button--quiet" data-plan="" disabled=is_running on:click=move |_| ask(true)>{words::PLAN}</button>
                <button type="button" class="button" data-action="publish" disabled=is_running on:click=move |_| ask(false)>{words::PUBLISH}</button>
            </p>
            <div role="alert">{move || trouble.get().map(|text| view! { <p class="notice notice--alert">{text}</p> })}</div>
        </section>
        <div aria-live="polite">{loaded(state, progress)}</div>
        <section class="panel">
            <p>{words::ZIP_HOW}</p>
            <p><a class="button button--quiet" data-action="zip" href=api::address("zip") download="" rel="external">{words::ZIP}</a></p>
        </section>
    };
    main("publish", words::PUBLISH, content)
}

fn progress(publishing: Publishing) -> AnyView {
    let step = publishing.step.map(|(name, done, all)| {
        view! {
            <p>{name}</p>
            <progress class="progress" aria-label=words::PUBLISH max=all.max(1).to_string() value=done.to_string()></progress>
        }
    });
    let folder = publishing.folder;
    let is_running = step.is_some();
    let outcome = publishing
        .outcome
        .filter(|_| !is_running)
        .map(|outcome| told(outcome, folder));
    view! { {step}{outcome} }.into_any()
}

fn told(outcome: PublishOutcome, folder: Option<String>) -> AnyView {
    if let Some(failure) = outcome.failure {
        return view! { <p class="notice notice--alert" data-outcome="failed">{words::FAILED}{failure}</p> }.into_any();
    }
    let files = outcome
        .files
        .map(|files| view! { <p>{words::plan(files, outcome.is_plan)}</p> });
    let (word, head) = match outcome.is_plan {
        true => ("plan", words::IS_PLAN),
        false => ("done", words::IS_DONE),
    };
    let place = folder
        .filter(|_| !outcome.is_plan)
        .map(|folder| view! { <p>{words::lies_in(&folder)}</p> });
    view! {
        <section class="panel" data-outcome=word>
            <p><strong>{head}</strong></p>
            {files}
            <p class="quiet">{words::pages(outcome.pages)}</p>
            {place}
        </section>
    }
    .into_any()
}
