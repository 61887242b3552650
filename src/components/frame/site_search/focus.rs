//! Focus of the search field. Browser only.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlElement, HtmlInputElement};

/// Selector of the field in the header.
pub(crate) const FIELD: &str = ".site-search__field";
/// Selector of the field on the search page.
const PAGE_FIELD: &str = ".search-form__field";
/// Selector of the button that opens the field on phones.
const BUTTON: &str = ".search-button";

/// Focuses the search field of the page or else that of the header, which a button opens on
/// phones.
pub(crate) fn focus_field() {
    let Some(field) = find(PAGE_FIELD).or_else(|| find(FIELD)) else {
        return;
    };
    if field.offset_width() == 0
        && let Ok(Some(button)) = document().query_selector(BUTTON)
        && let Ok(button) = button.dyn_into::<HtmlElement>()
    {
        button.click();
    }
    if let Err(error) = field.focus() {
        leptos::logging::error!("portal: the field takes no focus: {error:?}");
    }
}

/// Finds the field that a selector names.
pub(crate) fn find(field: &str) -> Option<HtmlInputElement> {
    let field = document().query_selector(field).ok()??;
    field.dyn_into().ok()
}
