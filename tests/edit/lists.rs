//! Lists, forms, and what the start screen shows.

use super::desk::{Desk, text};
use crate::fixtures::{repository, sound_site, temporary, tree, write};
use serde_json::{Value, json};

fn ids(list: &Value) -> Vec<&str> {
    let entries = list["entries"].as_array().expect("a list");
    entries.iter().map(|entry| text(entry, "/id")).collect()
}

#[test]
fn items_are_found_by_title_id_and_pinyin() {
    let site = sound_site();
    let desk = Desk::open(site.path());
    for asked in ["%E5%85%B3%E4%BA%8E", "abou", "guanyuwomen", "gywm"] {
        let list = desk.get(&format!("items?kind=page&q={asked}"));
        assert_eq!(ids(&list), ["about"], "{asked}");
    }
    assert_eq!(desk.get("items?q=nothing")["total"], 0);
    let candidates = desk.get("candidates?kind=page&q=gywm");
    assert_eq!(text(&candidates, "/0/title"), "关于我们");
}

#[test]
fn the_newest_come_first_and_states_narrow_the_list() {
    let site = temporary();
    for (path, bytes) in tree(&repository("examples/demo")) {
        if path.starts_with("content/") || path.starts_with("media/") {
            write(site.path(), &path, bytes);
        }
    }
    let desk = Desk::open(site.path());
    let list = desk.get("items?kind=article");
    let entries = list["entries"].as_array().expect("a list");
    assert_eq!(entries.len(), 50);
    let dates: Vec<&str> = entries.iter().map(|entry| text(entry, "/date")).collect();
    assert!(dates.is_sorted_by(|one, other| one >= other), "{dates:?}");
    let withdrawn = desk.get("items?kind=article&status=withdrawn");
    assert_eq!(ids(&withdrawn), ["2023-11-03-media-withdrawn"]);
    let draft = desk.get("items?kind=article&status=draft");
    assert_eq!(ids(&draft), ["2026-11-05-fourth-quarter-draft"]);
}

#[test]
fn the_start_screen_counts() {
    let site = sound_site();
    write(site.path(), "content/pages/broken.json", "{");
    let desk = Desk::open(site.path());
    let start = desk.get("start");
    assert_eq!(text(&start, "/site"), "示例联盟");
    assert_eq!(start["kinds"][5], json!(["page", 3]));
    assert_eq!(start["problems"]["errors"], 1);
    assert_eq!(start["changed"], Value::Null);
    let list = desk.get("items?kind=page&status=unreadable");
    assert_eq!(ids(&list), ["broken"]);
    assert_eq!(text(&list, "/entries/0/worst"), "error");
    let check = desk.get("check");
    assert_eq!(text(&check, "/0/file"), "content/pages/broken.json");
}

#[test]
fn the_form_of_an_article_offers_the_sections_of_the_site() {
    let site = sound_site();
    let desk = Desk::open(site.path());
    let form = desk.get("form/article");
    let fields = form["fields"].as_array().expect("a list");
    let section = fields.iter().find(|field| field["name"] == "section");
    let section = section.expect("an article has a section");
    assert_eq!(text(section, "/widget/type"), "choice");
    assert!(section["widget"]["options"][0][0].is_string());
    assert!(fields.iter().all(|field| field["name"] != "$schema"));
}

#[test]
fn a_change_by_another_program_is_told() {
    let site = sound_site();
    let desk = Desk::open(site.path());
    let mut events = desk.events();
    let page = "{ \"title\": \"别处改的\", \"body\": \"x\" }\n";
    write(site.path(), "content/pages/about.json", page);
    let news = events.next();
    assert_eq!(
        news,
        json!({"news": "changed", "files": ["content/pages/about.json"]})
    );
    let list = desk.get("items?kind=page&q=about");
    assert_eq!(text(&list, "/entries/0/title"), "别处改的");
}
