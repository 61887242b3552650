//! Form of an item with what stands around it: state, buttons, problems and preview.

use super::doc::{Doc, State};
use super::form::{self, Shown};
use super::place::Go;
use super::shared::shared;
use super::{api, body, element, pointer, words};
use crate::wire::edit::{Item, ItemKind};
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

mod actions;
mod bar;
mod clashes;
mod id;
mod preview;
mod text;

/// Returns the title as far as it is written.
pub(super) fn title(doc: Doc) -> String {
    let written = ["/title", "/name", "/name/zh", "/label"]
        .into_iter()
        .map(|pointer| pointer::text(doc.get(pointer).as_ref()))
        .find(|text| !text.is_empty());
    match written {
        Some(title) if !doc.kind.is_single() => title,
        _ if doc.is_new => words::new(doc.kind),
        _ if doc.kind.is_single() => doc.kind.label().to_owned(),
        _ => doc.id.get(),
    }
}

/// Shows the form.
pub(super) fn editor(doc: Doc) -> AnyView {
    let shown = Memo::new(move |_| doc.shown_problems());
    provide_context(Shown(shown));
    let go = Go::begin();
    let has_preview = RwSignal::new(is_wide());
    Effect::new(move |_| element::name_document(Some(title(doc))));
    keep_when_leaving(doc);
    listen_to_keys(doc, go);
    hear_news(doc);
    spawn_local(async move { doc.examine().await });
    element::focus_named();
    let fields = move || match doc.text.with(Option::is_some) {
        true => text::editor(doc),
        false => form::groups(doc, body::body),
    };
    let is_text = Memo::new(move |_| doc.text.with(Option::is_some));
    let fields = move || {
        is_text.track();
        untrack(fields)
    };
    let can_preview = doc.kind != ItemKind::Synonyms;
    let preview =
        move || (can_preview && !is_text.get()).then(|| preview::preview(doc, has_preview));
    view! {
        {bar::bar(doc, go, has_preview)}
        <div class="editor" data-preview-shown=move || (can_preview && has_preview.get() && !is_text.get()).then_some("")>
            <form
                data-kind=doc.kind.slug()
                data-id=doc.id
                data-state=move || doc.state.get().word()
                autocomplete="off"
                novalidate=true
                on:submit=|event| event.prevent_default()
            >
                {notices(doc)}
                {form::summary()}
                {clashes::clashes(doc)}
                {doc.is_new.then(|| id::id(doc))}
                {fields}
            </form>
            {preview}
        </div>
    }
    .into_any()
}

/// Returns `true` if there is room for form and preview side by side.
fn is_wide() -> bool {
    let query = window().match_media("(min-width: 62em)");
    query.ok().flatten().is_none_or(|query| query.matches())
}

fn notices(doc: Doc) -> impl IntoView {
    let unfinished = move || {
        doc.unfinished.get().map(|saved| {
            view! {
                <p class="notice">
                    {words::unfinished(&saved)}
                    <button type="button" class="button button--quiet" data-discard=""
                        on:click=move |_| actions::discard(doc)
                    >{words::DISCARD}</button>
                </p>
            }
        })
    };
    let notice = move || {
        doc.notice
            .get()
            .map(|text| view! { <p class="notice notice--alert">{text}</p> })
    };
    view! {
        {unfinished}
        <div role="alert">{notice}</div>
    }
}

/// Keeps what is typed when the screen, the tab or the computer goes away.
fn keep_when_leaving(doc: Doc) {
    let hidden = window_event_listener(
        ev::Custom::<web_sys::Event>::new("visibilitychange"),
        move |_| {
            if document().visibility_state() == web_sys::VisibilityState::Hidden {
                doc.keep_at_last();
            }
        },
    );
    let left = window_event_listener(ev::Custom::<web_sys::Event>::new("pagehide"), move |_| {
        doc.keep_at_last();
    });
    on_cleanup(move || {
        hidden.remove();
        left.remove();
        doc.keep_at_last();
    });
}

fn listen_to_keys(doc: Doc, go: Go) {
    let shared = shared();
    let keys = window_event_listener(ev::keydown, move |event| {
        let is_save =
            (event.ctrl_key() || event.meta_key()) && event.key().eq_ignore_ascii_case("s");
        if is_save && !element::is_composing(&event) {
            event.prevent_default();
            actions::save(doc, shared, go);
        }
    });
    on_cleanup(move || keys.remove());
}

/// Follows changes of the file by others: silently where nothing was typed.
fn hear_news(doc: Doc) {
    let shared = shared();
    Effect::new(move |before: Option<()>| {
        shared.news.track();
        if before.is_none() || doc.is_new {
            return;
        }
        let path = doc.path();
        spawn_local(async move {
            let Ok(item) = api::get::<Item>(&path).await else {
                return;
            };
            let Some(etag) = doc.etag.try_get_untracked() else {
                return;
            };
            if etag.as_deref() == Some(item.etag.as_str())
                || doc.state.get_untracked() == State::Saving
            {
                return;
            }
            if doc.is_untouched() {
                doc.reload(item);
                doc.examine().await;
            } else {
                doc.notice.set(Some(words::CHANGED_OUTSIDE.to_owned()));
            }
        });
    });
}
