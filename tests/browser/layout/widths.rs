//! Tests on phones, tablets and wide screens.

use crate::browser::harness::site::Site;
use crate::browser::harness::visit::visit;
use serde_json::json;

const OPEN: &str = "document.querySelector('#site-menu').matches(':popover-open')";

#[test]
fn the_menu_of_a_phone_opens_and_leads_on() {
    visit(&Site::public(), async |visitor, server| {
        visitor.resize(390).await;
        visitor.enter("/").await;
        visitor.press(".menu-button").await;
        visitor.until("the menu is open", OPEN).await;
        visitor.follow("#site-menu a[href='/links/']").await;
        assert_eq!(server.documents(), ["/"]);
    });
}

#[test]
fn the_menu_of_a_phone_closes_when_it_has_led_on() {
    visit(&Site::public(), async |visitor, _| {
        visitor.resize(390).await;
        visitor.enter("/").await;
        visitor.press(".menu-button").await;
        visitor.until("the menu is open", OPEN).await;
        visitor.follow("#site-menu a[href='/links/']").await;
        visitor
            .until("the menu is closed", &format!("!{OPEN}"))
            .await;
    });
}

#[test]
fn the_menu_of_a_phone_can_be_closed() {
    visit(&Site::public(), async |visitor, _| {
        visitor.resize(390).await;
        visitor.enter("/").await;
        visitor.press(".menu-button").await;
        visitor.until("the menu is open", OPEN).await;
        visitor.press(".site-menu__close").await;
        visitor
            .until("the menu is closed", &format!("!{OPEN}"))
            .await;
    });
}

#[test]
fn a_wide_screen_shows_the_menu_without_a_button() {
    let shown = visit(&Site::public(), async |visitor, _| {
        visitor.resize(1440).await;
        visitor.enter("/").await;
        visitor
            .look(
                "['.menu-button', '#site-menu'].map((part) =>
                     document.querySelector(part).checkVisibility())",
            )
            .await
    });
    assert_eq!(shown, json!([false, true]));
}
