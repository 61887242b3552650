//! Tests that every control for navigation is large enough for a finger.

use crate::browser::harness::setting::{Edition, MIXED};
use crate::browser::harness::site::Site;
use crate::browser::harness::visit::visit;

#[test]
fn targets_are_large_enough() {
    let sites = [Site::public(), Site::demo()];
    let found = sites.iter().flat_map(|site| {
        visit(site, async |visitor, _| {
            let mut found = Vec::new();
            for page in site.representative_pages() {
                visitor.enter(&page).await;
                for setting in MIXED {
                    visitor.adopt(setting).await;
                    let elder = (setting.edition == Edition::Elder).to_string();
                    let script = include_str!("targets.js").replace("ELDER", &elder);
                    let small: Vec<String> = serde_json::from_value(visitor.run(&script).await)
                        .expect("the script gives a list of targets");
                    found.extend(
                        small
                            .iter()
                            .map(|target| format!("{page} ({setting}): {target}")),
                    );
                }
            }
            found
        })
    });
    let found: Vec<String> = found.collect();
    assert!(
        found.is_empty(),
        "{} targets are too small\n{}",
        found.len(),
        found.join("\n")
    );
}
