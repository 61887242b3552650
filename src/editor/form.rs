//! Forms: a control for each field, bound to the value by its JSON pointer.

use super::doc::Doc;
use super::{element, pointer, words};
use crate::wire::edit::{Field, Group, ItemProblem, Widget};
use leptos::prelude::*;

mod choices;
mod color;
mod combobox;
mod control;
mod date;
mod dialog;
mod file;
mod list;
mod picker;
mod reference;
mod section;
mod simple;
mod status;
mod summary;
mod text_box;
mod texts;

pub(super) use combobox::{Naming, Picked, combobox};
pub(super) use control::Control;
pub(super) use dialog::dialog;
pub(super) use file::{files_in, files_of, upload_all};
pub(super) use picker::picker;
pub(super) use summary::summary;
pub(super) use text_box::TextBox;

/// Problems that are shown, in the context of a form.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shown(pub(super) Memo<Vec<ItemProblem>>);

/// Control of texts in Markdown, in the context of a form. It uses parts of this module itself.
#[derive(Debug, Clone, Copy)]
struct Body(fn(Control) -> AnyView);

/// Shows all fields in their groups, texts in Markdown by `body`.
pub(super) fn groups(doc: Doc, body: fn(Control) -> AnyView) -> AnyView {
    provide_context(Body(body));
    let group = move |group: Group| {
        let fields = doc.form.with_value(|form| {
            form.fields
                .iter()
                .filter(|field| field.group == group)
                .cloned()
                .collect::<Vec<_>>()
        });
        (!fields.is_empty()).then_some(fields)
    };
    let open_group = move |title: &'static str, fields: Vec<Field>| {
        view! {
            <fieldset class="group">
                <legend class="group__title">{title}</legend>
                {fields_at(doc, "", fields)}
            </fieldset>
        }
    };
    view! {
        {group(Group::Required).map(|fields| open_group(words::GROUP_REQUIRED, fields))}
        {group(Group::Usual).map(|fields| open_group(words::GROUP_USUAL, fields))}
        {group(Group::More).map(|fields| more(doc, fields))}
    }
    .into_any()
}

fn more(doc: Doc, fields: Vec<Field>) -> impl IntoView {
    let pointers: Vec<String> = fields
        .iter()
        .map(|field| pointer::join("", &field.name))
        .collect();
    let is_filled = pointers.iter().any(|pointer| doc.peek(pointer).is_some());
    let Shown(shown) = expect_context::<Shown>();
    let is_open = RwSignal::new(is_filled);
    Effect::new(move |_| {
        let is_wrong = shown.with(|shown| {
            shown.iter().any(|problem| {
                pointers
                    .iter()
                    .any(|pointer| control::is_within(&problem.pointer, pointer))
            })
        });
        if is_wrong {
            is_open.set(true);
        }
    });
    view! {
        <details class="group group--more" prop:open=is_open>
            <summary class="group__title">{words::GROUP_MORE}</summary>
            <fieldset>
                <legend class="visually-hidden">{words::GROUP_MORE}</legend>
                {fields_at(doc, "", fields)}
            </fieldset>
        </details>
    }
}

/// Shows the fields of the object at a pointer.
fn fields_at(doc: Doc, around: &str, fields: Vec<Field>) -> AnyView {
    fields
        .into_iter()
        .map(|field| field_at(doc, pointer::join(around, &field.name), field))
        .collect::<Vec<_>>()
        .into_any()
}

fn field_at(doc: Doc, pointer: String, field: Field) -> AnyView {
    let control = Control::new(doc, pointer, field);
    match control.field.widget.clone() {
        Widget::Line { most } => simple::line(control, most),
        Widget::Paragraph { most } => simple::paragraph(control, most),
        Widget::Body => {
            let Body(body) = expect_context::<Body>();
            body(control)
        }
        Widget::Date { is_partial } => date::date(control, is_partial),
        Widget::Moment => date::moment(control),
        Widget::Number { least, most } => simple::number(control, least, most),
        Widget::Switch { default } => simple::switch(control, default),
        Widget::Choice { options } => choices::choice(control, options),
        Widget::Choices { options } => choices::choices(control, options),
        Widget::Tags { most } => texts::tags(control, most),
        Widget::Words => texts::words(control),
        Widget::Reference { to } => reference::reference(control, to),
        Widget::References { to } => reference::references(control, to),
        Widget::File { is_picture } => file::file(control, is_picture),
        Widget::Color => color::color(control),
        Widget::Status => status::status(control),
        Widget::Section { fields } => section::section(control, fields),
        Widget::List { label, fields } => list::list(control, label, fields),
    }
}
