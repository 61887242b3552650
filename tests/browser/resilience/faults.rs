//! Tests with a host that fails to send the data of a page.

use crate::browser::harness::server::{Fault, Server};
use crate::browser::harness::site::Site;
use crate::browser::harness::visit::visit;
use crate::browser::harness::visitor::{BLIND, Visitor};
use portal::load::LoadError;
use portal::text::CHINESE;
use serde_json::json;
use std::time::Duration;

const DATA: &str = "/data/articles/2023-03-03-council.json";
const LINK: &str = ".lead__title a";
const TITLE: &str = "联盟协发网暨中关村国联中心第二届第三次理事会顺利召开";

#[test]
fn missing_data_can_be_tried_again() {
    check(Fault::Missing, &LoadError::NotFound);
}

#[test]
fn data_of_a_broken_host_can_be_tried_again() {
    check(Fault::ServerError, &LoadError::Status(500));
}

#[test]
fn truncated_data_can_be_tried_again() {
    check(Fault::Truncated, &LoadError::Damaged(String::new()));
}

#[test]
fn data_that_is_cut_off_can_be_tried_again() {
    check(Fault::CutOff, &LoadError::Network);
}

#[test]
fn a_page_in_the_place_of_data_can_be_tried_again() {
    check(Fault::Html, &LoadError::NotJson);
}

#[test]
fn data_that_never_comes_can_be_tried_again() {
    check(Fault::Silent, &LoadError::TimedOut);
}

#[test]
fn a_failed_page_can_be_left_by_the_menu() {
    visit(&Site::public(), async |visitor, server| {
        visitor.prepare(BLIND).await;
        visitor.enter("/").await;
        meet(visitor, server, Fault::ServerError).await;
        visitor.press("#site-menu a[href='/links/']").await;
        visitor
            .until(
                "the next page is whole",
                "location.pathname === '/links/' && !document.querySelector('main [role=alert]')
                     && document.querySelector('main h1').textContent === '友情链接'",
            )
            .await;
    });
}

#[test]
fn a_failed_page_can_fail_again() {
    visit(&Site::public(), async |visitor, server| {
        visitor.prepare(BLIND).await;
        visitor.enter("/").await;
        meet(visitor, server, Fault::ServerError).await;
        server.fail(DATA, Fault::Html);
        visitor.press("main [role=alert] button").await;
        let words = CHINESE.load_error(&LoadError::NotJson);
        visitor
            .until("the new failure is told", &alert_says(words))
            .await;
    });
}

/// Causes a failure, checks that the rest of the page is complete, and retries successfully.
#[track_caller]
fn check(fault: Fault, error: &LoadError) {
    visit(&Site::public(), async |visitor, server| {
        visitor.prepare(BLIND).await;
        visitor.enter("/").await;
        let frame = frame(visitor).await;
        meet(visitor, server, fault).await;
        let words = CHINESE.load_error(error);
        visitor
            .until("the failure is told", &alert_says(words))
            .await;
        assert_eq!(self::frame(visitor).await, frame);

        server.mend();
        visitor.press("main [role=alert] button").await;
        let shown = format!(
            "document.querySelector('main#main h1').textContent === {}
             && document.querySelector('article .prose p')
             && !document.querySelector('main [role=alert]')",
            json!(TITLE)
        );
        visitor.until("the article is shown", &shown).await;
        assert_eq!(server.documents(), ["/"]);
    });
}

/// Goes from the home page to an article whose data the host fails to send.
async fn meet(visitor: &Visitor, server: &Server, fault: Fault) {
    // The app's time-out is ten seconds.
    const UNTIL_TOLD: Duration = Duration::from_secs(15);
    server.fail(DATA, fault);
    visitor.press(LINK).await;
    visitor
        .until_within(
            UNTIL_TOLD,
            "the failure is told",
            "document.querySelectorAll('main#main [role=alert] button').length === 1
             && document.querySelectorAll('main#main h1').length === 1",
        )
        .await;
}

/// Returns the frame around the page.
async fn frame(visitor: &Visitor) -> serde_json::Value {
    visitor
        .look("['.site-header', '.site-footer'].map((part) => document.querySelector(part).textContent)")
        .await
}

fn alert_says(words: &str) -> String {
    format!(
        "document.querySelector('main#main [role=alert] p')?.textContent === {}",
        json!(words)
    )
}
