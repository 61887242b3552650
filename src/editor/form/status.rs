//! Publication state of an article.

use super::{Control, TextBox, element, pointer, words};
use crate::wire::edit::Widget;
use leptos::prelude::*;
use serde_json::{Value, json};

/// Shows the state, and the reason of a withdrawal.
pub(super) fn status(control: Control) -> AnyView {
    let value = control.value();
    let word = Memo::new(move |_| match value.get() {
        Some(Value::Object(_)) => "withdrawn".to_owned(),
        Some(word) => pointer::text(Some(&word)),
        None => "published".to_owned(),
    });
    let setter = control.clone();
    let change = move |event| {
        setter.set(match event_target_value(&event).as_str() {
            "published" => None,
            "withdrawn" => Some(json!({ "withdrawn": {} })),
            word => Some(Value::String(word.to_owned())),
        });
    };
    let options = words::STATUS
        .into_iter()
        .map(|(value, name)| {
            view! { <option value=value selected=move || word.get() == value>{name}</option> }
        })
        .collect::<Vec<_>>();
    let is_withdrawn = Memo::new(move |_| word.get() == "withdrawn");
    let reason = reason(&control);
    control.frame(
        "status",
        view! {
            <select
                class="control control--short"
                id=control.id()
                name=control.pointer.clone()
                aria-describedby=control.described_by()
                aria-invalid=control.invalid()
                prop:value=word
                on:change=change
            >{options}</select>
            {move || is_withdrawn.get().then(&reason)}
        },
    )
}

fn reason(status: &Control) -> impl Fn() -> AnyView + Send + use<> {
    let mut control = status.clone().of_itself();
    control.pointer = format!("{}/withdrawn/reason", status.pointer);
    control.field.label = words::REASON.to_owned();
    control.field.help = words::REASON_HELP.to_owned();
    control.field.is_required = false;
    control.field.widget = Widget::Line { most: Some(200) };
    let whole = status.clone();
    move || {
        let at = whole.clone();
        // Without a reason the state is still an object.
        let bound = TextBox::new(&control, pointer::text, move |text| {
            (!text.is_empty()).then(|| Value::String(text.to_owned()))
        });
        let setter = move |event: web_sys::Event| {
            if element::is_composing(&event) {
                return;
            }
            let text = event_target_value(&event);
            at.set(Some(match text.is_empty() {
                true => json!({ "withdrawn": {} }),
                false => json!({ "withdrawn": { "reason": text } }),
            }));
        };
        let node = NodeRef::new();
        bound.follow_input(node);
        let composed = setter.clone();
        let input = view! {
            <input
                node_ref=node
                type="text"
                class="control"
                id=control.id()
                name=control.pointer.clone()
                autocomplete="off"
                aria-describedby=control.described_by()
                on:input=setter
                on:compositionend=move |event| composed(event.into())
            />
        };
        control.frame("line", input)
    }
}
