//! Start: what there is, what is unfinished, what is wrong.

use super::{Place, loaded, main, words};
use crate::editor::shared::shared;
use crate::wire::edit::{DraftEntry, ItemKind, Start};
use leptos::prelude::*;

/// Shows the screen.
pub(super) fn screen() -> AnyView {
    let start = shared().start;
    let title = move || match start.get() {
        Some(Ok(start)) => start.site,
        _ => words::EDITOR.to_owned(),
    };
    main("start", title, loaded(start, content))
}

fn content(start: Start) -> AnyView {
    let kinds = start
        .kinds
        .iter()
        .map(|(kind, count)| card(*kind, *count))
        .collect::<Vec<_>>();
    view! {
        <p class="quiet">{words::folder(&start.folder)}</p>
        <ul class="cards">{kinds}</ul>
        <div class="columns">
            {problems(&start)}
            {drafts(start.drafts.clone())}
            {changed(start.changed)}
        </div>
    }
    .into_any()
}

fn card(kind: ItemKind, count: usize) -> AnyView {
    if kind.is_single() {
        let href = Place::item(kind, kind.slug()).href();
        return view! {
            <li class="card">
                <a class="card__name" href=href>{kind.label()}</a>
                <span class="card__count">{words::ONE_FILE}</span>
            </li>
        }
        .into_any();
    }
    view! {
        <li class="card">
            <a class="card__name" href=Place::List(Some(kind)).href()>{kind.label()}</a>
            <span class="card__count">{words::count(count)}</span>
            <a class="button button--quiet card__new" data-action="new" data-kind=kind.slug()
                href=Place::New(kind).href()
                aria-label=words::new(kind)
            >{words::NEW}</a>
        </li>
    }
    .into_any()
}

fn problems(start: &Start) -> impl IntoView + use<> {
    let counts = start.problems;
    let text = words::counts(counts);
    let level = match (counts.errors, counts.warnings) {
        (0, 0) => "note",
        (0, _) => "warning",
        _ => "error",
    };
    view! {
        <section class="panel" data-level=level>
            <h2>{words::CHECK}</h2>
            <p><a href=Place::Check.href()>{text}</a></p>
        </section>
    }
}

fn drafts(drafts: Vec<DraftEntry>) -> impl IntoView {
    let list = match drafts.is_empty() {
        true => view! { <p class="quiet">{words::NO_DRAFTS}</p> }.into_any(),
        false => {
            let items = drafts.into_iter().map(draft).collect::<Vec<_>>();
            view! { <ul class="lines">{items}</ul> }.into_any()
        }
    };
    view! { <section class="panel"><h2>{words::DRAFTS}</h2>{list}</section> }
}

fn draft(draft: DraftEntry) -> impl IntoView {
    let href = match &draft.id {
        Some(id)
            if !draft
                .key
                .starts_with(&format!("{}-new-", draft.kind.slug())) =>
        {
            Place::item(draft.kind, id).href()
        }
        _ => Place::unfinished(draft.kind, &draft.key),
    };
    let title = match draft.title.is_empty() {
        true => words::UNTITLED.to_owned(),
        false => draft.title,
    };
    view! {
        <li>
            <a href=href>{title}</a>
            <span class="quiet">{format!("{} · {}", draft.kind.label(), draft.saved)}</span>
        </li>
    }
}

fn changed(changed: Option<Vec<String>>) -> impl IntoView {
    let list = match changed {
        None => view! { <p class="quiet">{words::NEVER_PUBLISHED}</p> }.into_any(),
        Some(files) if files.is_empty() => {
            view! { <p class="quiet">{words::ALL_PUBLISHED}</p> }.into_any()
        }
        Some(files) => {
            let count = words::files(files.len());
            let items = files
                .into_iter()
                .map(|file| view! { <li>{file}</li> })
                .collect::<Vec<_>>();
            view! {
                <details><summary>{count}</summary><ul class="lines">{items}</ul></details>
            }
            .into_any()
        }
    };
    view! {
        <section class="panel">
            <h2>{words::CHANGED}</h2>
            {list}
            <p><a href=Place::Publish.href()>{words::GO_PUBLISH}</a></p>
        </section>
    }
}
