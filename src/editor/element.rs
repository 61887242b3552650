//! Small steps with elements of the document.

use super::words;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

/// Returns the id of the control of a pointer.
pub(super) fn control_id(pointer: &str) -> String {
    format!("field{}", pointer.replace('/', "-"))
}

/// Moves the focus to the first element that a selector finds, and shows it.
pub(super) fn focus(selector: &str) {
    try_focus(selector);
}

/// Moves the focus to the first element that a selector finds, soon, when it is there.
pub(super) fn focus_soon(selector: impl Into<String>) {
    let selector = selector.into();
    request_animation_frame(move || focus(&selector));
}

/// Names the document after its heading, to which the focus moves where it was elsewhere before.
pub(super) fn arrive(has_moved: bool) {
    request_animation_frame(move || {
        let heading = document().query_selector("main h1").ok().flatten();
        let name = heading.and_then(|heading| heading.text_content());
        name_document(name);
        if has_moved {
            focus("main h1");
        }
    });
}

/// Names the document in the browser's tab.
pub(super) fn name_document(name: Option<String>) {
    document().set_title(&match name.filter(|name| !name.is_empty()) {
        Some(name) => format!("{name} · {}", words::EDITOR),
        None => words::EDITOR.to_owned(),
    });
}

fn try_focus(selector: &str) -> bool {
    let Ok(Some(element)) = document().query_selector(selector) else {
        return false;
    };
    open_around(&element);
    let Ok(element) = element.dyn_into::<HtmlElement>() else {
        return false;
    };
    element.focus().is_ok()
}

/// Moves the focus to the control of a pointer, or to the nearest one around it.
pub(super) fn focus_pointer(pointer: &str) {
    focus_control(&control_id(pointer));
}

/// Moves the focus to the control that the address names, soon.
pub(super) fn focus_named() {
    let Ok(hash) = window().location().hash() else {
        return;
    };
    let id = hash.trim_start_matches('#').to_owned();
    if id.starts_with("field-") {
        request_animation_frame(move || focus_control(&id));
    }
}

fn focus_control(id: &str) {
    let mut id = id;
    while !try_focus(&format!("#{}", css_escape(id))) {
        let Some((around, _)) = id.rsplit_once('-') else {
            return;
        };
        id = around;
    }
}

fn css_escape(id: &str) -> String {
    let mut escaped = String::new();
    for c in id.chars() {
        if !(c.is_alphanumeric() || matches!(c, '-' | '_')) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// Opens each `details` in which an element stands.
fn open_around(element: &Element) {
    let mut around = element.closest("details:not([open])").ok().flatten();
    while let Some(details) = around {
        let _ = details.set_attribute("open", "");
        around = details.closest("details:not([open])").ok().flatten();
    }
}

/// Returns `true` while an input method composes a character.
pub(super) fn is_composing(event: &web_sys::Event) -> bool {
    js_sys::Reflect::get(event, &"isComposing".into())
        .ok()
        .and_then(|flag| flag.as_bool())
        .unwrap_or(false)
}
