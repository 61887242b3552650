//! Choice of a file from the media folder.

use super::{dialog, words};
use crate::editor::{api, place, shared};
use crate::wire::edit::{MediaFile, MediaList};
use leptos::prelude::*;

/// Shows the dialog in which a file is chosen.
pub(in crate::editor) fn picker(
    is_open: RwSignal<bool>,
    is_picture: bool,
    pick: impl Fn(MediaFile) + Clone + Send + Sync + 'static,
) -> AnyView {
    dialog(is_open, words::MEDIA, move || {
        let query = RwSignal::new(String::new());
        let page = RwSignal::new(1_usize);
        let list = shared::load::<MediaList, _>(move || {
            let pictures = if is_picture { "&pictures=1" } else { "" };
            let path = format!(
                "media?q={}&page={}{pictures}",
                api::encode(&query.get()),
                page.get()
            );
            async move { api::get(&path).await }
        });
        let pick = pick.clone();
        let tiles = move || {
            list.get().map(|list| match list {
                Ok(list) => tiles(list, is_open, page, &pick),
                Err(trouble) => view! { <p class="notice">{trouble.message()}</p> }.into_any(),
            })
        };
        view! {
            <input type="search" class="control" aria-label=words::SEARCH_MEDIA placeholder=words::SEARCH_MEDIA
                on:input=move |event| {
                    page.set(1);
                    query.set(event_target_value(&event));
                }
            />
            <div aria-live="polite">{tiles}</div>
        }
        .into_any()
    })
}

fn tiles(
    list: MediaList,
    is_open: RwSignal<bool>,
    page: RwSignal<usize>,
    pick: &(impl Fn(MediaFile) + Clone + Send + 'static),
) -> AnyView {
    let (at, pages) = (list.page, list.pages);
    let tiles = list
        .files
        .into_iter()
        .map(|file| {
            let pick = pick.clone();
            let path = file.path.clone();
            let image = file
                .is_picture
                .then(|| view! { <img src=place::media_href(&path) alt="" loading="lazy"/> });
            view! {
                <li>
                    <button type="button" class="tile" on:click=move |_| {
                        pick(file.clone());
                        is_open.set(false);
                    }>
                        <span class="tile__picture">{image}</span>
                        <span class="tile__name">{path.clone()}</span>
                    </button>
                </li>
            }
        })
        .collect::<Vec<_>>();
    view! {
        <p class="quiet">{words::count(list.total)}</p>
        <ul class="tiles">{tiles}</ul>
        <p class="buttons">
            <button type="button" class="button button--quiet" disabled={at <= 1}
                on:click=move |_| page.set(at.saturating_sub(1).max(1))>{words::BACK_PAGE}</button>
            <button type="button" class="button button--quiet" disabled={at >= pages}
                on:click=move |_| page.set(at + 1)>{words::NEXT_PAGE}</button>
        </p>
    }
    .into_any()
}
