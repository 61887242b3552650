//! Where the portal is served.

use super::{Asked, DataFile, Facet, Output, Route};
use thiserror::Error;

/// The anchor of the list in the directory of members.
pub const MEMBER_LIST: &str = "list";

/// The path below which the portal is served: empty at the root of a host, else `/a/b`.
///
/// It is known at run time only, so one shell serves every site and every path.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BasePath(String);

impl BasePath {
    /// Takes a path such as `/a/b/`, `/a/b`, `/` or an empty one.
    #[must_use]
    pub fn new(path: &str) -> Self {
        Self(path.trim_end_matches('/').to_owned())
    }

    /// The path without a final slash; empty at the root.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address of a page, for links inside the portal.
    #[must_use]
    pub fn href(&self, route: &Route) -> String {
        format!("{}{route}", self.0)
    }

    /// The address of the search for something.
    #[must_use]
    pub fn search(&self, asked: &Asked) -> String {
        self.href(&Route::Search) + &asked.query()
    }

    /// The address of a JSON file that the app fetches.
    #[must_use]
    pub fn data(&self, file: &DataFile) -> String {
        format!("{}/{file}", self.0)
    }

    /// The address of a file that publishing writes.
    #[must_use]
    pub fn output(&self, output: &Output) -> String {
        format!("{}/{output}", self.0)
    }

    /// The address of a file below `media/`, given its path there.
    ///
    /// Names may hold any letter; what a URL cannot carry is percent-encoded.
    #[must_use]
    pub fn media(&self, path: &str) -> String {
        self.file(&format!("media/{path}"))
    }

    /// The address of a file of the shell or of `media/`, given its path in the output.
    #[must_use]
    pub fn file(&self, path: &str) -> String {
        let mut href = format!("{}/", self.0);
        push_encoded(&mut href, path);
        href
    }

    /// The address of the directory of members, at its list, with one choice made.
    #[must_use]
    pub fn members_by(&self, facet: Facet, choice: &str) -> String {
        let mut href = self.href(&Route::Members);
        for part in ["?", facet.parameter(), "="] {
            href.push_str(part);
        }
        push_encoded(&mut href, choice);
        href.push('#');
        href.push_str(MEMBER_LIST);
        href
    }

    /// The path below the base, if `path` lies below it.
    #[must_use]
    pub fn strip<'path>(&self, path: &'path str) -> Option<&'path str> {
        let rest = path.strip_prefix(&self.0)?;
        rest.starts_with('/').then_some(rest)
    }
}

/// Appends what a URL can carry as it is, and everything else percent-encoded.
pub(super) fn push_encoded(href: &mut String, text: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'.' | b'_' | b'~') {
            href.push(char::from(byte));
        } else {
            href.push_str(&format!("%{byte:02X}"));
        }
    }
}

/// The absolute address of the portal, such as `https://host/path/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicUrl {
    origin: String,
    base: BasePath,
}

/// A `base_url` that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("网址“{0}”不能用作 base_url：应形如 https://host/ 或 https://host/path/，以斜杠结尾")]
pub struct InvalidBaseUrl(String);

impl PublicUrl {
    /// Reads `https://host/path/`.
    ///
    /// # Errors
    /// When the scheme is neither `https` nor `http`, the host is missing, the final slash
    /// is missing, or there is a query, a fragment or a character that needs escaping.
    pub fn parse(url: &str) -> Result<Self, InvalidBaseUrl> {
        let invalid = || InvalidBaseUrl(url.to_owned());
        let (scheme, rest) = url.split_once("://").ok_or_else(invalid)?;
        let (host, path) = rest.split_once('/').ok_or_else(invalid)?;
        let host_is_plain = !host.is_empty()
            && host.bytes().all(
                |byte| matches!(byte, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b':' | b'[' | b']'),
            );
        let path_is_plain = path.is_empty()
            || path.strip_suffix('/').is_some_and(|path| {
                path.split('/').all(|segment| {
                    !matches!(segment, "" | "." | "..")
                        && segment.bytes().all(
                            |byte| matches!(byte, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~'),
                        )
                })
            });
        if !matches!(scheme, "https" | "http") || !host_is_plain || !path_is_plain {
            return Err(invalid());
        }
        Ok(Self {
            origin: format!("{scheme}://{host}"),
            base: BasePath::new(&format!("/{path}")),
        })
    }

    /// The host, without a port.
    #[must_use]
    pub fn host(&self) -> &str {
        let host = self.origin.split("://").nth(1).unwrap_or_default();
        host.rsplit_once(':').map_or(host, |(name, _)| name)
    }

    /// The path part.
    #[must_use]
    pub const fn base(&self) -> &BasePath {
        &self.base
    }

    /// Scheme and host, without a final slash.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The absolute, canonical address of a page.
    #[must_use]
    pub fn canonical(&self, route: &Route) -> String {
        format!("{}{}", self.origin, self.base.href(route))
    }

    /// The absolute address of a file that publishing writes.
    #[must_use]
    pub fn output(&self, output: &Output) -> String {
        self.absolute(&self.base.output(output))
    }

    /// The absolute address of something whose address on this host is known.
    #[must_use]
    pub fn absolute(&self, href: &str) -> String {
        format!("{}{href}", self.origin)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_carry_the_base() {
        let base = BasePath::new("/a/b/");
        assert_eq!(base.href(&Route::Members), "/a/b/members/");
        assert_eq!(BasePath::new("/").href(&Route::Home), "/");
        assert_eq!(base.strip("/a/b/members/"), Some("/members/"));
        assert_eq!(base.strip("/a/bc/"), None);
    }

    #[test]
    fn a_choice_among_members_has_an_address() {
        assert_eq!(
            BasePath::new("/a").members_by(Facet::Province, "江苏"),
            "/a/members/?province=%E6%B1%9F%E8%8B%8F#list"
        );
    }

    #[test]
    fn a_base_url_gives_canonical_addresses() {
        let url = PublicUrl::parse("https://example.org/a/b/");
        assert_eq!(
            url.map(|url| url.canonical(&Route::Bulletin(143))),
            Ok("https://example.org/a/b/bulletins/143/".to_owned())
        );
    }

    #[test]
    fn unusable_base_urls_are_told() {
        for url in [
            "example.org/",
            "https://example.org",
            "https:///a/",
            "https://example.org/a",
            "https://example.org/a b/",
            "https://example.org/../",
            "https://example.org/?q=/",
            "ftp://example.org/",
            "https://user@example.org/",
        ] {
            assert_eq!(PublicUrl::parse(url), Err(InvalidBaseUrl(url.to_owned())));
        }
    }
}
