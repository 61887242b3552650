//! Examination of what is typed, shortly after typing stops.

use super::{Doc, State};
use crate::editor::api;
use crate::wire::edit::{Examination, Examined};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

const PAUSE_MS: u32 = 400;

impl Doc {
    /// Examines the value after a pause in typing.
    pub(super) fn examine_soon(self) {
        let edits = self.edits();
        spawn_local(async move {
            TimeoutFuture::new(PAUSE_MS).await;
            if edits.is_some() && self.edits() == edits {
                self.examine().await;
            }
        });
    }

    /// Examines the value now, which also makes the preview.
    pub(in crate::editor) async fn examine(self) {
        if self.is_gone() || self.text.with_untracked(Option::is_some) {
            return;
        }
        let edits = self.edits();
        let request = Examination {
            key: self.key.get_value(),
            kind: self.kind,
            id: self.id.get_untracked(),
            value: self.value.get_untracked(),
        };
        let answer = api::send::<_, Examined>(api::POST, "examine", None, &request).await;
        // Whoever typed on gets a later answer, and whoever left needs none.
        if edits.is_none() || self.edits() != edits {
            return;
        }
        let Ok(answer) = answer else {
            return;
        };
        self.problems.set(answer.problems);
        self.proposed.set(answer.proposed_id);
        // Without a new preview the last one stays in sight.
        if let Some(address) = answer.preview {
            self.preview.update(|preview| {
                let times = preview.as_ref().map_or(0, |(_, times)| times + 1);
                *preview = Some((address, times));
            });
        }
        if self.state.get_untracked() == State::Refused
            && self.problems.with_untracked(Vec::is_empty)
        {
            self.state.set(State::Unsaved);
        }
    }
}
