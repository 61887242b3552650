//! Tests of enlarged pictures.

use super::harness::driver::Scripts;
use super::harness::site::Site;
use super::harness::visit::{visit, visit_with};
use super::harness::visitor::Visitor;
use fantoccini::key::Key;

/// Article with a picture at its top and one in its text.
const ARTICLE: &str = "/articles/2026-07-10-direct-spinning-line/";
const OPEN: &str = "document.querySelector('dialog.lightbox')?.open";
const SHOWN: &str = "document.querySelector('dialog.lightbox img').getAttribute('src')";

/// Opens the first picture of the article with the keyboard.
async fn open(visitor: &Visitor) {
    visitor.enter(ARTICLE).await;
    visitor
        .run("document.querySelector('.picture-link').focus();")
        .await;
    visitor.key(Key::Enter).await;
    visitor.until("the picture is open", OPEN).await;
}

#[test]
fn a_picture_opens_by_keyboard_and_gives_the_focus_back() {
    visit(&Site::demo(), async |visitor, server| {
        open(visitor).await;
        visitor.key(Key::Escape).await;
        visitor
            .until(
                "the picture is closed and its link has the focus",
                &format!(
                    "!{OPEN} && document.activeElement === document.querySelector('.picture-link')"
                ),
            )
            .await;
        assert_eq!(server.documents(), [ARTICLE]);
    });
}

#[test]
fn the_arrows_lead_from_picture_to_picture_and_round() {
    visit(&Site::demo(), async |visitor, _| {
        open(visitor).await;
        let first = visitor.read(SHOWN).await;
        visitor.key(Key::Right).await;
        visitor
            .until(
                "the next one is shown",
                &format!("{SHOWN}.endsWith('process.svg')"),
            )
            .await;
        visitor.key(Key::Right).await;
        visitor
            .until("the first one is shown", &format!("{SHOWN} === '{first}'"))
            .await;
        visitor.key(Key::Left).await;
        visitor
            .until(
                "the last one is shown",
                &format!("{SHOWN}.endsWith('process.svg')"),
            )
            .await;
    });
}

#[test]
fn a_picture_keeps_its_words_and_its_caption() {
    let words = visit(&Site::demo(), async |visitor, _| {
        open(visitor).await;
        visitor.press(".lightbox__next").await;
        visitor
            .look(
                "[document.querySelector('.lightbox img').alt,
                  document.querySelector('.lightbox figcaption').textContent.trim()]",
            )
            .await
    });
    assert_eq!(
        words,
        serde_json::json!([
            "一期流程：浆料配制、酯化、预缩聚、终缩聚、熔体分配、纺丝、卷绕七个环节依次相连",
            "2 / 2 一期流程示意。虚线为二期拟建部分。"
        ])
    );
}

#[test]
fn the_buttons_of_a_picture_are_named_and_large() {
    let buttons = visit(&Site::demo(), async |visitor, _| {
        open(visitor).await;
        visitor
            .look(
                "[...document.querySelectorAll('.lightbox button')].map((button) => {
                     const { width, height } = button.getBoundingClientRect();
                     return [button.ariaLabel, width >= 44 && height >= 44];
                 })",
            )
            .await
    });
    assert_eq!(
        buttons,
        serde_json::json!([["关闭", true], ["上一张", true], ["下一张", true]])
    );
}

#[test]
fn a_picture_closes_by_its_button_and_by_a_click_beside_it() {
    visit(&Site::demo(), async |visitor, _| {
        open(visitor).await;
        visitor.press(".lightbox__close").await;
        visitor
            .until("the picture is closed", &format!("!{OPEN}"))
            .await;
        visitor.press(".picture-link").await;
        visitor.until("the picture is open", OPEN).await;
        visitor.press("dialog.lightbox figure").await;
        visitor
            .until("the picture is closed", &format!("!{OPEN}"))
            .await;
    });
}

#[test]
fn the_page_behind_a_picture_stays_where_it_is() {
    let page = visit(&Site::demo(), async |visitor, _| {
        open(visitor).await;
        visitor
            .read("getComputedStyle(document.documentElement).overflowY")
            .await
    });
    assert_eq!(page, "hidden");
}

#[test]
fn the_cover_of_a_bulletin_opens_too() {
    visit(&Site::demo(), async |visitor, _| {
        visitor.enter("/bulletins/42/").await;
        visitor.press(".bulletin__cover a").await;
        visitor.until("the picture is open", OPEN).await;
    });
}

#[test]
fn pictures_leave_the_console_empty() {
    let console = visit(&Site::demo(), async |visitor, _| {
        open(visitor).await;
        visitor.key(Key::Right).await;
        visitor.key(Key::Escape).await;
        visitor.console().await
    });
    assert_eq!(console, Vec::<String>::new());
}

#[test]
fn a_picture_is_a_link_to_its_file_without_script() {
    visit_with(Scripts::Blocked, &Site::demo(), async |visitor, _| {
        visitor.open(ARTICLE).await;
        visitor.press(".prose .picture-link").await;
        visitor
            .until(
                "the file is shown",
                "location.pathname.endsWith('/process.svg')",
            )
            .await;
    });
}
