//! Tests of a page's arrival, for which the app replaces the browser after a click: title,
//! focus, announcement, scroll position.

use crate::browser::harness::site::Site;
use crate::browser::harness::visit::visit;
use crate::browser::harness::visitor::Visitor;
use serde_json::Value;

const ARTICLE: &str = ".lead__title a";
const FOCUSED_HEADING: &str = "document.activeElement === document.querySelector('main#main h1')";

#[test]
fn the_heading_of_the_next_page_gets_the_focus() {
    visit(&Site::public(), async |visitor, _| {
        visitor.enter("/").await;
        visitor.follow(ARTICLE).await;
        visitor
            .until("the heading has the focus", FOCUSED_HEADING)
            .await;
    });
}

#[test]
fn the_first_page_leaves_the_focus_alone() {
    visit(&Site::public(), async |visitor, _| {
        visitor.enter("/members/").await;
        visitor.rest().await;
        let focused = visitor.read("document.activeElement.localName").await;
        assert_eq!(focused, "body");
    });
}

#[test]
fn the_title_becomes_that_of_the_next_page() {
    let (own, shown) = visit(&Site::public(), async |visitor, _| {
        visitor.enter("/members/").await;
        let own = visitor.read("document.title").await;
        visitor.enter("/").await;
        visitor.follow("a.more[href='/members/']").await;
        visitor
            .until("the heading has the focus", FOCUSED_HEADING)
            .await;
        (own, visitor.read("document.title").await)
    });
    assert_eq!(shown, own);
}

#[test]
fn the_next_page_is_announced_by_its_title() {
    visit(&Site::public(), async |visitor, _| {
        visitor.enter("/").await;
        visitor.follow(ARTICLE).await;
        visitor
            .until(
                "the title is announced",
                "document.title !== '' && document.querySelector('#announcer[aria-live=polite]')
                     .textContent === document.title",
            )
            .await;
    });
}

#[test]
fn the_next_page_begins_at_its_top() {
    visit(&Site::demo(), async |visitor, _| {
        read_down(visitor).await;
        visitor
            .until("the page is at its top", "window.scrollY === 0")
            .await;
    });
}

#[test]
fn back_restores_the_scroll() {
    visit(&Site::demo(), async |visitor, _| {
        let (scroll, _) = read_down(visitor).await;
        visitor.back().await;
        visitor
            .until("the list is back", "document.querySelector('ul.entries')")
            .await;
        visitor
            .until(
                "the scroll is restored",
                &format!("Math.abs(window.scrollY - {scroll}) <= 1"),
            )
            .await;
    });
}

#[test]
fn back_restores_the_focus() {
    visit(&Site::demo(), async |visitor, _| {
        let (_, link) = read_down(visitor).await;
        visitor.back().await;
        visitor
            .until("the list is back", "document.querySelector('ul.entries')")
            .await;
        visitor
            .until(
                "the link has the focus",
                &format!("document.activeElement.getAttribute('href') === {link}"),
            )
            .await;
    });
}

#[test]
fn back_restores_the_focus_to_a_link_that_also_stands_in_a_closed_menu() {
    visit(&Site::demo(), async |visitor, _| {
        visitor.enter("/").await;
        visitor.follow("a.more[href='/members/']").await;
        visitor
            .until("the heading has the focus", FOCUSED_HEADING)
            .await;
        visitor.back().await;
        visitor
            .until(
                "the link has the focus",
                "document.activeElement.matches(\"a.more[href='/members/']\")",
            )
            .await;
    });
}

#[test]
fn forward_shows_the_page_again() {
    visit(&Site::demo(), async |visitor, server| {
        read_down(visitor).await;
        let article = visitor.heading().await;
        visitor.back().await;
        visitor
            .until("the list is back", "document.querySelector('ul.entries')")
            .await;
        visitor.forward().await;
        let shown = format!(
            "document.querySelector('main h1').textContent === {}",
            serde_json::json!(article)
        );
        visitor.until("the article is back", &shown).await;
        assert_eq!(server.documents().len(), 1);
    });
}

#[test]
fn a_reload_keeps_the_page() {
    visit(&Site::public(), async |visitor, _| {
        visitor.enter("/").await;
        visitor.follow(ARTICLE).await;
        let before = visitor.words().await;
        visitor.reload().await;
        let after = visitor.words().await;
        // Only the announcement of the navigation is missing.
        let announcement = visitor.read("document.title").await;
        assert_eq!(format!("{after}{announcement}"), before);
    });
}

/// Scrolls far down a list and follows a link there. Returns the scroll position and the link.
async fn read_down(visitor: &Visitor) -> (Value, Value) {
    const LINK: &str = "ul.entries > li:nth-child(15) a";
    visitor.enter("/news/").await;
    let link = visitor
        .run(&format!(
            "const link = document.querySelector('{LINK}');
             link.scrollIntoView({{ block: 'center', behavior: 'instant' }});
             return link.getAttribute('href');"
        ))
        .await;
    visitor
        .until("the list is scrolled", "window.scrollY > 300")
        .await;
    let scroll = visitor.look("window.scrollY").await;
    visitor.follow(LINK).await;
    visitor
        .until("the heading has the focus", FOCUSED_HEADING)
        .await;
    (scroll, link)
}
