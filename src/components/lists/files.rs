//! Files to download.

use crate::components::{FileLink, IntoBlock as _, text};
use crate::wire::Attachment;
use leptos::prelude::*;

/// Files with their type, size and number of pages.
#[component]
pub fn FileList(
    /// Files in their order.
    files: Vec<Attachment>,
    /// Additional note for each file, in the same order.
    #[prop(optional)]
    notes: Vec<Option<&'static str>>,
) -> AnyView {
    let text = text();
    let rows = files
        .into_iter()
        .zip(notes.into_iter().chain(std::iter::repeat(None)))
        .map(|(file, note)| {
            let kind = file
                .file
                .rsplit_once('.')
                .map(|(_, extension)| extension.to_ascii_uppercase());
            let about: Vec<String> = kind
                .into_iter()
                .chain(std::iter::once(text.file_size(file.bytes)))
                .chain(file.pages.map(|pages| text.file_pages.of(pages)))
                .chain(note.map(str::to_owned))
                .collect();
            view! {
                <li>
                    <FileLink path=file.file label=file.title/>
                    " "
                    <span class="file-about">{about.join(" · ")}</span>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="file-list">{rows}</ul> }.into_static()
}
