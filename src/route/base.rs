//! Base path and public address of the portal.

use super::percent::push_encoded;
use super::{DataFile, Facet, Output, Route, SearchQuery};

/// Anchor of the list in the directory of members.
pub const MEMBER_LIST: &str = crate::ids::MEMBER_LIST;

/// Path below which the portal is served: empty at the root of a host, otherwise like `/a/b`.
///
/// It is known at run time only, so one shell works for every site and every path.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BasePath(String);

impl BasePath {
    /// Creates a base path from a path such as `/a/b/`, `/a/b`, `/` or an empty one.
    #[must_use]
    pub fn new(path: &str) -> Self {
        Self(path.trim_end_matches('/').to_owned())
    }

    /// Returns the path without a final slash; empty at the root.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the address of a page, for links inside the portal.
    #[must_use]
    pub fn href(&self, route: &Route) -> String {
        format!("{}{route}", self.0)
    }

    /// Returns the address of a search.
    #[must_use]
    pub fn search(&self, asked: &SearchQuery) -> String {
        self.href(&Route::Search) + &asked.query()
    }

    /// Returns the address of a JSON file that the app fetches.
    #[must_use]
    pub fn data(&self, file: &DataFile) -> String {
        format!("{}/{file}", self.0)
    }

    /// Returns the address of a file that publishing writes.
    #[must_use]
    pub fn output(&self, output: &Output) -> String {
        format!("{}/{output}", self.0)
    }

    /// Returns the address of a file below `media/`, given its path there.
    ///
    /// File names may contain any character; those not allowed in a URL are percent-encoded.
    #[must_use]
    pub fn media(&self, path: &str) -> String {
        self.file(&format!("media/{path}"))
    }

    /// Returns the address of a file of the shell or of `media/`, given its path in the
    /// output.
    #[must_use]
    pub fn file(&self, path: &str) -> String {
        let mut href = format!("{}/", self.0);
        push_encoded(&mut href, path);
        href
    }

    /// Returns the address of the list in the directory of members, filtered by one facet.
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

    /// Returns the path below the base path, or `None` if `path` is not below it.
    #[must_use]
    pub fn strip<'path>(&self, path: &'path str) -> Option<&'path str> {
        let rest = path.strip_prefix(&self.0)?;
        rest.starts_with('/').then_some(rest)
    }

    /// Returns the page at a path, or `None` if `path` is not that of a page.
    #[must_use]
    pub fn page_at(&self, path: &str) -> Option<Route> {
        self.strip(path).and_then(Route::parse)
    }
}

/// Absolute address of the portal, such as `https://host/path/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicUrl {
    origin: String,
    base: BasePath,
}

impl PublicUrl {
    /// Creates an address from the origin (scheme and host, without a final slash) and the
    /// path.
    #[must_use]
    pub const fn new(origin: String, base: BasePath) -> Self {
        Self { origin, base }
    }

    /// Returns the host without the port.
    #[must_use]
    pub fn host(&self) -> &str {
        let host = self.origin.split("://").nth(1).unwrap_or_default();
        host.rsplit_once(':').map_or(host, |(name, _)| name)
    }

    /// Returns the base path.
    #[must_use]
    pub const fn base(&self) -> &BasePath {
        &self.base
    }

    /// Returns scheme and host, without a final slash.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Returns the absolute, canonical address of a page.
    #[must_use]
    pub fn canonical(&self, route: &Route) -> String {
        format!("{}{}", self.origin, self.base.href(route))
    }

    /// Returns the absolute address of a file that publishing writes.
    #[must_use]
    pub fn output(&self, output: &Output) -> String {
        self.absolute(&self.base.output(output))
    }

    /// Returns the absolute form of an address on this host.
    #[must_use]
    pub fn absolute(&self, href: &str) -> String {
        format!("{}{href}", self.origin)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::IssueId;

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
        let url = PublicUrl::new("https://example.org".to_owned(), BasePath::new("/a/b/"));
        assert_eq!(
            url.canonical(&Route::Bulletin(IssueId::running(143))),
            "https://example.org/a/b/bulletins/143/"
        );
    }
}
