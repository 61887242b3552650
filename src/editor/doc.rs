//! What is being edited: the value of one file, and where it stands between screen and disk.

use super::merge::Clash;
use super::{pointer, words};
use crate::wire::edit::{Draft, Field, Form, Item, ItemKind, ItemProblem, Widget};
use leptos::prelude::*;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

mod examine;
mod keep;
mod save;

/// Code of the check for a field that an object lacks.
const MISSING: &str = "missing-field";

/// State of the form, in the word of its `data-state`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// As the file.
    Clean,
    /// Typed and kept nowhere but here.
    Unsaved,
    /// Kept as unfinished work.
    Draft,
    /// On its way to the file.
    Saving,
    /// In the file.
    Saved,
    /// Somebody else has changed the same fields.
    Conflict,
    /// Not taken, because something is wrong.
    Refused,
}

impl State {
    /// Returns the word.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Clean => "clean",
            Self::Unsaved => "unsaved",
            Self::Draft => "draft",
            Self::Saving => "saving",
            Self::Saved => "saved",
            Self::Conflict => "conflict",
            Self::Refused => "refused",
        }
    }
}

/// A file that is being edited. It is a handle, of which all copies are the same.
#[derive(Debug, Clone, Copy)]
pub(super) struct Doc {
    /// Kind of the item.
    pub(super) kind: ItemKind,
    /// `true` until it is saved for the first time.
    pub(super) is_new: bool,
    /// Key of the draft and the preview.
    pub(super) key: StoredValue<String>,
    /// Form.
    pub(super) form: StoredValue<Form>,
    /// Id; empty if a new item has none yet.
    pub(super) id: RwSignal<String>,
    /// Id that is proposed for a new item.
    pub(super) proposed: RwSignal<Option<String>>,
    /// Value as it is typed.
    pub(super) value: RwSignal<Value>,
    /// Text, where the file is not JSON.
    pub(super) text: RwSignal<Option<String>>,
    /// Value of the file from which the work began; `None` if it is not known.
    pub(super) base: RwSignal<Option<Value>>,
    /// State of the file from which the work began.
    pub(super) etag: RwSignal<Option<String>>,
    /// State of the form.
    pub(super) state: RwSignal<State>,
    /// Problems of the value.
    pub(super) problems: RwSignal<Vec<ItemProblem>>,
    /// `true` after the first try to save.
    pub(super) is_tried: RwSignal<bool>,
    /// Pointers of what was typed into.
    pub(super) touched: RwSignal<BTreeSet<String>>,
    /// What went wrong, or has to be known.
    pub(super) notice: RwSignal<Option<String>>,
    /// Moment of the unfinished work that is shown.
    pub(super) unfinished: RwSignal<Option<String>>,
    /// Fields about which somebody has to decide, and the file as it is there.
    pub(super) clashes: RwSignal<Vec<Clash>>,
    /// Address of the preview, and how often it was made.
    pub(super) preview: RwSignal<Option<(String, u32)>>,
    /// Address of the item's page on the served site.
    pub(super) address: RwSignal<Option<String>>,
    /// Number of changes by hand, by which late answers are told from timely ones.
    edits: StoredValue<u64>,
}

impl Doc {
    /// Opens a file.
    pub(super) fn open(item: Item) -> Self {
        let key = format!("{}-{}", item.kind.slug(), item.id);
        let doc = Self::blank(item.kind, false, key, item.form);
        doc.id.set(item.id);
        doc.etag.set(Some(item.etag));
        doc.problems.set(item.problems);
        doc.address.set(item.address);
        match &item.value {
            Some(value) => doc.value.set(value.clone()),
            None => doc.text.set(Some(item.text)),
        }
        doc.base.set(item.value);
        if let Some(draft) = item.draft {
            doc.resume(draft);
        }
        doc
    }

    /// Begins a new item, or goes on with one.
    pub(super) fn begin(kind: ItemKind, key: String, form: Form, draft: Option<Draft>) -> Self {
        let initial = form.initial.clone();
        let doc = Self::blank(kind, true, key, form);
        doc.base.set(Some(initial.clone()));
        doc.value.set(initial);
        if let Some(draft) = draft {
            doc.id.set(draft.id.clone());
            doc.resume(draft);
        }
        doc
    }

    fn blank(kind: ItemKind, is_new: bool, key: String, form: Form) -> Self {
        Self {
            kind,
            is_new,
            key: StoredValue::new(key),
            form: StoredValue::new(form),
            id: RwSignal::default(),
            proposed: RwSignal::default(),
            value: RwSignal::new(Value::Object(Map::new())),
            text: RwSignal::default(),
            base: RwSignal::default(),
            etag: RwSignal::default(),
            state: RwSignal::new(State::Clean),
            problems: RwSignal::default(),
            is_tried: RwSignal::new(false),
            touched: RwSignal::default(),
            notice: RwSignal::default(),
            unfinished: RwSignal::default(),
            clashes: RwSignal::default(),
            preview: RwSignal::default(),
            address: RwSignal::default(),
            edits: StoredValue::new(0),
        }
    }

    /// Shows unfinished work.
    fn resume(self, draft: Draft) {
        if draft.base.is_some() && draft.base != self.etag.get_untracked() {
            // The file has changed since: saving finds that out and merges.
            self.etag.set(draft.base);
            self.base.set(None);
        }
        match draft.value {
            Value::String(text) => self.text.set(Some(text)),
            value => {
                self.text.set(None);
                self.value.set(value);
            }
        }
        self.unfinished.set(Some(draft.saved));
        self.state.set(State::Draft);
    }

    /// Returns what stands at a pointer; `null` counts as missing.
    pub(super) fn get(self, pointer: &str) -> Option<Value> {
        self.value
            .with(|value| pointer::get(value, pointer).cloned())
    }

    /// Returns what stands at a pointer, without following it.
    pub(super) fn peek(self, pointer: &str) -> Option<Value> {
        self.value
            .try_with_untracked(|value| pointer::get(value, pointer).cloned())
            .flatten()
    }

    /// Returns a signal of what stands at a pointer.
    pub(super) fn at(self, pointer: &str) -> Memo<Option<Value>> {
        let pointer = pointer.to_owned();
        Memo::new(move |_| self.get(&pointer))
    }

    /// Sets what somebody has typed; `None` removes it.
    pub(super) fn set(self, pointer: &str, new: Option<Value>) {
        if self.is_gone() || self.peek(pointer) == new {
            return;
        }
        self.touched
            .update(|touched| touched.extend([pointer.to_owned()]));
        self.value.update(|value| pointer::set(value, pointer, new));
        self.edited();
    }

    /// Changes the list at a pointer, which is made if it is missing.
    pub(super) fn change_list(self, pointer: &str, change: impl FnOnce(&mut Vec<Value>)) {
        let mut list = match self.peek(pointer) {
            Some(Value::Array(list)) => list,
            _ => Vec::new(),
        };
        change(&mut list);
        let new = (!list.is_empty()).then_some(Value::Array(list));
        self.set(pointer, new);
    }

    /// Sets the text of a file that is not JSON.
    pub(super) fn set_text(self, text: String) {
        self.text.set(Some(text));
        self.edited();
    }

    /// Sets the id of a new item.
    pub(super) fn set_id(self, id: String) {
        self.id.set(id);
        self.edited();
    }

    /// Notes a change by hand.
    pub(super) fn edited(self) {
        self.edits.update_value(|edits| *edits += 1);
        if self.state.get_untracked() != State::Conflict {
            self.state.set(State::Unsaved);
        }
        self.keep_soon();
        self.examine_soon();
    }

    fn edits(self) -> Option<u64> {
        self.edits.try_get_value()
    }

    /// Returns `true` once its screen is gone, after which nothing in it can be read.
    pub(super) fn is_gone(self) -> bool {
        self.edits().is_none()
    }

    /// Returns `true` if nothing is lost when the file is read again.
    pub(super) fn is_untouched(self) -> bool {
        matches!(self.state.get_untracked(), State::Clean | State::Saved)
    }

    /// Returns the problems that are shown: those of empty fields of a new item wait for the
    /// first try to save.
    pub(super) fn shown_problems(self) -> Vec<ItemProblem> {
        let waits = self.is_new && !self.is_tried.get();
        self.problems.with(|problems| {
            problems
                .iter()
                .filter(|problem| !waits || self.is_ripe(&problem.pointer))
                .map(|problem| self.in_terms_of_the_form(problem))
                .collect()
        })
    }

    /// Says of a field that it is empty, where the check speaks of names and brackets.
    fn in_terms_of_the_form(self, problem: &ItemProblem) -> ItemProblem {
        let mut problem = problem.clone();
        let names: Vec<&str> = problem.pointer.split('/').skip(1).collect();
        let label = self.form.with_value(|form| label(&form.fields, &names));
        if let Some(label) = label.filter(|_| problem.code == MISSING) {
            problem.message = words::fill_in(&label);
            problem.help.clear();
        }
        problem
    }

    fn is_ripe(self, pointer: &str) -> bool {
        let is_filled = self
            .get(pointer)
            .is_some_and(|value| !pointer::is_empty(&value));
        is_filled && !pointer.is_empty() || self.touched.with(|touched| touched.contains(pointer))
    }
}

/// Returns the label of the field at a path, in which numbers are places in lists.
fn label(fields: &[Field], names: &[&str]) -> Option<String> {
    let (name, rest) = names.split_first()?;
    let field = fields.iter().find(|field| field.name == *name)?;
    match (&field.widget, rest) {
        (_, []) => Some(field.label.clone()),
        (Widget::Section { fields }, rest) | (Widget::List { fields, .. }, [_, rest @ ..]) => {
            label(fields, rest)
        }
        _ => None,
    }
}
