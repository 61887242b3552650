//! Optional class of an element.

use leptos::attr::custom::{CustomAttr, custom_attribute};

/// Returns the class as an attribute, which is omitted when it is empty. The framework's own
/// attribute would remain, with an empty value.
pub(super) fn class_if_any(class: &'static str) -> CustomAttr<&'static str, Option<&'static str>> {
    custom_attribute("class", (!class.is_empty()).then_some(class))
}
