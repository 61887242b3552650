//! What can be done with a text beside reading it.

use super::{IntoBlock as _, text};
use leptos::prelude::*;

/// Printing and reading aloud.
///
/// During prerender it is as in the browser. The style sheets show it where scripts run, and
/// reading aloud where there is a voice; `src/reader` does what the buttons say.
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
    .into_still()
}
