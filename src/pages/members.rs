//! The directory of members.

use super::current_route;
use crate::components::{
    Breadcrumbs, Heading, Hydrated, IntoBlock as _, Loaded, MemberCard, portal, text,
};
use crate::route::Route;
use crate::wire;
use crate::wire::MemberKind;
use leptos::ev::{Event, SubmitEvent};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use leptos_router::params::ParamsMap;
use std::sync::Arc;

/// The directory, with a filter whose state is the address.
#[component]
pub fn Members() -> impl IntoView {
    view! { <Loaded route=current_route() view=|json| json.read().map(show)/> }
}

/// How many rows these are.
fn count<'row>(rows: impl Iterator<Item = &'row wire::MemberRow>) -> u32 {
    u32::try_from(rows.count()).unwrap_or(u32::MAX)
}

/// What the visitor is looking for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Filter {
    words: String,
    kind: String,
    province: String,
}

impl Filter {
    fn from_query(query: &ParamsMap) -> Self {
        let value = |key| query.get(key).unwrap_or_default();
        Self {
            words: value("q"),
            kind: value("kind"),
            province: value("province"),
        }
    }

    fn to_query(&self) -> String {
        let mut query = ParamsMap::new();
        for (key, value) in [
            ("q", &self.words),
            ("kind", &self.kind),
            ("province", &self.province),
        ] {
            if !value.is_empty() {
                query.insert(key, value.clone());
            }
        }
        query.to_query_string()
    }

    fn admits(&self, row: &wire::MemberRow) -> bool {
        let admits_kind = self.kind.is_empty() || row.kind.slug() == self.kind;
        let admits_province =
            self.province.is_empty() || row.province.as_deref() == Some(&self.province);
        admits_kind
            && admits_province
            && self
                .words
                .split_whitespace()
                .all(|word| row.name.contains(word) || row.keys.contains(&word.to_lowercase()))
    }
}

fn show(members: wire::Members) -> AnyView {
    let text = text();
    let hydrated = expect_context::<Hydrated>();
    let query = use_query_map();
    let filter = Memo::new(move |_| {
        if hydrated.get() {
            query.with(Filter::from_query)
        } else {
            Filter::default()
        }
    });
    let rows: Arc<[wire::MemberRow]> = members.rows.into();
    let all = count(rows.iter());
    let occurs = |kind: &MemberKind| rows.iter().any(|row| row.kind == *kind);
    let offers = Offers {
        kinds: MemberKind::ALL.into_iter().filter(occurs).collect(),
        provinces: members.provinces,
    };
    let shown = Memo::new({
        let rows = Arc::clone(&rows);
        move |_| filter.with(|filter| count(rows.iter().filter(|row| filter.admits(row))))
    });
    let cards = (0..rows.len())
        .map(|at| {
            let row = rows[at].clone();
            let rows = Arc::clone(&rows);
            let admitted = move || filter.with(|filter| filter.admits(&rows[at]));
            view! { <li hidden=move || !admitted()><MemberCard row=row/></li> }
        })
        .collect_view();
    view! {
        <div class="directory">
            <Breadcrumbs/>
            <header class="page-head">
                <Heading title=text.members/>
            </header>
            <FilterForm filter=filter offers=offers/>
            <p class="directory__count" role="status">
                {move || text.members_shown(shown.get(), all)}
            </p>
            <ul class="members">{cards}</ul>
            <p class="nothing" hidden=move || { shown.get() > 0 }>{text.no_member_matches}</p>
        </div>
    }
    .into_block()
}

/// The kinds and provinces that occur, so that no choice leads to nothing.
#[derive(Debug, Clone)]
struct Offers {
    kinds: Vec<MemberKind>,
    provinces: Vec<String>,
}

/// The filter. Every change goes into the address, from which the list is derived.
///
/// During prerender the form is disabled, for it needs the app; it takes the same room.
#[component]
fn FilterForm(filter: Memo<Filter>, offers: Offers) -> impl IntoView {
    let portal = portal();
    let text = portal.text;
    let hydrated = expect_context::<Hydrated>();
    let address = portal.base.href(&Route::Members);
    let navigate = use_navigate();
    let apply = Callback::new(move |filter: Filter| {
        navigate(
            &format!("{address}{}", filter.to_query()),
            NavigateOptions {
                resolve: false,
                replace: true,
                scroll: false,
                ..NavigateOptions::default()
            },
        );
    });
    let change = move |set: fn(&mut Filter, String)| {
        move |event: Event| {
            let mut filter = filter.get_untracked();
            set(&mut filter, event_target_value(&event));
            apply.run(filter);
        }
    };
    let kinds = offers
        .kinds
        .into_iter()
        .map(|kind| {
            let chosen = move || filter.with(|filter| filter.kind == kind.slug());
            let name = text.kind_of_member(kind);
            view! { <option value=kind.slug() selected=chosen>{name}</option> }
        })
        .collect_view();
    let provinces = offers
        .provinces
        .into_iter()
        .map(|province| {
            let chosen = {
                let province = province.clone();
                move || filter.with(|filter| filter.province == province)
            };
            view! { <option value=province.clone() selected=chosen>{province.clone()}</option> }
        })
        .collect_view();
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
                        prop:value=move || filter.with(|filter| filter.words.clone())
                        on:input=change(|filter, value| filter.words = value)
                    />
                </label>
                <label class="field">
                    <span class="field__label">{text.filter_kind}</span>
                    <select name="kind" on:change=change(|filter, value| filter.kind = value)>
                        <option value="">{text.filter_all}</option>
                        {kinds}
                    </select>
                </label>
                <label class="field">
                    <span class="field__label">{text.filter_province}</span>
                    <select
                        name="province"
                        on:change=change(|filter, value| filter.province = value)
                    >
                        <option value="">{text.filter_all}</option>
                        {provinces}
                    </select>
                </label>
                <button
                    type="button"
                    class="button button--quiet"
                    on:click=move |_| apply.run(Filter::default())
                >
                    {text.filter_reset}
                </button>
            </fieldset>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::{MemberRow, MemberStatus};

    fn member() -> MemberRow {
        MemberRow {
            id: "hengli".to_owned(),
            name: "江苏恒力化纤有限公司".to_owned(),
            name_other: None,
            kind: MemberKind::Enterprise,
            role: None,
            province: Some("江苏".to_owned()),
            city: None,
            chain_stage: vec![],
            logo: None,
            monogram: "恒".to_owned(),
            status: MemberStatus::Active,
            keys: "jiangsuhenglihuaxianyouxiangongsi jshlhxyxgs".to_owned(),
        }
    }

    #[test]
    fn a_filter_admits_what_fits_all_its_parts() {
        for (words, kind, province, admitted) in [
            ("", "", "", true),
            ("恒力", "", "", true),
            ("HENGLI", "", "", true),
            ("恒力 化纤", "enterprise", "江苏", true),
            ("恒力 大学", "", "", false),
            ("恒力", "university", "", false),
            ("恒力", "", "浙江", false),
        ] {
            let filter = Filter {
                words: words.to_owned(),
                kind: kind.to_owned(),
                province: province.to_owned(),
            };
            assert_eq!(filter.admits(&member()), admitted, "{filter:?}");
        }
    }

    #[test]
    fn a_filter_survives_the_address() {
        let filter = Filter {
            words: "恒力 a&b".to_owned(),
            kind: "enterprise".to_owned(),
            province: String::new(),
        };
        let query = filter.to_query();
        assert_eq!(query, "?q=%E6%81%92%E5%8A%9B%20a%26b&kind=enterprise");
    }
}
