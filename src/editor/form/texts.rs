//! Lists of short texts, written in one line or one group a line.

use super::{Control, TextBox, words};
use leptos::prelude::*;
use serde_json::Value;

const MARKS: [char; 5] = ['、', '，', ',', '；', ';'];

/// Shows a list of short texts.
pub(super) fn tags(control: Control, _most: Option<u32>) -> AnyView {
    let inner = control.clone();
    let bound = TextBox::new(
        &control,
        |value| value.map(joined).unwrap_or_default(),
        move |text| {
            // A mark that stands in one of the texts does not part them.
            let old = inner.doc.peek(&inner.pointer);
            some(cut(text, old.as_ref()))
        },
    );
    let input = bound.input("text", "control");
    control.frame(
        "tags",
        view! { {input}<span class="field__counter">{words::TAGS_HOW}</span> },
    )
}

/// Shows a list of groups of short texts.
pub(super) fn words(control: Control) -> AnyView {
    let bound = TextBox::new(
        &control,
        |value| {
            let groups = value.and_then(Value::as_array).map(Vec::as_slice);
            let lines: Vec<String> = groups.unwrap_or_default().iter().map(joined).collect();
            lines.join("\n")
        },
        |text| {
            let groups: Vec<Value> = text
                .lines()
                .map(|line| cut(line, None))
                .filter(|group| !group.is_empty())
                .map(Value::Array)
                .collect();
            some(groups)
        },
    );
    let area = bound.area("control control--words");
    control.frame(
        "words",
        view! { {area}<span class="field__counter">{words::WORDS_HOW}</span> },
    )
}

fn joined(value: &Value) -> String {
    match value {
        Value::Array(list) => {
            let texts: Vec<String> = list
                .iter()
                .map(|one| super::pointer::text(Some(one)))
                .collect();
            texts.join("、")
        }
        one => super::pointer::text(Some(one)),
    }
}

fn cut(text: &str, old: Option<&Value>) -> Vec<Value> {
    let inside = |mark: char| {
        mark != MARKS[0]
            && old.and_then(Value::as_array).is_some_and(|list| {
                list.iter()
                    .any(|one| one.as_str().is_some_and(|one| one.contains(mark)))
            })
    };
    text.split(|c| MARKS.contains(&c) && !inside(c))
        .map(str::trim)
        .filter(|one| !one.is_empty())
        .map(|one| Value::String(one.to_owned()))
        .collect()
}

fn some(list: Vec<Value>) -> Option<Value> {
    (!list.is_empty()).then_some(Value::Array(list))
}
