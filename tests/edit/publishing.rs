//! Publishing into a folder.

use super::desk::{Desk, text};
use crate::fixtures::{sound_site, temporary, tree, write};
use serde_json::{Value, json};
use std::path::Path;

/// Publishes, and returns the outcome.
#[track_caller]
fn publish(desk: &Desk, folder: Option<&Path>, is_plan: bool) -> Value {
    let mut events = desk.events();
    let wish = json!({"folder": folder, "is_plan": is_plan});
    let begun = desk.call("POST", "publish", &[], &wish);
    assert_eq!(begun.status, 200, "{}", begun.value);
    loop {
        let state = desk.get("publish");
        if !state["outcome"].is_null() {
            return state["outcome"].clone();
        }
        events.next();
    }
}

#[test]
fn a_rehearsal_counts_and_writes_nothing() {
    let site = sound_site();
    let out = temporary();
    let folder = out.path().join("portal");
    let desk = Desk::open(site.path());
    let outcome = publish(&desk, Some(&folder), true);
    assert_eq!(outcome["failure"], Value::Null);
    assert_eq!(outcome["pages"], 12);
    assert!(outcome["files"][0].as_u64() > Some(12), "{outcome}");
    assert!(tree(out.path()).is_empty());
    assert_eq!(desk.get("start")["changed"], Value::Null);
}

#[test]
fn a_portal_is_published_and_later_changes_are_known() {
    let site = sound_site();
    let out = temporary();
    let folder = out.path().join("portal");
    let desk = Desk::open(site.path());
    let outcome = publish(&desk, Some(&folder), false);
    assert_eq!(outcome["failure"], Value::Null);
    assert!(folder.join("index.html").is_file());
    assert_eq!(desk.get("start")["changed"], json!([]));

    let item = desk.get("items/page/about");
    let value = json!({"value": {"title": "改过的题目", "body": "x"}});
    let saved = desk.put("page/about", text(&item, "/etag"), &value);
    assert_eq!(saved.status, 200, "{}", saved.value);
    let changed = &desk.get("start")["changed"];
    assert_eq!(*changed, json!(["content/pages/about.json"]));

    // The folder has been kept.
    let outcome = publish(&desk, None, false);
    assert_eq!(outcome["failure"], Value::Null);
    assert!(outcome["files"][2].as_u64() > Some(20), "{outcome}");
    let page = std::fs::read_to_string(folder.join("pages/about/index.html"));
    assert!(page.expect("a page").contains("改过的题目"));
}

#[test]
fn the_portal_is_packed() {
    let site = sound_site();
    let out = temporary();
    let folder = out.path().join("portal");
    let desk = Desk::open(site.path());
    let none = desk.call("GET", "zip", &[], &Value::Null);
    assert_eq!(none.status, 409);
    publish(&desk, Some(&folder), false);
    let zip = desk.send("GET", "api/zip", &[], &[]);
    assert_eq!(zip.status, 200);
    assert_eq!(zip.header("content-type"), "application/zip");
    assert!(zip.body.starts_with(b"PK\x03\x04"));
    let files = tree(&folder).len() - 1;
    let count = zip
        .body
        .windows(4)
        .filter(|four| four == b"PK\x01\x02")
        .count();
    assert_eq!(count, files);
}

#[test]
fn errors_prevent_publishing() {
    let site = sound_site();
    write(site.path(), "content/pages/broken.json", "{");
    let out = temporary();
    let desk = Desk::open(site.path());
    let outcome = publish(&desk, Some(&out.path().join("portal")), false);
    assert!(text(&outcome, "/failure").contains("还有错误"));
    assert!(tree(out.path()).is_empty());
}

#[test]
fn a_folder_is_chosen_by_its_whole_path_outside_of_the_content() {
    let site = sound_site();
    let desk = Desk::open(site.path());
    for folder in [None, Some("portal")] {
        let wish = json!({"folder": folder, "is_plan": false});
        assert_eq!(desk.call("POST", "publish", &[], &wish).status, 422);
    }
    let inside = site.path().join("content/out");
    let outcome = publish(&desk, Some(&inside), false);
    assert!(
        text(&outcome, "/failure").contains("请换一个文件夹"),
        "{outcome}"
    );
    assert!(!inside.exists());
}
