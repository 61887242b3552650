//! From the addresses of the site that this one replaces to the new ones.
//!
//! A host that reads `_redirects` answers with a redirect. On every other host a tiny page at
//! the old path leads on. Paths that end in `.asp` and the like are HTML all the same; the
//! host has to be told so, which `_headers` and the configurations in `docs/deploy` do.

use crate::publish::derive::Derivation;
use crate::publish::html::escape;
use crate::publish::verify::OutputFault;
use crate::route::{Output, PublicUrl, Route};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// A path of the old site and the page that took its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::publish) struct Redirect {
    /// The path as editors wrote it.
    pub written: String,
    /// The file that answers there, by its path in the output.
    pub file: String,
    /// The page.
    pub to: Route,
    /// Whether everything below the path leads there too.
    pub is_prefix: bool,
}

/// The redirects of a site: of articles first, for they say more than those of sections.
///
/// # Errors
/// Each path that has no place in the output.
pub(in crate::publish) fn redirects(
    derivation: &Derivation<'_>,
    routes: &BTreeSet<Route>,
    taken: &BTreeSet<String>,
) -> Result<Vec<Redirect>, Vec<OutputFault>> {
    let articles = derivation.legacy_articles().map(|(path, id)| {
        let to = Route::Article(id.to_owned());
        redirect(path, to, false)
    });
    let sections = derivation
        .legacy_sections()
        .map(|(path, to)| redirect(path, to, true));
    let redirects: Vec<Redirect> = articles
        .chain(sections)
        .filter(|redirect| routes.contains(&redirect.to))
        .collect();
    let faults = clashes(&redirects, taken);
    if faults.is_empty() {
        Ok(redirects)
    } else {
        Err(faults)
    }
}

fn redirect(path: &str, to: Route, is_prefix: bool) -> Redirect {
    let decoded = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
    let name = decoded.trim_start_matches('/').trim_end_matches('/');
    let last = name.rsplit('/').next().unwrap_or_default();
    // What has no ending is a folder to a static host.
    let file = if is_prefix || decoded.ends_with('/') || !last.contains('.') {
        format!("{name}/index.html")
    } else {
        name.to_owned()
    };
    Redirect {
        written: path.to_owned(),
        file,
        to,
        is_prefix,
    }
}

/// Old paths at which the new site has something of its own, or that would leave its folder.
fn clashes(redirects: &[Redirect], taken: &BTreeSet<String>) -> Vec<OutputFault> {
    let mut files: BTreeMap<&str, &Redirect> = BTreeMap::new();
    let mut faults = Vec::new();
    let mut clash = |redirect: &Redirect, with: &str| {
        faults.push(OutputFault::RedirectClash {
            legacy: redirect.written.clone(),
            output: format!("/{with}"),
        });
    };
    for redirect in redirects {
        let file = redirect.file.as_str();
        if !is_inside(file) {
            clash(redirect, "");
        } else if let Some(output) = taken_by(file, taken) {
            clash(redirect, output);
        } else if let Some(other) = files.insert(file, redirect)
            && other.to != redirect.to
        {
            clash(redirect, other.file.as_str());
        }
    }
    let legacy: BTreeSet<String> = files.keys().map(|file| (*file).to_owned()).collect();
    for (file, redirect) in &files {
        if let Some(folder) = folder_that_is_a_file(file, &legacy) {
            clash(redirect, folder);
        }
    }
    faults
}

fn is_inside(file: &str) -> bool {
    file.split('/')
        .all(|name| !matches!(name, "" | "." | "..") && !name.contains(['\\', '\0']))
}

/// What of the output stands where a file should: that very file, a file where it needs a
/// folder, or a folder of its name.
fn taken_by<'a>(file: &str, taken: &'a BTreeSet<String>) -> Option<&'a str> {
    if let Some(same) = taken.get(file) {
        return Some(same);
    }
    let folder = format!("{file}/");
    taken
        .range(folder.clone()..)
        .next()
        .filter(|output| output.starts_with(&folder))
        .map(String::as_str)
        .or_else(|| folder_that_is_a_file(file, taken))
}

fn folder_that_is_a_file<'a>(file: &str, files: &'a BTreeSet<String>) -> Option<&'a str> {
    file.match_indices('/')
        .filter_map(|(end, _)| file.get(..end))
        .find_map(|folder| files.get(folder))
        .map(String::as_str)
}

/// The tiny page at an old path: it leads on at once, without script, and no spider keeps it.
#[must_use]
pub(super) fn page(redirect: &Redirect, derivation: &Derivation<'_>, url: &PublicUrl) -> Vec<u8> {
    let words = derivation.offered();
    let (address, canonical) = (url.base().href(&redirect.to), url.canonical(&redirect.to));
    let (address, canonical) = (escape(&address), escape(&canonical));
    format!(
        "<!DOCTYPE html><html lang=\"{lang}\"><head><meta charset=\"utf-8\"><title>{title}</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"robots\" content=\"noindex\">\
         <meta http-equiv=\"refresh\" content=\"0; url={address}\">\
         <link rel=\"canonical\" href=\"{canonical}\"></head>\
         <body><h1>{title}</h1><p>{label}<a href=\"{address}\">{canonical}</a></p></body></html>\n",
        lang = escape(derivation.lang()),
        title = escape(words.moved),
        label = escape(words.moved_to),
    )
    .into_bytes()
}

/// The file `_redirects`, which Netlify and Cloudflare Pages read: one redirect a line, the
/// first that fits counts.
#[must_use]
pub(super) fn file(redirects: &[Redirect], url: &PublicUrl) -> Vec<u8> {
    let mut lines = String::new();
    let (prefixes, pages): (Vec<_>, Vec<_>) =
        redirects.iter().partition(|redirect| redirect.is_prefix);
    for redirect in pages.into_iter().chain(prefixes) {
        let from = encoded(&redirect.written);
        let to = url.base().href(&redirect.to);
        _ = writeln!(lines, "{from} {to} 301");
        if redirect.is_prefix {
            _ = writeln!(lines, "{}/* {to} 301", from.trim_end_matches('/'));
        }
    }
    lines.into_bytes()
}

/// A path as it stands in a request.
fn encoded(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_graphic() {
            encoded.push(char::from(byte));
        } else {
            _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

/// The endings of old paths that a host takes for a file to download.
#[must_use]
pub(super) fn endings(redirects: &[Redirect]) -> BTreeSet<String> {
    let known = ["html", "htm"];
    redirects
        .iter()
        .filter_map(|redirect| {
            let name = redirect.file.rsplit('/').next()?;
            let (_, ending) = name.rsplit_once('.')?;
            (!known.contains(&ending)).then(|| ending.to_owned())
        })
        .collect::<BTreeSet<String>>()
}

/// The file and its page.
#[must_use]
pub(super) fn output(redirect: &Redirect) -> Output {
    Output::Legacy(redirect.file.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clashing(paths: &[(&str, bool)], taken: &[&str]) -> Vec<String> {
        let redirects: Vec<Redirect> = (1..)
            .zip(paths)
            .map(|(number, (path, is_prefix))| redirect(path, Route::Bulletin(number), *is_prefix))
            .collect();
        let taken = taken.iter().map(|path| (*path).to_owned()).collect();
        clashes(&redirects, &taken)
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    #[test]
    fn old_paths_become_files() {
        for (path, is_prefix, file) in [
            ("/lmdt/2025-03-03.asp", false, "lmdt/2025-03-03.asp"),
            ("/lmdt/", true, "lmdt/index.html"),
            ("/lmdt", true, "lmdt/index.html"),
            ("/show/12", false, "show/12/index.html"),
            ("/%E8%81%94.html", false, "联.html"),
        ] {
            assert_eq!(redirect(path, Route::Home, is_prefix).file, file, "{path}");
        }
    }

    #[test]
    fn old_paths_that_are_taken_are_told() {
        let taken = ["index.html", "news/index.html", "robots.txt"];
        for (paths, expected) in [
            (&[("/lmdt/a.asp", false), ("/lmdt/", true)][..], &[][..]),
            (
                &[("/news/", false)],
                &["旧网址 /news/ 与本站的 /news/index.html 冲突，不能转到新页面"],
            ),
            (
                &[("/robots.txt/a.asp", false)],
                &["旧网址 /robots.txt/a.asp 与本站的 /robots.txt 冲突，不能转到新页面"],
            ),
            (
                &[("/%2e%2e/a.asp", false)],
                &["旧网址 /%2e%2e/a.asp 与本站的 / 冲突，不能转到新页面"],
            ),
            (
                &[("/a.b", false), ("/a.b/c.asp", false)],
                &["旧网址 /a.b/c.asp 与本站的 /a.b 冲突，不能转到新页面"],
            ),
            (
                &[("/a/", false), ("/a", false)],
                &["旧网址 /a 与本站的 /a/index.html 冲突，不能转到新页面"],
            ),
        ] {
            assert_eq!(clashing(paths, &taken), expected, "{paths:?}");
        }
    }
}
