//! Search field in the header of every page.

use crate::components::{IntoBlock as _, portal};
use crate::ids;
use crate::route::{BasePath, Route};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

#[cfg(target_arch = "wasm32")]
mod answered;
#[cfg(target_arch = "wasm32")]
mod events;
#[cfg(target_arch = "wasm32")]
mod focus;
#[cfg(any(target_arch = "wasm32", test))]
mod keys;

/// Id of the element, which the button on phones refers to.
const FORM: &str = ids::SEARCH;
/// Id of the list, which the field refers to.
const LIST: &str = ids::SEARCH_LIST;

/// Entry of the list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Row {
    href: String,
    /// Title as HTML.
    title: String,
    /// Type, section or relation to the search words.
    note: String,
}

/// State that the field and its list share.
#[derive(Debug, Clone, Copy)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    expect(dead_code, reason = "there is no input during prerender")
)]
struct Field {
    base: StoredValue<BasePath>,
    words: RwSignal<String>,
    rows: RwSignal<Vec<Row>>,
    /// Message about the list for screen readers.
    status: RwSignal<String>,
    open: RwSignal<bool>,
    /// Index of the entry that is selected with the keyboard.
    active: RwSignal<Option<usize>>,
    go: Callback<String>,
}

/// Search field with a list of results that is updated while the visitor types, according to
/// the combobox pattern of the ARIA Authoring Practices Guide. On phones a button opens it as
/// a popover, like the menu.
///
/// During prerender it is a form that leads to the search page, which works without script.
#[component]
pub fn SiteSearch() -> AnyView {
    let portal = portal();
    let text = portal.text;
    let field = field();
    #[cfg(target_arch = "wasm32")]
    answered::follow(field);
    view! {
        <button type="button" class="search-button" popovertarget=FORM>
            <span class="lens" aria-hidden="true"></span>
            <span class="visually-hidden">{text.search}</span>
        </button>
        <form
            id=FORM
            class="site-search"
            role="search"
            method="get"
            action=portal.base.href(&Route::Search)
            popover="auto"
        >
            <div class="search-field">
                <input
                    type="search"
                    name="q"
                    class="site-search__field"
                    autocomplete="off"
                    role="combobox"
                    aria-label=text.search_words
                    aria-autocomplete="list"
                    aria-controls=LIST
                    aria-expanded=move || field.is_expanded().to_string()
                    aria-activedescendant=move || field.active.get().map(option_id)
                    placeholder=text.search_words
                />
                <button>
                    <span class="lens" aria-hidden="true"></span>
                    <span class="visually-hidden">{text.search}</span>
                </button>
            </div>
            <ul
                id=LIST
                class="site-search__list"
                role="listbox"
                aria-label=text.search_so_far
                hidden=move || !field.is_expanded()
            >
                {move || field.options()}
            </ul>
            <p
                class="site-search__status"
                class:visually-hidden=move || !field.is_empty()
                role="status"
            >
                {move || field.status.get()}
            </p>
        </form>
    }
    .into_block()
}

/// Returns `true` if an input method has not finished, so that the characters are provisional.
pub fn is_composing(event: &leptos::ev::Event) -> bool {
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

fn field() -> Field {
    let open = RwSignal::new(false);
    let navigate = use_navigate();
    let go = Callback::new(move |address: String| {
        open.set(false);
        #[cfg(target_arch = "wasm32")]
        crate::browser::navigation::close_popover(FORM);
        let options = NavigateOptions {
            resolve: false,
            ..NavigateOptions::default()
        };
        navigate(&address, options);
    });
    Field {
        base: StoredValue::new(portal().base),
        words: RwSignal::default(),
        rows: RwSignal::default(),
        status: RwSignal::default(),
        open,
        active: RwSignal::default(),
        go,
    }
}

fn option_id(at: usize) -> String {
    [LIST, "-", &at.to_string()].concat()
}

impl Field {
    fn is_expanded(self) -> bool {
        self.open.get() && self.rows.with(|rows| !rows.is_empty())
    }

    /// Returns `true` if nothing was found, which is shown to all visitors.
    fn is_empty(self) -> bool {
        let is_told = self.status.with(|status| !status.is_empty());
        self.open.get() && is_told && self.rows.with(Vec::is_empty)
    }

    fn options(self) -> Vec<AnyView> {
        let rows = self.rows.get();
        let options = rows.into_iter().enumerate().map(|(at, row)| {
            let Row { title, note, .. } = row;
            view! {
                <li
                    id=option_id(at)
                    class="site-search__option"
                    role="option"
                    data-at=at.to_string()
                    aria-selected=move || (self.active.get() == Some(at)).to_string()
                >
                    <span class="site-search__title" inner_html=title></span>
                    <span class="site-search__note">{note}</span>
                </li>
            }
            .into_block()
        });
        options.collect()
    }
}
