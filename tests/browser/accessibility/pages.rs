//! Tests of accessibility with axe-core: every kind of page of both sites, light and dark,
//! wide and on a phone, in both editions.

use crate::browser::harness::axe::{violations, violations_by_colour};
use crate::browser::harness::setting::{Edition, Scheme, Setting};
use crate::browser::harness::site::Site;
use crate::browser::harness::visit::visit;

#[test]
fn the_alliances_pages_have_no_obstacle() {
    check(&Site::public(), Edition::Ordinary);
}

#[test]
fn the_alliances_pages_for_older_readers_have_no_obstacle() {
    check(&Site::public(), Edition::Elder);
}

#[test]
fn pages_that_show_everything_have_no_obstacle() {
    check(&Site::demo(), Edition::Ordinary);
}

#[test]
fn pages_that_show_everything_to_older_readers_have_no_obstacle() {
    check(&Site::demo(), Edition::Elder);
}

#[track_caller]
fn check(site: &Site, edition: Edition) {
    let found = visit(site, async |visitor, _| {
        let mut found = Vec::new();
        for page in site.representative_pages() {
            visitor.enter(&page).await;
            for setting in Setting::of_edition(edition) {
                visitor.adopt(setting).await;
                // The dark scheme follows the light one and changes only colours.
                let violations = match setting.scheme {
                    Scheme::Light => violations(visitor).await,
                    Scheme::Dark => violations_by_colour(visitor).await,
                };
                found.extend(
                    violations
                        .iter()
                        .map(|violation| format!("{page} ({setting}): {violation}")),
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
