//! Old addresses that differ only in their query, such as `/shownews.asp?id=123`.
//!
//! A static host returns the same file for every query. Each such address therefore gets a page
//! of its own, whose path is derived from the query, and the file at the old path contains a
//! small script that navigates there. The amount of data that a visitor loads does not grow with
//! the number of addresses. Without scripts the file lists its targets, if they are few enough to
//! be read.

use super::{Redirect, document};
use crate::content::values::legacy_path::values;
use crate::publish::html::escape::escape;
use crate::publish::view::SiteView;
use crate::route::{Output, PublicUrl, Route};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// Folder of the pages to which the script navigates.
const FOLDER: &str = "legacy";
/// Maximum number of addresses that are listed for visitors without scripts.
const MOST_LISTED: usize = 100;

/// The script. It derives the same path from a query as [`file_of`].
pub(crate) const SCRIPT: &str = include_str!("legacy_query.js");

/// The file at an old path, for all of its queries.
#[derive(Debug)]
pub(crate) struct Fork<'a> {
    pub(crate) file: &'a str,
    /// Names of the values in the queries, each set once, the largest first.
    names: Vec<BTreeSet<String>>,
    targets: Vec<&'a Redirect>,
    /// Target without a known query.
    otherwise: Option<&'a Route>,
}

/// Returns the page of an old path with a query, given the path without slashes around it.
pub(crate) fn file_of(path: &str, query: &str) -> String {
    let pairs: Vec<String> = values(query)
        .into_iter()
        .map(|(name, rest)| name + &rest)
        .collect();
    let mut name = String::new();
    for sign in pairs.join("&").chars() {
        if sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_') {
            name.push(sign);
        } else {
            // Writing to a string cannot fail.
            _ = write!(name, "~{:02X}", u32::from(sign));
        }
    }
    format!("{}/{name}/index.html", folder(path))
}

fn folder(path: &str) -> String {
    if path.is_empty() {
        FOLDER.to_owned()
    } else {
        format!("{FOLDER}/{path}")
    }
}

pub(crate) fn forks(redirects: &[Redirect]) -> Vec<Fork<'_>> {
    let mut forks: BTreeMap<&str, Fork<'_>> = BTreeMap::new();
    for redirect in redirects {
        let Some((fork, query)) = redirect.fork.as_deref().zip(redirect.query()) else {
            continue;
        };
        let fork = forks.entry(fork).or_insert_with(|| Fork {
            file: fork,
            names: Vec::new(),
            targets: Vec::new(),
            otherwise: None,
        });
        let names = values(query).into_keys().collect();
        if !fork.names.contains(&names) {
            fork.names.push(names);
        }
        fork.targets.push(redirect);
    }
    for redirect in redirects.iter().filter(|redirect| redirect.fork.is_none()) {
        if let Some(fork) = forks.get_mut(redirect.file.as_str()) {
            fork.otherwise = Some(&redirect.to);
        }
    }
    let mut forks: Vec<_> = forks.into_values().collect();
    for fork in &mut forks {
        fork.names
            .sort_by_key(|names| (std::cmp::Reverse(names.len()), names.clone()));
    }
    forks
}

impl Fork<'_> {
    pub(crate) fn page(&self, view: &SiteView<'_>, icon: &str, url: &PublicUrl) -> Vec<u8> {
        let base = url.base();
        let path = self.file.strip_suffix("index.html").unwrap_or(self.file);
        let folder = base.file(&folder(path.trim_end_matches('/')));
        let names: Vec<String> = self
            .names
            .iter()
            .map(|names| names.iter().cloned().collect::<Vec<_>>().join("&"))
            .collect();
        let mut refresh = String::new();
        let mut otherwise = String::new();
        if let Some(route) = self.otherwise {
            let address = base.href(route);
            let address = escape(&address);
            otherwise = format!(" data-otherwise=\"{address}\"");
            refresh = format!(
                "<noscript><meta http-equiv=\"refresh\" content=\"0; url={address}\"></noscript>"
            );
        }
        let mut list = String::new();
        let mut push = |before: &str, to: &Route, title: &str| {
            let (href, title) = (base.href(to), escape(title));
            let href = escape(&href);
            _ = write!(list, "<li>{before}<a href=\"{href}\">{title}</a></li>");
        };
        if self.targets.len() <= MOST_LISTED {
            for Redirect { written, to, .. } in &self.targets {
                let title = view.title_of(to).unwrap_or_else(|| url.canonical(to));
                push(&format!("{} ", escape(written)), to, &title);
            }
        } else {
            push("", &Route::news(), view.offered().read_on);
        }
        let head = format!(
            "{refresh}{icon}<script src=\"{script}\" data-folder=\"{folder}/\" \
             data-names=\"{names}\"{otherwise}></script>",
            script = escape(&base.output(&Output::LegacyScript)),
            folder = escape(&folder),
            names = escape(&names.join(" ")),
        );
        document(view, &head, &format!("</p><ul>{list}</ul>"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_names_a_page() {
        for (query, expected) in [
            ("id=123", "legacy/a.asp/id~3D123/index.html"),
            ("ID=123", "legacy/a.asp/id~3D123/index.html"),
            ("b=2&a=1", "legacy/a.asp/a~3D1~26b~3D2/index.html"),
            ("12", "legacy/a.asp/12/index.html"),
            ("x=../..", "legacy/a.asp/x~3D~2E~2E~2F~2E~2E/index.html"),
            ("t=联", "legacy/a.asp/t~3D~25E8~2581~2594/index.html"),
            ("t=%e8%81%94", "legacy/a.asp/t~3D~25E8~2581~2594/index.html"),
        ] {
            assert_eq!(file_of("a.asp", query), expected, "{query}");
        }
    }
}
