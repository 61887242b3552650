//! Tests of the citation and of sharing an article.

use super::harness::site::Site;
use super::harness::visit::visit;
use serde_json::json;

const ARTICLE: &str = "/articles/2023-03-03-council/";

/// Script that returns the visitor's current day.
const TODAY: &str = "
    const now = new Date();
    const two = (number) => String(number).padStart(2, '0');
    return `[${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}]`;
";

#[test]
fn a_copied_citation_names_the_day_of_the_visitor() {
    visit(&Site::public(), async |visitor, _| {
        visitor.enter(ARTICLE).await;
        let text = "document.querySelector('.citation__text').textContent";
        assert!(visitor.read(text).await.contains("[引用日期]"));
        visitor
            .run(
                "window.copied = new Promise((resolve) => {
                     navigator.clipboard.writeText = async (text) => resolve(text);
                 });",
            )
            .await;
        visitor.press(".citation [data-copy]").await;
        let day = visitor.run(TODAY).await;
        let copied = visitor.run("return window.copied;").await;
        let copied = copied.as_str().unwrap_or_default();
        let day = day.as_str().unwrap_or_default();
        let expected = format!("[EB/OL]. (2023-03-03){day}. http");
        assert!(copied.contains(&expected), "{copied}");
        visitor
            .until(
                "the page says that it is done",
                "document.querySelector('.citation [role=status]').textContent !== ''",
            )
            .await;
    });
}

#[test]
fn an_article_that_a_click_led_to_is_shared_by_its_own_address() {
    let shared = visit(&Site::public(), async |visitor, _| {
        visitor.enter("/news/").await;
        visitor.go(ARTICLE).await;
        visitor.arrive(ARTICLE).await;
        visitor
            .run(
                "return new Promise((resolve) => {
                     navigator.share = async ({ url }) => resolve(url);
                     document.querySelector('.citation [data-share]').click();
                 });",
            )
            .await
    });
    let shared = shared.as_str().unwrap_or_default();
    assert!(shared.ends_with(ARTICLE), "{shared}");
}

#[test]
fn the_code_is_loaded_when_it_is_unfolded() {
    visit(&Site::public(), async |visitor, server| {
        visitor.resize(1200).await;
        visitor.enter(ARTICLE).await;
        let path = format!("{ARTICLE}qr.svg");
        visitor.rest().await;
        assert_eq!(server.count(&path), 0);
        visitor.press(".citation summary").await;
        visitor
            .until(
                "the code is there",
                "document.querySelector('.citation__code img').naturalWidth > 0",
            )
            .await;
    });
}

#[test]
fn a_narrow_window_shows_no_code() {
    let shown = visit(&Site::public(), async |visitor, _| {
        visitor.resize(390).await;
        visitor.enter(ARTICLE).await;
        visitor
            .look("document.querySelector('.citation__code').checkVisibility()")
            .await
    });
    assert_eq!(shown, json!(false));
}
