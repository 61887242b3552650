//! The file `_headers`, from which Netlify, Cloudflare Pages and others read HTTP headers.
//!
//! Such hosts join the values if two matching rules set the same header. Mutable files therefore
//! get no caching header here; these hosts make browsers revalidate them by default.

use crate::route::BasePath;
use std::collections::BTreeSet;

/// Headers of every response, in addition to the content security policy.
pub(in crate::publish) const COMMON: [(&str, &str); 4] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    (
        "Permissions-Policy",
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
    ("Cross-Origin-Opener-Policy", "same-origin"),
];
/// Caching header for files with a hash in their names.
const FOREVER: &str = "public, max-age=31536000, immutable";
/// Media types that not every host knows.
const TYPES: [(&str, &str); 6] = [
    ("*.webmanifest", "application/manifest+json"),
    ("*.md", "text/markdown; charset=utf-8"),
    ("*.ics", "text/calendar; charset=utf-8"),
    ("*feed.xml", "application/atom+xml; charset=utf-8"),
    ("*feed.json", "application/feed+json; charset=utf-8"),
    (
        "opensearch.xml",
        "application/opensearchdescription+xml; charset=utf-8",
    ),
];

/// Headers of the files whose addresses match a pattern, in which `*` matches any text.
#[derive(Debug)]
pub(in crate::publish) struct HeaderRule {
    pub(in crate::publish) pattern: String,
    pub(in crate::publish) headers: Vec<(&'static str, String)>,
}

/// Returns the rules of a portal, from general to specific.
///
/// `policy` is the content security policy of the pages, `endings` are the file extensions of old
/// paths with a page.
pub(super) fn rules(base: &BasePath, policy: &str, endings: &BTreeSet<String>) -> Vec<HeaderRule> {
    let rule = |pattern: &str, headers: &[(&'static str, &str)]| HeaderRule {
        pattern: format!("{}/{pattern}", base.as_str()),
        headers: headers
            .iter()
            .map(|(name, value)| (*name, (*value).to_owned()))
            .collect(),
    };
    let mut common = vec![("Content-Security-Policy", policy)];
    common.extend(COMMON);
    let forever = ["assets/*", "data/search/files/*"];
    let forever = forever.map(|pattern| rule(pattern, &[("Cache-Control", FOREVER)]));
    let types = TYPES.map(|(pattern, media_type)| rule(pattern, &[("Content-Type", media_type)]));
    let page = [("Content-Type", "text/html; charset=utf-8")];
    let pages = endings
        .iter()
        .map(|ending| rule(&format!("*.{ending}"), &page));
    let rules = std::iter::once(rule("*", &common));
    rules.chain(forever).chain(types).chain(pages).collect()
}

/// Returns the contents of the file with the rules.
pub(super) fn file(rules: &[HeaderRule]) -> Vec<u8> {
    let mut text = String::new();
    for HeaderRule { pattern, headers } in rules {
        text.push_str(pattern);
        for (name, value) in headers {
            text.push_str(&format!("\n  {name}: {value}"));
        }
        text.push('\n');
    }
    text.into_bytes()
}
