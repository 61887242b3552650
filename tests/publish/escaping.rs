//! Tests that names that resemble markup are escaped.

use super::harness::dom::{attribute, elements, parse};
use super::harness::sites::{pages, publish};
use crate::fixtures::{Tree, fixture, sound_site, tree, write};
use serde_json::{Value, json};

const NAME: &str = "甲 & 乙 </title><script>alert(1)</script> \"丙\" '丁' <!-- ";
const TITLE: &str = "</script></title><script>alert(2)</script> &amp; <b>";

fn hostile() -> Tree {
    let site = sound_site();
    let settings = json!({
        "schema_version": 1,
        "name": NAME.trim(),
        "short_name": NAME.trim().chars().take(30).collect::<String>(),
        "base_url": "https://example.org/",
        "sections": [{ "id": "alliance", "name": "</script><b>&", "description": TITLE }],
        "navigation": [{ "label": "</a><script>", "to": "/" }],
        "copyright": TITLE,
    });
    let article = json!({
        "title": TITLE,
        "section": "alliance",
        "published": "2025-03-03",
        "body": "正文里的 `</script><script>alert(3)</script>` 与 `<!-- <script>` 只是文字。",
        "tags": ["</script>&\""],
    });
    write(site.path(), "content/site.json", settings.to_string());
    let path = "content/articles/2025-03-03-council.json";
    write(site.path(), path, article.to_string());
    publish(site.path(), None)
}

#[test]
fn the_title_is_text() {
    let tree = hostile();
    let titles: Vec<String> = pages(&tree)
        .filter(|(path, _)| *path == "articles/2025-03-03-council/index.html")
        .flat_map(|(_, html)| elements(&parse(html)))
        .filter(|element| element.name == "title")
        .map(|element| element.text)
        .collect();
    let [title] = titles.as_slice() else {
        panic!("{titles:?}");
    };
    assert!(title.starts_with(TITLE), "{title}");
}

#[test]
fn no_page_gains_a_script_or_an_element() {
    let script = tree(&fixture("shell"))["before_paint.js"].clone();
    let script = String::from_utf8_lossy(&script);
    for (path, html) in pages(&hostile()) {
        for element in elements(&parse(html)) {
            assert_ne!(element.name, "b", "{path}");
            let is_inline = element.name == "script" && attribute(&element, "src").is_none();
            if is_inline && element.text != script.trim() {
                let data = ["application/json", "application/ld+json"];
                let kind = attribute(&element, "type").unwrap_or_default();
                assert!(data.contains(&kind), "{path}: {kind}");
            }
        }
    }
}

#[test]
fn the_json_inside_a_page_is_whole() {
    let mut seen = 0;
    let tree = hostile();
    for (path, html) in pages(&tree) {
        for element in elements(&parse(html)) {
            if attribute(&element, "type") != Some("application/json") {
                continue;
            }
            let data: Value = serde_json::from_str(&element.text)
                .unwrap_or_else(|error| panic!("{path}: {error} in {}", element.text));
            if path == "articles/2025-03-03-council/index.html" {
                let title = data["page"]["title"].as_str().unwrap_or_default();
                assert!(title.starts_with(TITLE), "{title}");
                seen += 1;
            }
        }
    }
    assert_eq!(seen, 1);
}

#[test]
fn the_frame_has_the_name_as_it_is_written() {
    let tree = hostile();
    let common = tree
        .iter()
        .find(|(path, _)| path.starts_with("assets/common-"));
    let (_, common) = common.expect("the pages have data in common");
    let common: Value = serde_json::from_slice(common).expect("the data is JSON");
    assert_eq!(common[0]["name"], NAME.trim());
}

#[test]
fn headings_show_the_name_as_it_is_written() {
    let tree = hostile();
    let (_, html) = pages(&tree)
        .find(|(path, _)| path.starts_with("articles/"))
        .expect("the article has a page");
    let headings: Vec<String> = elements(&parse(html))
        .into_iter()
        .filter(|element| element.name == "h1")
        .map(|element| element.text)
        .collect();
    assert_eq!(headings, [TITLE]);
}
