//! The file `_headers`, from which Netlify, Cloudflare Pages and others take HTTP headers.
//!
//! Such hosts join the values when two rules that fit set one header. So what changes gets no
//! caching header here: these hosts have it asked for anew by themselves.

use crate::route::BasePath;
use std::collections::BTreeSet;

/// The headers that every answer carries, besides the content security policy.
pub(in crate::publish) const COMMON: [(&str, &str); 4] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    (
        "Permissions-Policy",
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
    ("Cross-Origin-Opener-Policy", "same-origin"),
];
/// For files that have a hash in their names.
const FOREVER: &str = "public, max-age=31536000, immutable";
/// Types that not every host knows.
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

/// The file. `policy` is the content security policy of the pages, `endings` are those of old
/// paths at which a page stands.
#[must_use]
pub(super) fn headers(base: &BasePath, policy: &str, endings: &BTreeSet<String>) -> Vec<u8> {
    let base = base.as_str();
    let mut rules = vec![
        format!("{base}/*"),
        header("Content-Security-Policy", policy),
    ];
    rules.extend(COMMON.map(|(name, value)| header(name, value)));
    for folder in ["assets", "data/search/files"] {
        rules.push(format!("{base}/{folder}/*"));
        rules.push(header("Cache-Control", FOREVER));
    }
    for (pattern, media_type) in TYPES {
        rules.push(format!("{base}/{pattern}"));
        rules.push(header("Content-Type", media_type));
    }
    for ending in endings {
        rules.push(format!("{base}/*.{ending}"));
        rules.push(header("Content-Type", "text/html; charset=utf-8"));
    }
    (rules.join("\n") + "\n").into_bytes()
}

fn header(name: &str, value: &str) -> String {
    format!("  {name}: {value}")
}
