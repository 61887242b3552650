//! Tests that withdrawn and not yet published content is in no file: no page, no data, no
//! description.

use super::harness::sites::publish;
use crate::fixtures::fixture;

#[test]
fn withdrawn_and_unpublished_texts_are_nowhere() {
    let tree = publish(&fixture("everything/site"), None);
    for (path, bytes) in &tree {
        let text = String::from_utf8_lossy(bytes);
        for words in [
            "这段文字不应出现在网站上",
            "这段文字也不应出现在网站上",
            "这段文字还不应出现在网站上",
            "一则草稿",
            "一则到日期才显示的消息",
        ] {
            assert!(!text.contains(words), "{path} holds {words}");
        }
    }
}

#[test]
fn a_withdrawn_article_says_why_and_is_in_no_list() {
    let tree = publish(&fixture("everything/site"), None);
    let named: Vec<&str> = tree
        .iter()
        .filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains("一则已经撤回的消息"))
        .map(|(path, _)| path.as_str())
        .collect();
    let own = "articles/2025-06-01-withdrawn/index.html";
    let twin = "articles/2025-06-01-withdrawn/index.md";
    let data = "data/articles/2025-06-01-withdrawn.json";
    assert_eq!(named, [own, twin, data]);
    let page = tree.get(own).map(|bytes| String::from_utf8_lossy(bytes));
    let page = page.unwrap_or_default();
    assert!(page.contains("<p>所引数据有误</p>"), "{page}");
}
