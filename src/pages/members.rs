//! Directory of members.

mod filter;
mod form;
mod overview;

use crate::components::{
    Breadcrumbs, Heading, Hydrated, IntoBlock as _, MemberCard, ProseView, SearchWithin, portal,
};
use crate::load::{Json, LoadError};
use crate::route::{MEMBER_LIST, Route, SearchQuery};
use crate::wire;
use filter::{Directory, Filter, FilterResult};
use form::{FilterForm, Views};
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use leptos_router::params::ParamsMap;
use overview::Overview;
use std::sync::Arc;

/// State that the filter and the list share.
#[derive(Debug, Clone)]
struct Search {
    directory: Arc<Directory>,
    outcome: Memo<FilterResult>,
    /// Sets the address to a filter, from which the rest of the state is derived.
    apply: Callback<Filter>,
}

/// The directory: a filter whose state is the address, the members, and an overview of them by
/// stage of the industrial chain and by province.
///
/// During prerender all members are shown as cards, and each choice shows its total.
#[wasm_split(members, fallible, preload(preload), wasm_split_path = leptos::wasm_split)]
pub(super) fn view(json: &Json) -> Result<AnyView, LoadError> {
    json.read().map(content)
}

fn content(members: wire::Members) -> AnyView {
    let text = portal().text;
    let directory = Arc::new(Directory::new(
        &members.rows,
        members.provinces,
        &members.variants,
    ));
    let search = search(directory);
    let outcome = search.outcome;
    let all = count(members.rows.len());
    let cards = members
        .rows
        .into_iter()
        .enumerate()
        .map(|(at, row)| {
            let hidden = move || outcome.with(|outcome| outcome.admitted.get(at) == Some(&false));
            view! { <li hidden=hidden><MemberCard row=row/></li> }
        })
        .collect_view();
    let shown = move || outcome.with(|outcome| outcome.shown);
    let class = move || {
        if outcome.with(|outcome| outcome.filter.as_list) {
            "members members--list"
        } else {
            "members"
        }
    };
    view! {
        <div class="directory">
            <Breadcrumbs/>
            <header class="page-head">
                <Heading title=text.members/>
                <p class="page-head__feed">
                    <SearchWithin
                        place=SearchQuery::TYPE
                        value="member".to_owned()
                        name=text.members.to_owned()
                    />
                </p>
            </header>
            <ProseView prose=members.parts class="page-parts"/>
            <section id=MEMBER_LIST tabindex="-1" aria-label=text.members>
                <FilterForm search=search.clone()/>
                <div class="directory__bar">
                    <p class="directory__count" role="status">
                        {move || text.members_shown(count(shown()), all)}
                    </p>
                    <Views search=search/>
                </div>
                <ul class=class>{cards}</ul>
                <p class="nothing" hidden=move || { shown() > 0 }>{text.no_member_matches}</p>
            </section>
            <Overview html=members.overview/>
        </div>
    }
    .into_block()
}

/// Converts a number of members, which never exceeds `u32::MAX`.
fn count(members: usize) -> u32 {
    u32::try_from(members).unwrap_or(u32::MAX)
}

fn search(directory: Arc<Directory>) -> Search {
    let hydrated = expect_context::<Hydrated>();
    let query = super::query();
    let outcome = Memo::new({
        let directory = Arc::clone(&directory);
        move |_| {
            let filter = if hydrated.get() {
                query.with(|query| directory.read(|name| query.get(name)))
            } else {
                Filter::default()
            };
            directory.outcome(filter)
        }
    });
    let address = portal().base.href(&Route::Members);
    let navigate = use_navigate();
    let apply = Callback::new({
        let directory = Arc::clone(&directory);
        move |filter: Filter| {
            let mut query = ParamsMap::new();
            for (name, value) in directory.parameters(&filter) {
                query.insert(name, value);
            }
            navigate(
                &format!("{address}{}", query.to_query_string()),
                NavigateOptions {
                    resolve: false,
                    replace: true,
                    scroll: false,
                    ..NavigateOptions::default()
                },
            );
        }
    });
    Search {
        directory,
        outcome,
        apply,
    }
}
