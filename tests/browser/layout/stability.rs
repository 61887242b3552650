//! Tests that the layout does not shift: while style sheets and pictures arrive late, during
//! hydration, and between pages.

use crate::browser::harness::setting::{Edition, MIXED};
use crate::browser::harness::site::Site;
use crate::browser::harness::visit::visit;
use crate::browser::harness::visitor::Visitor;
use serde_json::{Value, json};

/// Limit below which Cumulative Layout Shift is reported as 0.00.
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

/// Opens each page as a new document, with a host that delays style sheets and pictures.
#[track_caller]
fn check_arrival(site: &Site) {
    check(site, async |visitor, page| visitor.enter(page).await);
}

#[track_caller]
fn check(site: &Site, come_to: impl AsyncFn(&Visitor, &str)) {
    let pages = site.representative_pages();
    let mut found = Vec::new();
    for setting in MIXED {
        found.extend(visit(site, async |visitor, server| {
            let mut found = Vec::new();
            visitor.resize(setting.width.pixels()).await;
            visitor.prefer(setting.scheme).await;
            visitor.prepare(include_str!("../harness/shifts.js")).await;
            visitor.prepare(&chosen(setting.edition)).await;
            let no_cache = json!({ "cacheDisabled": true });
            visitor.command("Network.setCacheDisabled", no_cache).await;
            server.dawdle();
            // The last address of the list, so that each step leads to another page.
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

/// Returns a script that runs before those of the page and stores the choice of an edition.
fn chosen(edition: Edition) -> String {
    let choices = match edition {
        Edition::Ordinary => json!({}),
        Edition::Elder => json!({ "edition": "elder" }),
    };
    format!("localStorage.setItem('portal-reading', JSON.stringify({choices}));")
}

/// Scrolls down the page, waiting for everything that becomes visible.
async fn read_to_the_end(visitor: &Visitor) {
    const SHOWN: &str = "document.readyState === 'complete' && [...document.images]
        .filter((picture) => picture.getBoundingClientRect().top < innerHeight)
        .every((picture) => picture.complete || !picture.checkVisibility())";
    loop {
        visitor.until("everything in view is shown", SHOWN).await;
        // After two frames the browser has compared the layout once.
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

/// Returns the layout shifts, if their sum reaches the limit.
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
