//! The sitemap, held against the schema of sitemaps.org.

use super::programs::{output, published, repository};
use std::path::Path;
use std::process::Command;

/// What xmllint says of a sitemap; it panics where the sitemap is not valid.
#[track_caller]
fn validate(sitemap: &Path) -> String {
    let tool = |name: &str| {
        let printed = output(Command::new(repository("scripts/tools.sh")).arg(name));
        printed.trim().to_owned()
    };
    output(
        Command::new("node")
            .arg(repository("tests/outside/sitemap_schema.mjs"))
            .arg(tool("xmllint"))
            .arg(tool("sitemap"))
            .arg(sitemap),
    )
}

#[test]
fn the_sitemap_is_valid() {
    let (_folder, out) = published();
    assert!(validate(&out.join("sitemap.xml")).contains("validates"));
}

#[test]
#[should_panic(expected = "sitemap.xml")]
fn a_sitemap_with_a_wrong_date_is_not_valid() {
    let (_folder, out) = published();
    let sitemap = out.join("sitemap.xml");
    let text = std::fs::read_to_string(&sitemap).expect("a sitemap");
    let wrong = text.replacen("<lastmod>", "<lastmod>yesterday ", 1);
    assert_ne!(text, wrong);
    std::fs::write(&sitemap, wrong).expect("room for a sitemap");
    validate(&sitemap);
}
