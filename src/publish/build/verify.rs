//! Verification of the portal's own output, page by page: links, anchors, titles.
//!
//! The check of the content finds all faults that content can cause. A fault found here is a bug
//! in the program and stops the build.

use crate::publish::html::nodes::{Tag, tags};
use crate::route::{BasePath, Route};
use std::collections::{BTreeMap, BTreeSet};
use thiserror::Error;

/// Anchors of a page for links from other pages, and its own links.
#[derive(Debug)]
pub(crate) struct PageFacts {
    title: String,
    anchors: BTreeSet<String>,
    /// Addresses of this portal in the page that are not known to exist, without the base path,
    /// with the anchor.
    links: BTreeSet<String>,
    /// Addresses on this host that are outside the base path.
    outside: BTreeSet<String>,
    headings: usize,
}

/// A fault of the output.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Error)]
pub enum OutputFault {
    /// A link has no target.
    DeadLink {
        /// Page with the link.
        page: String,
        /// Target of the link.
        link: String,
    },
    /// A link refers to an anchor that its page does not have.
    DeadAnchor {
        /// Page with the link.
        page: String,
        /// Target of the link.
        link: String,
    },
    /// A link refers to this host, but not below the base path.
    OutsideBase {
        /// Page with the link.
        page: String,
        /// Target of the link.
        link: String,
        /// Base path.
        base: String,
    },
    /// A page has no title.
    EmptyTitle(String),
    /// Two pages have the same title.
    DuplicateTitle {
        /// First page.
        first: String,
        /// Second page.
        second: String,
        /// Their title.
        title: String,
    },
    /// A page has no main heading, or several.
    Headings {
        /// Page.
        page: String,
        /// Number of its main headings.
        count: usize,
    },
    /// An old address is also that of a new page or file.
    RedirectClash {
        /// Path as it is written.
        legacy: String,
        /// Output at that path.
        output: String,
    },
}

impl PageFacts {
    /// Collects the facts of a page from its HTML. `is_known` tells of most paths
    /// that exist, among them those of all pages.
    #[must_use]
    pub(crate) fn of(
        route: &Route,
        title: &str,
        html: &str,
        base: &BasePath,
        is_known: impl Fn(&str) -> bool,
    ) -> Self {
        let mut facts = Self {
            title: title.to_owned(),
            anchors: BTreeSet::new(),
            links: BTreeSet::new(),
            outside: BTreeSet::new(),
            headings: 0,
        };
        let page = route.to_string();
        for tag in tags(html) {
            facts.headings += usize::from(tag.name == "h1");
            for (name, value) in tag.attributes() {
                let Some(value) = value else { continue };
                if name == "id" {
                    facts.anchors.insert(value.into_owned());
                } else if is_address(tag, name) {
                    match target(&page, &value, base) {
                        Some(Target::Inside(path, "")) if is_known(path) => {}
                        Some(Target::Inside(path, anchor)) => {
                            facts.links.insert(path.to_owned() + anchor);
                        }
                        Some(Target::Outside(path)) => {
                            facts.outside.insert(path.to_owned());
                        }
                        None => {}
                    }
                }
            }
        }
        facts
    }
}

/// Target of an address of this host.
enum Target<'a> {
    /// A path of the portal, without the base path, and the anchor.
    Inside(&'a str, &'a str),
    /// A path outside the portal.
    Outside(&'a str),
}

/// Returns the target of an address in the page at a path, or `None` if it is on another host.
fn target<'a>(page: &'a str, address: &'a str, base: &BasePath) -> Option<Target<'a>> {
    let (address, anchor) = match address.find('#') {
        Some(at) => address.split_at(at),
        None => (address, ""),
    };
    let path = address.split_once('?').map_or(address, |(path, _)| path);
    if path.is_empty() {
        return Some(Target::Inside(page, anchor));
    }
    if !path.starts_with('/') || path.starts_with("//") {
        return None;
    }
    Some(match base.strip(path) {
        Some(path) => Target::Inside(path, anchor),
        None => Target::Outside(path),
    })
}

/// Returns `true` if an attribute contains an address that a browser follows or fetches.
fn is_address(tag: Tag<'_>, attribute: &str) -> bool {
    match tag.name {
        "a" => attribute == "href",
        "link" => attribute == "href" && tag.attribute("rel").as_deref() != Some("canonical"),
        "img" => attribute == "src",
        "script" => matches!(
            attribute,
            "src" | "data-app" | "data-wasm" | "data-common" | "data-style"
        ),
        "form" => attribute == "action",
        _ => false,
    }
}

/// Compares all pages with each other and with the published files.
///
/// `files` are the published files.
#[must_use]
pub(crate) fn verify(
    pages: &[(Route, PageFacts)],
    files: &BTreeSet<String>,
    base: &BasePath,
) -> Vec<OutputFault> {
    let by_path: BTreeMap<String, &PageFacts> = pages
        .iter()
        .map(|(route, page)| (route.to_string(), page))
        .collect();
    let mut faults = BTreeSet::new();
    let mut titles: BTreeMap<&str, &Route> = BTreeMap::new();
    for (route, page) in pages {
        let name = route.to_string();
        if page.title.trim().is_empty() {
            faults.insert(OutputFault::EmptyTitle(name.clone()));
        }
        if let Some(first) = titles.insert(&page.title, route) {
            faults.insert(OutputFault::DuplicateTitle {
                first: first.to_string(),
                second: name.clone(),
                title: page.title.clone(),
            });
        }
        if page.headings != 1 {
            faults.insert(OutputFault::Headings {
                page: name.clone(),
                count: page.headings,
            });
        }
        for link in &page.outside {
            faults.insert(OutputFault::OutsideBase {
                page: name.clone(),
                link: link.clone(),
                base: base.as_str().to_owned(),
            });
        }
        for link in &page.links {
            let (path, anchor) = link.split_once('#').unwrap_or((link.as_str(), ""));
            let target = by_path.get(path);
            let is_file = files.contains(&decoded(path.trim_start_matches('/')));
            if target.is_none() && !is_file {
                faults.insert(OutputFault::DeadLink {
                    page: name.clone(),
                    link: path.to_owned(),
                });
            }
            if let Some(target) = target
                && !anchor.is_empty()
                && !target.anchors.contains(anchor)
            {
                faults.insert(OutputFault::DeadAnchor {
                    page: name.clone(),
                    link: link.clone(),
                });
            }
        }
    }
    faults.into_iter().collect()
}

/// Returns a path without percent-encoding, as the file is named.
fn decoded(path: &str) -> String {
    percent_encoding::percent_decode_str(path)
        .decode_utf8_lossy()
        .into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pages: &[(&str, &str, &str)], files: &[&str], expected: &[&str]) {
        let base = BasePath::new("/a");
        let is_known = |path: &str| pages.iter().any(|(page, ..)| *page == path);
        let facts: Vec<_> = pages
            .iter()
            .map(|(path, title, html)| {
                let route = Route::parse(path).unwrap_or(Route::Home);
                let facts = PageFacts::of(&route, title, html, &base, is_known);
                (route, facts)
            })
            .collect();
        let files = files.iter().map(|file| (*file).to_owned()).collect();
        let faults: Vec<String> = verify(&facts, &files, &base)
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(faults, expected);
    }

    #[test]
    fn sound_pages_have_no_faults() {
        check(
            &[
                (
                    "/",
                    "一",
                    r##"<h1 id="x">一</h1><a href="/a/links/#y">二</a><a href="#x">一</a>"##,
                ),
                (
                    "/links/",
                    "二",
                    r#"<h1>二</h1><p id="y"><img src="/a/media/%E5%9B%BE.png"><a href="https://example.org/">三</a>"#,
                ),
            ],
            &["media/图.png"],
            &[],
        );
    }

    #[test]
    fn faults_are_named() {
        check(
            &[
                (
                    "/",
                    "同",
                    r##"<h1>一</h1><a href="/a/none/">?</a><a href="/b/">?</a><a href="#no">?</a>"##,
                ),
                (
                    "/links/",
                    "同",
                    r#"<a href="/a/#no">?</a><img src="/a/media/no.png">"#,
                ),
            ],
            &[],
            &[
                "页面 / 里的链接 /none/ 没有对应的页面或文件",
                "页面 /links/ 里的链接 /media/no.png 没有对应的页面或文件",
                "页面 / 里的链接 /#no 指向的位置不存在",
                "页面 /links/ 里的链接 /#no 指向的位置不存在",
                "页面 / 里的链接 /b/ 不在站点路径 /a/ 之内",
                "页面 / 和 /links/ 的标题相同：“同”",
                "页面 /links/ 有 0 个一级标题，应当恰有一个",
            ],
        );
    }
}
