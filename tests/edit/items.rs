//! Opening and saving.

use super::desk::{Desk, text};
use crate::fixtures::{Tree, fixture, repository, sound_site, temporary, tree, write};
use serde_json::{Value, json};
use std::path::Path;
use tempfile::TempDir;

fn copy(folder: &Path) -> TempDir {
    let site = temporary();
    for (path, bytes) in tree(folder) {
        write(site.path(), &path, bytes);
    }
    site
}

/// Returns the files of a site without those of the editor.
fn own(site: &Path) -> Tree {
    let mut files = tree(site);
    files.retain(|path, _| !path.starts_with(".portal/"));
    files
}

/// Opens every item of a site and saves it as it is.
#[track_caller]
fn check_round_trip(folder: &Path, least: usize) {
    let site = copy(folder);
    let before = own(site.path());
    let desk = Desk::open(site.path());
    let mut opened = 0;
    for page in 1.. {
        let list = desk.get(&format!("items?page={page}"));
        let entries = list["entries"].as_array().expect("a list");
        for entry in entries {
            let path = format!("{}/{}", text(entry, "/kind"), text(entry, "/id"));
            let item = desk.get(&format!("items/{path}"));
            let etag = text(&item, "/etag");
            let saved = desk.put(&path, etag, &json!({"value": item["value"]}));
            assert_eq!(saved.status, 200, "{path}: {}", saved.value);
            assert_eq!(saved.value["changed"], false, "{path}");
            assert_eq!(saved.value["etag"], item["etag"], "{path}");
            opened += 1;
        }
        if list["pages"] == page {
            break;
        }
    }
    assert!(least <= opened, "only {opened} items");
    assert_eq!(own(site.path()), before);
}

#[test]
fn opening_and_saving_the_site_of_the_alliance_writes_nothing() {
    check_round_trip(&repository("public"), 40);
}

#[test]
fn opening_and_saving_the_example_writes_nothing() {
    check_round_trip(&repository("examples/demo"), 180);
}

#[test]
fn opening_and_saving_a_site_with_every_field_writes_nothing() {
    check_round_trip(&fixture("everything/site"), 10);
}

const ABOUT: &str = "content/pages/about.json";

/// A site whose page is written unlike the program would write it.
fn odd_site() -> TempDir {
    let site = sound_site();
    let page =
        "{\r\n\t\"body\": [ \"\\u4e00\",\r\n\t\t\"二\" ],\r\n\r\n\t\"title\" : \"关于我们\"\r\n}";
    write(site.path(), ABOUT, page);
    site
}

fn read(site: &Path, path: &str) -> String {
    std::fs::read_to_string(site.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn a_changed_field_changes_its_line_only() {
    let site = odd_site();
    let before = read(site.path(), ABOUT);
    let desk = Desk::open(site.path());
    let item = desk.get("items/page/about");
    let mut value = item["value"].clone();
    value["title"] = "关于联盟".into();
    let saved = desk.put("page/about", text(&item, "/etag"), &json!({"value": value}));
    assert_eq!(saved.status, 200, "{}", saved.value);
    assert_eq!(saved.value["changed"], true);
    assert_eq!(
        read(site.path(), ABOUT),
        before.replace("关于我们", "关于联盟")
    );
    assert_eq!(desk.get("items/page/about")["etag"], saved.value["etag"]);
}

#[test]
fn a_body_that_is_sent_as_one_text_stays_a_list() {
    let site = odd_site();
    let before = read(site.path(), ABOUT);
    let desk = Desk::open(site.path());
    let item = desk.get("items/page/about");
    let mut value = item["value"].clone();
    value["body"] = "一\n\n二二".into();
    let saved = desk.put("page/about", text(&item, "/etag"), &json!({"value": value}));
    assert_eq!(saved.status, 200, "{}", saved.value);
    assert_eq!(
        read(site.path(), ABOUT),
        before.replace("\"二\"", "\"二二\"")
    );
}

#[test]
fn a_file_that_somebody_else_has_changed_is_not_overwritten() {
    let site = sound_site();
    let desk = Desk::open(site.path());
    let item = desk.get("items/page/about");
    let theirs = "{ \"title\": \"他们的\", \"body\": \"x\" }\n";
    write(site.path(), ABOUT, theirs);
    let mine = json!({"value": {"title": "我的", "body": "x"}});
    let refused = desk.put("page/about", text(&item, "/etag"), &mine);
    assert_eq!(refused.status, 412);
    assert_eq!(text(&refused.value, "/type"), "conflict");
    assert_eq!(text(&refused.value, "/theirs/value/title"), "他们的");
    assert_eq!(read(site.path(), ABOUT), theirs);
    // On their state it can be saved.
    let etag = text(&refused.value, "/theirs/etag");
    assert_eq!(desk.put("page/about", etag, &mine).status, 200);
}

#[test]
fn saving_without_a_state_is_refused() {
    let site = sound_site();
    let desk = Desk::open(site.path());
    let mine = json!({"value": {"title": "我的", "body": "x"}});
    let refused = desk.call("PUT", "items/page/about", &[], &mine);
    assert_eq!(refused.status, 428);
}

#[test]
fn a_value_with_errors_is_refused_with_their_places() {
    let site = sound_site();
    let before = read(site.path(), ABOUT);
    let desk = Desk::open(site.path());
    let item = desk.get("items/page/about");
    let wrong = json!({"value": {"title": "", "body": "x", "toc": 3}});
    let refused = desk.put("page/about", text(&item, "/etag"), &wrong);
    assert_eq!(refused.status, 422);
    let problems = refused.value["problems"].as_array().expect("problems");
    let pointers: Vec<&str> = problems.iter().map(|one| text(one, "/pointer")).collect();
    assert_eq!(pointers, ["/title", "/toc"]);
    assert_eq!(read(site.path(), ABOUT), before);
    assert!(!site.path().join(".portal/versions").exists());
}

#[test]
fn a_file_with_a_syntax_error_is_mended_as_text() {
    let site = sound_site();
    write(
        site.path(),
        ABOUT,
        "{ \"title\": \"关于\" \"body\": \"x\" }",
    );
    let desk = Desk::open(site.path());
    let item = desk.get("items/page/about");
    assert_eq!(item["value"], Value::Null);
    assert_eq!(text(&item, "/problems/0/level"), "error");
    let etag = text(&item, "/etag");
    let value = json!({"value": {"title": "关于", "body": "x"}});
    let refused = desk.put("page/about", etag, &value);
    assert_eq!(text(&refused.value, "/type"), "not-json");
    let mended = "{ \"title\": \"关于\", \"body\": \"x\" }";
    let saved = desk.put("page/about", etag, &json!({"text": mended}));
    assert_eq!(saved.status, 200, "{}", saved.value);
    assert_eq!(read(site.path(), ABOUT), mended);
}

#[test]
fn a_new_item_is_written_in_the_order_of_the_form() {
    let site = sound_site();
    let desk = Desk::open(site.path());
    let new = json!({"id": "rules", "value": {"body": "x", "title": "章程"}});
    let saved = desk.call("POST", "items/page", &[], &new);
    assert_eq!(saved.status, 201, "{}", saved.value);
    assert_eq!(
        read(site.path(), "content/pages/rules.json"),
        "{\n  \"title\": \"章程\",\n  \"body\": \"x\"\n}\n"
    );
    assert_eq!(text(&saved.value, "/address"), "/pages/rules/");
    assert_eq!(desk.call("POST", "items/page", &[], &new).status, 409);
    assert_eq!(desk.get("items/page/rules")["etag"], saved.value["etag"]);
}

#[test]
fn a_single_file_is_made_when_it_is_first_saved() {
    let site = sound_site();
    let path = site.path().join("content/synonyms.json");
    if path.exists() {
        std::fs::remove_file(&path).expect("it is ours");
    }
    let desk = Desk::open(site.path());
    let item = desk.get("items/synonyms/synonyms");
    let value = json!({"value": {"groups": [["涤纶", "聚酯纤维"]]}});
    let saved = desk.put("synonyms/synonyms", text(&item, "/etag"), &value);
    assert_eq!(saved.status, 200, "{}", saved.value);
    assert!(path.is_file());
    let deleted = desk.call(
        "DELETE",
        "items/site/site",
        &[("If-Match", "*")],
        &Value::Null,
    );
    assert_eq!(deleted.status, 409);
}

#[test]
fn a_new_article_stands_with_the_others_of_its_year_and_names_its_schema() {
    let site = copy(&repository("examples/demo"));
    let desk = Desk::open(site.path());
    let section = desk.get("items/article/2026-03-27-merger")["value"]["section"].clone();
    let value = json!({
        "title": "一篇新文章", "section": section, "published": "2026-01-10", "body": "正文。"
    });
    let new = json!({"id": "2026-01-10-new", "value": value});
    let saved = desk.call("POST", "items/article", &[], &new);
    assert_eq!(saved.status, 201, "{}", saved.value);
    let text = read(site.path(), "content/articles/2026/2026-01-10-new.json");
    let start = "{\n  \"$schema\": \"../../../schema/article.schema.json\",\n  \"title\"";
    assert!(text.starts_with(start), "{text}");
}

#[test]
fn of_two_who_save_at_once_one_is_told() {
    let site = sound_site();
    let desk = Desk::open(site.path());
    let item = desk.get("items/page/about");
    let etag = text(&item, "/etag");
    let save = |title: &str| {
        let value = json!({"value": {"title": title, "body": "x"}});
        desk.put("page/about", etag, &value).status
    };
    let mut statuses = std::thread::scope(|scope| {
        let all: Vec<_> = ["一", "二", "三", "四"]
            .map(|title| scope.spawn(move || save(title)))
            .into();
        let all = all.into_iter().map(|one| one.join().expect("it answers"));
        all.collect::<Vec<_>>()
    });
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 412, 412, 412]);
}
