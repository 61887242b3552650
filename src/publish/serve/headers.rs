//! The headers that `_headers` asks for: this server reads that file as the hosts do for which
//! it is written, so that it says what they say.

use axum::http::{HeaderName, HeaderValue};

/// The file, in the portal.
pub(super) const FILE: &str = "_headers";

/// The rules of a portal.
#[derive(Debug, Default)]
pub(super) struct Rules(Vec<Rule>);

#[derive(Debug)]
struct Rule {
    pattern: String,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl Rules {
    /// Reads the file: a line is a pattern, and the indented ones below it are its headers.
    pub(super) fn parse(text: &str) -> Self {
        let mut rules: Vec<Rule> = Vec::new();
        for line in text.lines() {
            if !line.starts_with(' ') {
                rules.push(Rule {
                    pattern: line.to_owned(),
                    headers: Vec::new(),
                });
                continue;
            }
            let header = line.trim().split_once(": ").and_then(|(name, value)| {
                // Hosts pass over a line that is no header, too.
                let name = HeaderName::try_from(name).ok()?;
                Some((name, HeaderValue::try_from(value).ok()?))
            });
            if let Some(rule) = rules.last_mut() {
                rule.headers.extend(header);
            }
        }
        Self(rules)
    }

    /// The headers of the answer at a path, the more special ones last.
    pub(super) fn of<'a>(
        &'a self,
        path: &'a str,
    ) -> impl Iterator<Item = (&'a HeaderName, &'a HeaderValue)> {
        self.0
            .iter()
            .filter(move |rule| fits(&rule.pattern, path))
            .flat_map(|rule| rule.headers.iter().map(|(name, value)| (name, value)))
    }
}

/// Whether a path fits a pattern. Those of a portal have one asterisk, which stands for
/// anything.
fn fits(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        Some((before, after)) => path
            .strip_prefix(before)
            .is_some_and(|rest| rest.ends_with(after)),
        None => pattern == path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\
/*
  Content-Security-Policy: default-src 'none'; frame-ancestors 'self'
  X-Content-Type-Options: nosniff
/assets/*
  Cache-Control: public, max-age=31536000, immutable
/*feed.xml
  Content-Type: application/atom+xml; charset=utf-8
";

    fn names(path: &str) -> Vec<String> {
        let rules = Rules::parse(TEXT);
        rules.of(path).map(|(name, _)| name.to_string()).collect()
    }

    #[test]
    fn rules_hold_where_their_pattern_fits() {
        const COMMON: [&str; 2] = ["content-security-policy", "x-content-type-options"];
        for (path, special) in [
            ("/", None),
            ("/members/", None),
            ("/assets/app-1.js", Some("cache-control")),
            ("/feed.xml", Some("content-type")),
            ("/news/policy/feed.xml", Some("content-type")),
            ("/feed.xml/", None),
            ("/other/assets/app-1.js", None),
        ] {
            let expected: Vec<&str> = COMMON.into_iter().chain(special).collect();
            assert_eq!(names(path), expected, "{path}");
        }
    }

    #[test]
    fn a_value_may_hold_colons() {
        let rules = Rules::parse("/*\n  X-A: b: c\n");
        let values: Vec<_> = rules.of("/").map(|(_, value)| value.as_bytes()).collect();
        assert_eq!(values, [b"b: c"]);
    }

    #[test]
    fn what_is_no_header_is_passed_over() {
        let rules = Rules::parse("  X-A: b\n/*\n  nothing\n  b c: d\n  X-E: f\n");
        let names: Vec<_> = rules.of("/").map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["x-e"]);
    }
}
