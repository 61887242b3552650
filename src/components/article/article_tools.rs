//! Tools for an article: printing and reading aloud.

use crate::components::{IntoBlock as _, text};
use leptos::prelude::*;

/// Buttons for printing and reading aloud.
///
/// The prerendered buttons are the same as in the browser. The style sheets show them where
/// scripts run, and reading aloud where there is a voice; the scripts in `src/reading_tools` handle
/// the clicks.
#[component]
pub fn ArticleTools() -> AnyView {
    let text = text();
    view! {
        <div class="article-tools" role="group" aria-label=text.article_tools>
            <button type="button" class="tool tool--print" data-print="">{text.print}</button>
            <button type="button" class="tool tool--read" data-read="toggle">
                <span class="tool__begin">{text.read_aloud}</span>
                <span class="tool__pause">{text.pause}</span>
                <span class="tool__resume">{text.resume}</span>
            </button>
            <button type="button" class="tool tool--stop" data-read="stop">{text.stop}</button>
        </div>
    }
    .into_static()
}
