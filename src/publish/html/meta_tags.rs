//! Metadata of a page for crawlers, link previews, and feed readers.

use super::escape::escape;
use std::fmt::Write as _;

/// Metadata of a page.
#[derive(Debug)]
pub(crate) struct MetaTags {
    /// Description of the page in one or two sentences.
    pub description: String,
    /// Canonical address of the page.
    pub canonical: String,
    /// `true` if crawlers are asked not to index the page.
    pub hidden: bool,
    /// Picture that represents the page.
    pub image: Option<Image>,
    /// Properties of an article, if the page is one.
    pub article: Option<ArticleFacts>,
    /// Other forms of the page, and feeds of the items that it lists.
    pub alternates: Vec<Alternate>,
    /// Structured data as JSON-LD; one block per value.
    pub structured: Vec<serde_json::Value>,
}

/// A picture, by its absolute address.
#[derive(Debug)]
pub(crate) struct Image {
    pub address: String,
    pub size: Option<(u32, u32)>,
    pub alt: String,
}

/// Times of publication and change of an article, and its classification.
#[derive(Debug)]
pub(crate) struct ArticleFacts {
    pub published: String,
    pub updated: Option<String>,
    pub section: String,
    pub tags: Vec<String>,
}

/// Another form of the page, or a feed.
#[derive(Debug)]
pub(crate) struct Alternate {
    pub media_type: &'static str,
    pub href: String,
    pub title: Option<String>,
}

impl MetaTags {
    /// Writes the elements of the head that differ between pages.
    pub(crate) fn write(&self, html: &mut String, title: &str, site: &str, locale: &str) {
        meta(html, "name", "description", &self.description);
        if self.hidden {
            meta(html, "name", "robots", "noindex");
        }
        let mut property = |name: &str, value: &str| meta(html, "property", name, value);
        let kind = self.article.as_ref().map_or("website", |_| "article");
        property("og:type", kind);
        property("og:title", title);
        property("og:description", &self.description);
        property("og:url", &self.canonical);
        property("og:site_name", site);
        property("og:locale", locale);
        if let Some(image) = &self.image {
            property("og:image", &image.address);
            if let Some((width, height)) = image.size {
                property("og:image:width", &width.to_string());
                property("og:image:height", &height.to_string());
            }
            property("og:image:alt", &image.alt);
        }
        if let Some(article) = &self.article {
            property("article:published_time", &article.published);
            if let Some(updated) = &article.updated {
                property("article:modified_time", updated);
            }
            property("article:section", &article.section);
            for tag in &article.tags {
                property("article:tag", tag);
            }
        }
        // Such a card takes everything else from the properties above.
        let card = self
            .image
            .as_ref()
            .map_or("summary", |_| "summary_large_image");
        meta(html, "name", "twitter:card", card);
        link(html, "canonical", &[("href", &self.canonical)]);
        for alternate in &self.alternates {
            let mut attributes = vec![
                ("type", alternate.media_type),
                ("href", alternate.href.as_str()),
            ];
            attributes.extend(alternate.title.as_deref().map(|title| ("title", title)));
            link(html, "alternate", &attributes);
        }
        for value in &self.structured {
            // Browsers do not execute such a block, so no policy has to allow it.
            let json = script_safe(&value.to_string());
            _ = write!(html, "<script type=\"application/ld+json\">{json}</script>");
        }
    }
}

/// Writes a `meta` element with the name in the attribute `key`.
pub(crate) fn meta(html: &mut String, key: &str, name: &str, content: &str) {
    let content = escape(content);
    // Writing to a string cannot fail.
    _ = write!(html, "<meta {key}=\"{name}\" content=\"{content}\">");
}

/// Writes a `link` element.
pub(crate) fn link(html: &mut String, relation: &str, attributes: &[(&str, &str)]) {
    _ = write!(html, "<link rel=\"{relation}\"");
    for (name, value) in attributes {
        _ = write!(html, " {name}=\"{}\"", escape(value));
    }
    html.push('>');
}

/// Escapes JSON so that it contains no `</script` and no comment.
pub(crate) fn script_safe(json: &str) -> String {
    json.replace('<', "\\u003c")
}
