//! Deleted items.

use super::{main, versions, words};
use crate::editor::api;
use crate::editor::place::{Go, Place};
use crate::editor::shared::{self, Shared, shared};
use crate::wire::edit::{ItemKind, Saved, Version};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Shows the screen.
pub(super) fn screen() -> AnyView {
    let shared = shared();
    let list = shared::load::<Vec<Version>, _>(move || {
        shared.news.track();
        async { api::get("bin").await }
    });
    let content = view! {
        <p class="quiet">{words::BIN_HOW}</p>
        {versions::view(list, "bin".to_owned(), shared)}
    };
    main("bin", words::BIN, content)
}

/// Brings back the item that was deleted last under this id, and opens it.
pub(super) fn bring_back(shared: Shared, go: Go, kind: ItemKind, id: String) {
    spawn_local(async move {
        let Ok(versions) = api::get::<Vec<Version>>("bin").await else {
            return;
        };
        let newest = versions
            .into_iter()
            .filter(|version| version.kind == kind && version.id == id)
            .max_by(|a, b| (&a.until, &a.name).cmp(&(&b.until, &b.name)));
        let Some(version) = newest else {
            return;
        };
        let path = format!("bin/{}", api::encode(&version.name));
        if let Ok(saved) = api::post::<Saved>(&path).await {
            shared.deleted.set(None);
            shared.refresh();
            go.to(&Place::item(kind, &saved.id).href());
        }
    });
}
