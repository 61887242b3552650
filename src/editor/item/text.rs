//! A file that is not JSON, as text.

use super::{Doc, words};
use leptos::html::Textarea;
use leptos::prelude::*;

/// Shows the text.
pub(super) fn editor(doc: Doc) -> AnyView {
    let node = NodeRef::<Textarea>::new();
    Effect::new(move |_| {
        let (Some(node), Some(text)) = (node.get(), doc.text.get()) else {
            return;
        };
        if node.value() != text {
            node.set_value(&text);
        }
    });
    let wrong = move || {
        doc.problems.with(|problems| {
            problems
                .iter()
                .map(|problem| {
                    let line = problem.line.map(words::line);
                    view! { <li data-level=words::level_word(problem.level)>{line}{problem.message.clone()}" "{problem.help.clone()}</li> }
                })
                .collect::<Vec<_>>()
        })
    };
    view! {
        <div class="field" data-widget="text">
            <label class="field__label" for="whole-text">{words::WHOLE_TEXT}</label>
            <p class="field__help" id="whole-text-help">{words::WHOLE_TEXT_HELP}</p>
            <ul class="field__wrong" id="whole-text-wrong" data-for="">{wrong}</ul>
            <textarea node_ref=node class="control control--text" name="" id="whole-text" rows="24" spellcheck="false"
                aria-describedby="whole-text-wrong whole-text-help" aria-invalid="true"
                on:input=move |event| doc.set_text(event_target_value(&event))
            ></textarea>
        </div>
    }
    .into_any()
}
