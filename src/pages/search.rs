//! The search.

mod answer;
mod asked;
#[cfg(target_arch = "wasm32")]
mod session;

use crate::components::{Breadcrumbs, Heading, Hydrated, IntoBlock as _, portal};
use crate::route::Route;
use answer::{Answer, Pieces, Shown, State};
use asked::{Asked, BY_DATE};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

/// Hits that are shown at first, and that are added each time.
const MANY: usize = 20;

/// What the parts of the page share.
#[derive(Debug, Clone, Copy)]
struct Page {
    asked: Memo<Asked>,
    answer: RwSignal<Answer>,
    /// How many hits are shown.
    many: RwSignal<usize>,
    /// How often a visitor has asked to try again.
    tries: RwSignal<u32>,
    /// Puts what is asked for into the address, from which everything else follows.
    apply: Callback<Asked>,
}

/// A form whose state is the address, and what is found.
///
/// During prerender the form is there, which leads to this page again, and nothing is found.
#[component]
pub fn Search() -> impl IntoView {
    let text = portal().text;
    let address = portal().base.href(&Route::Search);
    let page = page(address.clone());
    let write = move |place: usize, value: String| {
        let asked = page.asked.get_untracked();
        page.apply.run(asked.with(place, value));
    };
    #[cfg(target_arch = "wasm32")]
    follow(page);
    view! {
        <div class="search-page">
            <Breadcrumbs/>
            <header class="page-head">
                <Heading title=text.search/>
            </header>
            <form
                class="search-form"
                role="search"
                method="get"
                action=address
                on:submit=|event| event.prevent_default()
            >
                <label class="field">
                    <span class="field__label">{text.search_words}</span>
                    <input
                        type="search"
                        name="q"
                        autocomplete="off"
                        prop:value=move || page.asked.with(|asked| asked.words().to_owned())
                        on:input=move |event| {
                            if !is_composing(&event) {
                                write(0, event_target_value(&event));
                            }
                        }
                        on:compositionend=move |event| write(0, event_target_value(&event))
                    />
                </label>
                <button class="button">{text.search}</button>
            </form>
            <Choices page=page/>
            <p class="search-status" role="status">{move || status(page)}</p>
            <button
                type="button"
                class="button"
                hidden=move || page.answer.with(|answer| !answer.incomplete)
                on:click=move |_| page.tries.update(|tries| *tries += 1)
            >
                {text.retry}
            </button>
            <Results page=page/>
        </div>
    }
    .into_block()
}

/// Whether an input method has not finished, so that the letters are not the visitor's yet.
fn is_composing(event: &leptos::ev::Event) -> bool {
    #[cfg(target_arch = "wasm32")]
    {
        js_sys::Reflect::get(event, &"isComposing".into()).is_ok_and(|value| value.is_truthy())
    }
    #[cfg(not(target_arch = "wasm32"))]
    {
        let _ = event;
        false
    }
}

fn page(address: String) -> Page {
    let hydrated = expect_context::<Hydrated>();
    let query = use_query_map();
    let asked = Memo::new(move |_| {
        if hydrated.get() {
            query.with(Asked::read)
        } else {
            Asked::default()
        }
    });
    let navigate = use_navigate();
    let apply = Callback::new(move |asked: Asked| {
        let options = NavigateOptions {
            resolve: false,
            replace: true,
            scroll: false,
            ..NavigateOptions::default()
        };
        navigate(&(address.clone() + &asked.query()), options);
    });
    Page {
        asked,
        answer: RwSignal::default(),
        many: RwSignal::new(MANY),
        tries: RwSignal::new(0),
        apply,
    }
}

/// Searches for what is asked for, whenever that changes, and aborts what is overtaken.
#[cfg(target_arch = "wasm32")]
fn follow(page: Page) {
    use leptos::web_sys::AbortController;
    let portal = portal();
    let latest = StoredValue::new_local(None::<AbortController>);
    let stop = move || {
        latest.update_value(|latest| {
            if let Some(latest) = latest.take() {
                latest.abort();
            }
        });
    };
    on_cleanup(stop);
    Effect::new(move |before: Option<(String, u32)>| {
        stop();
        let asked = page.asked.get();
        let mut many = page.many.get();
        let now = (asked.words().to_owned(), page.tries.get());
        let tried = before.as_ref().map_or(0, |before| before.1);
        if before.is_some_and(|before| before.0 != now.0) && many != MANY {
            many = MANY;
            page.many.set(MANY);
        }
        let Ok(abort) = AbortController::new() else {
            return now;
        };
        latest.set_value(Some(abort.clone()));
        let session = session::Session {
            base: portal.base.clone(),
            text: portal.text,
            asked,
            many,
            afresh: tried != now.1,
            abort: abort.clone(),
        };
        page.answer.update(|answer| answer.state = State::Searching);
        leptos::task::spawn_local(async move {
            let found = session.answer().await;
            let is_latest = latest.try_with_value(|latest| latest.as_ref() == Some(&abort));
            if is_latest == Some(true) {
                page.answer.set(found);
            }
        });
        now
    });
}

/// What is told of the search, to all at once.
fn status(page: Page) -> String {
    let text = portal().text;
    page.answer.with(|answer| match answer.state {
        State::Idle => text.search_hint.to_owned(),
        State::Searching => text.search_searching.to_owned(),
        State::TooLong => text.search_too_long.to_owned(),
        State::Done if answer.incomplete => text.search_incomplete.to_owned(),
        State::Done if answer.total == 0 => text.search_nothing.to_owned(),
        State::Done => text.search_found.of(answer.total),
    })
}

/// Type, section, year and order; each choice tells how many hits it would leave.
///
/// During prerender they are hidden, for nothing is found.
#[component]
fn Choices(
    /// What the page shares.
    page: Page,
) -> AnyView {
    let text = portal().text;
    let names = [text.search_type, text.search_section, text.search_year];
    let fields = (0..3).zip(names).map(|(place, name)| {
        let value = move || page.asked.with(|asked| asked.0[place + 1].clone());
        let options = move || {
            let chosen = value();
            let choices = page.answer.with(|answer| answer.choices[place].clone());
            choices
                .into_iter()
                .map(|(value, count)| {
                    let label = label(place, &value);
                    let label = text.choice_with_count.with(&[&label, &count.to_string()]);
                    let selected = value == chosen;
                    view! { <option value=value selected=selected>{label}</option> }.into_block()
                })
                .collect_view()
        };
        choice(page, place + 1, name, text.filter_all, options.into_block())
    });
    let by_date = move || page.asked.with(|asked| asked.0[4] == BY_DATE);
    let order = view! { <option value=BY_DATE selected=by_date>{text.search_by_date}</option> };
    let fields: Vec<AnyView> = fields.collect();
    view! {
        <div class="search-choices" hidden=move || page.answer.with(|answer| answer.words.is_empty())>
            {fields}
            {choice(page, 4, text.search_order, text.search_by_relevance, order.into_block())}
        </div>
    }
    .into_block()
}

fn choice(
    page: Page,
    place: usize,
    name: &'static str,
    open: &'static str,
    options: AnyView,
) -> AnyView {
    let choose = move |event| {
        let asked = page.asked.get_untracked();
        page.apply
            .run(asked.with(place, event_target_value(&event)));
    };
    view! {
        <label class="field">
            <span class="field__label">{name}</span>
            <select on:change=choose>
                <option value="">{open}</option>
                {options}
            </select>
        </label>
    }
    .into_block()
}

/// What a choice is called.
fn label(place: usize, value: &str) -> String {
    let portal = portal();
    let text = portal.text;
    let name = match (place, value) {
        (0, "article") => text.news,
        (0, "bulletin") => text.bulletins,
        (0, "member") => text.members,
        (0, "event") => text.events,
        (0, _) => text.search_pages,
        (1, _) => portal.site.section_name(value),
        _ => value,
    };
    name.to_owned()
}

/// The hits, and what is offered beside them.
///
/// During prerender there are none.
#[component]
fn Results(
    /// What the page shares.
    page: Page,
) -> AnyView {
    let text = portal().text;
    let answer = page.answer;
    let shown = move || answer.with(|answer| answer.shown.iter().map(hit).collect_view());
    let related = move || {
        answer.with(|answer| {
            let related = answer.related.iter().cloned();
            related
                .map(|(href, label)| view! { <li><a href=href>{label}</a></li> }.into_still())
                .collect_view()
        })
    };
    view! {
        <div
            id="search-results"
            data-query=move || answer.with(|answer| answer.words.clone())
            data-total=move || answer.with(|answer| answer.total.to_string())
            data-state=move || answer.with(|answer| answer.state.word())
        >
            <ol class="search-hits">{shown}</ol>
            <button
                type="button"
                class="button"
                hidden=move || answer.with(|answer| answer.total as usize <= answer.shown.len())
                on:click=move |_| page.many.update(|many| *many += MANY)
            >
                {text.search_more}
            </button>
        </div>
        <section
            id="search-related"
            aria-label=text.search_related
            hidden=move || answer.with(|answer| answer.related.is_empty())
        >
            <h2>{text.search_related}</h2>
            <ul>{related}</ul>
        </section>
    }
    .into_block()
}

fn hit(shown: &Shown) -> AnyView {
    let Shown {
        href,
        title,
        date,
        excerpt,
    } = shown.clone();
    view! {
        <li class="search-hit">
            <a href=href>{marked(title)}</a>
            <span class="search-hit__date">{date}</span>
            <p class="search-hit__excerpt">{marked(excerpt)}</p>
        </li>
    }
    .into_still()
}

fn marked(pieces: Pieces) -> Vec<AnyView> {
    let pieces = pieces.into_iter();
    pieces
        .map(|(text, is_hit)| {
            if is_hit {
                view! { <mark>{text}</mark> }.into_still()
            } else {
                view! { <span>{text}</span> }.into_still()
            }
        })
        .collect()
}
