//! Tests of one site below different paths.

use super::harness::dom::{attribute, elements, parse};
use super::harness::sites::{pages, publish};
use crate::fixtures::fixture;
use serde_json::Value;

const BASE_URL: &str = "https://host.example/a/b/";
/// Attributes with an address.
const ADDRESSES: [&str; 8] = [
    "href",
    "src",
    "srcset",
    "action",
    "poster",
    "cite",
    "data-app",
    "data-wasm",
];

#[test]
fn every_address_in_a_page_is_below_the_base() {
    let tree = publish(&fixture("everything/site"), Some(BASE_URL));
    let mut seen = 0;
    for (path, html) in pages(&tree) {
        for element in elements(&parse(html)) {
            for name in ADDRESSES {
                let Some(address) = attribute(&element, name) else {
                    continue;
                };
                if address.starts_with('/') {
                    assert!(address.starts_with("/a/b/"), "{path}: {name}=\"{address}\"");
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 300, "only {seen} addresses were seen");
}

#[test]
fn every_address_in_the_html_of_data_is_below_the_base() {
    let tree = publish(&fixture("everything/site"), Some(BASE_URL));
    let mut seen = 0;
    for (path, bytes) in &tree {
        if !path.starts_with("data/") || !path.ends_with(".json") {
            continue;
        }
        let data: Value =
            serde_json::from_slice(bytes).unwrap_or_else(|error| panic!("{path}: {error}"));
        for html in texts(&data).into_iter().filter(|text| text.contains("<p>")) {
            for element in elements(&parse(html)) {
                for name in ["href", "src"] {
                    let Some(address) = attribute(&element, name) else {
                        continue;
                    };
                    if address.starts_with('/') {
                        assert!(address.starts_with("/a/b/"), "{path}: {name}=\"{address}\"");
                        seen += 1;
                    }
                }
            }
        }
    }
    assert!(seen > 6, "only {seen} addresses were seen");
}

#[test]
fn the_app_and_the_spiders_are_told_the_base() {
    let tree = publish(&fixture("everything/site"), Some(BASE_URL));
    for (path, html) in pages(&tree) {
        let elements = elements(&parse(html));
        let of = |name: &str, tag: &str, key: &str, value: Option<&str>| {
            elements
                .iter()
                .filter(|element| element.name == tag)
                .filter(|element| value.is_none_or(|value| attribute(element, key) == Some(value)))
                .find_map(|element| attribute(element, name).map(str::to_owned))
        };
        let base = of("data-base", "html", "", None);
        assert_eq!(base.as_deref(), Some("/a/b"), "{path}");
        let canonical = of("href", "link", "rel", Some("canonical"));
        let expected = path
            .strip_suffix("index.html")
            .map(|folder| format!("{BASE_URL}{folder}"));
        assert_eq!(canonical, expected, "{path}");
    }
}

fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        Value::Object(fields) => fields.values().flat_map(texts).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) => Vec::new(),
    }
}
