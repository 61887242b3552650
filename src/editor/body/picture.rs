//! Dialog for a picture, which needs words for those who do not see it.

use super::ends::ends;
use super::{Area, words};
use crate::editor::form;
use crate::editor::place;
use leptos::html::Input;
use leptos::prelude::*;

/// Shows the dialog.
pub(super) fn dialog(area: Area) -> AnyView {
    let is_picking = RwSignal::new(false);
    let path = area.picture;
    let picker = form::picker(is_picking, true, move |file| path.set(file.path));
    let main = form::dialog(area.is_picturing, words::PICTURE, move || {
        let alt = RwSignal::new(String::new());
        let caption = RwSignal::new(String::new());
        let told = RwSignal::new(String::new());
        let chooser = NodeRef::<Input>::new();
        let choose = move |_| {
            if let Some(input) = chooser.get() {
                let files = form::files_in(input.files());
                input.set_value("");
                form::upload_all(files, told, move |file| path.set(file.path));
            }
        };
        let is_ready = move || !path.get().is_empty() && !alt.get().trim().is_empty();
        let insert = move || {
            let alt = alt.get_untracked().trim().replace(['[', ']'], " ");
            let caption = caption.get_untracked().trim().replace('"', "”");
            let caption = match caption.is_empty() {
                true => caption,
                false => format!(" \"{caption}\""),
            };
            let text = format!("![{alt}](media:{}{caption})", path.get_untracked());
            move || area.change(|here| here.insert_block(&text))
        };
        let shown = move || {
            let path = path.get();
            (!path.is_empty()).then(|| {
                view! { <img class="file__thumb" src=place::media_href(&path) alt=""/><span>{path}</span> }
            })
        };
        view! {
            <p class="buttons">
                {shown}
                <button type="button" class="button button--quiet" on:click=move |_| {
                    if let Some(input) = chooser.get() { input.click(); }
                }>{words::UPLOAD}</button>
                <button type="button" class="button button--quiet" on:click=move |_| is_picking.set(true)>{words::FROM_MEDIA}</button>
                <input node_ref=chooser type="file" accept="image/*" hidden=true tabindex="-1" aria-label=words::UPLOAD on:change=choose/>
            </p>
            <p class="quiet" aria-live="polite">{told}</p>
            <label class="dialog__field">
                <span>{words::ALT}<span class="field__required">{words::REQUIRED}</span></span>
                <input type="text" class="control" name="picture-alt" aria-required="true"
                    on:input=move |event| alt.set(event_target_value(&event))/>
            </label>
            <label class="dialog__field">
                <span>{words::CAPTION}</span>
                <input type="text" class="control" name="picture-caption" on:input=move |event| caption.set(event_target_value(&event))/>
            </label>
            {ends(area.is_picturing, is_ready, insert)}
        }
        .into_any()
    });
    view! { {main}{picker} }.into_any()
}
