//! Reading preferences: edition, colour scheme, text size, contrast.

use crate::components::{IntoBlock as _, text};
use leptos::prelude::*;

/// Switch to the senior edition, and the panel with the other preferences.
///
/// The prerendered component is the same as in the browser: the style sheets react to the
/// controls, so that they work without script. `src/reading_tools` stores the preferences; the
/// messages that it needs for pictures are passed as attributes.
#[component]
pub fn ReadingTools() -> AnyView {
    let text = text();
    view! {
        <section
            class="reading-tools"
            aria-label=text.reading_tools
            data-pictures=text.pictures
            data-close=text.close
            data-previous=text.previous_picture
            data-next=text.next_picture
        >
            <label class="edition">
                <input type="checkbox" name="edition" value="elder"/>
                <span class="edition__name">{text.elder_edition}</span>
                " "
                <span class="edition__back">{text.standard_edition}</span>
            </label>
            <details class="reading-settings">
                <summary>{text.reading_settings}</summary>
                <div class="reading-settings__panel">
                    {choice(
                        "text-size",
                        text.text_size,
                        &[
                            ("", text.text_size_standard),
                            ("1", text.text_size_larger),
                            ("2", text.text_size_large),
                            ("3", text.text_size_largest),
                        ],
                    )}
                    {choice(
                        "scheme",
                        text.scheme,
                        &[
                            ("", text.scheme_system),
                            ("light", text.scheme_light),
                            ("dark", text.scheme_dark),
                        ],
                    )}
                    {choice(
                        "pace",
                        text.pace,
                        &[
                            ("slow", text.pace_slow),
                            ("", text.pace_standard),
                            ("fast", text.pace_fast),
                        ],
                    )}
                    <label class="contrast">
                        <input type="checkbox" name="contrast" value="more"/>
                        {text.high_contrast}
                    </label>
                </div>
            </details>
        </section>
    }
    .into_static()
}

/// Returns the radio button for one of several values; the empty one is the default.
fn choice(
    name: &'static str,
    label: &'static str,
    values: &[(&'static str, &'static str)],
) -> AnyView {
    let options = values
        .iter()
        .map(|&(value, words)| {
            view! {
                <label class="option">
                    <input type="radio" name=name value=value checked=value.is_empty()/>
                    <span>{words}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="choice" data-choice=name>
            <legend>{label}</legend>
            <div class="choice__options">{options}</div>
        </fieldset>
    }
    .into_static()
}
