//! Check and preview of values that are not saved.

use super::desk::{Desk, text};
use crate::fixtures::{fixture, sound_site, temporary, tree, write};
use serde_json::{Value, json};

fn examination(key: &str, id: &str, value: Value) -> Value {
    json!({"key": key, "kind": "page", "id": id, "value": value})
}

#[test]
fn problems_stand_at_their_fields_in_the_words_of_the_check() {
    let site = sound_site();
    let desk = Desk::open(site.path());
    let value = json!({"title": "关于", "body": ["一", "[x](article:none)"], "toc": 1});
    let examined = desk.call(
        "POST",
        "examine",
        &[],
        &examination("page-about", "about", value),
    );
    assert_eq!(examined.status, 200, "{}", examined.value);
    assert_eq!(text(&examined.value, "/problems/0/pointer"), "/toc");
    assert_eq!(text(&examined.value, "/problems/0/code"), "wrong-type");
    let value = json!({"title": "关于", "body": ["一", "[x](article:none)"]});
    let examined = desk.call(
        "POST",
        "examine",
        &[],
        &examination("page-about", "about", value),
    );
    assert_eq!(text(&examined.value, "/problems/0/pointer"), "/body");
    let value = json!({"body": "一"});
    let examined = desk.call(
        "POST",
        "examine",
        &[],
        &examination("page-about", "about", value),
    );
    assert_eq!(text(&examined.value, "/problems/0/pointer"), "/title");
    assert_eq!(text(&examined.value, "/problems/0/code"), "missing-field");
}

#[test]
fn the_preview_is_the_page_of_the_value_that_is_not_saved() {
    let site = sound_site();
    let before = tree(site.path());
    let desk = Desk::open(site.path());
    let value = json!({"title": "还没有保存", "body": "一段**草稿**"});
    let examined = desk.call(
        "POST",
        "examine",
        &[],
        &examination("page-about", "about", value),
    );
    let preview = text(&examined.value, "/preview").to_owned();
    let path = preview
        .strip_prefix("/__portal/edit/")
        .expect("an address of the editor");
    let page = desk.send("GET", path, &[], &[]);
    let html = String::from_utf8_lossy(&page.body);
    assert_eq!(page.status, 200, "{html}");
    assert!(html.contains("<strong>草稿</strong>"), "{html}");
    let policy = page.header("content-security-policy");
    assert!(policy.starts_with("sandbox allow-same-origin;"), "{policy}");
    assert_eq!(tree(site.path()), before);
}

#[test]
fn errors_elsewhere_do_not_prevent_a_preview() {
    let site = sound_site();
    write(site.path(), "content/pages/broken.json", "{");
    let desk = Desk::open(site.path());
    let value = json!({"title": "好的", "body": "一段"});
    let examined = desk.call(
        "POST",
        "examine",
        &[],
        &examination("page-new-1", "", value),
    );
    assert_eq!(examined.value["problems"], json!([]));
    let page = desk.send("GET", "preview/page-new-1", &[], &[]);
    assert_eq!(page.status, 200, "{}", String::from_utf8_lossy(&page.body));
}

#[test]
fn a_value_that_has_no_page_is_told_so() {
    let site = sound_site();
    let desk = Desk::open(site.path());
    let value = json!({"title": "没有正文"});
    let examined = desk.call(
        "POST",
        "examine",
        &[],
        &examination("page-about", "about", value),
    );
    let page = desk.send("GET", "preview/page-about", &[], &[]);
    assert_eq!(page.status, 422);
    assert_eq!(examined.value["preview"], Value::Null);
}

#[test]
fn ids_are_proposed() {
    let site = sound_site();
    let desk = Desk::open(site.path());
    let value =
        json!({"title": "关于", "name": "恒力集团", "published": "2026-02-03", "number": 7});
    for (kind, expected) in [
        ("page", "guan-yu"),
        ("article", "2026-02-03-guan-yu"),
        ("member", "heng-li-ji-tuan"),
        ("bulletin", "7"),
    ] {
        let mut asked = examination("page-new-1", "", value.clone());
        asked["kind"] = kind.into();
        let examined = desk.call("POST", "examine", &[], &asked);
        assert_eq!(text(&examined.value, "/proposed_id"), expected, "{kind}");
    }
    let asked = examination("page-about", "about", value);
    let examined = desk.call("POST", "examine", &[], &asked);
    assert_eq!(examined.value["proposed_id"], Value::Null);
}

#[test]
fn what_is_found_of_one_item_is_what_the_check_of_the_site_finds() {
    let site = temporary();
    for (path, bytes) in tree(&fixture("everything/site")) {
        write(site.path(), &path, bytes);
    }
    let long = "一段很长的文字。".repeat(200);
    let other = json!({"title": "长文", "body": [long, long, "## 最后"]});
    write(site.path(), "content/pages/long.json", other.to_string());
    let links = "[a](page:long#最后) [b](page:long#没有) [c](/pages/long/#没有)";
    let page = json!({"title": "链接", "body": links});
    write(site.path(), "content/pages/links.json", page.to_string());
    let desk = Desk::open(site.path());
    let check = desk.get("check");
    let check = check.as_array().expect("a list");
    let list = desk.get("items");
    let mut found = 0;
    for entry in list["entries"].as_array().expect("a list") {
        let (kind, id) = (text(entry, "/kind"), text(entry, "/id"));
        let value = desk.get(&format!("items/{kind}/{id}"))["value"].clone();
        let key = format!("{kind}-{id}");
        let asked = json!({"key": key, "kind": kind, "id": id, "value": value});
        let examined = desk.call("POST", "examine", &[], &asked);
        let own = check.iter().filter(|one| one["item"] == json!([kind, id]));
        let own: Vec<Value> = own.cloned().collect();
        assert_eq!(examined.value["problems"], json!(own), "{kind} {id}");
        found += own.len();
    }
    assert!(found > 1, "only {found} problems");
}
