//! What all controls have in common: label, help, counter and problems.

use super::{Doc, Shown, element, words};
use crate::wire::edit::{Field, ItemProblem, Level};
use leptos::prelude::*;
use serde_json::Value;

/// A field of the form at its place in the value.
#[derive(Debug, Clone)]
pub(in crate::editor) struct Control {
    /// File that is edited.
    pub(in crate::editor) doc: Doc,
    /// Pointer of what is edited.
    pub(in crate::editor) pointer: String,
    /// Field.
    pub(in crate::editor) field: Field,
    /// Problems of the field and of what stands in it.
    pub(in crate::editor) problems: Memo<Vec<ItemProblem>>,
}

impl Control {
    pub(super) fn new(doc: Doc, pointer: String, mut field: Field) -> Self {
        if field.help == field.label {
            field.help.clear();
        }
        let Shown(shown) = expect_context::<Shown>();
        let at = pointer.clone();
        let problems = Memo::new(move |_| {
            shown.with(|shown| {
                shown
                    .iter()
                    .filter(|problem| is_within(&problem.pointer, &at))
                    .cloned()
                    .collect()
            })
        });
        Self {
            doc,
            pointer,
            field,
            problems,
        }
    }

    /// Narrows the problems to those of the field itself, where what stands in it has controls
    /// of its own.
    pub(super) fn of_itself(mut self) -> Self {
        let pointer = self.pointer.clone();
        let all = self.problems;
        self.problems = Memo::new(move |_| {
            let mut problems = all.get();
            problems.retain(|problem| problem.pointer == pointer);
            problems
        });
        self
    }

    /// Returns the id of the control.
    pub(in crate::editor) fn id(&self) -> String {
        element::control_id(&self.pointer)
    }

    /// Returns the ids of help and problems.
    pub(in crate::editor) fn described_by(&self) -> String {
        let id = self.id();
        match self.field.help.is_empty() {
            true => format!("{id}-wrong"),
            false => format!("{id}-wrong {id}-help"),
        }
    }

    /// Returns the value of `aria-invalid`.
    pub(in crate::editor) fn invalid(&self) -> impl Fn() -> Option<&'static str> + Send + use<> {
        let problems = self.problems;
        move || {
            let is_wrong = problems.with(|all| all.iter().any(|one| one.level != Level::Note));
            is_wrong.then_some("true")
        }
    }

    /// Returns what stands in the value.
    pub(in crate::editor) fn value(&self) -> Memo<Option<Value>> {
        self.doc.at(&self.pointer)
    }

    /// Sets what stands in the value.
    pub(in crate::editor) fn set(&self, new: Option<Value>) {
        self.doc.set(&self.pointer, new);
    }

    /// Returns a text as the value: nothing for an empty one, unless the field is required.
    pub(in crate::editor) fn text_value(&self, text: &str) -> Option<Value> {
        (!text.is_empty() || self.field.is_required).then(|| Value::String(text.to_owned()))
    }

    /// Shows a control with its label, help and problems.
    pub(in crate::editor) fn frame(&self, widget: &'static str, control: impl IntoView) -> AnyView {
        view! {
            <div class="field" data-widget=widget>
                <label class="field__label" for=self.id()>{self.label()}</label>
                {control.into_any()}
                {self.foot()}
            </div>
        }
        .into_any()
    }

    /// Shows several controls with one label, help and problems.
    pub(super) fn group(&self, widget: &'static str, controls: impl IntoView) -> AnyView {
        view! {
            <fieldset
                class="field field--group"
                data-widget=widget
                id=self.id()
                tabindex="-1"
                aria-describedby=self.described_by()
            >
                <legend class="field__label">{self.label()}</legend>
                {controls.into_any()}
                {self.foot()}
            </fieldset>
        }
        .into_any()
    }

    fn label(&self) -> AnyView {
        let mark = self
            .field
            .is_required
            .then(|| view! { <span class="field__required">{words::REQUIRED}</span> });
        view! { {self.field.label.clone()}{mark} }.into_any()
    }

    /// Shows help and problems.
    pub(in crate::editor) fn foot(&self) -> AnyView {
        let help = (!self.field.help.is_empty()).then(|| {
            view! {
                <p class="field__help" id=format!("{}-help", self.id())>{words::with_code(&self.field.help)}</p>
            }
        });
        view! { {self.wrong()}{help} }.into_any()
    }

    fn wrong(&self) -> impl IntoView + use<> {
        let id = format!("{}-wrong", self.id());
        let pointer = self.pointer.clone();
        let problems = self.problems;
        move || {
            let told = problems.get();
            let items = told.into_iter().map(told_item).collect::<Vec<_>>();
            (!items.is_empty()).then(|| {
                view! {
                    <ul class="field__wrong" id=id.clone() data-for=pointer.clone()>{items}</ul>
                }
            })
        }
    }
}

fn told_item(told: ItemProblem) -> impl IntoView {
    view! {
        <li data-level=words::level_word(told.level)>
            {words::with_code(&told.message)}
            {(!told.help.is_empty()).then(|| view! { <span>{words::with_code(&told.help)}</span> })}
        </li>
    }
}

/// Returns `true` if a pointer is another one or stands below it.
pub(super) fn is_within(pointer: &str, around: &str) -> bool {
    pointer
        .strip_prefix(around)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
