//! References to items: the name is shown, the id is stored.

use super::{Control, Naming, Picked, combobox, pointer, words};
use crate::editor::shared::{Shared, shared};
use crate::wire::edit::ItemKind;
use leptos::prelude::*;
use serde_json::Value;

/// Shows a reference to one item.
pub(super) fn reference(control: Control, to: ItemKind) -> AnyView {
    let value = control.value();
    let shared = shared();
    let text = RwSignal::new(String::new());
    Effect::new(move |_| {
        let id = pointer::text(value.get().as_ref());
        text.set(match id.is_empty() {
            true => id,
            false => shared.name(to, &id),
        });
    });
    let setter = control.clone();
    let pick = move |picked| {
        let old = pointer::text(setter.doc.peek(&setter.pointer).as_ref());
        match picked {
            Picked::Item(item) if item.id != old => {
                shared.learn(to, &item.id, &item.title);
                setter.set(Some(Value::String(item.id)));
            }
            Picked::Text(typed) if typed.is_empty() => setter.set(None),
            Picked::Text(typed) if is_id(&typed) && typed != old => {
                setter.set(Some(Value::String(typed)));
            }
            _ if old.is_empty() => text.set(String::new()),
            _ => text.set(shared.name_untracked(to, &old)),
        }
    };
    let naming = Naming::of(&control);
    let kinds = Signal::stored(vec![to]);
    control.frame(
        "reference",
        combobox(naming, kinds, text, control.invalid(), pick),
    )
}

/// Shows references to several items.
pub(super) fn references(control: Control, to: ItemKind) -> AnyView {
    let value = control.value();
    let shared = shared();
    let ids = Memo::new(move |_| match value.get() {
        Some(Value::Array(list)) => list.iter().map(|id| pointer::text(Some(id))).collect(),
        _ => Vec::new(),
    });
    let text = RwSignal::new(String::new());
    let setter = control.clone();
    let pick = move |picked| {
        let id = match picked {
            Picked::Item(item) => {
                shared.learn(to, &item.id, &item.title);
                item.id
            }
            Picked::Text(typed) if is_id(&typed) => typed,
            Picked::Text(_) => {
                text.set(String::new());
                return;
            }
        };
        text.set(String::new());
        if ids.with_untracked(|ids| !ids.contains(&id)) {
            setter
                .doc
                .change_list(&setter.pointer, |list| list.push(Value::String(id)));
        }
    };
    let naming = Naming::of(&control);
    let kinds = Signal::stored(vec![to]);
    let list = control.clone();
    let chips = move || chips(&list, ids.get(), to, shared);
    let input = combobox(naming, kinds, text, control.invalid(), pick);
    control.frame("references", view! { {chips}{input} })
}

fn chips(control: &Control, ids: Vec<String>, to: ItemKind, shared: Shared) -> Option<AnyView> {
    let chips = ids
        .into_iter()
        .map(|id| {
            let (setter, gone) = (control.clone(), id.clone());
            let name = move || shared.name(to, &id);
            let label = name.clone();
            let remove = move |_| {
                setter.doc.change_list(&setter.pointer, |list| {
                    list.retain(|one| pointer::text(Some(one)) != gone);
                });
            };
            view! {
                <li class="chip">
                    <span>{name}</span>
                    <button type="button" class="chip__remove" data-action="remove"
                        aria-label=move || words::remove(&label())
                        on:click=remove
                    >"✕"</button>
                </li>
            }
        })
        .collect::<Vec<_>>();
    (!chips.is_empty()).then(|| view! { <ul class="chips">{chips}</ul> }.into_any())
}

fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}
