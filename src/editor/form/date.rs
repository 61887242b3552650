//! Days and moments: the text is the truth, and the browser's calendar a help beside it.

use super::{Control, TextBox, pointer, words};
use leptos::html::Input;
use leptos::prelude::*;
use serde_json::Value;

/// Shows a day, or also a year or a month.
pub(super) fn date(control: Control, is_partial: bool) -> AnyView {
    let example = if is_partial {
        words::EXAMPLE_PARTIAL_DATE
    } else {
        words::EXAMPLE_DATE
    };
    with_calendar("date", control, example)
}

/// Shows a day, or a day with a time.
pub(super) fn moment(control: Control) -> AnyView {
    with_calendar("moment", control, words::EXAMPLE_MOMENT)
}

fn with_calendar(widget: &'static str, control: Control, example: &'static str) -> AnyView {
    let text = TextBox::plain(&control).input("text", "control control--short");
    // The help often has an example of its own.
    let example = (!control.field.help.contains(words::EXAMPLE))
        .then(|| view! { <span class="field__counter">{example}</span> });
    let calendar = NodeRef::<Input>::new();
    let (setter, opener) = (control.clone(), control.clone());
    let pick = move |event| {
        let day = event_target_value(&event);
        if day.is_empty() {
            return;
        }
        // A time of day that is there already stays.
        let old = pointer::text(setter.doc.peek(&setter.pointer).as_ref());
        let time = old.get(10..).unwrap_or_default();
        setter.set(Some(Value::String(format!("{day}{time}"))));
    };
    let open = move |_| {
        let Some(calendar) = calendar.get() else {
            return;
        };
        let now = pointer::text(opener.doc.peek(&opener.pointer).as_ref());
        calendar.set_value(now.get(..10).unwrap_or_default());
        // A browser without its own calendar leaves the text.
        let _ = calendar.show_picker();
    };
    control.frame(
        widget,
        view! {
            <span class="with-button">
                {text}
                <span class="calendar">
                    <button type="button" class="button button--quiet" on:click=open
                        aria-label=format!("{}：{}", words::CALENDAR, control.field.label)
                    >{words::CALENDAR}</button>
                    <input node_ref=calendar type="date" class="calendar__input" tabindex="-1" aria-hidden="true" on:change=pick/>
                </span>
                {example}
            </span>
        },
    )
}
