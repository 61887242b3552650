//! A class that an element may do without.

use leptos::attr::custom::{CustomAttr, custom_attribute};

/// The class as an attribute, which is left out when it is empty. The framework's own would
/// stay, empty.
pub(super) fn class_if_any(class: &'static str) -> CustomAttr<&'static str, Option<&'static str>> {
    custom_attribute("class", (!class.is_empty()).then_some(class))
}
