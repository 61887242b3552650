//! The editor: an app of its own, by which a site is written in the browser.

use leptos::prelude::*;

/// Starts the editor in the document that its server sends.
pub fn start() {
    mount_to_body(|| view! { <main id="main"></main> });
}
