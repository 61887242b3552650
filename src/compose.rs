//! Unicode part of the normalisation of texts: NFKC, lower case, and NFKC again.

/// Composes a text with the functions of the browser, which has the tables of Unicode.
#[cfg(target_arch = "wasm32")]
pub(crate) fn compose(text: &str) -> String {
    use js_sys::JsString;
    let lower = JsString::from(text).normalize("NFKC").to_lower_case();
    String::from(lower.normalize("NFKC"))
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) use crate::search::compose;
