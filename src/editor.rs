//! The editor: an app of its own, by which a site is written in the browser.
//!
//! The server of `portal edit` reads and writes the files of a site folder; this app shows them
//! as lists and forms. What is typed lives in a [`doc::Doc`], which saves drafts by itself.

#![allow(
    unreachable_pub,
    reason = "the component macro generates further items beside the component"
)]

use leptos::prelude::*;

mod api;
mod body;
mod doc;
mod element;
mod events;
mod form;
mod frame;
mod item;
mod merge;
mod place;
mod pointer;
mod screens;
mod shared;
mod words;

/// Starts the editor in the document that its server sends.
pub fn start() {
    console_error_panic_hook::set_once();
    mount_to_body(frame::Editor);
    if let Some(root) = document().document_element() {
        // An attribute can be set on every element.
        let _ = root.set_attribute("data-hydrated", "");
    }
}
