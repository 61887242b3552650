//! Tests that the Tab key reaches everything in the order of the page, with a visible focus.

use crate::browser::harness::setting::MIXED;
use crate::browser::harness::site::Site;
use crate::browser::harness::visit::visit;
use fantoccini::key::Key;

#[test]
fn tab_leads_through_the_alliances_pages() {
    check(&Site::public());
}

#[test]
fn tab_leads_through_pages_that_show_everything() {
    check(&Site::demo());
}

#[track_caller]
fn check(site: &Site) {
    let found = visit(site, async |visitor, _| {
        let mut found = Vec::new();
        visitor.prepare(include_str!("keyboard_tour.js")).await;
        for page in site.representative_pages() {
            // Two ways through the same elements: on a phone, and on a wide screen.
            for setting in &MIXED[..2] {
                visitor.enter(&page).await;
                visitor.adopt(*setting).await;
                let stops = visitor
                    .look("window.places().length + document.querySelectorAll('.site-menu__sub a').length")
                    .await;
                let stops = stops.as_u64().unwrap_or_default();
                // One more key moves the focus out of the page, or back to its beginning.
                visitor.keys(Key::Tab, stops + 1).await;
                let faults = visitor.look("window.tourFaults()").await;
                let faults: Vec<String> =
                    serde_json::from_value(faults).expect("the tour gives a list of faults");
                found.extend(
                    faults
                        .iter()
                        .map(|fault| format!("{page} ({setting}): {fault}")),
                );
            }
        }
        found
    });
    assert!(
        found.is_empty(),
        "{} faults\n{}",
        found.len(),
        found.join("\n")
    );
}
