//! The media folder.

use super::{Place, loaded, main, words};
use crate::editor::api;
use crate::editor::form;
use crate::editor::place;
use crate::editor::shared::{self, Shared, shared};
use crate::wire::edit::{MediaFile, MediaList};
use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Shows the screen.
pub(super) fn screen() -> AnyView {
    let shared = shared();
    let query = RwSignal::new(String::new());
    let page = RwSignal::new(1_usize);
    let told = RwSignal::new(String::new());
    let list = shared::load::<MediaList, _>(move || {
        shared.news.track();
        let path = format!("media?q={}&page={}", api::encode(&query.get()), page.get());
        async move { api::get(&path).await }
    });
    let content = view! {
        {upload(shared, told)}
        <div class="filter">
            <input type="search" class="control" aria-label=words::SEARCH_MEDIA placeholder=words::SEARCH_MEDIA
                on:input=move |event| {
                    page.set(1);
                    query.set(event_target_value(&event));
                }
            />
        </div>
        {loaded(list, move |list| tiles(list, page, shared, told))}
    };
    main("media", words::MEDIA, content)
}

fn upload(shared: Shared, told: RwSignal<String>) -> impl IntoView {
    let is_over = RwSignal::new(false);
    let chooser = NodeRef::<Input>::new();
    let take = move |files| form::upload_all(files, told, move |_| shared.refresh());
    let choose = move |_| {
        if let Some(input) = chooser.get() {
            let files = form::files_in(input.files());
            input.set_value("");
            take(files);
        }
    };
    view! {
        <div class="drop"
            data-over=move || is_over.get().then_some("")
            on:dragover=move |event| { event.prevent_default(); is_over.set(true); }
            on:dragleave=move |_| is_over.set(false)
            on:drop=move |event| {
                event.prevent_default();
                is_over.set(false);
                take(form::files_of(event.data_transfer()));
            }
        >
            <button type="button" class="button" on:click=move |_| {
                if let Some(input) = chooser.get() { input.click(); }
            }>{words::UPLOAD_FILES}</button>
            <span class="quiet">{words::OR_DROP}</span>
            <input node_ref=chooser type="file" multiple=true hidden=true tabindex="-1" aria-label=words::UPLOAD_FILES on:change=choose/>
            <span aria-live="polite">{told}</span>
        </div>
    }
}

fn tiles(
    list: MediaList,
    page: RwSignal<usize>,
    shared: Shared,
    told: RwSignal<String>,
) -> AnyView {
    let (at, pages) = (list.page, list.pages);
    let tiles = list
        .files
        .into_iter()
        .map(|file| tile(file, shared, told))
        .collect::<Vec<_>>();
    let ways = (pages > 1).then(|| {
        view! {
            <nav class="pages" aria-label=words::PAGES>
                <button type="button" class="button button--quiet" disabled={at <= 1}
                    on:click=move |_| page.set(at.saturating_sub(1).max(1))>{words::BACK_PAGE}</button>
                <span>{words::page(at, pages)}</span>
                <button type="button" class="button button--quiet" disabled={at >= pages}
                    on:click=move |_| page.set(at + 1)>{words::NEXT_PAGE}</button>
            </nav>
        }
    });
    view! {
        <p class="quiet" role="status">{words::count(list.total)}</p>
        <ul class="tiles" data-total=list.total.to_string()>{tiles}</ul>
        {ways}
    }
    .into_any()
}

fn tile(file: MediaFile, shared: Shared, told: RwSignal<String>) -> impl IntoView {
    let href = place::media_href(&file.path);
    let picture = match file.is_picture {
        true => view! { <img src=href.clone() alt="" loading="lazy"/> }.into_any(),
        false => {
            let ending = file.path.rsplit('.').next().unwrap_or_default().to_owned();
            view! { <span>{ending}</span> }.into_any()
        }
    };
    let size = file
        .size
        .map(|(width, height)| format!("{width} × {height} · "));
    let foot = match file.uses.is_empty() {
        true => unused(file.path.clone(), shared, told),
        false => {
            let uses = file
                .uses
                .iter()
                .map(|(kind, id, title)| {
                    view! { <li><a href=Place::item(*kind, id).href()>{title.clone()}</a></li> }
                })
                .collect::<Vec<_>>();
            view! { <details><summary>{words::used(file.uses.len())}</summary><ul>{uses}</ul></details> }
                .into_any()
        }
    };
    view! {
        <li class="tile" data-path=file.path.clone()>
            <a class="tile__picture" href=href target="_blank" rel="external" aria-label=file.path.clone()>{picture}</a>
            <span class="tile__name">{file.path.clone()}</span>
            <span class="quiet">{size}{words::bytes(file.bytes)}</span>
            <span class="tile__foot">{foot}</span>
        </li>
    }
}

fn unused(path: String, shared: Shared, told: RwSignal<String>) -> AnyView {
    let is_asked = RwSignal::new(false);
    let label = format!("{}：{path}", words::DELETE_FILE);
    let delete = move |_| {
        if !is_asked.get_untracked() {
            is_asked.set(true);
            return;
        }
        let address = format!("media/{}", api::encode_path(&path));
        spawn_local(async move {
            match api::delete(&address, None).await {
                Ok(()) => shared.refresh(),
                Err(trouble) => {
                    told.try_set(trouble.message());
                }
            }
        });
    };
    let text = move || match is_asked.get() {
        true => words::ASK_DELETE_FILE,
        false => words::DELETE,
    };
    view! {
        <span class="buttons">
            {words::UNUSED}
            <button type="button" class="button button--quiet button--alert" data-action="delete" aria-label=label on:click=delete>{text}</button>
        </span>
    }
    .into_any()
}
