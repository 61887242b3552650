//! Tests of the print button and of the printed page.

use crate::browser::harness::driver::Scripts;
use crate::browser::harness::site::Site;
use crate::browser::harness::visit::{visit, visit_with};

const ARTICLE: &str = "/articles/2026-07-10-direct-spinning-line/";

#[test]
fn the_button_prints() {
    visit(&Site::demo(), async |visitor, _| {
        visitor
            .prepare("window.print = () => { window.printed = (window.printed ?? 0) + 1; };")
            .await;
        visitor.enter(ARTICLE).await;
        visitor.press("[data-print]").await;
        visitor
            .until("it prints once", "window.printed === 1")
            .await;
    });
}

#[test]
fn what_needs_script_is_not_offered_without_it() {
    let offered = visit_with(Scripts::Blocked, &Site::demo(), async |visitor, _| {
        visitor.open(ARTICLE).await;
        visitor
            .look(
                "[...document.querySelectorAll('.article-tools, [data-choice=pace]')]
                     .map((part) => part.checkVisibility())",
            )
            .await
    });
    assert_eq!(offered, serde_json::json!([false, false]));
}

#[test]
fn paper_shows_the_article_and_its_address_and_no_chrome() {
    let shown = visit(&Site::demo(), async |visitor, _| {
        visitor.enter(ARTICLE).await;
        visitor.emulate("print").await;
        visitor
            .look(
                "['h1', '.byline time', '.prose > p', '.page-address',
                  '.reading-tools', '.site-menu', '.article-tools', '.breadcrumbs', '.neighbours']
                     .map((part) => document.querySelector(part).checkVisibility())",
            )
            .await
    });
    assert_eq!(
        shown,
        serde_json::json!([true, true, true, true, false, false, false, false, false])
    );
}
