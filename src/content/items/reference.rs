//! References from one item to another, and targets of navigation entries.

use std::fmt;

use crate::content::values::did_you_mean::closest;
use crate::content::values::id::ItemId;
use crate::content::values::media::MediaPath;
use crate::content::values::named_enum::named_enum;
use crate::content::values::text_value::{Fault, Format, TextValue, text_value_in_json};
use crate::content::values::url::{WebUrl, is_stray};
use crate::route::IssueId;

named_enum! {
    /// Collections of a site, which are the folders below `content/`.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Collection {
        /// `content/articles/`.
        Articles = "articles",
        /// `content/members/`.
        Members = "members",
        /// `content/bulletins/`.
        Bulletins = "bulletins",
        /// `content/events/`.
        Events = "events",
        /// `content/links/`.
        Links = "links",
        /// `content/pages/`.
        Pages = "pages",
    }

    /// Returns the name of its folder.
    pub fn folder(self);
}

/// Reference to an item.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemRef {
    /// An article.
    Article(ItemId),
    /// A member.
    Member(ItemId),
    /// An issue of the bulletin.
    Bulletin(IssueId),
    /// An event.
    Event(ItemId),
    /// A page.
    Page(ItemId),
}

/// Schemes of item links.
const SCHEMES: [&str; 6] = ["article", "member", "bulletin", "event", "page", "media"];

impl ItemRef {
    /// Returns the collection of the item.
    pub fn collection(&self) -> Collection {
        match self {
            ItemRef::Article(_) => Collection::Articles,
            ItemRef::Member(_) => Collection::Members,
            ItemRef::Bulletin(_) => Collection::Bulletins,
            ItemRef::Event(_) => Collection::Events,
            ItemRef::Page(_) => Collection::Pages,
        }
    }

    /// Returns the id as text: the name of the item's file without `.json`.
    pub fn id(&self) -> String {
        match self {
            ItemRef::Article(id) | ItemRef::Member(id) | ItemRef::Event(id) | ItemRef::Page(id) => {
                id.to_string()
            }
            ItemRef::Bulletin(id) => id.to_string(),
        }
    }
}

impl fmt::Display for ItemRef {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ItemRef::Article(id) => write!(formatter, "article:{id}"),
            ItemRef::Member(id) => write!(formatter, "member:{id}"),
            ItemRef::Bulletin(id) => write!(formatter, "bulletin:{id}"),
            ItemRef::Event(id) => write!(formatter, "event:{id}"),
            ItemRef::Page(id) => write!(formatter, "page:{id}"),
        }
    }
}

/// Destination of a link in Markdown to an item or a file of the site.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemLink {
    /// `article:…`, `member:…`, `bulletin:…`, `event:…`, `page:…`.
    Item(ItemRef),
    /// `media:…`.
    Media(MediaPath),
}

impl ItemLink {
    /// Parses the destination of a link; returns `None` if it has none of the schemes of item
    /// links.
    pub fn parse(destination: &str) -> Option<Result<ItemLink, Fault>> {
        let (scheme, rest) = destination.split_once(':')?;
        let item = |make: fn(ItemId) -> ItemRef| ItemId::parse(rest).map(make).map(ItemLink::Item);
        Some(match scheme {
            "article" => item(ItemRef::Article),
            "member" => item(ItemRef::Member),
            "event" => item(ItemRef::Event),
            "page" => item(ItemRef::Page),
            "bulletin" => match IssueId::parse(rest) {
                Some(id) => Ok(ItemLink::Item(ItemRef::Bulletin(id))),
                None => Err(ItemId::misshapen(None)),
            },
            "media" => MediaPath::parse(rest).map(ItemLink::Media),
            _ => return None,
        })
    }
}

/// Target of a navigation entry.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NavigationTarget {
    /// Route of the portal, such as `/news/policy/`, without the base path; begins with `/`.
    Route(String),
    /// Item, such as `page:about`.
    Item(ItemRef),
    /// Another site.
    Web(WebUrl),
}

impl TextValue for NavigationTarget {
    const FORMAT: Format = Format::NavigationTarget;

    fn parse(text: &str) -> Result<NavigationTarget, Fault> {
        let shape = |mended| Err(Self::misshapen(mended));
        if text.contains(is_stray) {
            return shape(None);
        }
        if text.starts_with("//") {
            return shape(Some(format!("https:{text}")));
        }
        if text.starts_with('/') {
            return Ok(NavigationTarget::Route(text.to_owned()));
        }
        match ItemLink::parse(text) {
            Some(Ok(ItemLink::Item(item))) => return Ok(NavigationTarget::Item(item)),
            Some(Ok(ItemLink::Media(_))) => return shape(None),
            Some(Err(fault)) => return Err(fault),
            None => {}
        }
        if text.contains("://") {
            let url = WebUrl::parse(text)?;
            if !url.is_https() {
                return Err(Fault::NotHttps);
            }
            return Ok(NavigationTarget::Web(url));
        }
        match text.split_once(':') {
            Some((scheme, _)) => Err(Fault::UnknownScheme {
                nearest: closest(scheme, SCHEMES),
            }),
            None => shape((!text.is_empty()).then(|| format!("/{}/", text.trim_end_matches('/')))),
        }
    }
}

impl fmt::Display for NavigationTarget {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NavigationTarget::Route(path) => formatter.write_str(path),
            NavigationTarget::Item(item) => item.fmt(formatter),
            NavigationTarget::Web(url) => url.fmt(formatter),
        }
    }
}

text_value_in_json!(
    NavigationTarget,
    pattern: r"^(/|https://|article:|member:|bulletin:|event:|page:)\S*$",
    example: "page:about"
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn navigation_leads_to_routes_items_and_encrypted_sites() {
        let shape = |mended: Option<&str>| {
            Err(Fault::Shape {
                form: Format::NavigationTarget,
                mended: mended.map(str::to_owned),
            })
        };
        let table = [
            ("/", Ok(())),
            ("/news/policy/", Ok(())),
            ("page:about", Ok(())),
            ("bulletin:143", Ok(())),
            ("bulletin:2024-3", Ok(())),
            ("bulletin:143-s1", Ok(())),
            ("https://example.org/", Ok(())),
            ("http://example.org/", Err(Fault::NotHttps)),
            ("//example.org/", shape(Some("https://example.org/"))),
            ("news/policy", shape(Some("/news/policy/"))),
            (
                "pages:about",
                Err(Fault::UnknownScheme {
                    nearest: Some("page"),
                }),
            ),
            (
                "javascript:alert(1)",
                Err(Fault::UnknownScheme { nearest: None }),
            ),
            ("media:logo.svg", shape(None)),
            (
                "bulletin:0143",
                Err(Fault::Shape {
                    form: Format::ItemId,
                    mended: None,
                }),
            ),
            ("", shape(None)),
        ];
        for (text, expected) in table {
            assert_eq!(
                NavigationTarget::parse(text).map(drop),
                expected,
                "{text:?}"
            );
        }
    }

    #[test]
    fn other_destinations_are_no_item_links() {
        for text in [
            "https://example.org/",
            "#top",
            "mailto:a@example.org",
            "a.html",
        ] {
            assert_eq!(ItemLink::parse(text), None, "{text:?}");
        }
    }
}
