//! Tests of the parts of the app that are loaded when they are wanted.

use crate::browser::harness::server::Fault;
use crate::browser::harness::site::Site;
use crate::browser::harness::visit::visit;
use portal::route::Route;

const LINK: &str = "main a.more[href='/members/']";
const SHOWN: &str = "location.pathname === '/members/'
    && document.querySelector('main h1').textContent === '联盟成员'
    && document.querySelectorAll('ul.members > li').length > 0";

#[test]
fn a_page_loads_its_code_when_it_is_wanted() {
    let site = Site::public();
    let chunk = site.chunk(&Route::Members);
    visit(&site, async |visitor, server| {
        visitor.enter("/").await;
        assert_eq!(server.count(&chunk), 0);
        visitor.follow(LINK).await;
        visitor.until("the directory is shown", SHOWN).await;
        assert_eq!(server.count(&chunk), 1);
        assert_eq!(server.documents(), ["/"]);
    });
}

#[test]
fn a_page_that_needs_more_code_fetches_it_once() {
    let site = Site::public();
    let chunk = site.chunk(&Route::Members);
    visit(&site, async |visitor, server| {
        visitor.enter("/members/").await;
        assert_eq!(server.count(&chunk), 1);
    });
}

#[test]
fn code_that_is_lost_costs_no_link() {
    let site = Site::public();
    let chunk = site.chunk(&Route::Members);
    visit(&site, async |visitor, server| {
        visitor.enter("/").await;
        server.fail(&chunk, Fault::Missing);
        visitor.press(LINK).await;
        visitor.until("the directory is shown", SHOWN).await;
        assert_eq!(server.documents(), ["/", "/members/"]);
        // The page is as it is without the app; its links lead on to pages with it.
        visitor.press("#site-menu a[href='/links/']").await;
        visitor
            .until(
                "the next page is taken over",
                "location.pathname === '/links/' && document.documentElement.hasAttribute('data-hydrated')",
            )
            .await;
    });
}
