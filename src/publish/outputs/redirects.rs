//! Redirects from the addresses of the site that this one replaces to the new ones.
//!
//! A host that reads `_redirects` responds with a redirect. On every other host a small page at the
//! old path redirects the browser. Paths that end in `.asp` and the like are HTML as well. The host
//! has to be configured for that, which `_headers` and the configurations in `docs/deploy` do.

mod blocked;
pub(super) mod legacy_query;

pub(in crate::publish) use blocked::{Blocked, blocked, taken_by, uncompressed};

use crate::content::Content;
use crate::content::items::site::SectionKind;
use crate::content::values::id::ItemId;
use crate::publish::build::verify::OutputFault;
use crate::publish::html::escape::escape;
use crate::publish::view::{SiteView, number_of};
use crate::route::{BasePath, PageNumber, PublicUrl, Route};
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// A path of the old site and the page that replaces it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::publish) struct Redirect {
    /// Path as editors wrote it.
    pub written: String,
    /// File at that path, by its path in the output.
    pub file: String,
    pub to: Route,
    /// `true` if everything below the path is redirected too.
    pub is_prefix: bool,
    /// For an address with a query, the file at its path, which navigates according to the query.
    pub fork: Option<String>,
}

impl Redirect {
    pub(in crate::publish) fn new(written: &str, to: Route, is_prefix: bool) -> Self {
        let (file, is_prefix, fork) = match written.split_once('?') {
            Some((path, query)) => {
                let at_path = file_at(path, false);
                let name = at_path.strip_suffix("/index.html").unwrap_or(&at_path);
                (legacy_query::file_of(name, query), false, Some(at_path))
            }
            None => (file_at(written, is_prefix), is_prefix, None),
        };
        Self {
            written: written.to_owned(),
            file,
            to,
            is_prefix,
            fork,
        }
    }

    pub(super) fn query(&self) -> Option<&str> {
        self.written.split_once('?').map(|(_, query)| query)
    }

    /// Returns the file at the old path.
    pub(in crate::publish) fn file_at_path(&self) -> &str {
        self.fork.as_deref().unwrap_or(&self.file)
    }
}

/// Place where a site requests a redirect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::publish) enum Origin<'a> {
    /// A later number of a double issue. It is not a path of the old site, but is redirected in the
    /// same way.
    Number,
    /// An old path of an article, by its index from 0.
    Article(&'a ItemId, usize),
    /// The old path of a section, by the section's index from 0.
    Section(usize),
}

/// Returns every redirect that a site requests. Those of articles come before those of sections,
/// because they are more specific.
pub(in crate::publish) fn requested_redirects<'a>(
    content: &'a Content,
    base: &BasePath,
) -> Vec<(Redirect, Origin<'a>)> {
    let numbers = content.bulletins.iter().flat_map(|(id, bulletin)| {
        let numbers = number_of(*id, bulletin).numbers().skip(1);
        numbers.map(|number| {
            let number = Route::Bulletin(id.with_number(number));
            let redirect = Redirect {
                written: base.href(&number),
                ..Redirect::new(&number.to_string(), Route::Bulletin(*id), false)
            };
            (redirect, Origin::Number)
        })
    });
    let articles = content.articles.iter().flat_map(|(id, article)| {
        let paths = article.legacy_urls.iter().enumerate();
        paths.map(|(index, path)| {
            let to = Route::Article(id.to_string());
            let redirect = Redirect::new(path.as_str(), to, false);
            (redirect, Origin::Article(id, index))
        })
    });
    let sections = content.site.sections.iter().enumerate();
    let sections = sections.filter_map(|(index, section)| {
        let path = section.legacy_prefix.as_ref()?;
        let to = match section.kind {
            SectionKind::News => Route::section(section.id.as_str()),
            SectionKind::Events => Route::Events(PageNumber::FRONT),
        };
        let redirect = Redirect::new(path.as_str(), to, true);
        Some((redirect, Origin::Section(index)))
    });
    numbers.chain(articles).chain(sections).collect()
}

/// Returns the redirects of a site to pages that exist.
pub(in crate::publish) fn redirects(
    view: &SiteView<'_>,
    routes: &BTreeSet<Route>,
) -> Vec<Redirect> {
    requested_redirects(view.content(), view.base())
        .into_iter()
        .map(|(redirect, _)| redirect)
        .filter(|redirect| routes.contains(&redirect.to))
        .collect()
}

/// Returns a fault for each redirect whose path is not free in the portal. The check has reported
/// all of them already, so a remaining one is a bug in the program.
pub(in crate::publish) fn clashes(
    redirects: &[Redirect],
    taken: &BTreeSet<String>,
) -> Vec<OutputFault> {
    blocked(redirects, taken)
        .into_iter()
        .filter_map(|(index, blocked)| {
            let output = match blocked {
                Blocked::File(output) => output,
                Blocked::Other(other) => redirects.get(other)?.file.clone(),
                Blocked::Name => String::new(),
            };
            Some(OutputFault::RedirectClash {
                legacy: redirects.get(index)?.written.clone(),
                output: format!("/{output}"),
            })
        })
        .collect()
}

/// Returns the file for a path of the old site, or for all paths below it, by its path in the
/// output.
fn file_at(path: &str, is_prefix: bool) -> String {
    let decoded = percent_decode_str(path).decode_utf8_lossy();
    let name = decoded.trim_start_matches('/').trim_end_matches('/');
    let last = name.rsplit('/').next().unwrap_or_default();
    if name.is_empty() {
        return "index.html".to_owned();
    }
    // Static hosts treat a name without an extension as a folder.
    if is_prefix || decoded.ends_with('/') || !last.contains('.') {
        format!("{name}/index.html")
    } else {
        name.to_owned()
    }
}

/// Returns the page at an old path. It redirects immediately without a script.
pub(super) fn page(
    redirect: &Redirect,
    view: &SiteView<'_>,
    icon: &str,
    url: &PublicUrl,
) -> Vec<u8> {
    let (address, canonical) = (url.base().href(&redirect.to), url.canonical(&redirect.to));
    let (address, canonical) = (escape(&address), escape(&canonical));
    let head = format!(
        "<meta http-equiv=\"refresh\" content=\"0; url={address}\">\
         <link rel=\"canonical\" href=\"{canonical}\">{icon}"
    );
    let links = format!("<a href=\"{address}\">{canonical}</a></p>");
    document(view, &head, &links)
}

/// Returns a page that tells that another has moved. Crawlers do not index it. `links` follow the
/// text in its paragraph, which they end.
fn document(view: &SiteView<'_>, head: &str, links: &str) -> Vec<u8> {
    let words = view.offered();
    format!(
        "<!DOCTYPE html><html lang=\"{lang}\"><head><meta charset=\"utf-8\"><title>{title}</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"robots\" content=\"noindex\">{head}</head>\
         <body><h1>{title}</h1><p>{label}{links}</body></html>\n",
        lang = escape(view.lang()),
        title = escape(words.moved),
        label = escape(words.moved_to),
    )
    .into_bytes()
}

/// Returns the contents of the file `_redirects`, which Netlify and Cloudflare Pages read. It has
/// one redirect per line, and the first match applies. Netlify compares the query, and prefers a
/// file at the path to a redirect without `!`. Cloudflare skips lines that it does not know.
pub(super) fn file(redirects: &[Redirect], url: &PublicUrl) -> Vec<u8> {
    let mut lines = String::new();
    let mut redirects: Vec<_> = redirects.iter().collect();
    redirects.sort_by_key(|redirect| (redirect.fork.is_none(), redirect.is_prefix));
    for redirect in redirects {
        let to = url.base().href(&redirect.to);
        if let Some((path, query)) = redirect.written.split_once('?') {
            let query = encoded(&query.replace('&', " ")).replace("%20", " ");
            _ = writeln!(lines, "{} {query} {to} 301!", encoded(path));
            continue;
        }
        let from = encoded(&redirect.written);
        _ = writeln!(lines, "{from} {to} 301");
        if redirect.is_prefix {
            _ = writeln!(lines, "{}/* {to} 301", from.trim_end_matches('/'));
        }
    }
    lines.into_bytes()
}

/// Returns a path as it appears in a request. Characters that are not visible ASCII are
/// percent-encoded.
fn encoded(path: &str) -> String {
    const INVISIBLE: &AsciiSet = &CONTROLS.add(b' ');
    utf8_percent_encode(path, INVISIBLE).to_string()
}

/// Returns the file extensions of old paths that a host would treat as downloads.
pub(super) fn endings(redirects: &[Redirect]) -> BTreeSet<String> {
    let known = ["html", "htm"];
    redirects
        .iter()
        .filter_map(|redirect| {
            let name = redirect.file_at_path().rsplit('/').next()?;
            let (_, ending) = name.rsplit_once('.')?;
            (!known.contains(&ending)).then(|| ending.to_owned())
        })
        .collect::<BTreeSet<String>>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::{BasePath, IssueId};

    #[test]
    fn old_paths_become_files() {
        for (path, is_prefix, file) in [
            ("/lmdt/2025-03-03.asp", false, "lmdt/2025-03-03.asp"),
            ("/lmdt/", true, "lmdt/index.html"),
            ("/lmdt", true, "lmdt/index.html"),
            ("/show/12", false, "show/12/index.html"),
            ("/%E8%81%94.html", false, "联.html"),
            ("/show.asp?id=1", false, "legacy/show.asp/id~3D1/index.html"),
            ("/list.asp?id=1", true, "legacy/list.asp/id~3D1/index.html"),
            ("/show/?id=1", false, "legacy/show/id~3D1/index.html"),
        ] {
            assert_eq!(
                Redirect::new(path, Route::Home, is_prefix).file,
                file,
                "{path}"
            );
        }
    }

    #[test]
    fn hosts_that_compare_queries_are_told_of_them() {
        let url = PublicUrl::new("https://example.org".to_owned(), BasePath::new("/b"));
        let redirects = [
            Redirect::new("/lmdt/", Route::news(), true),
            Redirect::new("/show.asp", Route::Links, false),
            Redirect::new(
                "/show.asp?class=5&id=1",
                Route::Bulletin(IssueId::running(1)),
                false,
            ),
        ];
        let lines = String::from_utf8(file(&redirects, &url)).expect("text");
        assert_eq!(
            lines,
            "/show.asp class=5 id=1 /b/bulletins/1/ 301!\n\
             /show.asp /b/links/ 301\n\
             /lmdt/ /b/news/ 301\n\
             /lmdt/* /b/news/ 301\n"
        );
    }
}
