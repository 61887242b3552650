//! Tests of accessibility and layout of each component in each of its states, in every
//! setting.

use super::harness::axe::violations;
use super::harness::setting::MIXED;
use super::harness::site::Site;
use super::harness::visit::visit;
use super::layout::every_width::faults;

#[test]
fn no_component_has_an_obstacle() {
    let (site, pages) = Site::gallery();
    let found = visit(&site, async |visitor, _| {
        let mut found = Vec::new();
        for page in &pages {
            visitor.open(page).await;
            for setting in MIXED {
                visitor.adopt(setting).await;
                found.extend(
                    violations(visitor)
                        .await
                        .iter()
                        .map(|violation| format!("{page} ({setting}): {violation}")),
                );
            }
        }
        found
    });
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_component_keeps_its_shape() {
    let (site, pages) = Site::gallery();
    let found = visit(&site, async |visitor, _| {
        let mut found = Vec::new();
        for page in &pages {
            visitor.open(page).await;
            for setting in MIXED {
                visitor.adopt(setting).await;
                for width in [320, setting.width.pixels()] {
                    found.extend(
                        faults(visitor, width)
                            .await
                            .iter()
                            .map(|fault| format!("{page} at {width} ({setting}): {fault}")),
                    );
                }
            }
        }
        found
    });
    assert!(found.is_empty(), "{}", found.join("\n"));
}
