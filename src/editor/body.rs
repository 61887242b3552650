//! The text of an item: Markdown in a plain text area, with buttons for what it can hold.

use super::form::{self, Control, TextBox};
use super::{element, words};
use leptos::html::Textarea;
use leptos::prelude::*;
use serde_json::Value;
use web_sys::{DragEvent, HtmlTextAreaElement};

mod ends;
mod enter;
mod footnote;
mod link;
mod marks;
mod paragraphs;
mod picture;
mod selection;
mod table;
mod toolbar;

use selection::Selection;

/// The text area and what its dialogs need.
#[derive(Clone, Copy)]
struct Area {
    node: NodeRef<Textarea>,
    told: RwSignal<String>,
    /// Path of the picture about whose alternative text the dialog asks.
    picture: RwSignal<String>,
    is_picturing: RwSignal<bool>,
}

impl Area {
    fn get(self) -> Option<HtmlTextAreaElement> {
        self.node.get_untracked()
    }

    /// Changes the text around the selection.
    fn change(self, change: impl FnOnce(Selection)) {
        if let Some(selection) = self.get().and_then(Selection::of) {
            change(selection);
        }
    }

    /// Takes pictures into the media folder, and asks what is seen on them.
    fn take(self, files: Vec<web_sys::File>) {
        form::upload_all(files, self.told, move |file| {
            if file.is_picture {
                self.picture.set(file.path);
                self.is_picturing.set(true);
            } else {
                let name = file.path.rsplit('/').next().unwrap_or_default().to_owned();
                self.change(|here| here.insert(&format!("[{name}](media:{})", file.path)));
            }
        });
    }
}

/// Shows the text.
pub(super) fn body(control: Control) -> AnyView {
    let area = Area {
        node: NodeRef::new(),
        told: RwSignal::default(),
        picture: RwSignal::default(),
        is_picturing: RwSignal::new(false),
    };
    let inner = control.clone();
    let bound = TextBox::new(&control, paragraphs::joined, move |text| {
        let old = inner.doc.peek(&inner.pointer);
        let was_list = || {
            let base = inner.doc.base.try_with_untracked(|base| {
                base.as_ref()
                    .and_then(|base| base.pointer(&inner.pointer).map(Value::is_array))
            });
            base.flatten().unwrap_or(false)
        };
        // A text that was deleted and written anew keeps its form too.
        let old = match old {
            Some(Value::String(text)) if text.is_empty() && was_list() => {
                Some(Value::Array(Vec::new()))
            }
            None if was_list() => Some(Value::Array(Vec::new())),
            old => old,
        };
        paragraphs::parted(text, old.as_ref()).or_else(|| inner.text_value(""))
    });
    bound.follow_area(area.node);
    let take = bound.take();
    let composed = take.clone();
    let keydown = move |event: web_sys::KeyboardEvent| {
        if element::is_composing(&event) {
            return;
        }
        if event.key() == "Enter" && !event.shift_key() && !event.ctrl_key() {
            if let Some(selection) = area.get().and_then(Selection::of)
                && enter::enter(selection)
            {
                event.prevent_default();
            }
        } else if (event.ctrl_key() || event.meta_key()) && event.key() == "b" {
            event.prevent_default();
            area.change(marks::bold);
        }
    };
    let paste = move |event: web_sys::Event| {
        let transfer = js_sys::Reflect::get(&event, &"clipboardData".into())
            .ok()
            .and_then(|data| wasm_bindgen::JsCast::dyn_into::<web_sys::DataTransfer>(data).ok());
        let Some(transfer) = transfer else {
            return;
        };
        // A picture of a text, as Word sends it along, is worth less than the text.
        let has_text = transfer
            .get_data("text/plain")
            .is_ok_and(|text| !text.is_empty());
        let files = form::files_of(Some(transfer));
        if !has_text && !files.is_empty() {
            event.prevent_default();
            area.take(files);
        }
    };
    let dropped = move |event: DragEvent| {
        let files = form::files_of(event.data_transfer());
        if !files.is_empty() {
            event.prevent_default();
            area.take(files);
        }
    };
    let view = view! {
        <div class="body">
            {toolbar::toolbar(area, &control)}
            <textarea
                node_ref=area.node
                class="control control--body"
                rows="18"
                id=control.id()
                name=control.pointer.clone()
                aria-describedby=control.described_by()
                aria-invalid=control.invalid()
                aria-required=control.field.is_required.then_some("true")
                on:input=take
                on:compositionend=move |event| composed(event.into())
                on:keydown=keydown
                on:paste=move |event| paste(event.into())
                on:dragover=|event| event.prevent_default()
                on:drop=dropped
                on:scroll=tell_scroll
            ></textarea>
            <p class="field__counter body__told" aria-live="polite">{area.told}</p>
        </div>
    };
    control.frame("body", view)
}

/// Tells the preview how far the text is scrolled.
fn tell_scroll(event: web_sys::Event) {
    let init = web_sys::EventInit::new();
    init.set_bubbles(true);
    let news = web_sys::Event::new_with_event_init_dict("scrolled-text", &init);
    if let (Some(target), Ok(news)) = (event.target(), news) {
        let _ = target.dispatch_event(&news);
    }
}
