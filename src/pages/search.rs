//! Search page.

#[cfg(target_arch = "wasm32")]
mod browser;
mod choices;
#[cfg(target_arch = "wasm32")]
mod events;
mod results;

use crate::components::{Breadcrumbs, Heading, Hydrated, IntoBlock as _, Link, portal};
use crate::ids;
use crate::load::{Json, LoadError};
use crate::route::{Route, SearchQuery};
use crate::wire::{self, SearchAnswer};
use choices::Choices;
use leptos::html::Div;
use leptos::prelude::*;
use leptos::wasm_split::wasm_split;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use results::{Related, Results};

/// Number of hits that are shown at first, and added by each click.
const MANY: usize = 20;

/// State that the parts of the page share.
#[derive(Debug, Clone, Copy)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    expect(dead_code, reason = "there is no input during prerender")
)]
struct SearchState {
    root: NodeRef<Div>,
    asked: Memo<SearchQuery>,
    answer: RwSignal<Answer>,
    /// Maximum number of hits.
    many: RwSignal<usize>,
    /// Number of retries.
    tries: RwSignal<usize>,
    /// Sets the address to a query, from which the rest of the state is derived. With `true`,
    /// it gets a history entry of its own.
    apply: Callback<(SearchQuery, bool)>,
}

/// Last answer of the search worker, and the search words that it belongs to.
#[derive(Debug, Clone, Default)]
struct Answer {
    words: String,
    told: SearchAnswer,
    /// `true` if the search worker is not available.
    failed: bool,
}

/// A form whose state is the address, the results, and an index of years.
///
/// During prerender the form, which leads to this page, is complete, and there are no results.
#[wasm_split(search, fallible, preload(preload), wasm_split_path = leptos::wasm_split)]
pub(super) fn view(json: &Json) -> Result<AnyView, LoadError> {
    json.read().map(content)
}

fn content(index: wire::SearchPage) -> AnyView {
    let text = portal().text;
    let address = portal().base.href(&Route::Search);
    let page = page();
    #[cfg(target_arch = "wasm32")]
    browser::follow(page);
    view! {
        <div
            node_ref=page.root
            class="search-page"
            class:search-page--asks=move || page.asked.with(|asked| !asked.words().is_empty())
        >
            <Breadcrumbs/>
            <header class="page-head">
                <Heading title=text.search/>
            </header>
            <form class="search-form" role="search" method="get" action=address>
                <div class="search-field">
                    <input
                        type="search"
                        name="q"
                        class="search-form__field"
                        autocomplete="off"
                        enterkeyhint="search"
                        aria-label=text.search_words
                        placeholder=text.search_words
                    />
                    <button>{text.search}</button>
                </div>
            </form>
            <p class="search-status" role="status">{move || page.status()}</p>
            <Choices page=page/>
            <button
                type="button"
                class="button search-retry"
                hidden=move || !page.is_incomplete()
            >
                {text.retry}
            </button>
            <Results page=page/>
            <Related page=page/>
            {years(&index.years)}
        </div>
    }
    .into_block()
}

/// Returns the links to the indexes of years, which work without script.
fn years(years: &[u32]) -> AnyView {
    let text = portal().text;
    let years: Vec<AnyView> = years
        .iter()
        .map(|year| {
            let label = year.to_string();
            view! { <li><Link to=Route::Year(*year) label=label/></li> }.into_static()
        })
        .collect();
    view! {
        <nav class="search-years year-index" aria-labelledby=ids::YEARS>
            <p class="without-script">{text.search_without_script}</p>
            <h2 id=ids::YEARS>{text.search_years}</h2>
            <ul>{years}</ul>
        </nav>
    }
    .into_static()
}

fn page() -> SearchState {
    let hydrated = expect_context::<Hydrated>();
    let query = super::query();
    let asked = Memo::new(move |_| {
        if hydrated.get() {
            query.with(|query| SearchQuery::read(|name| query.get(name)))
        } else {
            SearchQuery::default()
        }
    });
    let navigate = use_navigate();
    let base = portal().base;
    let apply = Callback::new(move |(asked, is_committed): (SearchQuery, bool)| {
        #[cfg(target_arch = "wasm32")]
        if is_committed {
            crate::browser::navigation::begin_entry();
        }
        let options = NavigateOptions {
            resolve: false,
            replace: !is_committed,
            scroll: false,
            ..NavigateOptions::default()
        };
        navigate(&base.search(&asked), options);
    });
    SearchState {
        root: NodeRef::new(),
        asked,
        answer: RwSignal::default(),
        many: RwSignal::new(MANY),
        tries: RwSignal::new(0),
        apply,
    }
}

impl Answer {
    fn state(&self) -> &str {
        match self.told.state.as_str() {
            "" => SearchAnswer::IDLE,
            state => state,
        }
    }
}

impl SearchState {
    /// Returns `true` if hits may be missing.
    fn is_incomplete(self) -> bool {
        self.answer
            .with(|answer| answer.failed || answer.told.state == SearchAnswer::INCOMPLETE)
    }

    /// Returns the message about the state of the search.
    fn status(self) -> String {
        let text = portal().text;
        self.answer.with(|answer| {
            let told = &answer.told;
            let words = match told.state.as_str() {
                _ if answer.failed => text.search_failed,
                SearchAnswer::INCOMPLETE => text.search_incomplete,
                SearchAnswer::TOO_LONG => text.search_too_long,
                SearchAnswer::SEARCHING if told.total == 0 => text.search_searching,
                SearchAnswer::SEARCHING | SearchAnswer::DONE if told.total > 0 => {
                    let found = text.search_found.of(told.total);
                    let offline = if told.offline {
                        text.search_offline
                    } else {
                        ""
                    };
                    return [&found, offline].join(" ");
                }
                SearchAnswer::DONE if told.offline => text.search_offline,
                SearchAnswer::DONE => text.search_nothing,
                _ => text.search_hint,
            };
            words.to_owned()
        })
    }
}
