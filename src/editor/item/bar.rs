//! Bar with the state of the form and its buttons.

use super::{Doc, Go, State, actions, words};
use crate::editor::form::dialog;
use crate::editor::place::Place;
use crate::editor::shared::shared;
use crate::wire::edit::ItemKind;
use leptos::prelude::*;

/// Shows the bar.
pub(super) fn bar(doc: Doc, go: Go, has_preview: RwSignal<bool>) -> impl IntoView {
    let shared = shared();
    let can_preview = doc.kind != ItemKind::Synonyms;
    let is_asking = RwSignal::new(false);
    let is_saving = move || doc.state.get() == State::Saving;
    let state = move || words::form_state(doc.state.get());
    let address = move || {
        doc.address.get().map(|address| {
            view! { <a class="bar__link" href=address target="_blank" rel="external">{words::SEE_PAGE}</a> }
        })
    };
    let history = (!doc.is_new).then(|| {
        let href = Place::History(doc.kind, doc.id.get_untracked()).href();
        view! { <a class="bar__link" href=href>{words::HISTORY}</a> }
    });
    let delete = (!doc.is_new && !doc.kind.is_single()).then(|| {
        view! {
            <button type="button" class="button button--quiet button--alert" data-action="delete"
                on:click=move |_| is_asking.set(true)
            >{words::DELETE}</button>
        }
    });
    let ask = dialog(is_asking, words::DELETE, move || {
        view! {
            <p>{words::ASK_DELETE}</p>
            <p class="buttons">
                <button type="button" class="button button--alert" data-confirm="" on:click=move |_| {
                    is_asking.set(false);
                    actions::delete(doc, shared, go);
                }>{words::DELETE}</button>
                <button type="button" class="button button--quiet" on:click=move |_| is_asking.set(false)>{words::CANCEL}</button>
            </p>
        }
        .into_any()
    });
    view! {
        <div class="bar">
            <p class="bar__state" role="status" aria-live="polite" data-word=move || doc.state.get().word()>{state}</p>
            <div class="bar__buttons">
                {address}
                {history}
                {delete}
                <button
                    type="button"
                    class="button button--quiet"
                    data-action="preview"
                    hidden=move || !can_preview || doc.text.with(Option::is_some)
                    aria-pressed=move || if has_preview.get() { "true" } else { "false" }
                    on:click=move |_| has_preview.update(|has| *has = !*has)
                >{words::PREVIEW}</button>
                <button type="button" class="button" data-action="save"
                    aria-disabled=move || is_saving().then_some("true")
                    on:click=move |_| actions::save(doc, shared, go)
                >{words::SAVE}</button>
            </div>
            {ask}
        </div>
    }
}
