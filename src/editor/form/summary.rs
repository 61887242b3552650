//! Summary of the problems above a form.

use super::{Shown, element, words};
use crate::wire::edit::ItemProblem;
use leptos::prelude::*;

/// Shows all problems with links to their fields.
pub(in crate::editor) fn summary() -> impl IntoView {
    let Shown(shown) = expect_context::<Shown>();
    move || {
        let problems = shown.get();
        (!problems.is_empty()).then(|| {
            let count = words::problems(problems.len());
            let is_short = problems.len() <= 4;
            view! {
                <section class="problems" id="problems" tabindex="-1" aria-label=words::PROBLEMS>
                    <details open=is_short>
                        <summary>{count}</summary>
                        <ul>{problems.into_iter().map(line).collect::<Vec<_>>()}</ul>
                    </details>
                </section>
            }
        })
    }
}

fn line(told: ItemProblem) -> impl IntoView {
    let level = words::level_word(told.level);
    if told.pointer.is_empty() {
        return view! { <li data-level=level>{words::with_code(&told.message)}" "{words::with_code(&told.help)}</li> }.into_any();
    }
    let pointer = told.pointer;
    let href = format!("#{}", element::control_id(&pointer));
    let go = move |event: web_sys::MouseEvent| {
        event.prevent_default();
        element::focus_pointer(&pointer);
    };
    view! {
        <li data-level=level><a href=href rel="external" on:click=go>{words::with_code(&told.message)}</a></li>
    }
    .into_any()
}
