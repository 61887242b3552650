//! Buttons that end a dialog.

use super::words;
use leptos::prelude::*;

/// Shows the buttons that end a dialog. What was typed in it is read by `prepare`, for it is gone
/// with the dialog; the text is changed when it has the focus again.
pub(super) fn ends<F: FnOnce() + 'static>(
    is_open: RwSignal<bool>,
    is_ready: impl Fn() -> bool + Send + Sync + Copy + 'static,
    prepare: impl Fn() -> F + 'static,
) -> impl IntoView {
    let finish = move |_| {
        if untrack(is_ready) {
            let insert = prepare();
            is_open.set(false);
            request_animation_frame(insert);
        }
    };
    view! {
        <p class="buttons">
            <button type="button" class="button" data-insert=""
                aria-disabled=move || (!is_ready()).then_some("true")
                on:click=finish
            >{words::INSERT}</button>
            <button type="button" class="button button--quiet" on:click=move |_| is_open.set(false)>{words::CANCEL}</button>
        </p>
    }
}
