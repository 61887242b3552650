//! Every screen of the editor, in each width and scheme: no obstacle, nothing beyond the edge, and
//! an empty console.

use crate::browser::harness::axe::violations;
use crate::browser::harness::desk::Desk;
use crate::browser::harness::setting::{MIXED, Width};
use crate::browser::harness::visitor::Visitor;

/// Addresses of the screens with their names.
const SCREENS: [(&str, &str); 14] = [
    ("", "start"),
    ("list/article", "list"),
    ("list/member?q=fu", "list"),
    ("item/article/2026-11-16-council-2027-plan", "item"),
    ("item/member/beiming", "item"),
    ("item/bulletin/42", "item"),
    ("item/event/2027-03-cloud-fibre-expo", "item"),
    ("item/site/site", "site"),
    ("item/synonyms/synonyms", "item"),
    ("new/article", "item"),
    ("media", "media"),
    ("bin", "bin"),
    ("check", "check"),
    ("publish", "publish"),
];

#[test]
fn no_screen_has_an_obstacle() {
    let desk = Desk::demo();
    let mut found = Vec::new();
    desk.visit(async |visitor| {
        for setting in MIXED {
            visitor.adopt(setting).await;
            for (address, screen) in SCREENS {
                open(visitor, address, screen).await;
                let at = format!("{address} ({setting})");
                let seen = violations(visitor).await.into_iter();
                found.extend(seen.map(|violation| format!("{at}: {violation}")));
                if setting.width == Width::Phone && is_too_wide(visitor).await {
                    found.push(format!("{at}: it is wider than the window"));
                }
            }
        }
    });
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn each_screen_has_one_heading_which_gets_the_focus() {
    let desk = Desk::demo();
    desk.visit(async |visitor| {
        for screen in ["list/article", "media", "bin", "check", "publish"] {
            let link = format!("nav a[href$='/__portal/edit/{screen}']");
            visitor
                .run(&format!("document.querySelector(\"{link}\").click();"))
                .await;
            let name = screen.split('/').next().unwrap_or_default();
            let arrived = format!(
                "document.querySelector('main#main')?.dataset.screen === '{name}'
                 && document.querySelectorAll('h1').length === 1
                 && document.activeElement === document.querySelector('h1')"
            );
            visitor
                .until(&format!("the heading of {screen} has the focus"), &arrived)
                .await;
        }
    });
}

async fn open(visitor: &Visitor, address: &str, screen: &str) {
    visitor.enter(&format!("/__portal/edit/{address}")).await;
    let shown = format!(
        "document.querySelector('main#main')?.dataset.screen === '{screen}'
         && document.querySelector('h1')?.textContent.trim()
         && !document.querySelector('[aria-busy=true]')"
    );
    visitor.until(&format!("{address} is shown"), &shown).await;
}

async fn is_too_wide(visitor: &Visitor) -> bool {
    let wider = "document.documentElement.scrollWidth > innerWidth";
    visitor.look(wider).await == true
}
