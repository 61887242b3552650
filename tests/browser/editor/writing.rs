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
        visitor
            .until(
                "an id is proposed",
                "document.querySelector('[name=id]').placeholder",
            )
            .await;
        visitor.press("[data-action=save]").await;
        visitor.until("it is saved", &is("saved")).await;
        let id = visitor
            .read("document.querySelector('form[data-kind]').dataset.id")
            .await;
        let text = desk.text(&format!("content/articles/{id}.json"));
        let value: Value = serde_json::from_str(&text).expect("the file is JSON");
        assert_eq!(value["title"], "联盟召开年度大会");
        assert_eq!(
            visitor.read("location.pathname").await,
            format!("/__portal/edit/item/article/{id}")
        );
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
        visitor
            .command("Input.insertText", json!({ "text": "化纤" }))
            .await;
        visitor
            .until(
                "it is written",
                &format!("document.querySelector(\"{BODY}\").value === '化纤'"),
            )
            .await;
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
    let text = desk.text("content/articles/2026/2026-11-16-council-2027-plan.json");
    assert!(
        !text.contains("补记"),
        "an unfinished text is in the content"
    );
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
        // Chromium writes into its console that the first request to save was refused.
        visitor.console().await;
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
        visitor.enter("/__portal/edit/item/member/beiming").await;
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
fn an_article_with_a_table_a_picture_and_a_member_is_written_and_published() {
    let desk = Desk::new();
    let place = tempfile::tempdir().expect("the system gives a temporary folder");
    let out = place.path().join("portal");
    let photo = place.path().join("会场 照片.png");
    write_photo(&photo);
    let id = desk.visit(async |visitor| {
        new_article(visitor).await;
        visitor.write(TITLE, "联盟召开年度大会").await;
        visitor.write(BODY, "大会在示例市召开。\n").await;

        visitor.press("[data-action=table]").await;
        asks(visitor, "input[type=text]").await;
        for (row, column, words) in [(1, 1, "项目"), (1, 2, "数量"), (2, 1, "论文"), (2, 2, "12")] {
            let cell = format!("dialog[open] tr:nth-of-type({row}) > :nth-child({column}) input");
            visitor.write(&cell, words).await;
        }
        visitor.press("dialog[open] [data-insert]").await;
        holds(visitor, "| 项目 | 数量 |").await;

        visitor.press("[data-action=picture]").await;
        asks(visitor, "[name=picture-alt]").await;
        let file = photo.to_str().expect("the path is text");
        visitor.write("dialog[open] input[type=file]", file).await;
        visitor.write("dialog[open] [name=picture-alt]", "会场全景").await;
        visitor.until("it is taken", "document.querySelector('dialog[open] [data-insert]:not([aria-disabled])')").await;
        visitor.press("dialog[open] [data-insert]").await;
        holds(visitor, "![会场全景](media:").await;

        visitor.press("[data-action=link]").await;
        asks(visitor, "[name=link-item]").await;
        visitor.choose("dialog[open] [name=link-kind]", "member").await;
        visitor.write("dialog[open] [name=link-item]", "shili").await;
        visitor.until("members are offered", "document.querySelector('dialog[open] [role=option]')").await;
        visitor.key(Key::Down).await;
        visitor.key(Key::Enter).await;
        visitor.until("one is chosen", "document.querySelector('dialog[open] [data-insert]:not([aria-disabled])')").await;
        visitor.press("dialog[open] [data-insert]").await;
        holds(visitor, "](member:").await;

        let preview = "document.querySelector('iframe[data-preview]')?.contentDocument?.querySelector('table')";
        visitor.until("the preview shows the table", preview).await;
        visitor.press("[data-action=save]").await;
        visitor.until("it is saved", &is("saved")).await;
        let id = visitor.read("document.querySelector('form[data-kind]').dataset.id").await;

        visitor.enter("/__portal/edit/publish").await;
        visitor.until("it asks", "document.querySelector('[name=folder]')").await;
        visitor.write("[name=folder]", out.to_str().expect("the path is text")).await;
        visitor.press("[data-action=publish]").await;
        let done = "document.querySelector('[data-outcome=done]')";
        visitor.until_within(std::time::Duration::from_secs(60), "it is published", done).await;
        id
    });
    let page = out.join(format!("articles/{id}/index.html"));
    let html = std::fs::read_to_string(&page).unwrap_or_else(|error| panic!("{page:?}: {error}"));
    for part in ["<td>论文</td>", "alt=\"会场全景\"", "href=\"/members/"] {
        assert!(html.contains(part), "{part} is not in the page");
    }
}

/// Script that gives the text area a picture, as pasting or dropping does.
const GIVE: &str = "
    const canvas = new OffscreenCanvas(64, 48);
    canvas.getContext('2d').fillRect(0, 0, 32, 48);
    return canvas.convertToBlob().then((blob) => {
        const data = new DataTransfer();
        data.items.add(new File([blob], '截图.png', { type: 'image/png' }));
        const area = document.querySelector(\"textarea[name='/body']\");
        area.focus();
        const options = { bubbles: true, cancelable: true };
        area.dispatchEvent(KIND);
    });
";

#[test]
fn a_picture_that_is_pasted_or_dropped_is_taken_and_asks_for_its_words() {
    let desk = Desk::new();
    for event in [
        "new ClipboardEvent('paste', { ...options, clipboardData: data })",
        "new DragEvent('drop', { ...options, dataTransfer: data })",
    ] {
        desk.visit(async |visitor| {
            new_article(visitor).await;
            visitor.run(&GIVE.replace("KIND", event)).await;
            asks(visitor, "[name=picture-alt]").await;
            visitor
                .write("dialog[open] [name=picture-alt]", "截图的内容")
                .await;
            let ready = "document.querySelector('dialog[open] [data-insert]:not([aria-disabled])')";
            visitor.until("it is taken", ready).await;
            visitor.press("dialog[open] [data-insert]").await;
            holds(visitor, "![截图的内容](media:").await;
        });
    }
}

/// Writes a photo as a camera makes it.
fn write_photo(path: &std::path::Path) {
    let photo = image::RgbImage::from_fn(1200, 800, |x, y| {
        let grain = u8::try_from((x.wrapping_mul(31) ^ y.wrapping_mul(17)) % 64);
        image::Rgb([grain.unwrap_or_default(), 90, 120])
    });
    photo.save(path).expect("the folder is ours");
}

async fn asks(visitor: &Visitor, field: &str) {
    let shown = format!("document.querySelector('dialog[open] {field}')");
    visitor.until("it asks", &shown).await;
}

async fn holds(visitor: &Visitor, words: &str) {
    let words = json!(words);
    let written = format!("document.querySelector(\"{BODY}\").value.includes({words})");
    visitor
        .until(&format!("the text has {words}"), &written)
        .await;
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
