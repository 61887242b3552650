//! Choices between values that have names.

use super::{Control, pointer, words};
use leptos::prelude::*;
use serde_json::Value;

/// Shows a choice of one value.
pub(super) fn choice(control: Control, options: Vec<(String, String)>) -> AnyView {
    let value = control.value();
    let text = Memo::new(move |_| pointer::text(value.get().as_ref()));
    let known: Vec<String> = options.iter().map(|(value, _)| value.clone()).collect();
    let setter = control.clone();
    let change = move |event| {
        let text = event_target_value(&event);
        setter.set((!text.is_empty()).then_some(Value::String(text)));
    };
    // A value that is not in the list is shown as it is, and stays until another is chosen.
    let foreign = move || {
        let text = text.get();
        (!text.is_empty() && !known.contains(&text)).then(|| {
            view! { <option value=text.clone() selected=true>{text.clone()}</option> }
        })
    };
    let options = options
        .into_iter()
        .map(|(value, name)| {
            let this = value.clone();
            view! { <option value=value selected=move || text.get() == this>{name}</option> }
        })
        .collect::<Vec<_>>();
    control.frame(
        "choice",
        view! {
            <select
                class="control"
                id=control.id()
                name=control.pointer.clone()
                aria-describedby=control.described_by()
                aria-invalid=control.invalid()
                prop:value=text
                on:change=change
            >
                <option value="">{words::NOT_CHOSEN}</option>
                {options}
                {foreign}
            </select>
        },
    )
}

/// Shows a choice of several values.
pub(super) fn choices(control: Control, options: Vec<(String, String)>) -> AnyView {
    let value = control.value();
    let chosen = Memo::new(move |_| list(value.get()));
    let boxes = options
        .into_iter()
        .map(|(value, name)| {
            let (this, setter) = (value.clone(), control.clone());
            let change = move |event| {
                let is_on = event_target_checked(&event);
                let value = Value::String(value.clone());
                setter.doc.change_list(&setter.pointer, |list| {
                    list.retain(|one| *one != value);
                    if is_on {
                        list.push(value.clone());
                    }
                });
            };
            view! {
                <label class="check">
                    <input
                        type="checkbox"
                        name=control.pointer.clone()
                        value=this.clone()
                        prop:checked=move || chosen.with(|chosen| chosen.contains(&this))
                        on:change=change
                    />
                    <span>{name}</span>
                </label>
            }
        })
        .collect::<Vec<_>>();
    control.group("choices", view! { <div class="checks">{boxes}</div> })
}

fn list(value: Option<Value>) -> Vec<String> {
    match value {
        Some(Value::Array(list)) => list.iter().map(|one| pointer::text(Some(one))).collect(),
        Some(one) => vec![pointer::text(Some(&one))],
        None => Vec::new(),
    }
}
