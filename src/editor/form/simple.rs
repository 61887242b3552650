//! Lines, paragraphs, numbers and switches.

use super::{Control, TextBox, pointer, words};
use leptos::prelude::*;
use serde_json::Value;

/// Shows a line of text.
pub(super) fn line(control: Control, most: Option<u32>) -> AnyView {
    let input = TextBox::plain(&control).input("text", "control");
    control.frame("line", view! { {input}{counter(&control, most)} })
}

/// Shows several lines of text.
pub(super) fn paragraph(control: Control, most: Option<u32>) -> AnyView {
    let area = TextBox::plain(&control).area("control control--paragraph");
    control.frame("paragraph", view! { {area}{counter(&control, most)} })
}

/// Shows a whole number.
pub(super) fn number(control: Control, least: i64, most: i64) -> AnyView {
    let inner = control.clone();
    let bound = TextBox::new(&control, pointer::text, move |text| {
        text.trim()
            .parse::<i64>()
            .map_or_else(|_| inner.text_value(text), |number| Some(number.into()))
    });
    let mode = if least < 0 { "text" } else { "numeric" };
    let range = (most < i64::from(u32::MAX) && least > i64::from(i32::MIN))
        .then(|| view! { <span class="field__counter">{words::range(least, most)}</span> });
    control.frame(
        "number",
        view! { {bound.input(mode, "control control--short")}{range} },
    )
}

/// Shows a choice between yes and no.
pub(super) fn switch(control: Control, default: bool) -> AnyView {
    let value = control.value();
    let is_on = move || {
        value
            .get()
            .and_then(|value| value.as_bool())
            .unwrap_or(default)
    };
    let setter = control.clone();
    let change = move |event| {
        let is_on = event_target_checked(&event);
        // What is the default anyway need not be said.
        let is_said = setter.field.is_required || is_on != default;
        setter.set(is_said.then_some(Value::Bool(is_on)));
    };
    view! {
        <div class="field" data-widget="switch">
            <label class="switch">
                <input
                    type="checkbox"
                    role="switch"
                    id=control.id()
                    name=control.pointer.clone()
                    aria-describedby=control.described_by()
                    aria-invalid=control.invalid()
                    prop:checked=is_on
                    on:change=change
                />
                <span>{control.field.label.clone()}</span>
            </label>
            {control.foot()}
        </div>
    }
    .into_any()
}

/// Counts characters where there is a limit.
pub(super) fn counter(control: &Control, most: Option<u32>) -> Option<AnyView> {
    let most = usize::try_from(most?).ok()?;
    let value = control.value();
    let length = Memo::new(move |_| pointer::text(value.get().as_ref()).chars().count());
    // A limit that is far away is no news.
    let text = move || (length.get() * 2 > most).then(|| words::length(length.get(), most));
    let is_over = move || (length.get() > most).then_some("");
    Some(view! { <span class="field__counter" data-over=is_over>{text}</span> }.into_any())
}
