//! What the buttons of a form do.

use super::{Doc, Go, Item, State, api, element};
use crate::editor::place::Place;
use crate::editor::shared::Shared;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::{Map, Value};

/// Saves the item. A new one gets its own address.
pub(super) fn save(doc: Doc, shared: Shared, go: Go) {
    let path = doc.path();
    spawn_local(async move {
        let Some(saved) = doc.save().await else {
            match doc.state.try_get_untracked() {
                Some(State::Refused) => element::focus_soon("#problems"),
                Some(State::Conflict) => element::focus_soon("#clashes"),
                _ => {}
            }
            return;
        };
        if doc.is_new {
            if doc.state.try_get_untracked() == Some(State::Saved) {
                shared.fresh.set(Some((doc.kind, saved.id.clone())));
            }
            go.instead(&Place::item(doc.kind, &saved.id).href());
        } else if doc.text.try_get_untracked().flatten().is_some() {
            // What is JSON now is shown as a form.
            if let Ok(item) = api::get::<Item>(&path).await {
                doc.reload(item);
                doc.state.set(State::Saved);
                doc.examine().await;
            }
        } else {
            doc.examine().await;
        }
        shared.refresh();
    });
}

/// Deletes the item, and goes to the list, where it can be brought back.
pub(super) fn delete(doc: Doc, shared: Shared, go: Go) {
    let title = super::title(doc);
    let id = doc.id.get_untracked();
    let etag = doc.etag.get_untracked();
    let path = doc.path();
    spawn_local(async move {
        match api::delete(&path, etag.as_deref()).await {
            Ok(()) => {
                let _ = doc.forget().await;
                doc.state.set(State::Clean);
                shared.deleted.set(Some((doc.kind, id, title)));
                go.to(&Place::List(Some(doc.kind)).href());
                shared.refresh();
            }
            Err(trouble) => doc.notice.set(Some(trouble.message())),
        }
    });
}

/// Throws unfinished work away and shows the file.
pub(super) fn discard(doc: Doc) {
    let path = doc.path();
    doc.notice.set(None);
    spawn_local(async move {
        doc.state.set(State::Clean);
        if let Err(trouble) = doc.forget().await {
            doc.notice.set(Some(trouble.message()));
            return;
        }
        if doc.is_new {
            doc.value.set(Value::Object(Map::new()));
            doc.id.set(String::new());
            doc.unfinished.set(None);
            doc.examine().await;
            return;
        }
        match api::get::<Item>(&path).await {
            Ok(item) => {
                doc.reload(item);
                doc.examine().await;
            }
            Err(trouble) => doc.notice.set(Some(trouble.message())),
        }
    });
}
