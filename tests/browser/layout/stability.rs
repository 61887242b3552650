//! Nothing moves while a page arrives: not when its style and pictures come late, not when
//! the app takes over, not on the way from one page to the next.

use crate::browser::harness::setting::{Edition, MIXED};
use crate::browser::harness::site::Site;
use crate::browser::harness::visit::visit;
use crate::browser::harness::visitor::Visitor;
use serde_json::{Value, json};

/// Less than this is shown as 0.00 (Cumulative Layout Shift).
const STILL: f64 = 0.005;

#[test]
fn nothing_moves_while_a_page_of_the_alliance_arrives() {
    check_arrival(&Site::public());
}

#[test]
fn nothing_moves_while_a_page_that_shows_everything_arrives() {
    check_arrival(&Site::demo());
}

#[test]
fn nothing_moves_on_the_way_to_the_next_page() {
    for site in [Site::public(), Site::demo()] {
        check(&site, async |visitor, page| {
            visitor.go(page).await;
            visitor.arrive(page).await;
        });
    }
}

/// Opens each page as a new document, with a host that is slow to give what stands beside
/// it.
#[track_caller]
fn check_arrival(site: &Site) {
    check(site, async |visitor, page| visitor.enter(page).await);
}

#[track_caller]
fn check(site: &Site, come_to: impl AsyncFn(&Visitor, &str)) {
    let pages = site.telling_pages();
    let mut found = Vec::new();
    for setting in MIXED {
        found.extend(visit(site, async |visitor, server| {
            let mut found = Vec::new();
            visitor.resize(setting.width.pixels()).await;
            visitor.prefer(setting.scheme).await;
            visitor.prepare(include_str!("../harness/shifts.js")).await;
            visitor.prepare(&at_once(setting.edition)).await;
            let no_cache = json!({ "cacheDisabled": true });
            visitor.command("Network.setCacheDisabled", no_cache).await;
            server.dawdle();
            // The list's last address, so that each step leads to another page.
            visitor
                .enter(pages.last().map_or("/", String::as_str))
                .await;
            for page in &pages {
                visitor.run("window.shifts = [];").await;
                come_to(visitor, page).await;
                read_to_the_end(visitor).await;
                let shifts = visitor.look("window.shifts").await;
                found.extend(told(&shifts).map(|told| format!("{page} ({setting}): {told}")));
            }
            found
        }));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// A script that chooses the edition before anything is painted, as a remembered choice is.
fn at_once(edition: Edition) -> String {
    format!(
        "new MutationObserver((_, observer) => {{
             observer.disconnect();
             {}
         }}).observe(document, {{ childList: true }});",
        edition.choice()
    )
}

/// Goes down the page, waiting for all that it shows.
async fn read_to_the_end(visitor: &Visitor) {
    const SHOWN: &str = "document.readyState === 'complete' && [...document.images]
        .filter((picture) => picture.getBoundingClientRect().top < innerHeight)
        .every((picture) => picture.complete || !picture.checkVisibility())";
    loop {
        visitor.until("everything in view is shown", SHOWN).await;
        // What is painted twice has been compared once.
        let at_the_end = visitor
            .run(
                "return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {
                     const before = scrollY;
                     scrollBy({ top: innerHeight, behavior: 'instant' });
                     done(scrollY === before);
                 })));",
            )
            .await;
        if at_the_end == Value::Bool(true) {
            return;
        }
    }
}

/// What moved, if that can be noticed.
fn told(shifts: &Value) -> Option<String> {
    let shifts = shifts.as_array()?;
    let values = shifts.iter().filter_map(|shift| shift["value"].as_f64());
    let total: f64 = values.sum();
    (total >= STILL).then(|| {
        let moved: Vec<String> = shifts
            .iter()
            .map(|shift| shift["moved"].to_string())
            .collect();
        format!("{total:.3}\n    {}", moved.join("\n    "))
    })
}
