//! Clock of the visitor's device, read in the time zone of the alliance.

use js_sys::Date;
use wasm_bindgen::JsValue;

/// Returns the current day in Asia/Shanghai, as `2026-05-31`, in any time zone of the visitor.
pub(crate) fn today() -> String {
    // China has kept UTC+8 without daylight saving since 1992.
    const AHEAD: f64 = 8.0 * 60.0 * 60.0 * 1000.0;
    let shifted = Date::new(&JsValue::from_f64(Date::now() + AHEAD));
    let iso: String = shifted.to_iso_string().into();
    iso.chars().take(10).collect()
}
