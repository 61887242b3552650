//! Problems of the whole site.

use super::{Place, loaded, main, words};
use crate::editor::api;
use crate::editor::element;
use crate::editor::shared::{self, shared};
use crate::wire::edit::ItemProblem;
use leptos::prelude::*;

/// Shows the screen.
pub(super) fn screen() -> AnyView {
    let shared = shared();
    let told = shared::load::<Vec<ItemProblem>, _>(move || {
        shared.news.track();
        async { api::get("check").await }
    });
    main("check", words::CHECK, loaded(told, files))
}

fn files(told: Vec<ItemProblem>) -> AnyView {
    if told.is_empty() {
        return view! { <p class="notice" role="status">{words::NO_PROBLEMS}</p> }.into_any();
    }
    let mut files: Vec<(String, Vec<ItemProblem>)> = Vec::new();
    for problem in told {
        match files.iter_mut().find(|(file, _)| *file == problem.file) {
            Some((_, problems)) => problems.push(problem),
            None => files.push((problem.file.clone(), vec![problem])),
        }
    }
    files.sort_by_key(|(_, problems)| {
        std::cmp::Reverse(problems.iter().map(|problem| problem.level).max())
    });
    files
        .into_iter()
        .map(|(file, problems)| {
            let items = problems.into_iter().map(line).collect::<Vec<_>>();
            let title = file.clone();
            view! {
                <section class="panel" data-file=file>
                    <h2>{title}</h2>
                    <ul class="lines">{items}</ul>
                </section>
            }
        })
        .collect::<Vec<_>>()
        .into_any()
}

fn line(told: ItemProblem) -> impl IntoView {
    let line = told.line.map(words::line);
    let mark = view! { <span class="mark" data-level=words::level_word(told.level)>{words::level(told.level)}</span> };
    let message = match told.item {
        Some((kind, id)) => {
            let href = format!(
                "{}#{}",
                Place::Item(kind, id).href(),
                element::control_id(&told.pointer)
            );
            view! { <a href=href>{words::with_code(&told.message)}</a> }.into_any()
        }
        None => view! { <span>{words::with_code(&told.message)}</span> }.into_any(),
    };
    view! {
        <li>
            <span>{mark}" "{message}<span class="quiet">" "{line}{words::with_code(&told.help)}</span></span>
        </li>
    }
}
