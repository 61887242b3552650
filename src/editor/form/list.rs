//! Lists of objects.

use super::{Control, element, fields_at, pointer, words};
use crate::wire::edit::Field;
use leptos::prelude::*;
use serde_json::{Map, Value};

/// Shows a list of objects, which can be added to, shortened and put in another order.
///
/// Rows are bound to places in the list, so moving one changes values and no controls.
pub(super) fn list(control: Control, label: String, fields: Vec<Field>) -> AnyView {
    let control = control.of_itself();
    let value = control.value();
    let length = Memo::new(move |_| {
        value
            .get()
            .and_then(|list| Some(list.as_array()?.len()))
            .unwrap_or(0)
    });
    let rows = Rows {
        control: control.clone(),
        label: label.clone(),
        fields,
        length,
    };
    let adder = control.clone();
    let add = move |_| {
        let index = length.get_untracked();
        adder
            .doc
            .change_list(&adder.pointer, |list| list.push(Value::Object(Map::new())));
        element::focus_soon(format!("#{} [name]", row_id(&adder, index)));
    };
    control.group(
        "list",
        view! {
            <ol class="rows">
                <For each=move || 0..length.get() key=|index| *index let:index>
                    {rows.row(index)}
                </For>
            </ol>
            <button type="button" class="button button--quiet" data-action="add" on:click=add>
                {words::add(&label)}
            </button>
        },
    )
}

#[derive(Clone)]
struct Rows {
    control: Control,
    label: String,
    fields: Vec<Field>,
    length: Memo<usize>,
}

impl Rows {
    fn row(&self, index: usize) -> AnyView {
        let name = format!("{} {}", self.label, index + 1);
        let inner = fields_at(
            self.control.doc,
            &pointer::join(&self.control.pointer, &index.to_string()),
            self.fields.clone(),
        );
        let length = self.length;
        let first = move || index == 0;
        let last = move || index + 1 >= length.get();
        let (up, down, remove) = (self.clone(), self.clone(), self.clone());
        view! {
            <li class="row">
                <fieldset id=row_id(&self.control, index) tabindex="-1">
                    <legend class="row__title">{name.clone()}</legend>
                    <div class="row__tools">
                        <button type="button" class="tool" data-action="up" disabled=first
                            aria-label=words::up(&name)
                            on:click=move |_| up.swap(index, index.wrapping_sub(1))
                        >"↑"</button>
                        <button type="button" class="tool" data-action="down" disabled=last
                            aria-label=words::down(&name)
                            on:click=move |_| down.swap(index, index + 1)
                        >"↓"</button>
                        <button type="button" class="tool" data-action="remove"
                            aria-label=words::remove(&name)
                            on:click=move |_| remove.remove(index)
                        >"✕"</button>
                    </div>
                    {inner}
                </fieldset>
            </li>
        }
        .into_any()
    }

    fn swap(&self, index: usize, other: usize) {
        let control = &self.control;
        control.doc.change_list(&control.pointer, |list| {
            if index < list.len() && other < list.len() {
                list.swap(index, other);
            }
        });
        element::focus_soon(format!("#{}", row_id(control, other)));
    }

    fn remove(&self, index: usize) {
        let control = &self.control;
        control.doc.change_list(&control.pointer, |list| {
            if index < list.len() {
                list.remove(index);
            }
        });
        element::focus_soon(format!("#{}", control.id()));
    }
}

fn row_id(control: &Control, index: usize) -> String {
    format!("{}-{index}", control.id())
}
