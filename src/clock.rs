//! The visitor's clock, read in the alliance's time zone.

use js_sys::Date;
use wasm_bindgen::JsValue;

/// Today in Asia/Shanghai, as `2026-05-31`, wherever the visitor is.
pub(crate) fn today() -> String {
    // China has kept UTC+8 without daylight saving since 1992.
    const AHEAD: f64 = 8.0 * 60.0 * 60.0 * 1000.0;
    let shifted = Date::new(&JsValue::from_f64(Date::now() + AHEAD));
    let iso: String = shifted.to_iso_string().into();
    iso.chars().take(10).collect()
}
