//! Writing in the editor: from nothing to a published article, and nothing that is typed is lost.

use crate::browser::harness::desk::Desk;
use crate::browser::harness::visitor::Visitor;
use fantoccini::key::Key;
use serde_json::{Value, json};

const BODY: &str = "textarea[name='/body']";
const TITLE: &str = "input[name='/title']";

/// Condition that the form is in a state.
fn is(state: &str) -> String {
    format!("document.querySelector('form[data-kind]')?.dataset.state === '{state}'")
}

/// Opens the form of a new article, and waits until it can be filled in.
async fn new_article(visitor: &Visitor) {
    visitor.enter("/__portal/edit/new/article").await;
    visitor.until("there is a form", &is("clean")).await;
}

#[test]
fn a_new_article_is_saved_in_a_file_of_its_own() {
    let desk = Desk::new();
    desk.visit(async |visitor| {
        new_article(visitor).await;
        visitor.write(TITLE, "联盟召开年度大会").await;
        visitor.write(BODY, "大会在示例市召开。").await;
        visitor.until("an id is proposed", "document.querySelector('[name=id]').value").await;
        visitor.press("[data-action=save]").await;
        visitor.until("it is saved", &is("saved")).await;
        let id = visitor.read("document.querySelector('form[data-kind]').dataset.id").await;
        let text = desk.text(&format!("content/articles/{id}.json"));
        let value: Value = serde_json::from_str(&text).expect("the file is JSON");
        assert_eq!(value["title"], "联盟召开年度大会");
        assert_eq!(visitor.read("location.pathname").await, format!("/__portal/edit/item/article/{id}"));
    });
}

#[test]
fn an_input_method_is_left_alone() {
    let desk = Desk::new();
    desk.visit(async |visitor| {
        new_article(visitor).await;
        visitor.press(BODY).await;
        for (text, at) in [("hua", 3), ("化", 1), ("化xian", 5), ("化纤", 2)] {
            let params = json!({ "text": text, "selectionStart": at, "selectionEnd": at });
            visitor.command("Input.imeSetComposition", params).await;
        }
        visitor.command("Input.insertText", json!({ "text": "化纤" })).await;
        visitor.until("it is written", &format!("document.querySelector(\"{BODY}\").value === '化纤'")).await;
    });
}

#[test]
fn what_was_typed_survives_the_end_of_the_program() {
    let mut desk = Desk::demo();
    const ITEM: &str = "/__portal/edit/item/article/2026-11-16-council-2027-plan";
    desk.visit(async |visitor| {
        visitor.enter(ITEM).await;
        visitor.until("there is a form", &is("clean")).await;
        visitor.write(TITLE, "，补记").await;
        visitor.until("it is kept", &is("draft")).await;
    });
    desk.start_again();
    desk.visit(async |visitor| {
        visitor.enter(ITEM).await;
        let typed = format!("document.querySelector(\"{TITLE}\")?.value.endsWith('，补记')");
        visitor.until("the draft is there", &typed).await;
    });
    let text = desk.text("content/articles/2026-11-16-council-2027-plan.json");
    assert!(!text.contains("补记"), "an unfinished text is in the content");
}

#[test]
fn a_change_from_elsewhere_is_merged_field_by_field() {
    let desk = Desk::demo();
    const FILE: &str = "content/pages/contact.json";
    desk.visit(async |visitor| {
        visitor.enter("/__portal/edit/item/page/contact").await;
        visitor.until("there is a form", &is("clean")).await;
        visitor.write(TITLE, "（新）").await;
        let text = desk.text(FILE);
        let mut value: Value = serde_json::from_str(&text).expect("the file is JSON");
        value["toc"] = json!(true);
        std::fs::write(desk.file(FILE), value.to_string()).expect("the file is ours");
        visitor.press("[data-action=save]").await;
        visitor.until("it is saved", &is("saved")).await;
    });
    let value: Value = serde_json::from_str(&desk.text(FILE)).expect("the file is JSON");
    assert_eq!(value["toc"], true);
    let title = value["title"].as_str().unwrap_or_default();
    assert!(title.ends_with("（新）"), "{title}");
}

#[test]
fn a_value_that_is_wrong_is_told_at_its_field_and_stays() {
    let desk = Desk::demo();
    desk.visit(async |visitor| {
        visitor.enter("/__portal/edit/item/member/hundun").await;
        visitor.until("there is a form", &is("clean")).await;
        let field = "input[name='/website']";
        visitor.run(&format!("document.querySelector(\"{field}\").focus(); document.querySelector(\"{field}\").select();")).await;
        visitor.write(field, "www.wrong").await;
        let told = "document.querySelector('[data-for=\"/website\"]')?.textContent.trim()
            && document.querySelector('[name=\"/website\"]').getAttribute('aria-invalid') === 'true'";
        visitor.until("the field says so", told).await;
        visitor.press("[data-action=save]").await;
        visitor.until("it is refused", &is("refused")).await;
        let kept = visitor.read("document.querySelector('[name=\"/website\"]').value").await;
        assert!(kept.ends_with("www.wrong"), "{kept}");
        // Chromium writes each refused request into its console.
        visitor.console().await;
    });
}

#[test]
fn a_table_and_a_link_to_a_member_are_put_in_without_typing_their_signs() {
    let desk = Desk::demo();
    desk.visit(async |visitor| {
        new_article(visitor).await;
        visitor.press(BODY).await;
        visitor.press("[data-action=table]").await;
        visitor.until("it asks", "document.querySelector('dialog[open] input')").await;
        visitor.write("dialog[open] input", "项目").await;
        visitor.press("dialog[open] [type=submit], dialog[open] [data-accept]").await;
        let table = format!("document.querySelector(\"{BODY}\").value.includes('| 项目 |')");
        visitor.until("the table is there", &table).await;
        visitor.key(Key::Null).await;
    });
}

#[test]
fn a_file_that_cannot_be_read_opens_as_text() {
    let desk = Desk::demo();
    const FILE: &str = "content/pages/contact.json";
    let broken = desk.text(FILE).replacen(',', "", 1);
    std::fs::write(desk.file(FILE), &broken).expect("the file is ours");
    desk.visit(async |visitor| {
        visitor.enter("/__portal/edit/item/page/contact").await;
        let shown = "document.querySelector('form[data-kind] textarea')?.value.includes('title')";
        visitor.until("the text is shown", shown).await;
        let told = "document.querySelector('main').textContent.includes('逗号')";
        visitor.until("the mistake is told", told).await;
    });
}
