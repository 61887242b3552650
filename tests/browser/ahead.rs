//! Tests of data that is fetched before a click, and of pages that are kept.

use super::harness::server::{Fault, Server};
use super::harness::site::Site;
use super::harness::visit::visit;
use super::harness::visitor::{BLIND, Visitor};
use serde_json::json;

/// Link to an article at the top of the home page, and its data.
const LINK: &str = ".lead__title a";
const DATA: &str = "/data/articles/2023-03-03-council.json";

const MEMBERS: &str = ".site-footer a[href='/members/']";

/// Makes the browser tell this of the connection.
fn connection(what: &str) -> String {
    format!("Object.defineProperty(navigator, 'connection', {{ value: {what} }});")
}

#[test]
fn links_in_view_are_fetched_ahead_and_their_clicks_ask_for_nothing() {
    visit(&Site::public(), async |visitor, server| {
        visitor.enter("/").await;
        server.until_asked(DATA, 1).await;
        // The answer arrives after the request.
        visitor.rest().await;
        server.forget();
        visitor.follow(LINK).await;
        assert_eq!(server.count(DATA), 0);
    });
}

#[test]
fn a_page_fetches_ahead_for_a_dozen_links_at_most() {
    visit(&Site::demo(), async |visitor, server| {
        visitor.resize(2000).await;
        visitor.enter("/links/").await;
        visitor.rest().await;
        visitor.enter("/members/").await;
        server.forget();
        visitor
            .run("window.scrollTo(0, document.body.scrollHeight);")
            .await;
        visitor.rest().await;
        visitor.run("window.scrollTo(0, 0);").await;
        visitor.rest().await;
        assert!(server.data().len() <= 12, "{:?}", server.data());
    });
}

#[test]
fn nothing_is_fetched_ahead_for_visitors_who_save_data() {
    visit(&Site::public(), async |visitor, server| {
        visitor
            .prepare(&connection("{ saveData: true, effectiveType: '4g' }"))
            .await;
        visitor.enter("/").await;
        hover(visitor).await;
        visitor.rest().await;
        assert_eq!(server.data(), Vec::<String>::new());
    });
}

#[test]
fn on_slow_lines_only_the_link_under_the_pointer_is_fetched_ahead() {
    visit(&Site::public(), async |visitor, server| {
        visitor
            .prepare(&connection("{ saveData: false, effectiveType: '3g' }"))
            .await;
        visitor.enter("/").await;
        visitor.rest().await;
        assert_eq!(server.data(), Vec::<String>::new());
        hover(visitor).await;
        server.until_asked(DATA, 1).await;
        assert_eq!(server.data(), [DATA]);
    });
}

#[test]
fn a_touch_fetches_ahead() {
    visit(&Site::public(), async |visitor, server| {
        visitor.prepare(BLIND).await;
        visitor.enter("/").await;
        visitor
            .run(&format!(
                "document.querySelector('{LINK}').dispatchEvent(
                     new PointerEvent('pointerdown', {{ bubbles: true, pointerType: 'touch' }}));"
            ))
            .await;
        server.until_asked(DATA, 1).await;
    });
}

#[test]
fn a_page_that_was_seen_asks_for_nothing() {
    visit(&Site::public(), async |visitor, server| {
        visitor.prepare(BLIND).await;
        visitor.enter("/").await;
        for link in ["#site-menu a[href='/links/']", MEMBERS] {
            visitor.follow(link).await;
        }
        visitor.rest().await;
        server.forget();
        visitor.back().await;
        visitor
            .until("the page is back", "location.pathname === '/links/' && document.title.startsWith(document.querySelector('main h1').textContent)")
            .await;
        visitor.follow(MEMBERS).await;
        assert_eq!(server.data(), Vec::<String>::new());
    });
}

#[test]
fn an_error_is_not_kept() {
    visit(&Site::public(), async |visitor, server| {
        visitor.prepare(BLIND).await;
        server.fail(DATA, Fault::ServerError);
        visitor.enter("/").await;
        hover(visitor).await;
        server.until_asked(DATA, 1).await;
        visitor.rest().await;
        server.mend();
        visitor.follow(LINK).await;
        visitor
            .until(
                "the article is shown",
                "document.querySelector('article .prose p')",
            )
            .await;
    });
}

#[test]
fn the_old_page_stays_until_the_next_one_is_there() {
    visit(&Site::public(), async |visitor, server| {
        wait_for_article(visitor, server).await;
        let still_home =
            "location.pathname === '/' && document.querySelector('main h1') === window.leftHeading
             && document.querySelector('.lead__title a').isConnected";
        visitor.until("the old page is whole", still_home).await;
        visitor
            .until(
                "the visitor sees that something happens",
                "document.documentElement.hasAttribute('data-waiting')",
            )
            .await;
    });
}

#[test]
fn a_link_that_goes_while_its_page_is_waited_for_is_followed() {
    visit(&Site::public(), async |visitor, server| {
        visitor.prepare(BLIND).await;
        visitor.enter("/").await;
        // This link goes with its click.
        visitor.go("/links/").await;
        visitor.arrive("/links/").await;
        assert_eq!(server.documents(), ["/"]);
    });
}

#[test]
fn the_last_of_two_clicks_is_followed() {
    visit(&Site::public(), async |visitor, server| {
        wait_for_article(visitor, server).await;
        visitor.follow("#site-menu a[href='/links/']").await;
        visitor
            .until(
                "nothing is waited for",
                "!document.documentElement.hasAttribute('data-waiting')",
            )
            .await;
    });
}

#[test]
fn a_click_on_another_article_is_followed_while_one_is_waited_for() {
    visit(&Site::demo(), async |visitor, server| {
        visitor.prepare(BLIND).await;
        visitor.enter("/news/").await;
        let links = visitor
            .look("[1, 2].map((at) => document.querySelector(`ul.entries > li:nth-child(${at}) a`).getAttribute('href'))")
            .await;
        let path = |at: usize| links[at].as_str().unwrap_or_default().to_owned();
        let data = |at: usize| format!("/data{}.json", path(at).trim_end_matches('/'));
        server.fail(&data(0), Fault::Silent);
        visitor.press(&format!("main a[href='{}']", path(0))).await;
        server.until_asked(&data(0), 1).await;
        visitor.follow(&format!("main a[href='{}']", path(1))).await;
        let title = visitor.heading().await;
        let shown = format!(
            "document.title.startsWith({}) && document.querySelector('article')",
            json!(title)
        );
        visitor.until("the second article is shown", &shown).await;
    });
}

#[test]
fn a_page_is_at_its_place_when_it_is_first_painted() {
    visit(&Site::demo(), async |visitor, server| {
        visitor.enter("/news/").await;
        let link = "ul.entries > li:nth-child(15) a";
        visitor
            .run(&format!(
                "document.querySelector('{link}').scrollIntoView({{ block: 'center', behavior: 'instant' }});
                 window.painted = [];
                 const old = document.querySelector('main h1');
                 const paint = () => {{
                     if (document.querySelector('main h1') !== old) {{
                         window.painted.push([scrollY, document.activeElement.localName]);
                     }}
                     if (window.painted.length < 3) requestAnimationFrame(paint);
                 }};
                 requestAnimationFrame(paint);"
            ))
            .await;
        visitor
            .until("the list is scrolled", "window.scrollY > 300")
            .await;
        visitor.follow(link).await;
        visitor
            .until("the page is painted", "window.painted.length === 3")
            .await;
        assert_eq!(visitor.look("window.painted[0]").await, json!([0, "h1"]));
        assert_eq!(server.documents().len(), 1);
    });
}

/// Clicks a link whose data never comes.
async fn wait_for_article(visitor: &Visitor, server: &Server) {
    visitor.prepare(BLIND).await;
    visitor.enter("/").await;
    server.fail(DATA, Fault::Silent);
    visitor
        .run("window.leftHeading = document.querySelector('main h1');")
        .await;
    visitor.press(LINK).await;
    server.until_asked(DATA, 1).await;
}

/// Rests the pointer on the link.
async fn hover(visitor: &Visitor) {
    visitor
        .run(&format!(
            "document.querySelector('{LINK}').dispatchEvent(
                 new PointerEvent('pointerover', {{ bubbles: true }}));"
        ))
        .await;
}
