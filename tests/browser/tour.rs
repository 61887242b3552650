//! Tests of going from page to page by clicks.

use super::harness::server::Server;
use super::harness::site::Site;
use super::harness::visit::visit;
use super::harness::visitor::Visitor;
use std::collections::BTreeMap;

/// Opens all entries of the menu and follows the pages' own links. Returns the headings.
async fn tour(visitor: &Visitor) -> Vec<String> {
    let mut headings = Vec::new();
    visitor.enter("/").await;
    let entries = visitor
        .look(
            "[...document.querySelectorAll('#site-menu .site-menu__list > li')]
                 .map((entry) => [...entry.querySelectorAll('a')]
                     .map((link) => link.getAttribute('href')))",
        )
        .await;
    let entries: Vec<Vec<String>> = serde_json::from_value(entries).expect("the menu has links");
    for entry in &entries {
        let [first, below @ ..] = entry.as_slice() else {
            panic!("an entry of the menu has no link");
        };
        if first != "/" {
            visitor.follow(&menu_link(first)).await;
            headings.push(visitor.heading().await);
        }
        for link in below {
            visitor
                .follow_below(&menu_link(first), &menu_link(link))
                .await;
            headings.push(visitor.heading().await);
        }
    }
    for link in [
        ".site-header__brand",
        ".lead__title a",
        ".breadcrumbs a",
        "a.more[href='/members/']",
        "ul.members > li a",
        ".site-header__brand",
        "a.more[href='/bulletins/']",
        "main a[href^='/bulletins/']:not([rel='external'])",
        ".site-footer__name a",
        "a.more[href='/links/']",
    ] {
        visitor.follow(link).await;
        headings.push(visitor.heading().await);
    }
    headings
}

fn menu_link(address: &str) -> String {
    format!("#site-menu a[href='{address}']")
}

#[test]
fn a_tour_by_clicks_loads_no_second_document() {
    visit(
        &Site::public(),
        async |visitor: &Visitor, server: &Server| {
            tour(visitor).await;
            assert_eq!(server.documents(), ["/"]);
        },
    );
}

#[test]
fn every_stop_of_a_tour_has_a_heading_of_its_own() {
    let headings = visit(&Site::public(), async |visitor, _| tour(visitor).await);
    assert!(headings.len() > 20, "{headings:?}");
    assert!(
        headings.iter().all(|heading| !heading.is_empty()),
        "{headings:?}"
    );
    let twice: Vec<_> = headings
        .windows(2)
        .filter(|pair| pair[0] == pair[1])
        .collect();
    assert!(twice.is_empty(), "{twice:?}");
}

#[test]
fn a_tour_leaves_the_console_empty() {
    let console = visit(&Site::public(), async |visitor, _| {
        tour(visitor).await;
        visitor.console().await
    });
    assert_eq!(console, Vec::<String>::new());
}

#[test]
fn no_data_is_fetched_twice_on_a_tour_of_different_pages() {
    let fetched = visit(&Site::public(), async |visitor, server| {
        visitor.enter("/").await;
        for link in [
            "#site-menu a[href='/news/policy/']",
            "#site-menu a[href='/events/']",
            "#site-menu a[href='/links/']",
            "#site-menu a[href='/news/alliance/']",
            "main a[href^='/articles/']",
            ".site-footer a[href='/members/']",
            "ul.members > li a",
        ] {
            visitor.follow(link).await;
            // The pointer remains where it has clicked, which may prefetch data.
            visitor.rest().await;
        }
        server.data()
    });
    assert!(fetched.len() >= 7, "{fetched:?}");
    let mut times = BTreeMap::<&str, usize>::new();
    for path in &fetched {
        *times.entry(path).or_default() += 1;
    }
    times.retain(|_, times| *times > 1);
    assert_eq!(times, BTreeMap::new());
}
