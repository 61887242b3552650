//! Saving: the value goes to the file, or stays with what is wrong said.

use super::{Doc, State};
use crate::editor::api::{self, Trouble};
use crate::editor::merge::merge;
use crate::editor::{pointer, words};
use crate::wire::edit::{Item, NewItem, Refusal, Saved, Written};
use leptos::prelude::*;
use serde_json::Value;

impl Doc {
    /// Saves; returns what the server said if the file is written.
    pub(in crate::editor) async fn save(self) -> Option<Saved> {
        if self.state.get_untracked() == State::Saving {
            return None;
        }
        if self.clashes.with_untracked(|clashes| !clashes.is_empty()) {
            self.state.set(State::Conflict);
            return None;
        }
        self.is_tried.set(true);
        self.notice.set(None);
        // A change that merges silently is saved again at once, but not for ever.
        for _ in 0..3 {
            let edits = self.edits()?;
            self.state.set(State::Saving);
            let written = self.value.get_untracked();
            let outcome = self.write().await;
            let is_newest = self.edits()? == edits;
            match outcome {
                Ok(saved) => {
                    self.settle(&saved, written, is_newest).await;
                    return Some(saved);
                }
                Err(Trouble::Refused(refusal)) => {
                    if !self.refused(*refusal) {
                        return None;
                    }
                }
                Err(Trouble::Network) => {
                    self.notice.set(Some(words::NOT_SAVED_NETWORK.to_owned()));
                    self.edited();
                    return None;
                }
            }
        }
        None
    }

    async fn write(self) -> Result<Saved, Trouble> {
        if self.is_new {
            let id = match self.id.get_untracked() {
                empty if empty.is_empty() => {
                    // What was proposed may be from before the last words were typed.
                    self.examine().await;
                    self.proposed.get_untracked().unwrap_or_default()
                }
                id => id,
            };
            let item = NewItem {
                id,
                value: self.value.get_untracked(),
            };
            let path = format!("items/{}", self.kind.slug());
            return api::send(api::POST, &path, None, &item).await;
        }
        let text = self.text.get_untracked();
        let written = Written {
            value: text.is_none().then(|| self.value.get_untracked()),
            text,
        };
        let path = self.path();
        let etag = self.etag.get_untracked();
        api::send(api::PUT, &path, etag.as_deref(), &written).await
    }

    /// Notes that the file is written.
    async fn settle(self, saved: &Saved, written: Value, is_newest: bool) {
        self.etag.set(Some(saved.etag.clone()));
        self.base.set(Some(written));
        self.address.set(saved.address.clone());
        if is_newest {
            self.problems.set(saved.problems.clone());
            self.state.set(State::Saved);
            self.unfinished.set(None);
            // A draft that stays is offered the next time, which does no harm.
            let _ = self.forget().await;
        } else {
            self.edited();
        }
    }

    /// Notes that nothing was written; returns `true` if it is worth trying again.
    fn refused(self, refusal: Refusal) -> bool {
        if let (412, Some(theirs)) = (refusal.status, refusal.theirs) {
            return self.merge_with(*theirs);
        }
        self.notice.set(Some(refusal.title));
        if !refusal.problems.is_empty() {
            self.problems.set(refusal.problems);
        }
        self.state.set(State::Refused);
        self.keep_soon();
        false
    }

    /// Merges what somebody else has written; returns `true` if nothing has to be decided.
    pub(in crate::editor) fn merge_with(self, theirs: Item) -> bool {
        self.etag.set(Some(theirs.etag));
        let Some(there) = theirs.value else {
            self.notice.set(Some(words::THEIRS_BROKEN.to_owned()));
            self.state.set(State::Conflict);
            return false;
        };
        let (merged, clashes) = self.base.with_untracked(|base| {
            self.value
                .with_untracked(|mine| merge(base.as_ref(), mine, &there))
        });
        self.value.set(merged);
        self.base.set(Some(there));
        let is_settled = clashes.is_empty();
        self.clashes.set(clashes);
        if !is_settled {
            self.state.set(State::Conflict);
        }
        is_settled
    }

    /// Decides about a field that was changed on both sides.
    pub(in crate::editor) fn decide(self, pointer: &str, takes_theirs: bool) {
        let clash = self.clashes.with_untracked(|clashes| {
            clashes
                .iter()
                .find(|clash| clash.pointer == pointer)
                .cloned()
        });
        let Some(clash) = clash else {
            return;
        };
        if takes_theirs {
            self.value
                .update(|value| pointer::set(value, pointer, clash.theirs));
        }
        self.clashes
            .update(|clashes| clashes.retain(|clash| clash.pointer != pointer));
        if self.clashes.with_untracked(Vec::is_empty) {
            self.state.set(State::Unsaved);
            self.notice.set(None);
        }
        self.edited();
    }

    /// Shows the file as it is now, where nothing was typed.
    pub(in crate::editor) fn reload(self, item: Item) {
        self.etag.set(Some(item.etag));
        self.problems.set(item.problems);
        self.address.set(item.address);
        match &item.value {
            Some(value) => {
                self.value.set(value.clone());
                self.text.set(None);
            }
            None => self.text.set(Some(item.text)),
        }
        self.base.set(item.value);
        self.unfinished.set(None);
        self.clashes.set(Vec::new());
        self.notice.set(None);
        self.state.set(State::Clean);
    }

    /// Returns the path of the item in the interface.
    pub(in crate::editor) fn path(self) -> String {
        format!(
            "items/{}/{}",
            self.kind.slug(),
            self.id.with_untracked(|id| api::encode(id))
        )
    }
}
