//! Unfinished work.

use super::desk::{Desk, text};
use crate::fixtures::{sound_site, tree};
use serde_json::{Value, json};

fn draft(title: &str) -> Value {
    json!({"kind": "page", "id": "about", "value": {"title": title}, "base": null})
}

#[test]
fn a_draft_outlives_the_program() {
    let site = sound_site();
    let before = tree(&site.path().join("content"));
    let mut desk = Desk::open(site.path());
    let kept = desk.call("PUT", "drafts/page-about", &[], &draft("写到一半"));
    assert_eq!(kept.status, 200, "{}", kept.value);
    assert_eq!(text(&kept.value, "/saved").len(), "2026-11-28 09:30".len());
    // Not even a moment to clear up.
    desk.process.kill().expect("it runs");
    drop(desk);

    let desk = Desk::open(site.path());
    let item = desk.get("items/page/about");
    assert_eq!(text(&item, "/draft/value/title"), "写到一半");
    let start = desk.get("start");
    assert_eq!(text(&start, "/drafts/0/key"), "page-about");
    assert_eq!(text(&start, "/drafts/0/title"), "写到一半");
    assert_eq!(tree(&site.path().join("content")), before);
}

#[test]
fn a_list_tells_which_items_have_drafts() {
    let site = sound_site();
    let desk = Desk::open(site.path());
    desk.call("PUT", "drafts/page-about", &[], &draft("x"));
    let list = desk.get("items?kind=page");
    let entries = list["entries"].as_array().expect("a list");
    for entry in entries {
        assert_eq!(entry["has_draft"], entry["id"] == "about", "{entry}");
    }
}

#[test]
fn a_draft_is_given_up() {
    let site = sound_site();
    let desk = Desk::open(site.path());
    desk.call("PUT", "drafts/page-new-1", &[], &draft("x"));
    let gone = desk.call("DELETE", "drafts/page-new-1", &[], &Value::Null);
    assert_eq!(gone.status, 204);
    let asked = desk.call("GET", "drafts/page-new-1", &[], &Value::Null);
    assert_eq!(asked.status, 404);
}

#[test]
fn saving_settles_the_draft_that_says_the_same_and_no_newer_one() {
    let site = sound_site();
    let desk = Desk::open(site.path());
    let mut etag = text(&desk.get("items/page/about"), "/etag").to_owned();
    let value = json!({"title": "新题", "body": "x"});
    for (kept, expected) in [(json!({"title": "更新的"}), 200), (value.clone(), 404)] {
        let mut draft = draft("");
        draft["value"] = kept;
        desk.call("PUT", "drafts/page-about", &[], &draft);
        let saved = desk.put("page/about", &etag, &json!({"value": value}));
        etag = text(&saved.value, "/etag").to_owned();
        let asked = desk.call("GET", "drafts/page-about", &[], &Value::Null);
        assert_eq!(asked.status, expected);
    }
}

#[test]
fn a_key_is_a_plain_name() {
    let site = sound_site();
    let desk = Desk::open(site.path());
    for key in [
        "about",
        "nothing-about",
        "page-",
        "page-a%20b",
        "page-%2e%2e%2fx",
        "page-a:b",
    ] {
        let kept = desk.call("PUT", &format!("drafts/{key}"), &[], &draft("x"));
        assert_eq!(kept.status, 400, "{key}");
    }
    assert!(!site.path().join(".portal/drafts").exists());
}

#[test]
fn unfinished_work_stays_out_of_a_repository() {
    let site = sound_site();
    let desk = Desk::open(site.path());
    desk.call("PUT", "drafts/page-about", &[], &draft("x"));
    let ignored = std::fs::read_to_string(site.path().join(".portal/.gitignore"));
    assert_eq!(ignored.expect("the folder is ignored"), "*\n");
}
