//! Tests of the sitemap against the schema of sitemaps.org.

use super::programs::{output, published, repository};
use std::path::Path;
use std::process::{Command, Output};

/// Runs xmllint on a sitemap.
fn validate(sitemap: &Path) -> Output {
    let tool = |name: &str| {
        let printed = output(Command::new(repository("scripts/tools.sh")).arg(name));
        printed.trim().to_owned()
    };
    Command::new("node")
        .arg(repository("tests/interop/sitemap_schema.mjs"))
        .arg(tool("xmllint"))
        .arg(tool("sitemap"))
        .arg(sitemap)
        .output()
        .unwrap_or_else(|error| panic!("node: {error}"))
}

#[test]
fn the_sitemap_is_valid() {
    let (_folder, out) = published();
    let verdict = validate(&out.join("sitemap.xml"));
    assert!(verdict.status.success(), "{verdict:?}");
}

#[test]
fn a_sitemap_with_a_wrong_date_is_not_valid() {
    let (_folder, out) = published();
    let sitemap = out.join("sitemap.xml");
    let text = std::fs::read_to_string(&sitemap).expect("a sitemap");
    let wrong = text.replacen("<lastmod>", "<lastmod>yesterday ", 1);
    assert_ne!(text, wrong);
    std::fs::write(&sitemap, wrong).expect("room for a sitemap");
    let verdict = validate(&sitemap);
    assert_eq!(verdict.status.code(), Some(1), "{verdict:?}");
    let said = String::from_utf8_lossy(&verdict.stdout);
    assert!(said.contains("lastmod"), "{verdict:?}");
}
