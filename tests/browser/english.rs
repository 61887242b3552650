//! Tests of a site whose interface is English.

use super::harness::site::Site;
use super::harness::visit::visit;
use super::harness::visitor::Visitor;

/// Opens the home page, goes on by clicks, and returns the headings of the pages that the app
/// has rendered.
async fn tour(visitor: &Visitor) -> Vec<String> {
    let mut headings = Vec::new();
    visitor.enter("/").await;
    for link in [
        "#site-menu a[href='/events/']",
        "main a[href='/events/2026-09-forum/']",
        ".breadcrumbs a[href='/']",
        "main a[href='/members/example-fibre/']",
        ".breadcrumbs a[href='/members/']",
    ] {
        visitor.follow(link).await;
        headings.push(visitor.heading().await);
    }
    headings
}

#[test]
fn an_english_site_speaks_english_on_every_page_that_the_app_builds() {
    let site = Site::publish("tests/fixtures/english/site", "http://127.0.0.1/");
    let (headings, count, console) = visit(&site, async |visitor, _| {
        let headings = tour(visitor).await;
        let count = visitor
            .read("document.querySelector('.directory__count').textContent")
            .await;
        (headings, count, visitor.console().await)
    });
    assert_eq!(
        headings,
        [
            "Events",
            "1st Example Forum",
            "Example Fibre Alliance",
            "Example Fibre Co.",
            "Members"
        ]
    );
    assert_eq!(count.trim(), "2 members");
    assert_eq!(console, Vec::<String>::new());
}

#[test]
fn the_document_of_an_english_site_says_so() {
    let site = Site::publish("tests/fixtures/english/site", "http://127.0.0.1/");
    let said = visit(&site, async |visitor, _| {
        visitor.enter("/members/example-fibre/").await;
        (
            visitor.read("document.documentElement.lang").await,
            visitor.read("document.title").await,
        )
    });
    let expected = ("en", "Example Fibre Co. - Example Fibre Alliance");
    assert_eq!((said.0.as_str(), said.1.as_str()), expected);
}

#[test]
fn the_app_waits_for_no_words_that_are_gone() {
    let site = Site::publish("tests/fixtures/english/site", "http://127.0.0.1/");
    let common = site.common();
    visit(&site, async |visitor, server| {
        server.fail(&common, super::harness::server::Fault::Missing);
        visitor.open("/").await;
        // If the messages of a page are missing, it is of an older deployment: it reloads
        // once.
        server.until_asked("/", 2).await;
        server.until_asked(&common, 2).await;
        visitor.rest().await;
        visitor.follow("#site-menu a[href='/events/']").await;
        assert_eq!(visitor.heading().await, "Events");
    });
}
