//! A feed in Atom 1.0 (RFC 4287).

use super::feed::{Announcements, Feed};
use super::xml::{Element, xml};
use crate::route::{Output, PublicUrl};

/// Returns the feed of `site`, in the language `lang`.
pub(super) fn atom(feed: &Announcements, url: &PublicUrl, site: &str, lang: &str) -> Vec<u8> {
    let here = url.output(&Output::Atom(feed.channel.clone()));
    let root = Element::new("feed")
        .with("xmlns", "http://www.w3.org/2005/Atom")
        .with("xml:lang", lang)
        .child(Element::text("title", &feed.title))
        .child(Element::text("subtitle", &feed.about))
        .child(Element::text("id", &here))
        .child(link("self", "application/atom+xml", &here))
        .child(link("alternate", "text/html", &feed.page))
        .child(Element::text("updated", &feed.updated()))
        // The site is the author of entries without one of their own.
        .child(author(site));
    xml(&feed
        .items
        .iter()
        .fold(root, |root, item| root.child(entry(item))))
}

fn entry(item: &Feed) -> Element {
    let mut entry = Element::new("entry")
        .child(Element::text("title", &item.title))
        .child(Element::text("id", &item.address))
        .child(link("alternate", "text/html", &item.address))
        .child(Element::text("published", &item.published.rfc3339()))
        .child(Element::text("updated", &item.updated.rfc3339()));
    if let Some(name) = &item.author {
        entry = entry.child(author(name));
    }
    if let Some(original) = &item.original {
        entry = entry.child(link("via", "text/html", original));
    }
    for tag in &item.tags {
        entry = entry.child(Element::new("category").with("term", tag));
    }
    entry
        .child(Element::text("summary", &item.summary))
        .child(Element::text("content", &item.html).with("type", "html"))
}

fn author(name: &str) -> Element {
    Element::new("author").child(Element::text("name", name))
}

fn link(relation: &str, media_type: &str, href: &str) -> Element {
    Element::new("link")
        .with("rel", relation)
        .with("type", media_type)
        .with("href", href)
}
