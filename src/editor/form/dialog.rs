//! Dialogs.

use super::words;
use leptos::html::Dialog;
use leptos::prelude::*;

/// Shows a dialog while the signal says so. The browser keeps the focus in it, and gives it back.
pub(in crate::editor) fn dialog(
    is_open: RwSignal<bool>,
    title: &'static str,
    content: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let node = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        let Some(node) = node.get() else {
            return;
        };
        match (is_open.get(), node.open()) {
            (true, false) => drop(node.show_modal()),
            (false, true) => node.close(),
            _ => {}
        }
    });
    view! {
        <dialog node_ref=node class="dialog" aria-label=title on:close=move |_| is_open.set(false)>
            {move || is_open.get().then(|| view! {
                <header class="dialog__head">
                    <h2>{title}</h2>
                    <button type="button" class="tool" aria-label=words::CLOSE on:click=move |_| is_open.set(false)>"✕"</button>
                </header>
                {content()}
            })}
        </dialog>
    }
    .into_any()
}
