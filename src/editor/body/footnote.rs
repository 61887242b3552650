//! Dialog for a footnote.

use super::ends::ends;
use super::{Area, words};
use crate::editor::form;
use leptos::prelude::*;

/// Shows the dialog.
pub(super) fn dialog(area: Area, is_open: RwSignal<bool>) -> AnyView {
    form::dialog(is_open, words::FOOTNOTE, move || {
        let text = RwSignal::new(String::new());
        let insert = move || {
            let note = text.get_untracked();
            move || area.change(|here| insert(here, note.trim()))
        };
        view! {
            <label class="dialog__field">
                <span>{words::FOOTNOTE_TEXT}</span>
                <textarea class="control" name="footnote-text" rows="3" on:input=move |event| text.set(event_target_value(&event))></textarea>
            </label>
            {ends(is_open, move || !text.get().trim().is_empty(), insert)}
        }
        .into_any()
    })
}

/// Inserts the mark behind the selection, and the note at the end of the text.
fn insert(mut here: super::Selection, note: &str) {
    let whole = format!("{}{}{}", here.before, here.chosen, here.after);
    let number = (1..)
        .find(|number| !whole.contains(&format!("[^{number}]")))
        .unwrap_or(1);
    // One step for the browser's undo: everything from the mark to the end is written anew.
    here.before.push_str(&here.chosen);
    let rest = std::mem::take(&mut here.after);
    here.chosen = rest;
    let note = note.replace('\n', " ");
    let text = format!(
        "[^{number}]{}\n\n[^{number}]: {note}",
        here.chosen.trim_end()
    );
    let mark = format!("[^{number}]");
    here.insert_and_select(&text, &mark, "");
}
