//! Sitemap (sitemaps.org, 0.9) and `robots.txt`.
//!
//! Articles are divided into parts that are filled from the oldest, so that a full part never
//! changes and an added article changes only the last one.

use super::xml::{Element, xml};
use crate::content::values::date::Moment;
use crate::publish::view::SiteView;
use crate::route::{Output, PublicUrl, Route, SitemapKind};
use std::collections::BTreeSet;

/// Maximum number of pages per file. The limit of the protocol is 50,000; with a smaller number,
/// less has to be written and fetched again when an article is added.
const PART: usize = 5_000;
/// Maximum number of addresses in the plain text, which cannot be divided into parts.
const TEXT: usize = 50_000;

#[derive(Debug)]
struct SitemapUrl {
    address: String,
    changed: Option<Moment>,
}

pub(super) fn sitemap(
    view: &SiteView<'_>,
    routes: &BTreeSet<Route>,
    url: &PublicUrl,
) -> Vec<(Output, Vec<u8>)> {
    in_parts(&articles(view, url), &pages(view, routes, url), url)
}

fn in_parts(
    articles: &[SitemapUrl],
    pages: &[SitemapUrl],
    url: &PublicUrl,
) -> Vec<(Output, Vec<u8>)> {
    // If there are too many, the newest articles are listed.
    let addresses = pages.iter().chain(articles.iter().rev());
    let text: String = addresses
        .take(TEXT)
        .map(|entry| format!("{}\n", entry.address))
        .collect();
    let mut files = vec![(Output::SitemapText, text.into_bytes())];
    if articles.len() + pages.len() <= PART {
        let entries = pages.iter().chain(articles);
        files.push((Output::Sitemap, list(entries)));
        return files;
    }
    let mut index = Element::new("sitemapindex").with("xmlns", NAMESPACE);
    for (kind, entries) in [
        (SitemapKind::Pages, pages),
        (SitemapKind::Articles, articles),
    ] {
        for (number, part) in (1..).zip(entries.chunks(PART)) {
            let output = Output::SitemapPart(kind, number);
            let changed = part.iter().filter_map(|entry| entry.changed).max();
            index = index.child(element("sitemap", &url.output(&output), changed));
            files.push((output, list(part.iter())));
        }
    }
    files.push((Output::Sitemap, xml(&index)));
    files
}

/// Returns the contents of `robots.txt`: permission to read everything, and the address of the
/// sitemap.
pub(super) fn robots(url: &PublicUrl) -> Vec<u8> {
    let sitemap = url.output(&Output::Sitemap);
    format!("User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n").into_bytes()
}

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// Returns the listed articles from the oldest. Withdrawn ones keep their page, but are not
/// listed.
fn articles(view: &SiteView<'_>, url: &PublicUrl) -> Vec<SitemapUrl> {
    let news = view.catalog().news.iter();
    news.map(|(id, _)| entry(view, &Route::Article(id.to_string()), url))
        .collect()
}

fn pages(view: &SiteView<'_>, routes: &BTreeSet<Route>, url: &PublicUrl) -> Vec<SitemapUrl> {
    let pages = routes
        .iter()
        .filter(|route| !matches!(route, Route::Article(_)) && view.is_listed(route));
    pages.map(|route| entry(view, route, url)).collect()
}

fn entry(view: &SiteView<'_>, route: &Route, url: &PublicUrl) -> SitemapUrl {
    SitemapUrl {
        address: url.canonical(route),
        changed: view.changed(route),
    }
}

fn list<'a>(entries: impl Iterator<Item = &'a SitemapUrl>) -> Vec<u8> {
    let root = Element::new("urlset").with("xmlns", NAMESPACE);
    xml(&entries.fold(root, |root, entry| {
        root.child(element("url", &entry.address, entry.changed))
    }))
}

fn element(name: &'static str, address: &str, changed: Option<Moment>) -> Element {
    let element = Element::new(name).child(Element::text("loc", address));
    match changed {
        Some(moment) => element.child(Element::text("lastmod", &moment.to_string())),
        None => element,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::BasePath;

    fn entries(count: usize) -> Vec<SitemapUrl> {
        let address = |number| format!("https://example.org/{number}/");
        (0..count)
            .map(|number| SitemapUrl {
                address: address(number),
                changed: None,
            })
            .collect()
    }

    fn parts(articles: usize) -> Vec<(Output, Vec<u8>)> {
        let url = PublicUrl::new("https://example.org".to_owned(), BasePath::default());
        in_parts(&entries(articles), &entries(20), &url)
    }

    #[test]
    fn a_short_sitemap_is_one_file() {
        let names: Vec<_> = parts(4_980).into_iter().map(|(output, _)| output).collect();
        assert_eq!(names, [Output::SitemapText, Output::Sitemap]);
    }

    #[test]
    fn an_added_article_changes_the_last_part_and_what_names_it() {
        let (before, after) = (parts(12_000), parts(12_001));
        let changed: Vec<String> = before
            .iter()
            .zip(&after)
            .filter(|(old, new)| old != new)
            .map(|((output, _), _)| output.to_string())
            .collect();
        assert_eq!(before.len(), 6);
        assert_eq!(changed, ["sitemap.txt", "sitemap-articles-3.xml"]);
    }
}
