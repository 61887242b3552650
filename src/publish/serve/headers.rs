//! Headers that the portal requires of its host.

use crate::publish::outputs::HeaderRule;
use axum::http::{HeaderMap, HeaderName, HeaderValue};

/// Returns the headers of the response at an address. Later rules override earlier ones.
pub(super) fn headers_at(rules: &[HeaderRule], address: &str) -> HeaderMap {
    let fitting = rules.iter().filter(|rule| fits(&rule.pattern, address));
    let headers = fitting.flat_map(|rule| &rule.headers);
    // All names and values are valid, so none is lost.
    let headers = headers.filter_map(|(name, value)| {
        let name = HeaderName::try_from(*name).ok()?;
        Some((name, HeaderValue::try_from(value).ok()?))
    });
    let mut found = HeaderMap::new();
    for (name, value) in headers {
        found.insert(name, value);
    }
    found
}

/// Returns `true` if an address matches a pattern. The patterns of a portal have at most one
/// asterisk, which matches any text.
fn fits(pattern: &str, address: &str) -> bool {
    match pattern.split_once('*') {
        Some((before, after)) => address
            .strip_prefix(before)
            .is_some_and(|rest| rest.ends_with(after)),
        None => pattern == address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_fits_addresses() {
        for (pattern, address, expected) in [
            ("/*", "/", true),
            ("/*", "/members/", true),
            ("/assets/*", "/assets/app-1.js", true),
            ("/assets/*", "/other/assets/app-1.js", false),
            ("/*feed.xml", "/feed.xml", true),
            ("/*feed.xml", "/news/policy/feed.xml", true),
            ("/*feed.xml", "/feed.xml/", false),
            ("/opensearch.xml", "/opensearch.xml", true),
            ("/opensearch.xml", "/a/opensearch.xml", false),
        ] {
            assert_eq!(fits(pattern, address), expected, "{pattern} {address}");
        }
    }

    #[test]
    fn the_more_special_rule_counts() {
        let rule = |pattern: &str, value: &str| HeaderRule {
            pattern: pattern.to_owned(),
            headers: vec![("X-A", value.to_owned())],
        };
        let rules = [rule("/*", "1"), rule("/b/*", "2")];
        for (address, expected) in [("/a", "1"), ("/b/c", "2")] {
            assert_eq!(headers_at(&rules, address)["x-a"], expected, "{address}");
        }
    }
}
