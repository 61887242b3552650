//! Tests of the properties of pages that hydration requires.

use super::harness::dom::parse;
use super::harness::sites::{pages, publish};
use crate::fixtures::{Tree, fixture, repository, sound_site, tree, write};
use markup5ever_rcdom::{Handle, NodeData};
use portal::ids;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

fn sites() -> [Tree; 2] {
    ["everything/site", "english/site"].map(|site| publish(&fixture(site), None))
}

fn attribute(node: &Handle, name: &str) -> Option<String> {
    let NodeData::Element { attrs, .. } = &node.data else {
        return None;
    };
    let attributes = attrs.borrow();
    let found = attributes
        .iter()
        .find(|attribute| &*attribute.name.local == name)?;
    Some(found.value.to_string())
}

/// Visits a node and its descendants in document order, except those that `leave` excludes.
fn walk(node: &Handle, leave: &dyn Fn(&Handle) -> bool, act: &mut dyn FnMut(&Handle)) {
    if leave(node) {
        return;
    }
    act(node);
    for child in node.children.borrow().iter() {
        walk(child, leave, act);
    }
}

fn ids_of(html: &str, leave: &dyn Fn(&Handle) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    walk(&parse(html).document, leave, &mut |node| {
        found.extend(attribute(node, "id"));
    });
    found
}

#[test]
fn every_id_of_the_frame_is_in_the_list() {
    let is_text = |node: &Handle| attribute(node, "class").as_deref() == Some("prose");
    let mut seen = BTreeSet::new();
    for tree in sites() {
        for (path, html) in pages(&tree) {
            for id in ids_of(html, &is_text) {
                // Years of the archive, which has no text.
                if id.starts_with("year-") {
                    continue;
                }
                assert!(ids::ALL.contains(&id.as_str()), "{path}: {id}");
                seen.insert(id);
            }
        }
    }
    assert!(seen.len() > 20, "only {seen:?} were seen");
}

#[test]
fn scripts_name_no_other_id() {
    let mut seen = 0;
    for (path, bytes) in tree(&repository("src")) {
        if !path.ends_with(".js") || path.contains("/live.js") {
            continue;
        }
        let script = String::from_utf8_lossy(&bytes);
        for mark in ["getElementById(\"", "element.id = \"", "\"#"] {
            for rest in script.split(mark).skip(1) {
                let end =
                    rest.find(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '-'));
                let id = &rest[..end.unwrap_or(rest.len())];
                assert!(id.is_empty() || ids::ALL.contains(&id), "{path}: {id}");
                seen += 1;
            }
        }
    }
    assert!(seen >= 4, "only {seen} ids were seen");
}

#[test]
fn no_heading_of_a_text_takes_an_id_of_the_frame() {
    let site = sound_site();
    let words = ids::ALL
        .iter()
        .chain(&["site-search-list-0", "site-search-list-12"]);
    let headings: Vec<String> = words
        .map(|id| format!("## {}", id.replace('-', " ")))
        .collect();
    let page = json!({ "title": "关于我们", "body": headings.join("\n\n一\n\n") });
    write(site.path(), "content/pages/about.json", page.to_string());
    let published = publish(site.path(), None);
    let (_, html) = pages(&published)
        .find(|(path, _)| path.starts_with("pages/about/"))
        .expect("the text has a page");
    let mut counted: BTreeMap<String, usize> = BTreeMap::new();
    for id in ids_of(html, &|_| false) {
        assert!(!id.starts_with("site-search-list-"), "{id}");
        *counted.entry(id).or_default() += 1;
    }
    assert!(counted.len() > ids::ALL.len());
    counted.retain(|_, times| *times > 1);
    assert!(counted.is_empty(), "{counted:?}");
}

#[test]
fn a_page_carries_its_texts_once() {
    let mut seen = 0;
    for tree in sites() {
        for (path, html) in pages(&tree) {
            let mut data = None;
            walk(&parse(html).document, &|_| false, &mut |node| {
                if attribute(node, "id").as_deref() == Some(ids::DATA) {
                    let NodeData::Text { contents } = &node.children.borrow()[0].data else {
                        panic!("{path}: the data is no text");
                    };
                    data = Some(contents.borrow().to_string());
                }
            });
            let Some(data) = data else { continue };
            let data: Value =
                serde_json::from_str(&data).unwrap_or_else(|error| panic!("{path}: {error}"));
            for (name, field) in data.as_object().into_iter().flatten() {
                assert_eq!(field.get("html"), None, "{path}: {name}");
            }
            seen += 1;
        }
    }
    assert!(seen > 20, "only {seen} pages have data");
}

/// Same algorithm as the boot script; see `fits` in `src/boot.js`.
#[test]
fn the_outline_in_the_body_is_that_of_the_nodes() {
    for tree in sites() {
        for (path, html) in pages(&tree) {
            let mut written = None;
            let mut sum = 0_u32;
            let mut is_inside = false;
            walk(&parse(html).document, &|_| false, &mut |node| {
                let name = match &node.data {
                    NodeData::Element { name, .. } => name.local.to_ascii_lowercase().to_string(),
                    NodeData::Text { .. } => "#text".to_owned(),
                    NodeData::Comment { .. } => "#comment".to_owned(),
                    _ => return,
                };
                if attribute(node, "id").as_deref() == Some(ids::DATA) {
                    is_inside = false;
                }
                if is_inside {
                    for byte in name.bytes().chain([b'/']) {
                        sum = sum.wrapping_mul(31).wrapping_add(u32::from(byte));
                    }
                }
                if name == "body" {
                    written = attribute(node, "data-prerendered");
                    is_inside = true;
                }
            });
            if path != "404.html" {
                assert_eq!(written, Some(sum.to_string()), "{path}");
            }
        }
    }
}
