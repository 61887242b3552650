//! Id of a new item, which is proposed and never changes afterwards.

use super::{Doc, element, words};
use leptos::html::Input;
use leptos::prelude::*;

/// Shows the id until the item is saved.
pub(super) fn id(doc: Doc) -> AnyView {
    let node = NodeRef::<Input>::new();
    Effect::new(move |_| {
        let (Some(node), id) = (node.get(), doc.id.get()) else {
            return;
        };
        let proposed = doc.proposed.get().unwrap_or_default();
        node.set_placeholder(&proposed);
        if node.value() != id {
            node.set_value(&id);
        }
    });
    let take = move |event: web_sys::Event| {
        if !element::is_composing(&event) {
            doc.set_id(event_target_value(&event).trim().to_owned());
        }
    };
    view! {
        <div class="field" data-widget="id">
            <label class="field__label" for="new-id">{words::ID}</label>
            <input node_ref=node type="text" class="control" id="new-id" name="id" autocomplete="off"
                inputmode="url" aria-describedby="new-id-help"
                on:input=take
                on:compositionend=move |event| take(event.into())
            />
            <p class="field__help" id="new-id-help">{words::ID_HELP}</p>
        </div>
    }
    .into_any()
}
