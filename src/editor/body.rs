//! The text of an item: Markdown in a plain text area, with buttons for what it can hold.

use super::form::{Control, TextBox};
use super::words;
use leptos::html::Textarea;
use leptos::prelude::*;

mod paragraphs;

/// Shows the text.
pub(super) fn body(control: Control) -> AnyView {
    let node = NodeRef::<Textarea>::new();
    let inner = control.clone();
    let bound = TextBox::new(&control, paragraphs::joined, move |text| {
        let old = inner.doc.peek(&inner.pointer);
        paragraphs::parted(text, old.as_ref()).or_else(|| inner.text_value(""))
    });
    bound.follow_area(node);
    let take = bound.take();
    let composed = take.clone();
    let _ = words::SAVE;
    let area = view! {
        <textarea
            node_ref=node
            class="control control--body"
            rows="18"
            id=control.id()
            name=control.pointer.clone()
            aria-describedby=control.described_by()
            aria-invalid=control.invalid()
            aria-required=control.field.is_required.then_some("true")
            on:input=take
            on:compositionend=move |event| composed(event.into())
        ></textarea>
    };
    control.frame("body", area)
}
