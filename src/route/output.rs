//! Files that publishing writes besides the data of pages.

use super::{FeedId, Route};
use std::fmt;

/// File of the published portal; its `Display` form is the path in the output folder.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Output {
    /// HTML of a page.
    Html(Route),
    /// Page for unknown addresses.
    NotFound,
    /// All events, as a calendar to subscribe to.
    Calendar,
    /// One event as a calendar file, by the event's id.
    CalendarOf(String),
    /// Feed in Atom 1.0 (RFC 4287).
    Atom(FeedId),
    /// Feed in JSON Feed 1.1.
    JsonFeed(FeedId),
    /// Markdown source of an article, by the article's id.
    Markdown(String),
    /// QR code with the address of an article, by the article's id.
    QrCode(String),
    /// Sitemap, or the index of its parts.
    Sitemap,
    /// Part of a sitemap that is too long for one file, with its number from 1.
    SitemapPart(SitemapKind, usize),
    /// Sitemap as plain text.
    SitemapText,
    /// `robots.txt`: rules for crawlers, and the address of the sitemap.
    Robots,
    /// `llms.txt`: description of the portal for language models.
    Llms,
    /// Members as a table.
    MembersTable,
    /// OpenSearch description, with which browsers offer the search.
    OpenSearch,
    /// Web app manifest, with which the portal can be installed on a phone.
    Manifest,
    /// Icon of the site as a bitmap of this width and height in pixels.
    Icon(u32),
    /// Icon that is generated for a site without one.
    Mark,
    /// Icon that browsers request when a page does not name one.
    Favicon,
    /// HTTP headers, for hosts that read them from a file.
    Headers,
    /// Redirects, for hosts that read them from a file.
    Redirects,
    /// Marker that turns off Jekyll on GitHub Pages, which would otherwise generate pages from
    /// the Markdown files of articles and overwrite the articles.
    NoJekyll,
    /// Script that redirects addresses of the old site by their query string.
    LegacyScript,
    /// Page at a path of the old site that this one replaces.
    Legacy(String),
}

/// Pages that a part of the sitemap lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SitemapKind {
    /// Articles, from the oldest.
    Articles,
    /// All other pages.
    Pages,
}

impl Output {
    /// Outputs that occur once in a portal.
    pub const SINGLE: [Self; 14] = [
        Self::NotFound,
        Self::Calendar,
        Self::Sitemap,
        Self::SitemapText,
        Self::Robots,
        Self::Llms,
        Self::MembersTable,
        Self::OpenSearch,
        Self::Manifest,
        Self::Headers,
        Self::Redirects,
        Self::NoJekyll,
        Self::Favicon,
        Self::LegacyScript,
    ];

    /// Returns one output of each kind, except the pages at paths of the old site.
    #[must_use]
    pub fn one_of_each() -> Vec<Self> {
        let id = || "id".to_owned();
        let pages = Route::one_of_each().into_iter().map(Self::Html);
        let others = [
            Self::CalendarOf(id()),
            Self::Atom(FeedId::All),
            Self::JsonFeed(FeedId::All),
            Self::Markdown(id()),
            Self::QrCode(id()),
            Self::SitemapPart(SitemapKind::Articles, 1),
            Self::SitemapPart(SitemapKind::Pages, 1),
            Self::Icon(1),
        ];
        pages.chain(Self::SINGLE).chain(others).collect()
    }

    /// Returns the files that a page may have besides its data: its HTML, and for an article
    /// its Markdown and its QR code.
    #[must_use]
    pub fn of_page(route: &Route) -> Vec<Self> {
        let page = Self::Html(route.clone());
        match route {
            Route::Article(id) => vec![page, Self::Markdown(id.clone()), Self::QrCode(id.clone())],
            _ => vec![page],
        }
    }

    /// Returns `true` if a name is that of a part of the sitemap with any number.
    #[must_use]
    pub fn is_sitemap_part(name: &str) -> bool {
        let number = name.rsplit('-').next();
        let number = number.and_then(|rest| rest.strip_suffix(".xml")?.parse().ok());
        let Some(number) = number else {
            return false;
        };
        [SitemapKind::Articles, SitemapKind::Pages]
            .into_iter()
            .any(|kind| Self::SitemapPart(kind, number).to_string() == name)
    }
}

impl fmt::Display for Output {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Html(route) => {
                let path = route.to_string();
                write!(f, "{}index.html", path.trim_start_matches('/'))
            }
            Self::NotFound => f.write_str("404.html"),
            Self::Calendar => f.write_str("events.ics"),
            Self::CalendarOf(id) => write!(f, "events/{id}/event.ics"),
            Self::Atom(channel) => f.write_str(&channel.atom()),
            Self::JsonFeed(channel) => f.write_str(&channel.json()),
            Self::Markdown(id) => write!(f, "articles/{id}/index.md"),
            Self::QrCode(id) => f.write_str(&qr_code(id)),
            Self::Sitemap => f.write_str("sitemap.xml"),
            // In the folder of the index: a sitemap may list only pages below its own folder.
            Self::SitemapPart(SitemapKind::Articles, number) => {
                write!(f, "sitemap-articles-{number}.xml")
            }
            Self::SitemapPart(SitemapKind::Pages, number) => {
                write!(f, "sitemap-pages-{number}.xml")
            }
            Self::SitemapText => f.write_str("sitemap.txt"),
            Self::Robots => f.write_str("robots.txt"),
            Self::Llms => f.write_str("llms.txt"),
            Self::MembersTable => f.write_str("members.csv"),
            Self::OpenSearch => f.write_str("opensearch.xml"),
            Self::Manifest => f.write_str("manifest.webmanifest"),
            Self::Icon(size) => write!(f, "icons/{size}.png"),
            Self::Mark => f.write_str("icons/mark.svg"),
            Self::Favicon => f.write_str("favicon.ico"),
            Self::Headers => f.write_str("_headers"),
            Self::Redirects => f.write_str("_redirects"),
            Self::NoJekyll => f.write_str(".nojekyll"),
            Self::LegacyScript => f.write_str("legacy/query.js"),
            Self::Legacy(path) => f.write_str(path),
        }
    }
}

/// Returns the path of an article's QR code, which its page shows.
#[must_use]
pub fn qr_code(article: &str) -> String {
    ["articles/", article, "/qr.svg"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outputs_stand_where_others_look_for_them() {
        for (output, path) in [
            (Output::Html(Route::Members), "members/index.html"),
            (Output::Atom(FeedId::All), "feed.xml"),
            (
                Output::Atom(FeedId::Section("policy".to_owned())),
                "news/policy/feed.xml",
            ),
            (Output::JsonFeed(FeedId::Bulletins), "bulletins/feed.json"),
            (Output::Markdown("a".to_owned()), "articles/a/index.md"),
            (
                Output::SitemapPart(SitemapKind::Articles, 2),
                "sitemap-articles-2.xml",
            ),
            (Output::Icon(180), "icons/180.png"),
        ] {
            assert_eq!(output.to_string(), path);
        }
    }
}
