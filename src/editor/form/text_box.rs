//! Text controls, whose text stays in step with the value and is never disturbed while somebody
//! types.

use super::{Control, element};
use leptos::html::{ElementType, Input, Textarea};
use leptos::prelude::*;
use serde_json::Value;
use std::sync::Arc;
use wasm_bindgen::JsCast;

type Read = Arc<dyn Fn(Option<&Value>) -> String + Send + Sync>;
type Write = Arc<dyn Fn(&str) -> Option<Value> + Send + Sync>;

/// Translation between the text of a control and what stands in the value.
#[derive(Clone)]
pub(in crate::editor) struct TextBox {
    control: Control,
    read: Read,
    write: Write,
}

impl TextBox {
    /// Creates a translation.
    pub(in crate::editor) fn new(
        control: &Control,
        read: impl Fn(Option<&Value>) -> String + Send + Sync + 'static,
        write: impl Fn(&str) -> Option<Value> + Send + Sync + 'static,
    ) -> Self {
        Self {
            control: control.clone(),
            read: Arc::new(read),
            write: Arc::new(write),
        }
    }

    /// Creates the translation of a text that is the value itself.
    pub(in crate::editor) fn plain(control: &Control) -> Self {
        let inner = control.clone();
        Self::new(control, super::pointer::text, move |text| {
            inner.text_value(text)
        })
    }

    /// Takes what was typed, unless an input method is still composing.
    pub(in crate::editor) fn take(&self) -> impl Fn(web_sys::Event) + Clone + use<> {
        let Self { control, write, .. } = self.clone();
        move |event| {
            if !element::is_composing(&event) {
                control.set(write(&event_target_value(&event)));
            }
        }
    }

    /// Keeps an input in step.
    pub(in crate::editor) fn follow_input(&self, node: NodeRef<Input>) {
        self.follow(node, |node| node.value(), |node, text| node.set_value(text));
    }

    /// Keeps a text area in step.
    pub(in crate::editor) fn follow_area(&self, node: NodeRef<Textarea>) {
        self.follow(node, |node| node.value(), |node, text| node.set_value(text));
    }

    fn follow<E>(
        &self,
        node: NodeRef<E>,
        shown: fn(&E::Output) -> String,
        show: fn(&E::Output, &str),
    ) where
        E: ElementType + 'static,
        E::Output: JsCast + Clone + 'static,
    {
        let Self {
            control,
            read,
            write,
        } = self.clone();
        let value = control.value();
        Effect::new(move |_| {
            let (Some(node), value) = (node.get(), value.get()) else {
                return;
            };
            if write(&shown(&node)) != value {
                show(&node, &read(value.as_ref()));
            }
        });
    }

    /// Shows an input of one line.
    pub(super) fn input(&self, mode: &'static str, class: &'static str) -> AnyView {
        let node = NodeRef::<Input>::new();
        self.follow_input(node);
        let (control, take) = (&self.control, self.take());
        let composed = take.clone();
        view! {
            <input
                node_ref=node
                type="text"
                class=class
                id=control.id()
                name=control.pointer.clone()
                inputmode=mode
                autocomplete="off"
                aria-describedby=control.described_by()
                aria-invalid=control.invalid()
                aria-required=control.field.is_required.then_some("true")
                on:input=take
                on:compositionend=move |event| composed(event.into())
            />
        }
        .into_any()
    }

    /// Shows a text area.
    pub(super) fn area(&self, class: &'static str) -> AnyView {
        let node = NodeRef::<Textarea>::new();
        self.follow_area(node);
        let (control, take) = (&self.control, self.take());
        let composed = take.clone();
        view! {
            <textarea
                node_ref=node
                class=class
                rows="2"
                id=control.id()
                name=control.pointer.clone()
                aria-describedby=control.described_by()
                aria-invalid=control.invalid()
                aria-required=control.field.is_required.then_some("true")
                on:input=take
                on:compositionend=move |event| composed(event.into())
            ></textarea>
        }
        .into_any()
    }
}
