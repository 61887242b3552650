//! Tests of addresses that have no page, or no page yet.

use crate::browser::harness::site::Site;
use crate::browser::harness::visit::visit;
use serde_json::json;

const ARTICLE: &str = "/articles/2023-03-03-council/";

/// Status of the document's response.
const STATUS: &str = "performance.getEntriesByType('navigation')[0].responseStatus";

#[test]
fn an_unknown_address_is_answered_with_404() {
    let status = visit(&Site::public(), async |visitor, _| {
        visitor.enter("/no/such/page/").await;
        visitor.look(STATUS).await
    });
    assert_eq!(status, 404);
}

#[test]
fn an_unknown_address_says_so_and_leads_on() {
    visit(&Site::public(), async |visitor, server| {
        visitor.enter("/no/such/page/").await;
        assert_eq!(visitor.heading().await, "没有找到这个页面");
        visitor.follow(".ways-on a[href='/members/']").await;
        assert_eq!(server.documents(), ["/no/such/page/"]);
    });
}

#[test]
fn an_unknown_article_says_so_and_leads_on() {
    visit(&Site::public(), async |visitor, _| {
        visitor.enter("/articles/no-such-article/").await;
        visitor
            .until(
                "the page says what it is",
                "document.querySelector('main#main h1')?.textContent === '没有找到这个页面'",
            )
            .await;
        visitor.follow(".ways-on a[href='/members/']").await;
    });
}

#[test]
fn an_unknown_address_has_one_main_with_one_heading() {
    let headings = visit(&Site::public(), async |visitor, _| {
        visitor.enter("/no/such/page/").await;
        visitor
            .look("[...document.querySelectorAll('main, h1')].map((part) => part.localName)")
            .await
    });
    assert_eq!(headings, json!(["main", "h1"]));
}

#[test]
fn an_article_published_after_the_host_cached_its_pages_is_shown() {
    let site = Site::public();
    std::fs::remove_file(site.folder().join(&ARTICLE[1..]).join("index.html"))
        .expect("the article has a page");
    visit(&site, async |visitor, _| {
        visitor.enter(ARTICLE).await;
        assert_eq!(visitor.look(STATUS).await, 404);
        visitor
            .until(
                "the article is shown",
                "document.querySelector('article .prose p')",
            )
            .await;
        assert_eq!(
            visitor.heading().await,
            "联盟协发网暨中关村国联中心第二届第三次理事会顺利召开"
        );
    });
}

#[test]
fn a_page_that_was_not_prerendered_has_its_title() {
    let site = Site::public();
    let own = visit(&site, async |visitor, _| {
        visitor.enter(ARTICLE).await;
        visitor.read("document.title").await
    });
    std::fs::remove_file(site.folder().join(&ARTICLE[1..]).join("index.html"))
        .expect("the article has a page");
    visit(&site, async |visitor, _| {
        visitor.enter(ARTICLE).await;
        let named = format!("document.title === {}", json!(own));
        visitor.until("the page has its title", &named).await;
    });
}
