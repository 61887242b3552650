//! Files of the media folder: dropped, chosen on the disk, or picked from those that are there.

use super::{Control, TextBox, picker, pointer, words};
use crate::editor::{api, place};
use crate::wire::edit::MediaFile;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;
use web_sys::{DataTransfer, File};

/// Shows the path of a file, and the ways to another one.
pub(super) fn file(control: Control, is_picture: bool) -> AnyView {
    let value = control.value();
    let path = Memo::new(move |_| pointer::text(value.get().as_ref()));
    let is_picking = RwSignal::new(false);
    let is_over = RwSignal::new(false);
    let told = RwSignal::new(String::new());
    let chooser = NodeRef::<Input>::new();
    let setter = control.clone();
    let take = move |files: Vec<File>| {
        let setter = setter.clone();
        upload_all(files, told, move |file: MediaFile| {
            setter.set(Some(Value::String(file.path)));
        });
    };
    let (dropped, chosen, picked) = (take.clone(), take, control.clone());
    let drop_here = move |event: web_sys::DragEvent| {
        event.prevent_default();
        is_over.set(false);
        dropped(files_of(event.data_transfer()));
    };
    let choose = move |_| {
        if let Some(input) = chooser.get() {
            let files = files_in(input.files());
            input.set_value("");
            chosen(files);
        }
    };
    let thumb = move || {
        let path = path.get();
        (is_picture && !path.is_empty()).then(|| {
            view! { <img class="file__thumb" src=place::media_href(&path) alt=""/> }
        })
    };
    let accept = if is_picture { "image/*" } else { "" };
    let upload_label = format!("{}：{}", words::UPLOAD, control.field.label);
    let input = TextBox::plain(&control).input("text", "control");
    control.frame(
        "file",
        view! {
            <div
                class="file"
                data-over=move || is_over.get().then_some("")
                on:dragover=move |event| { event.prevent_default(); is_over.set(true); }
                on:dragleave=move |_| is_over.set(false)
                on:drop=drop_here
            >
                {thumb}
                <div class="file__ways">
                    {input}
                    <span class="buttons">
                        <button type="button" class="button button--quiet" on:click=move |_| {
                            if let Some(input) = chooser.get() { input.click(); }
                        }>{words::UPLOAD}</button>
                        <button type="button" class="button button--quiet" on:click=move |_| is_picking.set(true)>
                            {words::FROM_MEDIA}
                        </button>
                        <span class="field__counter">{words::OR_DROP}</span>
                    </span>
                    <input node_ref=chooser type="file" hidden=true tabindex="-1" accept=accept aria-label=upload_label on:change=choose/>
                    <p class="field__counter" aria-live="polite">{told}</p>
                </div>
                {picker(is_picking, is_picture, move |file| picked.set(Some(Value::String(file.path))))}
            </div>
        },
    )
}

/// Takes files into the media folder, one after the other, and tells what was done with them.
pub(in crate::editor) fn upload_all(
    files: Vec<File>,
    told: RwSignal<String>,
    done: impl Fn(MediaFile) + 'static,
) {
    spawn_local(async move {
        for file in files {
            told.try_set(words::uploading(&file.name()));
            match api::upload(&file).await {
                Ok(uploaded) => {
                    told.try_set(match uploaded.notes.is_empty() {
                        true => words::uploaded(&uploaded.file.path),
                        false => uploaded.notes.join(""),
                    });
                    done(uploaded.file);
                }
                Err(trouble) => {
                    told.try_set(trouble.message());
                }
            }
        }
    });
}

/// Returns the files that were dropped or pasted.
pub(in crate::editor) fn files_of(transfer: Option<DataTransfer>) -> Vec<File> {
    files_in(transfer.and_then(|transfer| transfer.files()))
}

/// Returns the files of a list.
pub(in crate::editor) fn files_in(files: Option<web_sys::FileList>) -> Vec<File> {
    let Some(files) = files else {
        return Vec::new();
    };
    (0..files.length()).filter_map(|at| files.get(at)).collect()
}
