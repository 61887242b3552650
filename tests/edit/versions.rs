//! Earlier versions, and the bin.

use super::desk::{Desk, text};
use crate::fixtures::sound_site;
use serde_json::{Value, json};

const ABOUT: &str = "content/pages/about.json";

#[test]
fn an_earlier_version_is_compared_and_restored() {
    let site = sound_site();
    let first = std::fs::read_to_string(site.path().join(ABOUT)).expect("a page");
    let desk = Desk::open(site.path());
    let item = desk.get("items/page/about");
    let value = json!({"value": {"title": "新题", "body": "x"}});
    let saved = desk.put("page/about", text(&item, "/etag"), &value);
    assert_eq!(saved.status, 200, "{}", saved.value);

    let versions = desk.get("versions/page/about");
    assert_eq!(versions.as_array().map(Vec::len), Some(1));
    assert_eq!(text(&versions, "/0/title"), "关于我们");
    let path = format!("versions/page/about/{}", text(&versions, "/0/name"));
    let comparison = desk.get(&path);
    assert_eq!(text(&comparison, "/then"), first);
    assert!(text(&comparison, "/now").contains("新题"));

    let restored = desk.call("POST", &path, &[], &Value::Null);
    assert_eq!(restored.status, 200, "{}", restored.value);
    assert_eq!(restored.value["etag"], item["etag"]);
    let now = std::fs::read_to_string(site.path().join(ABOUT)).expect("a page");
    assert_eq!(now, first);
    // What was replaced is a version, too.
    let versions = desk.get("versions/page/about");
    assert_eq!(text(&versions, "/0/title"), "新题");
}

#[test]
fn a_deleted_item_comes_back_from_the_bin() {
    let site = sound_site();
    let path = site.path().join("content/pages/contact.json");
    let before = std::fs::read(&path).expect("a page");
    let desk = Desk::open(site.path());
    let item = desk.get("items/page/contact");
    let stale = desk.call(
        "DELETE",
        "items/page/contact",
        &[("If-Match", "\"0\"")],
        &Value::Null,
    );
    assert_eq!(stale.status, 412);
    let state = [("If-Match", text(&item, "/etag"))];
    let gone = desk.call("DELETE", "items/page/contact", &state, &Value::Null);
    assert_eq!(gone.status, 204, "{}", gone.value);
    assert!(!path.exists());
    let asked = desk.call("GET", "items/page/contact", &[], &Value::Null);
    assert_eq!(asked.status, 404);

    let bin = desk.get("bin");
    assert_eq!(text(&bin, "/0/title"), "联系我们");
    let name = format!("bin/{}", text(&bin, "/0/name"));
    assert_eq!(desk.get(&name)["now"], Value::Null);
    let restored = desk.call("POST", &name, &[], &Value::Null);
    assert_eq!(restored.status, 200, "{}", restored.value);
    assert_eq!(std::fs::read(&path).expect("a page"), before);
    assert_eq!(desk.get("bin"), json!([]));
}
