//! Tests of a browser without scripts.

use crate::browser::harness::driver::Scripts;
use crate::browser::harness::site::Site;
use crate::browser::harness::visit::{visit, visit_with};

#[test]
fn pages_say_the_same_without_script() {
    let site = Site::demo();
    let words = |scripts| {
        visit_with(scripts, &site, async |visitor, _| {
            let mut words = Vec::new();
            for page in site.page_of_each_kind() {
                match scripts {
                    Scripts::Allowed => visitor.enter(&page).await,
                    Scripts::Blocked => visitor.open(&page).await,
                }
                words.push(visitor.words().await);
            }
            words
        })
    };
    assert_eq!(words(Scripts::Blocked), words(Scripts::Allowed));
}

#[test]
fn scripts_are_blocked_indeed() {
    // The other tests of this file are meaningful only if scripts really are disabled.
    let site = Site::public();
    visit_with(Scripts::Blocked, &site, async |visitor, server| {
        visitor.open("/").await;
        visitor.rest().await;
        assert_eq!(server.count(&site.wasm()), 0);
    });
}

#[test]
fn links_work_without_script() {
    visit_with(
        Scripts::Blocked,
        &Site::public(),
        async |visitor, server| {
            visitor.open("/").await;
            visitor.follow(".lead__title a").await;
            visitor.follow("#site-menu a[href='/news/policy/']").await;
            visitor.follow(".site-footer a[href='/members/']").await;
            visitor.follow("ul.members > li a").await;
            let documents = server.documents();
            let [home, article, section, members, member] = documents.as_slice() else {
                panic!("{documents:?}");
            };
            assert_eq!(
                [home, article, section, members],
                [
                    "/",
                    "/articles/2023-03-03-council/",
                    "/news/policy/",
                    "/members/"
                ]
            );
            assert!(member.starts_with("/members/"), "{member}");
        },
    );
}

#[test]
fn the_menu_of_a_phone_opens_without_script() {
    visit_with(Scripts::Blocked, &Site::public(), async |visitor, _| {
        visitor.resize(390).await;
        visitor.open("/").await;
        visitor.press(".menu-button").await;
        visitor
            .until(
                "the menu is open",
                "document.querySelector('#site-menu').matches(':popover-open')",
            )
            .await;
        visitor.follow("#site-menu a[href='/links/']").await;
    });
}

#[test]
fn every_member_is_listed_without_script() {
    let listed = "[...document.querySelectorAll('ul.members > li')]
        .filter((member) => member.checkVisibility()).length";
    let site = Site::public();
    let blocked = visit_with(Scripts::Blocked, &site, async |visitor, _| {
        visitor.open("/members/").await;
        visitor.look(listed).await
    });
    let allowed = visit(&site, async |visitor, _| {
        visitor.enter("/members/").await;
        visitor.look(listed).await
    });
    assert_eq!(blocked, allowed);
    assert_eq!(blocked, 41);
}

#[test]
fn what_needs_the_app_is_not_shown_without_script() {
    let shown = "['.filter', '.views', '.region-table'].map((part) =>
        document.querySelector(part).checkVisibility())";
    let shown = visit_with(Scripts::Blocked, &Site::demo(), async |visitor, _| {
        visitor.open("/members/").await;
        visitor.look(shown).await
    });
    assert_eq!(shown, serde_json::json!([false, false, true]));
}

#[test]
fn an_unknown_address_leads_on_without_script() {
    visit_with(Scripts::Blocked, &Site::public(), async |visitor, _| {
        visitor.open("/no/such/page/").await;
        assert_eq!(visitor.heading().await, "没有找到这个页面");
        visitor.follow(".ways-on a[href='/members/']").await;
    });
}
