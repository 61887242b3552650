//! Addresses of the site that this one replaces.

use std::collections::{BTreeMap, BTreeSet};

use url::Url;

use super::text_value::{Fault, Format, TextValue, text_value_in_json};
use super::url::{is_stray, parse_web};

/// Address of the site that this one replaces, without its host: `/lmdt/2023-03-03.asp`,
/// `/shownews.asp?id=123`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LegacyPath(String);

/// Maximum length of a query, more than is needed to identify a page. The query becomes the
/// name of a folder.
const LONGEST_QUERY: usize = 80;

impl LegacyPath {
    /// Returns the address without its query.
    pub fn path(&self) -> &str {
        self.0.split_once('?').map_or(&self.0, |(path, _)| path)
    }

    /// Returns the address in the form that is compared: the order and case of the query's
    /// names do not matter.
    pub fn key(&self) -> String {
        let Some(query) = self.query() else {
            return self.0.clone();
        };
        let pairs = values(query).into_iter().map(|(name, rest)| name + &rest);
        let pairs: Vec<String> = pairs.collect();
        format!("{}?{}", self.path(), pairs.join("&"))
    }

    /// Returns the query, without `?`.
    pub fn query(&self) -> Option<&str> {
        self.0.split_once('?').map(|(_, query)| query)
    }
}

/// Returns the name and the rest of each parameter of a query as browsers send them, sorted.
pub fn values(query: &str) -> BTreeMap<String, String> {
    // The host does not matter; only the query is used.
    let sent = Url::parse(&format!("https://localhost/?{query}"));
    let sent = sent.ok().and_then(|url| url.query().map(str::to_owned));
    let sent = sent.unwrap_or_default();
    sent.split('&')
        .map(|pair| {
            let (name, rest) = pair.split_at(pair.find('=').unwrap_or(pair.len()));
            (name.to_ascii_lowercase(), upper_escapes(rest))
        })
        .collect()
}

/// Returns the text with its percent-encoded bytes in upper case.
fn upper_escapes(text: &str) -> String {
    let mut upper = String::with_capacity(text.len());
    for (index, part) in text.split('%').enumerate() {
        if 0 < index {
            upper.push('%');
        }
        let escape = part.get(..2).filter(|_| 0 < index);
        match escape.filter(|escape| escape.bytes().all(|byte| byte.is_ascii_hexdigit())) {
            Some(escape) => {
                upper.push_str(&escape.to_ascii_uppercase());
                upper.push_str(part.get(2..).unwrap_or_default());
            }
            None => upper.push_str(part),
        }
    }
    upper
}

impl TextValue for LegacyPath {
    const FORMAT: Format = Format::LegacyPath;

    fn parse(text: &str) -> Result<LegacyPath, Fault> {
        let shape = |mended| Err(Self::misshapen(mended));
        if let Ok(url) = parse_web(text, Format::LegacyPath) {
            let query = url.query().map(|query| format!("?{query}"));
            return shape(Some(format!("{}{}", url.path(), query.unwrap_or_default())));
        }
        if text.contains('\\') {
            return Err(Fault::Backslash {
                mended: text.replace('\\', "/"),
            });
        }
        if text.contains('#') {
            return Err(Fault::Fragment);
        }
        if text.contains(is_stray) {
            return shape(None);
        }
        let Some(rest) = text.strip_prefix('/') else {
            return shape((!text.is_empty()).then(|| format!("/{text}")));
        };
        let (path, query) = match rest.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (rest, None),
        };
        if path.split('/').any(|name| matches!(name, "." | "..")) {
            return Err(Fault::LeavesFolder);
        }
        let has_empty_name = path.starts_with('/') || path.contains("//");
        if path.is_empty() && query.is_none() || has_empty_name {
            return shape(None);
        }
        if query == Some("") {
            return shape(Some(format!("/{path}")).filter(|_| !path.is_empty()));
        }
        if query.is_some_and(|query| !names_values(query)) {
            return shape(None);
        }
        Ok(LegacyPath(text.to_owned()))
    }
}

/// Returns `true` if a query is short and consists of `name=value`, each name once.
fn names_values(query: &str) -> bool {
    let mut names = BTreeSet::new();
    query.len() <= LONGEST_QUERY
        && query.split('&').all(|pair| {
            let name = pair.split('=').next().unwrap_or_default();
            !name.is_empty() && names.insert(name.to_ascii_lowercase())
        })
}

text_value_in_json!(
    LegacyPath,
    written: 0,
    pattern: r"^/[^\s#\\]+$",
    examples: ["/lmdt/2023-03-03.asp", "/shownews.asp?id=123"]
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn legacy_paths_are_paths_with_or_without_a_query() {
        let shape = |mended: Option<&str>| {
            Err(Fault::Shape {
                form: Format::LegacyPath,
                mended: mended.map(str::to_owned),
            })
        };
        let table = [
            ("/lmdt/2023-03-03.asp", Ok(())),
            ("/lmdt/", Ok(())),
            ("/shownews.asp?id=123", Ok(())),
            ("/list.php?class=5&id=1", Ok(())),
            ("/show.asp?12", Ok(())),
            ("/?p=12", Ok(())),
            ("/show.asp?", shape(Some("/show.asp"))),
            ("/show.asp?id=1&ID=2", shape(None)),
            ("/show.asp?&id=1", shape(None)),
            ("lmdt/a.asp?id=1", shape(Some("/lmdt/a.asp?id=1"))),
            (
                "http://old.example.org/a.asp?id=1",
                shape(Some("/a.asp?id=1")),
            ),
            ("http://old.example.org/a.asp", shape(Some("/a.asp"))),
            ("/show.asp#top", Err(Fault::Fragment)),
            ("/../etc/passwd", Err(Fault::LeavesFolder)),
            ("/a//b", shape(None)),
            ("/", shape(None)),
            ("", shape(None)),
        ];
        for (text, expected) in table {
            assert_eq!(LegacyPath::parse(text).map(drop), expected, "{text:?}");
        }
    }
}
