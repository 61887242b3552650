//! Filters and order of the hits.

use super::SearchState;
use crate::components::{IntoBlock as _, portal};
use crate::route::SearchQuery;
use leptos::prelude::*;

/// Type, section, year and order; each choice shows the number of hits that it would leave.
///
/// During prerender they are hidden, because there are no hits.
#[component]
pub(super) fn Choices(
    /// State of the page.
    page: SearchState,
) -> AnyView {
    let text = portal().text;
    let fields = [
        (SearchQuery::TYPE, text.search_types),
        (SearchQuery::SECTION, text.search_section),
        (SearchQuery::YEAR, text.search_year),
    ];
    let fields: Vec<AnyView> = fields
        .into_iter()
        .map(|(place, name)| {
            let options = move || options(page, place);
            choice(place, name, text.filter_all, options.into_block())
        })
        .collect();
    let by_date = move || {
        page.asked
            .with(|asked| asked.get(SearchQuery::ORDER) == SearchQuery::BY_DATE)
    };
    let order = view! {
        <option value=SearchQuery::BY_DATE selected=by_date>{text.search_by_date}</option>
    };
    let order = choice(
        SearchQuery::ORDER,
        text.search_order,
        text.search_by_relevance,
        order.into_block(),
    );
    let nothing = move || {
        !page.asked.with(SearchQuery::is_narrowed)
            && page.answer.with(|answer| answer.told.choices.is_empty())
    };
    view! {
        <div class="search-choices" hidden=nothing>
            {fields}
            {order}
        </div>
    }
    .into_block()
}

fn choice(place: usize, name: &'static str, open: &'static str, options: AnyView) -> AnyView {
    view! {
        <label class="field">
            <span class="field__label">{name}</span>
            <select data-place=place.to_string()>
                <option value="">{open}</option>
                {options}
            </select>
        </label>
    }
    .into_block()
}

/// Returns the values of a parameter, with the current one selected.
fn options(page: SearchState, place: usize) -> Vec<AnyView> {
    let portal = portal();
    let text = portal.text;
    let chosen = page.asked.with(|asked| asked.get(place).to_owned());
    let parameter = SearchQuery::PARAMETERS
        .get(place)
        .copied()
        .unwrap_or_default();
    let mut choices: Vec<(String, u32)> = page.answer.with(|answer| {
        let choices = answer.told.choices.iter();
        let own = choices.filter(|choice| choice.parameter == parameter);
        own.map(|choice| (choice.value.clone(), choice.count))
            .collect()
    });
    if !chosen.is_empty() && choices.iter().all(|(value, _)| *value != chosen) {
        choices.push((chosen.clone(), 0));
    }
    let choices = choices.into_iter().map(|(value, count)| {
        let name = match place {
            SearchQuery::TYPE => text.search_type(&value),
            SearchQuery::SECTION => portal.site.section_name(&value),
            _ => &value,
        };
        let label = match count {
            0 => name.to_owned(),
            _ => text.choice_with_count.with(&[name, &count.to_string()]),
        };
        let selected = value == chosen;
        view! { <option value=value selected=selected>{label}</option> }.into_static()
    });
    choices.collect()
}
