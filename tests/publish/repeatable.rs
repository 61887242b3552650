//! Tests that the same site results in the same bytes.

use super::harness::compare::differences;
use super::harness::sites::publish;
use crate::fixtures::{fixture, repository};

#[test]
fn two_builds_are_byte_identical() {
    for site in [fixture("everything/site"), repository("public")] {
        let first = publish(&site, None);
        assert!(first.len() > 20, "{} files", first.len());
        assert_eq!(differences(&first, &publish(&site, None)), "");
    }
}
