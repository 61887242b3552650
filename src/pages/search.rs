//! The search.

#[cfg(target_arch = "wasm32")]
mod browser;
mod choices;
mod results;

use super::current_route;
use crate::components::{
    Breadcrumbs, Heading, Hydrated, IntoBlock as _, Link, Loaded, is_composing, portal,
};
use crate::route::{Asked, Route};
use crate::wire::{self, SearchAnswer};
use choices::Choices;
use leptos::html::Input;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use results::{Related, Results};

/// Hits that are shown at first, and that are added each time.
const MANY: usize = 20;

/// What the parts of the page share.
#[derive(Debug, Clone, Copy)]
struct Page {
    input: NodeRef<Input>,
    asked: Memo<Asked>,
    answer: RwSignal<Answer>,
    /// How many hits are shown.
    many: RwSignal<usize>,
    /// How often a visitor has asked to try again.
    tries: RwSignal<u32>,
    /// Puts what is asked for into the address, from which everything else follows; what is
    /// committed gets an entry of its own in the history.
    apply: Callback<(Asked, bool)>,
}

/// What the engine has answered, to which words.
#[derive(Debug, Clone, Default)]
struct Answer {
    words: String,
    told: SearchAnswer,
    /// Whether the engine cannot be had.
    failed: bool,
}

/// A form whose state is the address, what is found, and an index of years beside it.
///
/// During prerender the form is there, which leads to this page again, and nothing is found.
#[component]
pub fn Search() -> impl IntoView {
    view! { <Loaded route=current_route() view=|json| json.read().map(show)/> }
}

fn show(index: wire::SearchPage) -> AnyView {
    let text = portal().text;
    let address = portal().base.href(&Route::Search);
    let page = page();
    #[cfg(target_arch = "wasm32")]
    browser::follow(page);
    let write = move |words: String, is_committed: bool| {
        let asked = page.asked.get_untracked();
        page.apply
            .run((asked.with(Asked::WORDS, words), is_committed));
    };
    view! {
        <div
            class="search-page"
            class:search-page--asks=move || page.asked.with(|asked| !asked.words().is_empty())
        >
            <Breadcrumbs/>
            <header class="page-head">
                <Heading title=text.search/>
            </header>
            <form
                class="search-form"
                role="search"
                method="get"
                action=address
                on:submit=move |event| {
                    event.prevent_default();
                    let typed = page.input.get_untracked().map(|input| input.value());
                    write(typed.unwrap_or_default(), true);
                }
            >
                <div class="search-field">
                    <input
                        node_ref=page.input
                        type="search"
                        name="q"
                        class="search-form__field"
                        autocomplete="off"
                        enterkeyhint="search"
                        aria-label=text.search_words
                        placeholder=text.search_words
                        on:focus=|_| {
                            #[cfg(target_arch = "wasm32")]
                            crate::finder::start();
                        }
                        on:input=move |event| {
                            if !is_composing(&event) {
                                write(event_target_value(&event), false);
                            }
                        }
                        on:compositionend=move |event| write(event_target_value(&event), false)
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
                on:click=move |_| page.tries.update(|tries| *tries += 1)
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

/// The way to everything that has a date, which asks for no script.
fn years(years: &[u32]) -> AnyView {
    let text = portal().text;
    let years: Vec<AnyView> = years
        .iter()
        .map(|year| {
            let label = year.to_string();
            view! { <li><Link to=Route::Year(*year) label=label/></li> }.into_still()
        })
        .collect();
    view! {
        <nav class="search-years year-index" aria-labelledby="years">
            <p class="without-script">{text.search_without_script}</p>
            <h2 id="years">{text.search_years}</h2>
            <ul>{years}</ul>
        </nav>
    }
    .into_still()
}

fn page() -> Page {
    let hydrated = expect_context::<Hydrated>();
    let query = use_query_map();
    let asked = Memo::new(move |_| {
        if hydrated.get() {
            query.with(|query| Asked::read(|name| query.get(name)))
        } else {
            Asked::default()
        }
    });
    let navigate = use_navigate();
    let base = portal().base;
    let apply = Callback::new(move |(asked, is_committed): (Asked, bool)| {
        #[cfg(target_arch = "wasm32")]
        if is_committed {
            crate::navigation::begin_entry();
        }
        let options = NavigateOptions {
            resolve: false,
            replace: !is_committed,
            scroll: false,
            ..NavigateOptions::default()
        };
        navigate(&base.search(&asked), options);
    });
    Page {
        input: NodeRef::new(),
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

impl Page {
    /// Whether there may be more than what is shown.
    fn is_incomplete(self) -> bool {
        self.answer
            .with(|answer| answer.failed || answer.told.state == SearchAnswer::INCOMPLETE)
    }

    /// What is told of the search, to all at once.
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
