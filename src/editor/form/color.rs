//! Colours, with how well they are read on white.

use super::{Control, TextBox, pointer, words};
use leptos::prelude::*;
use serde_json::Value;

/// Shows a colour.
pub(super) fn color(control: Control) -> AnyView {
    let value = control.value();
    let text = Memo::new(move |_| pointer::text(value.get().as_ref()));
    let setter = control.clone();
    let pick = move |event| setter.set(Some(Value::String(event_target_value(&event))));
    let shown = move || match channels(&text.get()) {
        Some(_) => text.get(),
        None => "#ffffff".to_owned(),
    };
    let contrast = move || channels(&text.get()).map(|rgb| words::contrast(on_white(rgb)));
    let input = TextBox::plain(&control).input("text", "control control--short");
    control.frame(
        "color",
        view! {
            <span class="with-button">
                {input}
                <input type="color" class="swatch" aria-label=words::PICK_COLOR prop:value=shown on:change=pick/>
                <span class="field__counter">{contrast}</span>
            </span>
        },
    )
}

fn channels(text: &str) -> Option<[f64; 3]> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let channel = |at: usize| {
        let byte = u8::from_str_radix(digits.get(at..at + 2)?, 16).ok()?;
        Some(f64::from(byte) / 255.0)
    };
    Some([channel(0)?, channel(2)?, channel(4)?])
}

/// Returns the contrast ratio to white, after WCAG 2.
fn on_white(rgb: [f64; 3]) -> f64 {
    let [r, g, b] = rgb.map(|channel| match channel {
        dark if dark <= 0.040_45 => dark / 12.92,
        light => ((light + 0.055) / 1.055).powf(2.4),
    });
    1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05)
}
