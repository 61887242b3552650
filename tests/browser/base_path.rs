//! Tests of a portal that is not at the root of its host.

use super::harness::site::Site;
use super::harness::visit::visit;
use serde_json::json;

fn site() -> Site {
    Site::publish("public", "http://127.0.0.1/a/b/")
}

#[test]
fn a_portal_below_a_path_opens_without_a_complaint() {
    let console = visit(&site(), async |visitor, _| {
        visitor.enter("/a/b/").await;
        visitor.console().await
    });
    assert_eq!(console, Vec::<String>::new());
}

#[test]
fn every_link_inside_stays_below_the_path() {
    let outside = visit(&site(), async |visitor, _| {
        visitor.enter("/a/b/").await;
        visitor
            .look(
                "[...document.querySelectorAll('[href], [src]')]
                     .map((part) => new URL(part.href ?? part.src))
                     .filter((url) => url.origin === location.origin)
                     .map((url) => url.pathname)
                     .filter((path) => !path.startsWith('/a/b/'))",
            )
            .await
    });
    assert_eq!(outside, json!([]));
}

#[test]
fn pages_below_a_path_are_reached_without_a_second_document() {
    visit(&site(), async |visitor, server| {
        visitor.enter("/a/b/").await;
        visitor.follow(".lead__title a").await;
        visitor
            .follow("#site-menu a[href='/a/b/news/policy/']")
            .await;
        visitor.follow(".site-footer a[href='/a/b/members/']").await;
        visitor.follow("ul.members > li a").await;
        assert_eq!(server.documents(), ["/a/b/"]);
    });
}

#[test]
fn the_menu_marks_the_page_below_a_path() {
    visit(&site(), async |visitor, _| {
        visitor.enter("/a/b/").await;
        visitor
            .follow("#site-menu a[href='/a/b/news/policy/']")
            .await;
        visitor
            .until(
                "the menu marks the page",
                "document.querySelector('#site-menu [aria-current=page]')?.getAttribute('href')
                     === '/a/b/news/policy/'",
            )
            .await;
    });
}

#[test]
fn an_unknown_address_below_a_path_leads_on() {
    visit(&site(), async |visitor, _| {
        visitor.enter("/a/b/no/such/page/").await;
        assert_eq!(visitor.heading().await, "没有找到这个页面");
        visitor.follow(".ways-on a[href='/a/b/members/']").await;
    });
}

#[test]
fn the_filter_of_members_stays_below_the_path() {
    visit(&site(), async |visitor, _| {
        visitor.enter("/a/b/members/").await;
        visitor.choose("select[name=kind]", "university").await;
        visitor
            .until(
                "the address keeps the filter",
                "location.pathname + location.search === '/a/b/members/?kind=university'",
            )
            .await;
    });
}
