//! Addresses in a text: their permitted forms, and the interface that resolves them.

use crate::content::values::picture::PictureFault;
use url::Url;

use crate::content::BodyFault;

/// Kinds of items that a link may name, as in `[…](article:id)`.
pub(crate) const ITEM_KINDS: [&str; 6] =
    ["article", "member", "bulletin", "event", "page", "media"];

/// A resolver of addresses of the site. Every address in the HTML except links to other sites
/// comes from it, with the base path added.
///
/// The answers must be valid URLs, percent-encoded where needed.
pub(crate) trait Resolver {
    /// Resolves the item `kind:id`, where `kind` is one of [`ITEM_KINDS`]; returns `None` if
    /// there is no such item.
    fn item(&self, kind: &str, id: &str) -> Option<ResolvedLink>;

    /// Resolves a path of the site such as `/members/`, without query and fragment; returns
    /// `None` if there is no such page or file.
    fn path(&self, root_path: &str) -> Option<String>;

    /// Resolves an image by its path below the media folder; returns `None` if there is none.
    fn image(&self, media_path: &str) -> Option<ImageInfo>;
}

/// A resolved link to an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ResolvedLink {
    /// Address with the base path.
    pub href: String,
    /// `true` if the target is a file, which the router in the browser must not treat as a page.
    pub is_file: bool,
    /// Title of the item, used as the text of a link that has none.
    pub title: Option<String>,
}

/// An image of the media folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ImageInfo {
    /// Address with the base path.
    pub src: String,
    /// Width in pixels; `None` if the file does not state it, as with the height.
    pub width: Option<u32>,
    pub height: Option<u32>,
    /// Reason why the image cannot be shown.
    pub fault: Option<PictureFault>,
}

/// Target of a resolved link.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum LinkTarget {
    /// An item of the site.
    Item {
        /// One of [`ITEM_KINDS`].
        kind: String,
        /// Id of the item, or path below the media folder.
        id: String,
    },
    /// A path of the site, without the base path.
    Path(String),
    /// An anchor of the same text, without `#`.
    Anchor(String),
    /// Another site (`https`, `http`).
    Web(String),
    /// A mail address or a telephone number (`mailto`, `tel`).
    Contact(String),
}

/// Parses the destination of a link, which may not exist, and splits off its query and anchor if
/// it is on the site.
pub(super) fn parse_link(written: &str) -> Result<(LinkTarget, &str), BodyFault> {
    let forbidden = || Err(BodyFault::ForbiddenUrl(written.to_owned()));
    if written.is_empty() {
        return Err(BodyFault::EmptyLink);
    }
    // Browsers drop tabs and line breaks in an address and read `\` as `/`, so that `/\host` would
    // lead to another site.
    if written.contains(|c: char| c.is_control() || c == '\\') || written.starts_with("//") {
        return forbidden();
    }
    if let Some(anchor) = written.strip_prefix('#') {
        return Ok((LinkTarget::Anchor(anchor.to_owned()), written));
    }
    if written.starts_with('/') {
        if written.contains(char::is_whitespace) {
            return forbidden();
        }
        let (path, suffix) = split_suffix(written);
        return Ok((LinkTarget::Path(path.to_owned()), suffix));
    }
    let Some((scheme, rest)) = split_scheme(written) else {
        return Err(BodyFault::RelativeUrl(written.to_owned()));
    };
    if ITEM_KINDS.contains(&scheme) {
        let (id, suffix) = split_suffix(rest);
        if suffix.contains(char::is_whitespace) {
            return forbidden();
        }
        let (kind, id) = (scheme.to_owned(), id.to_owned());
        return Ok((LinkTarget::Item { kind, id }, suffix));
    }
    let Ok(url) = Url::parse(written) else {
        return forbidden();
    };
    // Browsers repair `http:host` without slashes, but here it is a typing error.
    match url.scheme() {
        "https" | "http" if rest.starts_with("//") => Ok((LinkTarget::Web(url.into()), "")),
        "mailto" | "tel" if !rest.is_empty() => Ok((LinkTarget::Contact(url.into()), "")),
        _ => forbidden(),
    }
}

/// Parses the source of an image as a path below the media folder.
///
/// `media:a.png`, `media/a.png`, `/media/a.png` and `a.png` are the same file, as an image cannot
/// come from anywhere else.
pub(super) fn media_path(written: &str) -> Result<&str, BodyFault> {
    match split_scheme(written) {
        Some(("media", path)) => Ok(path),
        None if !written.starts_with("//") => {
            let path = written.strip_prefix('/').unwrap_or(written);
            Ok(path.strip_prefix("media/").unwrap_or(path))
        }
        _ => Err(BodyFault::ForeignImage(written.to_owned())),
    }
}

/// Splits `scheme:rest` if the part before the colon is a scheme (RFC 3986, section 3.1).
fn split_scheme(written: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = written.split_once(':')?;
    let begins_with_letter = scheme.starts_with(|c: char| c.is_ascii_alphabetic());
    let is_scheme = scheme
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    (begins_with_letter && is_scheme).then_some((scheme, rest))
}

/// Splits off the query and the fragment, with their `?` or `#`.
fn split_suffix(written: &str) -> (&str, &str) {
    let end = written.find(['?', '#']).unwrap_or(written.len());
    written.split_at(end)
}
