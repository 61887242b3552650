//! Disks that refuse.

use super::desk::{Desk, text};
use crate::fixtures::sound_site;
use serde_json::json;

/// The administrator may write everywhere, so a file stands where a folder is needed.
#[test]
fn what_cannot_be_kept_is_not_overwritten() {
    let site = sound_site();
    let path = site.path().join("content/pages/about.json");
    let before = std::fs::read(&path).expect("a page");
    std::fs::write(site.path().join(".portal"), "").expect("it is ours");
    let desk = Desk::open(site.path());
    let item = desk.get("items/page/about");
    let value = json!({"value": {"title": "新题", "body": "x"}});
    let refused = desk.put("page/about", text(&item, "/etag"), &value);
    assert_eq!(refused.status, 500, "{}", refused.value);
    assert_eq!(text(&refused.value, "/type"), "disk");
    assert!(text(&refused.value, "/title").contains("已有的文件没有改动"));
    assert_eq!(std::fs::read(&path).expect("a page"), before);
}
