//! Older versions of an item.

use super::{main, versions, words};
use crate::editor::api;
use crate::editor::place::Place;
use crate::editor::shared::{self, shared};
use crate::wire::edit::{ItemKind, Version};
use leptos::prelude::*;

/// Shows the screen.
pub(super) fn screen(kind: ItemKind, id: String) -> AnyView {
    let shared = shared();
    let path = format!("versions/{}/{}", kind.slug(), api::encode(&id));
    let address = path.clone();
    let list = shared::load::<Vec<Version>, _>(move || {
        shared.news.track();
        let address = address.clone();
        async move { api::get(&address).await }
    });
    let title = format!("{}：{id}", words::HISTORY);
    let content = view! {
        <p class="quiet">{words::HISTORY_HOW}" "<a href=Place::Item(kind, id).href()>{words::BACK_TO_ITEM}</a></p>
        {versions::view(list, path, shared)}
    };
    main("history", title, content)
}
