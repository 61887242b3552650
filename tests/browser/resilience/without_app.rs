//! Tests of browsers in which scripts run but the app does not start: its WebAssembly is
//! missing or damaged.

use crate::browser::harness::server::Fault;
use crate::browser::harness::site::Site;
use crate::browser::harness::visit::visit;

#[test]
fn pages_and_links_work_when_the_app_is_gone() {
    // A page whose app is missing is of an older deployment: it reloads once.
    check(
        Fault::Missing,
        &["/", "/", "/articles/2023-03-03-council/", "/news/policy/"],
    );
}

#[test]
fn pages_and_links_work_when_the_app_is_damaged() {
    check(
        Fault::Truncated,
        &["/", "/articles/2023-03-03-council/", "/news/policy/"],
    );
}

#[test]
fn pages_and_links_work_when_the_app_never_comes() {
    check(
        Fault::Silent,
        &["/", "/articles/2023-03-03-council/", "/news/policy/"],
    );
}

/// Reads pages and follows links; `documents` are the documents that the browser requests.
#[track_caller]
fn check(fault: Fault, documents: &[&str]) {
    let site = Site::public();
    let asked = visit(&site, async |visitor, server| {
        server.fail(&site.wasm(), fault);
        visitor.open("/").await;
        let first = documents.iter().filter(|path| **path == "/").count();
        server.until_asked("/", first).await;
        server.until_asked(&site.wasm(), first).await;
        visitor.rest().await;
        assert_eq!(visitor.heading().await, "化纤产业技术创新战略联盟");
        visitor.follow(".lead__title a").await;
        assert!(
            !visitor
                .read("document.querySelector('article .prose').textContent")
                .await
                .is_empty()
        );
        visitor.follow("#site-menu a[href='/news/policy/']").await;
        server.documents()
    });
    assert_eq!(asked, documents);
}

#[test]
fn an_unknown_address_leads_on_when_the_app_is_damaged() {
    let site = Site::public();
    visit(&site, async |visitor, server| {
        server.fail(&site.wasm(), Fault::Truncated);
        visitor.open("/no/such/page/").await;
        visitor
            .until(
                "the page says what it is",
                "document.querySelector('main#main h1')?.textContent === '没有找到这个页面'",
            )
            .await;
        visitor.follow(".ways-on a[href='/members/']").await;
    });
}
