//! Fields that were changed here and elsewhere: somebody has to decide.

use super::{Doc, words};
use crate::editor::merge::Clash;
use crate::wire::edit::Field;
use leptos::prelude::*;
use serde_json::Value;

/// Shows both values of each field.
pub(super) fn clashes(doc: Doc) -> impl IntoView {
    move || {
        let clashes = doc.clashes.get();
        (!clashes.is_empty()).then(|| {
            let items = clashes
                .into_iter()
                .map(|clash| item(doc, clash))
                .collect::<Vec<_>>();
            view! {
                <section class="clashes" id="clashes" tabindex="-1" aria-label=words::CLASHES>
                    <p>{words::CLASHES_HOW}</p>
                    <ul>{items}</ul>
                </section>
            }
        })
    }
}

fn item(doc: Doc, clash: Clash) -> impl IntoView {
    let name = doc
        .form
        .with_value(|form| label(&form.fields, &clash.pointer));
    let (mine, theirs) = (clash.pointer.clone(), clash.pointer.clone());
    view! {
        <li data-clash=clash.pointer>
            <h3>{name}</h3>
            <div class="clashes__two">
                <div>
                    <p class="quiet">{words::MINE}</p>
                    <pre>{text(clash.mine.as_ref())}</pre>
                    <button type="button" class="button" data-take="mine" on:click=move |_| doc.decide(&mine, false)>{words::TAKE_MINE}</button>
                </div>
                <div>
                    <p class="quiet">{words::THEIRS}</p>
                    <pre>{text(clash.theirs.as_ref())}</pre>
                    <button type="button" class="button button--quiet" data-take="theirs" on:click=move |_| doc.decide(&theirs, true)>{words::TAKE_THEIRS}</button>
                </div>
            </div>
        </li>
    }
}

fn label(fields: &[Field], pointer: &str) -> String {
    let first = pointer.split('/').nth(1).unwrap_or_default();
    let field = fields.iter().find(|field| field.name == first);
    field.map_or_else(|| pointer.to_owned(), |field| field.label.clone())
}

fn text(value: Option<&Value>) -> String {
    match value {
        None => words::NOTHING.to_owned(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(list)) if list.iter().all(Value::is_string) => {
            let texts: Vec<&str> = list.iter().filter_map(Value::as_str).collect();
            texts.join("\n\n")
        }
        Some(value) => serde_json::to_string_pretty(value).unwrap_or_default(),
    }
}
