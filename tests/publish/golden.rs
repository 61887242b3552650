//! Tests of the exact bytes of the output.

use super::harness::compare::{check, differences};
use super::harness::sites::{generated, publish};
use crate::fixtures::{fixture, repository};

#[test]
fn the_smallest_site() {
    check("smallest", publish(&fixture("smallest/site"), None));
}

#[test]
fn a_site_with_one_item_of_every_kind() {
    check("everything", publish(&fixture("everything/site"), None));
}

#[test]
fn a_site_in_english() {
    check("english", publish(&fixture("english/site"), None));
}

#[test]
fn lists_of_forty_five_articles() {
    let mut published = publish(generated(45).path(), None);
    published.retain(|path, _| {
        ["news/", "data/news", "assets/", "media/"]
            .iter()
            .any(|folder| path.starts_with(folder))
    });
    check("paged", published);
}

#[test]
fn two_builds_are_byte_identical() {
    for site in [fixture("everything/site"), repository("public")] {
        let first = publish(&site, None);
        assert!(first.len() > 20, "{} files", first.len());
        assert_eq!(differences(&first, &publish(&site, None)), "");
    }
}
