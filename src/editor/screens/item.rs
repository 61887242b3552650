//! An item in its form.

use super::{Place, main, words};
use crate::editor::api::{self, Trouble};
use crate::editor::doc::{Doc, State};
use crate::editor::item;
use crate::editor::shared::shared;
use crate::wire::edit::{Draft, Form, Item, ItemKind};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_location;

type Opened = RwSignal<Option<Result<Doc, Trouble>>>;

/// Shows an item.
pub(super) fn screen(kind: ItemKind, id: String) -> AnyView {
    let opened: Opened = RwSignal::new(None);
    let shared = shared();
    let owner = Owner::current();
    let path = format!("items/{}/{}", kind.slug(), api::encode(&id));
    spawn_local(async move {
        let answer = api::get::<Item>(&path).await;
        let open = || {
            answer.map(|item| {
                let is_fresh = shared
                    .fresh
                    .get_untracked()
                    .is_some_and(|(kind, id)| kind == item.kind && id == item.id);
                let doc = Doc::open(item);
                if is_fresh {
                    shared.fresh.set(None);
                    doc.state.set(State::Saved);
                }
                doc
            })
        };
        // What the form is made of belongs to this screen, and ends with it.
        let doc = match &owner {
            Some(owner) => owner.with(open),
            None => open(),
        };
        opened.try_set(Some(doc));
    });
    let name = if kind == ItemKind::Site {
        "site"
    } else {
        "item"
    };
    show(name, kind, opened)
}

/// Shows a new item, or unfinished work on one, whose key is in the address.
pub(super) fn new_screen(kind: ItemKind) -> AnyView {
    let known = use_location()
        .query
        .with_untracked(|query| query.get("draft"))
        .filter(|key| key.starts_with(&format!("{}-new-", kind.slug())));
    let key = known.clone().unwrap_or_else(|| new_key(kind));
    let opened: Opened = RwSignal::new(None);
    let owner = Owner::current();
    let address = Place::unfinished(kind, &key);
    if known.is_none() {
        // After a reload the same work is opened again.
        if let Ok(history) = window().history() {
            let state = history.state().unwrap_or_default();
            let _ = history.replace_state_with_url(&state, "", Some(&address));
        }
    }
    spawn_local(async move {
        let form = api::get::<Form>(&format!("form/{}", kind.slug())).await;
        let draft = match known {
            Some(key) => api::get::<Draft>(&format!("drafts/{}", api::encode(&key)))
                .await
                .ok(),
            None => None,
        };
        let begin = || form.map(|form| Doc::begin(kind, key, form, draft));
        let doc = match &owner {
            Some(owner) => owner.with(begin),
            None => begin(),
        };
        opened.try_set(Some(doc));
    });
    show("item", kind, opened)
}

fn show(name: &'static str, kind: ItemKind, opened: Opened) -> AnyView {
    let title = move || match opened.get() {
        Some(Ok(doc)) => item::title(doc),
        _ => kind.label().to_owned(),
    };
    let content = move || match opened.get() {
        None => view! { <p class="quiet" role="status">{words::LOADING}</p> }.into_any(),
        Some(Err(trouble)) => {
            view! { <p class="notice" role="alert">{trouble.message()}</p> }.into_any()
        }
        Some(Ok(doc)) => item::editor(doc),
    };
    main(name, title, content)
}

fn new_key(kind: ItemKind) -> String {
    let random = (js_sys::Math::random() * 1e9).floor();
    format!("{}-new-{random:.0}", kind.slug())
}
