//! Tests of the HTML that apply to every page.

use super::harness::dom::{Element, attribute, elements, parse};
use super::harness::sites::{pages, publish};
use crate::fixtures::{Tree, fixture, repository, sound_site, tree, write};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use sha2::{Digest as _, Sha256, Sha384};
use std::collections::{BTreeMap, BTreeSet};

fn sites() -> [Tree; 2] {
    [fixture("everything/site"), repository("public")].map(|site| publish(&site, None))
}

/// Checks every page of both sites; `faults` returns the faults of one.
#[track_caller]
fn check(faults: impl Fn(&Tree, &str, &[Element]) -> Vec<String>) {
    let mut found = Vec::new();
    for tree in sites() {
        for (path, html) in pages(&tree) {
            let elements = elements(&parse(html));
            let faults = faults(&tree, path, &elements);
            found.extend(faults.into_iter().map(|fault| format!("{path}: {fault}")));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_conforming_parser_finds_no_errors() {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for tree in sites() {
        for (path, html) in pages(&tree) {
            for error in parse(html).errors.borrow().iter() {
                found
                    .entry(error.to_string())
                    .or_default()
                    .insert(path.to_owned());
            }
        }
    }
    let lines: Vec<String> = found
        .iter()
        .map(|(error, paths)| format!("{error}, in {} pages: {paths:?}", paths.len()))
        .collect();
    assert!(lines.is_empty(), "{}", lines.join("\n"));
}

#[test]
fn titles_are_written_and_unique() {
    for tree in sites() {
        let mut seen = BTreeMap::new();
        for (path, html) in pages(&tree) {
            let titles = texts(&elements(&parse(html)), "title");
            let [title] = titles.as_slice() else {
                panic!("{path} has the titles {titles:?}");
            };
            assert!(!title.trim().is_empty(), "{path}");
            let first = seen.insert(title.clone(), path);
            assert_eq!(first, None, "{path} has the same title: {title}");
        }
        assert!(seen.len() > 15, "only {} pages were seen", seen.len());
    }
}

#[test]
fn there_is_one_main_heading() {
    check(|_, _, elements| {
        let headings = texts(elements, "h1");
        match headings.as_slice() {
            [heading] if !heading.trim().is_empty() => Vec::new(),
            _ => vec![format!("{headings:?}")],
        }
    });
}

#[test]
fn headings_skip_no_level() {
    check(|_, _, elements| {
        let mut before = 0;
        let mut faults = Vec::new();
        for element in elements {
            let level = match element.name.as_str() {
                "h1" => 1,
                "h2" => 2,
                "h3" => 3,
                "h4" => 4,
                "h5" => 5,
                "h6" => 6,
                _ => continue,
            };
            if level > before + 1 {
                faults.push(format!(
                    "h{before} is followed by h{level} {}",
                    element.text
                ));
            }
            before = level;
        }
        faults
    });
}

#[test]
fn scripts_are_the_one_before_paint_the_reading_tools_and_the_one_that_starts_the_app() {
    check(|_, _, elements| {
        let scripts: Vec<&str> = elements
            .iter()
            .filter(|element| element.name == "script")
            .filter(|script| {
                let data = ["application/json", "application/ld+json"];
                !attribute(script, "type").is_some_and(|kind| data.contains(&kind))
            })
            .map(|script| attribute(script, "src").unwrap_or(&script.text))
            .collect();
        let expected = [
            "document.documentElement.setAttribute(\"data-scripts\",\"\");",
            "/assets/reader-x.js",
            "/assets/boot-x.js",
        ];
        if scripts == expected {
            Vec::new()
        } else {
            vec![format!("{scripts:?}")]
        }
    });
}

#[test]
fn the_policy_names_the_inline_script_and_allows_no_other() {
    check(|_, _, elements| {
        let hashes: Vec<String> = elements
            .iter()
            .filter(|element| is_inline(element))
            .map(|script| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(&script.text))))
            .collect();
        let allowed = format!("script-src 'self' 'wasm-unsafe-eval' {};", hashes.join(" "));
        if policy(elements).contains(&allowed) {
            Vec::new()
        } else {
            vec![format!("{allowed} is not in {}", policy(elements))]
        }
    });
}

#[test]
fn nothing_is_styled_or_scripted_by_an_attribute() {
    check(|_, _, elements| {
        elements
            .iter()
            .flat_map(|element| &element.attributes)
            .filter(|(name, _)| name == "style" || name.starts_with("on"))
            .map(|(name, value)| format!("{name}=\"{value}\""))
            .collect()
    });
}

#[test]
fn ids_are_unique_and_what_names_them_finds_them() {
    check(|_, _, elements| {
        let mut ids = BTreeSet::new();
        let mut faults = Vec::new();
        for id in elements
            .iter()
            .filter_map(|element| attribute(element, "id"))
        {
            if !ids.insert(id) {
                faults.push(format!("two elements have the id {id}"));
            }
        }
        for element in elements {
            for name in [
                "for",
                "aria-labelledby",
                "aria-describedby",
                "aria-controls",
                "popovertarget",
            ] {
                for id in attribute(element, name)
                    .unwrap_or_default()
                    .split_whitespace()
                {
                    if !ids.contains(id) {
                        faults.push(format!("{name}=\"{id}\" names nothing"));
                    }
                }
            }
        }
        faults
    });
}

#[test]
fn the_policy_names_the_inline_style_and_allows_no_other() {
    check(|_, _, elements| {
        let styles = texts(elements, "style");
        let policy = policy(elements);
        let hashes: Vec<String> = styles
            .iter()
            .map(|style| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(style))))
            .collect();
        let allowed = format!("style-src 'self' {};", hashes.join(" "));
        if policy.contains(&allowed) && !policy.contains("unsafe-inline") {
            Vec::new()
        } else {
            vec![format!("{allowed} is not in {policy}")]
        }
    });
}

#[test]
fn a_bulletin_of_page_images_is_marked_as_scanned() {
    for (role, expected) in [
        ("page-images", "PDF · 329 字节 · 1 页 · 扫描版"),
        ("pdf", "PDF · 329 字节 · 1 页"),
    ] {
        let site = sound_site();
        let charter = tree(&fixture("everything/site/media"))["charter.pdf"].clone();
        write(site.path(), "media/charter.pdf", charter);
        let bulletin = json!({ "number": 1, "files": [{ "file": "charter.pdf", "role": role }] });
        write(
            site.path(),
            "content/bulletins/1.json",
            bulletin.to_string(),
        );
        let published = publish(site.path(), None);
        let page = String::from_utf8_lossy(&published["bulletins/1/index.html"]).into_owned();
        let about: Vec<String> = elements(&parse(&page))
            .iter()
            .filter(|element| attribute(element, "class") == Some("file-about"))
            .map(|element| element.text.clone())
            .collect();
        assert_eq!(about, [expected]);
    }
}

#[test]
fn no_class_is_empty() {
    check(|_, _, elements| {
        let is_empty = |element: &&Element| attribute(element, "class") == Some("");
        let empty = elements.iter().filter(is_empty);
        empty.map(|element| element.name.clone()).collect()
    });
}

#[test]
fn integrity_is_that_of_the_file() {
    check(|tree, _, elements| {
        let mut faults = Vec::new();
        for element in elements {
            let Some(integrity) = attribute(element, "integrity") else {
                continue;
            };
            let address = attribute(element, "src").or_else(|| attribute(element, "href"));
            let path = address.unwrap_or_default().trim_start_matches('/');
            let hash = tree
                .get(path)
                .map(|bytes| STANDARD.encode(Sha384::digest(bytes)));
            let expected = hash.map(|hash| format!("sha384-{hash}"));
            if expected.as_deref() != Some(integrity) {
                faults.push(format!("{path}: {integrity}, computed {expected:?}"));
            }
        }
        faults
    });
}

fn policy(elements: &[Element]) -> &str {
    elements
        .iter()
        .find(|element| attribute(element, "http-equiv") == Some("Content-Security-Policy"))
        .and_then(|element| attribute(element, "content"))
        .unwrap_or_default()
}

fn texts(elements: &[Element], name: &str) -> Vec<String> {
    elements
        .iter()
        .filter(|element| element.name == name)
        .map(|element| element.text.clone())
        .collect()
}

/// Returns `true` if an element is a script that stands in the page.
fn is_inline(element: &Element) -> bool {
    element.name == "script"
        && attribute(element, "src").is_none()
        && attribute(element, "type").is_none()
}
