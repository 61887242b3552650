//! What all screens share, and how they load what they show.

use super::api::{self, Trouble};
use crate::wire::edit::{Candidate, ItemKind, Start};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::future::Future;

/// What all screens share.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shared {
    /// Start screen's data, from which the frame has the name of the site.
    pub(super) start: RwSignal<Option<Result<Start, Trouble>>>,
    /// Counts the news about files; what is shown is loaded again with each.
    pub(super) news: RwSignal<u32>,
    /// Files of the last news.
    pub(super) changed: RwSignal<Vec<String>>,
    /// Counts the news about publishing.
    pub(super) publishing: RwSignal<u32>,
    /// Item that was just written for the first time, whose form says so.
    pub(super) fresh: RwSignal<Option<(ItemKind, String)>>,
    /// Item that was just deleted, and what it was called.
    pub(super) deleted: RwSignal<Option<(ItemKind, String, String)>>,
    names: RwSignal<BTreeMap<(ItemKind, String), String>>,
}

/// Returns what all screens share.
pub(super) fn shared() -> Shared {
    expect_context::<Shared>()
}

impl Shared {
    /// Begins with nothing loaded.
    pub(super) fn begin() -> Self {
        let news = RwSignal::new(0);
        let start = load::<Start, _>(move || {
            news.track();
            async { api::get("start").await }
        });
        Self {
            start,
            news,
            changed: RwSignal::default(),
            publishing: RwSignal::new(0),
            fresh: RwSignal::default(),
            deleted: RwSignal::default(),
            names: RwSignal::default(),
        }
    }

    /// Loads again what is shown.
    pub(super) fn refresh(self) {
        self.news.update(|news| *news += 1);
    }

    /// Returns the name of an item, or its id until the name is known.
    pub(super) fn name(self, kind: ItemKind, id: &str) -> String {
        let key = (kind, id.to_owned());
        if let Some(name) = self.names.with(|names| names.get(&key).cloned()) {
            return name;
        }
        self.learn(kind, id, id);
        let id = id.to_owned();
        spawn_local(async move {
            let path = format!("candidates?kind={}&q={}", kind.slug(), api::encode(&id));
            let Ok(candidates) = api::get::<Vec<Candidate>>(&path).await else {
                return;
            };
            if let Some(one) = candidates.into_iter().find(|one| one.id == id) {
                self.learn(kind, &id, &one.title);
            }
        });
        key.1
    }

    /// Returns the name of an item as far as it is known.
    pub(super) fn name_untracked(self, kind: ItemKind, id: &str) -> String {
        self.names.with_untracked(|names| {
            names
                .get(&(kind, id.to_owned()))
                .cloned()
                .unwrap_or_else(|| id.to_owned())
        })
    }

    /// Notes the name of an item.
    pub(super) fn learn(self, kind: ItemKind, id: &str, name: &str) {
        self.names
            .update(|names| drop(names.insert((kind, id.to_owned()), name.to_owned())));
    }
}

/// Loads a value, and loads it again when what the request is made from changes. Only the
/// newest answer counts; the old one is shown until it comes.
pub(super) fn load<T, F>(
    request: impl Fn() -> F + Send + Sync + 'static,
) -> RwSignal<Option<Result<T, Trouble>>>
where
    T: DeserializeOwned + Send + Sync + 'static,
    F: Future<Output = Result<T, Trouble>> + 'static,
{
    let answer = RwSignal::new(None);
    let asked = StoredValue::new(0_u32);
    Effect::new(move |_| {
        let request = request();
        asked.update_value(|asked| *asked += 1);
        let this = asked.get_value();
        spawn_local(async move {
            let new = request.await;
            if asked.try_get_value() == Some(this) {
                answer.try_set(Some(new));
            }
        });
    });
    answer
}
