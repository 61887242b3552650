//! Dialog for a link: to an item by its name, or to an address.

use super::ends::ends;
use super::{Area, Selection, words};
use crate::editor::form::{self, Naming, Picked, combobox};
use crate::wire::edit::{Candidate, ItemKind};
use leptos::prelude::*;

const KINDS: [ItemKind; 5] = [
    ItemKind::Article,
    ItemKind::Member,
    ItemKind::Bulletin,
    ItemKind::Event,
    ItemKind::Page,
];

/// Shows the dialog.
pub(super) fn dialog(area: Area, is_open: RwSignal<bool>) -> AnyView {
    form::dialog(is_open, words::LINK, move || {
        let chosen = area
            .get()
            .and_then(Selection::of)
            .map(|here| here.chosen)
            .unwrap_or_default();
        let label = RwSignal::new(chosen);
        let address = RwSignal::new(String::new());
        let kind = RwSignal::new(ItemKind::Article);
        let name = RwSignal::new(String::new());
        let item = RwSignal::new(None::<Candidate>);
        let kinds = Signal::derive(move || vec![kind.get()]);
        let pick = move |picked| match picked {
            Picked::Item(one) => {
                if label.with_untracked(String::is_empty) {
                    label.set(one.title.clone());
                }
                item.set(Some(one));
            }
            Picked::Text(typed) => {
                if typed.is_empty() || item.with_untracked(Option::is_none) {
                    item.set(None);
                } else if let Some(one) = item.get_untracked() {
                    name.set(one.title);
                }
            }
        };
        let target = move || match item.get() {
            Some(one) => format!("{}:{}", one.kind.slug(), one.id),
            None => address.get().trim().to_owned(),
        };
        let insert = move || {
            let to = untrack(target);
            let text = match label.get_untracked() {
                empty if empty.trim().is_empty() => to.clone(),
                text => text,
            };
            move || area.change(|here| here.insert(&format!("[{text}]({to})")))
        };
        let options = KINDS
            .into_iter()
            .map(|one| view! { <option value=one.slug()>{one.label()}</option> })
            .collect::<Vec<_>>();
        let naming = Naming {
            id: "link-item".to_owned(),
            name: "link-item".to_owned(),
            described_by: String::new(),
            label: Some(words::LINK_ITEM.to_owned()),
        };
        view! {
            <label class="dialog__field">
                <span>{words::LINK_LABEL}</span>
                <input type="text" class="control" name="link-label" prop:value=label on:input=move |event| label.set(event_target_value(&event))/>
            </label>
            <div class="dialog__field">
                <span>{words::LINK_ITEM}</span>
                <span class="with-button">
                    <select class="control control--short" name="link-kind" aria-label=words::LINK_KIND on:change=move |event| {
                        kind.set(ItemKind::from_slug(&event_target_value(&event)).unwrap_or(ItemKind::Article));
                        item.set(None);
                        name.set(String::new());
                    }>{options}</select>
                </span>
                {combobox(naming, kinds, name, || None, pick)}
            </div>
            <label class="dialog__field">
                <span>{words::LINK_ADDRESS}</span>
                <input type="text" inputmode="url" class="control" name="link-address" placeholder="https://"
                    on:input=move |event| { item.set(None); address.set(event_target_value(&event)); }/>
            </label>
            <p class="quiet" aria-live="polite">{target}</p>
            {ends(is_open, move || !target().is_empty(), insert)}
        }
        .into_any()
    })
}
