//! Filter form of the directory and switch of its view.

use super::Search;
use super::filter::{Filter, FilterResult};
use crate::components::{Hydrated, IntoBlock as _, text};
use crate::route::Facet;
use crate::text::Text;
use crate::wire::{ChainStage, MemberKind, Role};
use leptos::ev::{Event, MouseEvent, SubmitEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use leptos::web_sys::{Element, HtmlElement};
use std::sync::Arc;

/// Filter form. Every change is written to the address, from which the list is derived, and
/// each choice shows the number of members that it would leave.
///
/// During prerender the form is disabled, because it needs the app; it has the same size. The
/// style sheets hide it where no script runs.
#[component]
pub(super) fn FilterForm(
    /// Filter and directory.
    search: Search,
) -> AnyView {
    let text = text();
    let hydrated = expect_context::<Hydrated>();
    let Search { outcome, apply, .. } = search;
    let write = move |event: Event| {
        apply.run(Filter {
            words: event_target_value(&event),
            ..filter_of(outcome)
        });
    };
    let reset = move |event: MouseEvent| {
        apply.run(filter_of(outcome).cleared());
        // The button disappears, so the focus is moved to the first field.
        focus_first_field(&event);
    };
    let fields: Vec<AnyView> = Facet::ALL
        .into_iter()
        .filter_map(|facet| field(&search, facet))
        .collect();
    view! {
        <form
            class="filter"
            role="search"
            aria-label=text.member_filter
            on:submit=|event: SubmitEvent| event.prevent_default()
        >
            <fieldset disabled=move || !hydrated.get()>
                <legend class="visually-hidden">{text.member_filter}</legend>
                <label class="field field--wide">
                    <span class="field__label">{text.filter_text}</span>
                    <input
                        type="search"
                        name="q"
                        autocomplete="off"
                        placeholder=text.filter_text_hint
                        prop:value=move || outcome.with(|outcome| outcome.filter.words.clone())
                        on:input=write
                    />
                </label>
                {fields}
                <button
                    type="button"
                    class="button button--quiet filter__reset"
                    disabled=move || outcome.with(|outcome| !outcome.filter.is_narrow())
                    on:click=reset
                >
                    {text.filter_reset}
                </button>
            </fieldset>
        </form>
    }
    .into_block()
}

/// Returns the field of one facet; `None` if all members agree in it.
///
/// During prerender each choice shows the number of members that it applies to.
fn field(search: &Search, facet: Facet) -> Option<AnyView> {
    let text = text();
    let directory = Arc::clone(&search.directory);
    let Search { outcome, apply, .. } = *search;
    let of_facet = facet as usize;
    let left = move |at: usize| {
        outcome.with(|outcome| outcome.left[of_facet].get(at).copied().unwrap_or(0))
    };
    let is_chosen =
        move |at: usize| outcome.with(|outcome| outcome.filter.chosen[of_facet] == Some(at));
    let options: Vec<_> = directory
        .choices(facet)
        .iter()
        .enumerate()
        .filter(|(at, _)| directory.occurs(facet, *at))
        .map(|(at, choice)| {
            let name = name_of(text, facet, at, choice);
            view! {
                <option
                    value=choice.clone()
                    selected=move || is_chosen(at)
                    disabled=move || left(at) == 0 && !is_chosen(at)
                >
                    {move || text.choice_with_count.with(&[&name, &left(at).to_string()])}
                </option>
            }
        })
        .collect();
    if options.len() < 2 {
        return None;
    }
    let choose = move |event: Event| {
        let value = event_target_value(&event);
        let mut filter = filter_of(outcome);
        filter.chosen[of_facet] = directory
            .choices(facet)
            .iter()
            .position(|choice| *choice == value);
        apply.run(filter);
    };
    Some(
        view! {
            <label class="field">
                <span class="field__label">{label_of(text, facet)}</span>
                <select name=facet.parameter() on:change=choose>
                    <option value="">{text.filter_all}</option>
                    {options}
                </select>
            </label>
        }
        .into_block(),
    )
}

/// Switch between cards and a compact list.
///
/// During prerender the buttons have no function; the style sheets hide them where no script
/// runs.
#[component]
pub(super) fn Views(
    /// State of the directory.
    search: Search,
) -> AnyView {
    let text = text();
    let hydrated = expect_context::<Hydrated>();
    let Search { outcome, apply, .. } = search;
    let buttons =
        [(false, text.members_as_cards), (true, text.members_as_list)].map(|(as_list, name)| {
            let is_shown = move || outcome.with(|outcome| outcome.filter.as_list == as_list);
            let show = move |_| {
                apply.run(Filter {
                    as_list,
                    ..filter_of(outcome)
                });
            };
            view! {
                <button
                    type="button"
                    class="views__button"
                    aria-pressed=move || if is_shown() { "true" } else { "false" }
                    disabled=move || !hydrated.get()
                    on:click=show
                >
                    {name}
                </button>
            }
        });
    view! {
        <div class="views" role="group" aria-label=text.members_view>
            {buttons.into_iter().collect_view()}
        </div>
    }
    .into_block()
}

fn label_of(text: &Text, facet: Facet) -> &'static str {
    match facet {
        Facet::Kind => text.filter_kind,
        Facet::Province => text.filter_province,
        Facet::Role => text.filter_role,
        Facet::Stage => text.filter_stage,
    }
}

/// Returns the label of a choice, or its own name.
fn name_of(text: &Text, facet: Facet, at: usize, choice: &str) -> String {
    let words = match facet {
        Facet::Kind => MemberKind::ALL
            .get(at)
            .map(|kind| text.kind_of_member(*kind)),
        Facet::Province => None,
        Facet::Role => Role::ALL.get(at).map(|role| text.role(*role)),
        Facet::Stage => ChainStage::ALL
            .get(at)
            .map(|stage| text.chain_stage(*stage)),
    };
    words.unwrap_or(choice).to_owned()
}

/// Returns the current filter, for changing it.
fn filter_of(outcome: Memo<FilterResult>) -> Filter {
    outcome.with_untracked(|outcome| outcome.filter.clone())
}

fn focus_first_field(event: &MouseEvent) {
    let form = event_target::<Element>(event).closest("form");
    if let Ok(Some(form)) = form
        && let Ok(Some(field)) = form.query_selector("input")
        && let Some(field) = field.dyn_ref::<HtmlElement>()
        && let Err(error) = field.focus()
    {
        leptos::logging::error!("portal: the focus cannot be moved: {error:?}");
    }
}
