//! Hits and related hits.

use super::SearchState;
use crate::components::{Documents, IntoBlock as _, document_date, document_kind, portal};
use crate::ids;
use crate::wire::{SearchGroup, SearchHit};
use leptos::prelude::*;

/// Hits, and a button for more of them.
///
/// During prerender there are none.
#[component]
pub(super) fn Results(
    /// State of the page.
    page: SearchState,
) -> AnyView {
    let text = portal().text;
    let answer = page.answer;
    let hits = Memo::new(move |_| answer.with(|answer| answer.told.hits.clone()));
    let total = move || answer.with(|answer| answer.told.total);
    view! {
        <div
            id=ids::SEARCH_RESULTS
            data-query=move || answer.with(|answer| answer.words.clone())
            data-total=move || total().to_string()
            data-state=move || answer.with(|answer| answer.state().to_owned())
        >
            <ol class="search-hits">{move || hits.with(|hits| list(hits))}</ol>
            <button
                type="button"
                class="button button--quiet search-more"
                hidden=move || total() as usize <= hits.with(Vec::len)
            >
                {text.search_more}
            </button>
        </div>
    }
    .into_block()
}

/// Related hits, in groups with a description of the relation.
///
/// During prerender there are none.
#[component]
pub(super) fn Related(
    /// State of the page.
    page: SearchState,
) -> AnyView {
    let text = portal().text;
    let answer = page.answer;
    let groups =
        move || answer.with(|answer| answer.told.related.iter().map(group).collect::<Vec<_>>());
    view! {
        <section
            id=ids::SEARCH_RELATED
            class="search-related"
            aria-label=text.search_related
            hidden=move || answer.with(|answer| answer.told.related.is_empty())
        >
            <h2>{text.search_related}</h2>
            {groups}
        </section>
    }
    .into_block()
}

fn list(hits: &[SearchHit]) -> Vec<AnyView> {
    hits.iter().map(hit).collect()
}

/// Returns a hit. The excerpt is loaded when the hit becomes visible; its space is reserved.
fn hit(hit: &SearchHit) -> AnyView {
    let hit = hit.clone();
    let what = document_kind(&portal(), &hit).to_owned();
    view! {
        <li class="search-hit" data-part=hit.part>
            <a href=hit.href class="search-hit__title" inner_html=hit.title></a>
            <p class="search-hit__excerpt"></p>
            <p class="search-hit__note">
                {document_date(hit.date)}
                <span>{what}</span>
            </p>
        </li>
    }
    .into_static()
}

fn group(group: &SearchGroup) -> AnyView {
    let label = portal().text.search_way(group);
    let head = if group.href.is_empty() {
        view! { <h3>{label}</h3> }.into_static()
    } else {
        let href = group.href.clone();
        view! { <h3><a href=href>{label}</a></h3> }.into_static()
    };
    let documents = group.hits.clone();
    view! {
        <div class="search-group">
            {head}
            <Documents documents=documents/>
        </div>
    }
    .into_static()
}
