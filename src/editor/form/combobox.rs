//! Choice of an item by typing a part of its name (ARIA combobox with a list).

use super::{Control, element, words};
use crate::editor::api;
use crate::wire::edit::{Candidate, ItemKind};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What was chosen.
#[derive(Debug, Clone)]
pub(in crate::editor) enum Picked {
    /// An item.
    Item(Candidate),
    /// A text that no candidate has as its name.
    Text(String),
}

/// Attributes of the input of a combobox.
#[derive(Debug, Clone)]
pub(in crate::editor) struct Naming {
    /// Id.
    pub(in crate::editor) id: String,
    /// Name, which may be empty.
    pub(in crate::editor) name: String,
    /// Ids of what describes it.
    pub(in crate::editor) described_by: String,
    /// Label, where no element labels it.
    pub(in crate::editor) label: Option<String>,
}

impl Naming {
    /// Returns the attributes of the input of a field.
    pub(super) fn of(control: &Control) -> Self {
        Self {
            id: control.id(),
            name: control.pointer.clone(),
            described_by: control.described_by(),
            label: None,
        }
    }
}

/// Shows an input with the items that fit.
pub(in crate::editor) fn combobox(
    naming: Naming,
    kinds: Signal<Vec<ItemKind>>,
    text: RwSignal<String>,
    invalid: impl Fn() -> Option<&'static str> + Send + 'static,
    pick: impl Fn(Picked) + Clone + Send + 'static,
) -> AnyView {
    let found = RwSignal::new(Vec::<Candidate>::new());
    let is_open = RwSignal::new(false);
    let active = RwSignal::new(None::<usize>);
    let asked = StoredValue::new(0_u32);
    let search = move |query: String, pause: u32| {
        asked.update_value(|asked| *asked += 1);
        let this = asked.get_value();
        spawn_local(async move {
            TimeoutFuture::new(pause).await;
            if asked.try_get_value() != Some(this) {
                return;
            }
            let mut all = Vec::new();
            for kind in kinds.get_untracked() {
                let path = format!("candidates?kind={}&q={}", kind.slug(), api::encode(&query));
                if let Ok(mut some) = api::get::<Vec<Candidate>>(&path).await {
                    all.append(&mut some);
                }
            }
            if asked.try_get_value() == Some(this) {
                found.set(all);
                active.set(None);
            }
        });
    };
    let list_id = format!("{}-list", naming.id);
    let option_id = {
        let list_id = list_id.clone();
        move |index: usize| format!("{list_id}-{index}")
    };
    let choose = {
        let pick = pick.clone();
        move |candidate: Candidate| {
            text.set(candidate.title.clone());
            is_open.set(false);
            pick(Picked::Item(candidate));
        }
    };
    let settle = move || {
        // The input also loses the focus when its screen goes away.
        let Some(typed) = text.try_get_untracked() else {
            return;
        };
        is_open.set(false);
        let typed = typed.trim().to_owned();
        let same = found.with_untracked(|found| {
            found
                .iter()
                .find(|one| one.title == typed || one.id == typed)
                .cloned()
        });
        pick(same.map_or(Picked::Text(typed), Picked::Item));
    };
    let keydown = {
        let choose = choose.clone();
        move |event: web_sys::KeyboardEvent| {
            if element::is_composing(&event) {
                return;
            }
            let count = found.with_untracked(Vec::len);
            let at = active.get_untracked();
            match event.key().as_str() {
                "ArrowDown" if count > 0 => {
                    event.prevent_default();
                    is_open.set(true);
                    active.set(Some(at.map_or(0, |at| (at + 1) % count)));
                }
                "ArrowUp" if count > 0 => {
                    event.prevent_default();
                    is_open.set(true);
                    active.set(Some(at.map_or(count - 1, |at| (at + count - 1) % count)));
                }
                "Enter" if is_open.get_untracked() => {
                    event.prevent_default();
                    let only = (count == 1).then_some(0);
                    let one = at
                        .or(only)
                        .and_then(|at| found.with_untracked(|found| found.get(at).cloned()));
                    if let Some(one) = one {
                        choose(one);
                    }
                }
                "Escape" if is_open.get_untracked() => {
                    event.prevent_default();
                    event.stop_propagation();
                    is_open.set(false);
                }
                _ => {}
            }
        }
    };
    let typed = move |event: web_sys::Event| {
        if element::is_composing(&event) {
            return;
        }
        text.set(event_target_value(&event));
        is_open.set(true);
        search(text.get_untracked(), 200);
    };
    let active_id = {
        let option_id = option_id.clone();
        move || active.get().filter(|_| is_open.get()).map(&option_id)
    };
    let options = move || {
        found.get().into_iter().enumerate().map(|(index, one)| {
            let choose = choose.clone();
            let label = one.title.clone();
            let about = format!("{} · {}", one.kind.label(), one.id);
            view! {
                <li
                    role="option"
                    id=option_id(index)
                    aria-selected=move || if active.get() == Some(index) { "true" } else { "false" }
                    // The focus stays in the input.
                    on:mousedown=move |event| event.prevent_default()
                    on:click=move |_| choose(one.clone())
                >
                    {label}<small>{about}</small>
                </li>
            }
        }).collect::<Vec<_>>()
    };
    let is_listed = move || is_open.get() && found.with(|found| !found.is_empty());
    view! {
        <span class="combobox">
            <input
                type="text"
                role="combobox"
                class="control"
                autocomplete="off"
                aria-autocomplete="list"
                id=naming.id
                name=naming.name
                aria-describedby=naming.described_by
                aria-label=naming.label
                aria-controls=list_id.clone()
                aria-expanded=move || if is_listed() { "true" } else { "false" }
                aria-activedescendant=active_id
                aria-invalid=invalid
                placeholder=words::COMBOBOX_HOW
                prop:value=text
                on:focus=move |_| search(String::new(), 0)
                on:click=move |_| is_open.set(true)
                on:input=typed
                on:compositionend=move |event| typed(event.into())
                on:keydown=keydown
                on:blur=move |_| settle()
            />
            <ul role="listbox" id=list_id class="combobox__list" aria-label=words::CANDIDATES hidden=move || !is_listed()>{options}</ul>
        </span>
    }
    .into_any()
}
