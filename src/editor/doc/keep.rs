//! Unfinished work: what is typed is kept on the server without being asked.

use super::{Doc, State};
use crate::editor::{api, words};
use crate::wire::edit::Draft;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;

const PAUSE_MS: u32 = 2_000;

impl Doc {
    /// Keeps the value after a longer pause in typing.
    pub(super) fn keep_soon(self) {
        let edits = self.edits();
        spawn_local(async move {
            TimeoutFuture::new(PAUSE_MS).await;
            if edits.is_some() && self.edits() == edits {
                self.keep().await;
            }
        });
    }

    /// Keeps the value now.
    async fn keep(self) {
        let Some(draft) = self.draft() else {
            return;
        };
        let edits = self.edits();
        let outcome = api::put(&self.draft_path(), &draft).await;
        if edits.is_none() || self.edits() != edits {
            return;
        }
        match outcome {
            Ok(()) => {
                if self.state.get_untracked() == State::Unsaved {
                    self.state.set(State::Draft);
                    self.notice.set(None);
                }
            }
            Err(trouble) => {
                self.notice
                    .set(Some(format!("{}{}", words::NOT_KEPT, trouble.message())))
            }
        }
    }

    /// Keeps the value while the page goes away.
    pub(in crate::editor) fn keep_at_last(self) {
        if let Some(draft) = self.draft() {
            api::put_at_last(&self.draft_path(), &draft);
        }
    }

    /// Returns what is to be kept; `None` if nothing is.
    fn draft(self) -> Option<Draft> {
        if self.is_gone() {
            return None;
        }
        let is_open = matches!(
            self.state.get_untracked(),
            State::Unsaved | State::Refused | State::Conflict
        );
        if !is_open {
            return None;
        }
        let is_nothing = |value: &Value| value.as_object().is_some_and(serde_json::Map::is_empty);
        if self.is_new && self.value.with_untracked(is_nothing) {
            return None;
        }
        // A file that is not JSON is kept as its text.
        let text = self.text.get_untracked().map(Value::String);
        Some(Draft {
            kind: self.kind,
            id: self.id.get_untracked(),
            value: text.unwrap_or_else(|| self.value.get_untracked()),
            base: self.etag.get_untracked(),
            saved: String::new(),
        })
    }

    /// Forgets the unfinished work.
    pub(in crate::editor) async fn forget(self) -> Result<(), api::Trouble> {
        match api::delete(&self.draft_path(), None).await {
            Err(trouble) if !trouble.is_missing() => Err(trouble),
            _ => Ok(()),
        }
    }

    fn draft_path(self) -> String {
        format!("drafts/{}", self.key.with_value(|key| api::encode(key)))
    }
}
