//! Tests of accessibility in states that a page reaches after its arrival: open menus and
//! panels, filtered lists, failed loads.

use crate::browser::harness::axe::violations;
use crate::browser::harness::server::{Fault, Server};
use crate::browser::harness::setting::MIXED;
use crate::browser::harness::site::Site;
use crate::browser::harness::visit::visit;
use crate::browser::harness::visitor::{BLIND, Visitor};

#[test]
fn what_opens_over_a_page_has_no_obstacle() {
    // All menus and panels that a button opens.
    const POPOVERS: &str = "[...new Set([...document.querySelectorAll('button[popovertarget]')]
        .filter((button) => button.checkVisibility())
        .map((button) => button.getAttribute('popovertarget')))]";
    let mut opened = 0;
    check("/", async |visitor, _, looks| {
        let popovers = visitor.look(POPOVERS).await;
        let popovers: Vec<String> = serde_json::from_value(popovers).expect("popovers have ids");
        opened += popovers.len();
        for id in popovers {
            let popover = format!("document.getElementById('{id}')");
            visitor
                .press(&format!("button[popovertarget='{id}']"))
                .await;
            visitor
                .until("it opens", &format!("{popover}.matches(':popover-open')"))
                .await;
            looks.push((id, violations(visitor).await));
            visitor.run(&format!("{popover}.hidePopover();")).await;
        }
    });
    assert!(opened >= 2, "only {opened} popovers were opened");
}

#[test]
fn the_open_panel_of_reading_settings_has_no_obstacle() {
    check("/", async |visitor, _, looks| {
        visitor.press(".reading-settings > summary").await;
        visitor
            .until(
                "it opens",
                "document.querySelector('.reading-settings').open",
            )
            .await;
        looks.push(("reading settings".to_owned(), violations(visitor).await));
    });
}

#[test]
fn an_open_picture_has_no_obstacle() {
    check(
        "/articles/2026-07-10-direct-spinning-line/",
        async |visitor, _, looks| {
            visitor.press(".picture-link").await;
            visitor
                .until(
                    "it opens",
                    "document.querySelector('dialog.lightbox')?.open",
                )
                .await;
            looks.push(("picture".to_owned(), violations(visitor).await));
        },
    );
}

#[test]
fn an_open_drop_down_has_no_obstacle() {
    check("/", async |visitor, _, looks| {
        visitor
            .run("document.querySelector('.site-menu__item:has(.site-menu__sub) > a').focus();")
            .await;
        looks.push(("drop-down".to_owned(), violations(visitor).await));
    });
}

#[test]
fn a_focused_skip_link_has_no_obstacle() {
    check("/", async |visitor, _, looks| {
        visitor
            .run("document.querySelector('.skip-link').focus();")
            .await;
        looks.push(("skip link".to_owned(), violations(visitor).await));
    });
}

#[test]
fn a_filter_that_leaves_nothing_has_no_obstacle() {
    check(
        "/members/?q=nobody-has-this-name",
        async |visitor, _, looks| {
            visitor
                .until(
                    "no member is left",
                    "![...document.querySelectorAll('ul.members > li')]
                     .some((member) => member.checkVisibility())",
                )
                .await;
            looks.push(("nothing found".to_owned(), violations(visitor).await));
        },
    );
}

#[test]
fn a_page_whose_host_is_broken_has_no_obstacle() {
    check_failure(Fault::ServerError);
}

#[test]
fn a_page_that_cannot_be_reached_has_no_obstacle() {
    check_failure(Fault::CutOff);
}

#[track_caller]
fn check_failure(fault: Fault) {
    const DATA: &str = "/data/links.json";
    check("/", async |visitor, server, looks| {
        server.fail(DATA, fault);
        visitor.go("/links/").await;
        visitor
            .until(
                "the failure is told",
                "document.querySelector('main [role=alert] button')",
            )
            .await;
        looks.push((format!("{fault:?}"), violations(visitor).await));
        server.mend();
    });
}

/// Brings the page at an address into a state in each setting. `reach` does so and adds the
/// violations under the state's name.
#[track_caller]
fn check(
    address: &str,
    mut reach: impl AsyncFnMut(&Visitor, &Server, &mut Vec<(String, Vec<String>)>),
) {
    let found = visit(&Site::demo(), async |visitor, server| {
        let mut found = Vec::new();
        visitor.prepare(BLIND).await;
        for setting in MIXED {
            visitor.enter(address).await;
            visitor.adopt(setting).await;
            let mut looks = Vec::new();
            reach(visitor, server, &mut looks).await;
            for (state, violations) in looks {
                found.extend(
                    violations
                        .iter()
                        .map(|violation| format!("{state} ({setting}): {violation}")),
                );
            }
        }
        found
    });
    assert!(
        found.is_empty(),
        "{} violations\n{}",
        found.len(),
        found.join("\n")
    );
}
