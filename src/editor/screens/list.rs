//! List of items.

use super::{Place, loaded, main, words};
use crate::editor::api;
use crate::editor::element;
use crate::editor::place::Go;
use crate::editor::shared::{self, Shared, shared};
use crate::wire::edit::{ItemEntry, ItemKind, ItemList, ItemState};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_location;

/// Shows the screen.
pub(super) fn screen(kind: Option<ItemKind>) -> AnyView {
    let shared = shared();
    let address = use_location().query;
    let query = Memo::new(move |_| address.with(|query| query.get("q").unwrap_or_default()));
    let state = Memo::new(move |_| address.with(|query| query.get("status").unwrap_or_default()));
    let page = Memo::new(move |_| {
        address.with(|query| {
            query
                .get("page")
                .and_then(|page| page.parse().ok())
                .unwrap_or(1_usize)
        })
    });
    let list = shared::load::<ItemList, _>(move || {
        shared.news.track();
        let slug = kind.map_or("", ItemKind::slug);
        let path = format!(
            "items?kind={slug}&q={}&status={}&page={}",
            api::encode(&query.get()),
            api::encode(&state.get()),
            page.get()
        );
        async move { api::get(&path).await }
    });
    let place = Place::List(kind);
    let ways = Go::begin();
    let go = move |query: &str, state: &str, page: usize| {
        ways.quietly(&address_of(&place, query, state, page));
    };
    let typed = StoredValue::new(0_u32);
    let (searching, choosing) = (go.clone(), go);
    let search = move |event: web_sys::Event| {
        if element::is_composing(&event) {
            return;
        }
        let text = event_target_value(&event);
        typed.update_value(|typed| *typed += 1);
        let (this, go) = (typed.get_value(), searching.clone());
        spawn_local(async move {
            TimeoutFuture::new(200).await;
            if typed.try_get_value() == Some(this) {
                go(&text, &state.get_untracked(), 1);
            }
        });
    };
    let composed = search.clone();
    let states = ItemState::ALL
        .into_iter()
        .map(|one| view! { <option value=one.slug() selected=move || state.get() == one.slug()>{words::state(one)}</option> })
        .collect::<Vec<_>>();
    let new = kind.map(|kind| {
        view! {
            <a class="button" data-action="new" data-kind=kind.slug() href=Place::New(kind).href()>{words::new(kind)}</a>
        }
    });
    let pages_place = Place::List(kind);
    let content = view! {
        {undo(shared, ways)}
        <div class="filter">
            <input type="search" class="control" aria-label=words::SEARCH placeholder=words::SEARCH
                value=query.get_untracked()
                on:input=search
                on:compositionend=move |event| composed(event.into())
            />
            <label class="filter__state">
                <span>{words::STATE}</span>
                <select class="control" prop:value=state on:change=move |event| {
                    choosing(&query.get_untracked(), &event_target_value(&event), 1);
                }>
                    <option value="">{words::ALL_STATES}</option>
                    {states}
                </select>
            </label>
            {new}
        </div>
        {loaded(list, move |list| entries(list, kind, &pages_place, &query.get_untracked(), &state.get_untracked()))}
    };
    let title = kind.map_or(words::ALL_ITEMS, ItemKind::label);
    main("list", title, content)
}

fn address_of(place: &Place, query: &str, state: &str, page: usize) -> String {
    let mut parts = Vec::new();
    if !query.is_empty() {
        parts.push(format!("q={}", api::encode(query)));
    }
    if !state.is_empty() {
        parts.push(format!("status={}", api::encode(state)));
    }
    if page > 1 {
        parts.push(format!("page={page}"));
    }
    match parts.is_empty() {
        true => place.href(),
        false => format!("{}?{}", place.href(), parts.join("&")),
    }
}

fn entries(
    list: ItemList,
    kind: Option<ItemKind>,
    place: &Place,
    query: &str,
    state: &str,
) -> AnyView {
    let pages = (list.pages > 1).then(|| {
        let link = |page: usize, label: &'static str| {
            (1..=list.pages).contains(&page).then(|| {
                view! { <a class="button button--quiet" href=address_of(place, query, state, page)>{label}</a> }
            })
        };
        view! {
            <nav class="pages" aria-label=words::PAGES>
                {link(list.page.wrapping_sub(1), words::BACK_PAGE)}
                <span>{words::page(list.page, list.pages)}</span>
                {link(list.page + 1, words::NEXT_PAGE)}
            </nav>
        }
    });
    let total = list.total;
    let items = list
        .entries
        .into_iter()
        .map(|item| entry(item, kind.is_none()))
        .collect::<Vec<_>>();
    let none = items
        .is_empty()
        .then(|| view! { <p class="quiet">{words::NOTHING_FOUND}</p> });
    view! {
        <p class="quiet" role="status">{words::count(total)}</p>
        <ul class="entries" data-total=total.to_string()>{items}</ul>
        {none}
        {pages}
    }
    .into_any()
}

fn entry(item: ItemEntry, has_kind: bool) -> impl IntoView {
    let state = (item.state != ItemState::Published).then(|| {
        view! { <span class="mark" data-state=item.state.slug()>{words::state(item.state)}</span> }
    });
    let draft = item
        .has_draft
        .then(|| view! { <span class="mark" data-state="unfinished">{words::UNFINISHED}</span> });
    let worst = item.worst.map(|level| {
        view! { <span class="mark" data-level=words::level_word(level)>{words::level(level)}</span> }
    });
    let kind = has_kind.then(|| view! { <span class="quiet">{item.kind.label()}</span> });
    view! {
        <li>
            <a href=Place::item(item.kind, &item.id).href()>
                <span class="entries__title">{item.title}</span>
                <span class="entries__marks">{kind}{state}{draft}{worst}</span>
                <span class="entries__date">{item.date.map(words::date)}</span>
            </a>
        </li>
    }
}

/// Offers to bring back what was just deleted.
fn undo(shared: Shared, go: Go) -> impl IntoView {
    move || {
        shared.deleted.get().map(|(kind, id, title)| {
            view! {
                <p class="notice notice--undo" role="status">
                    {words::deleted(&title)}
                    <button type="button" class="button button--quiet" data-action="undo"
                        on:click=move |_| super::bin::bring_back(shared, go, kind, id.clone())
                    >{words::UNDO}</button>
                </p>
            }
        })
    }
}
