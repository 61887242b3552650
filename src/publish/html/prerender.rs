//! Rendering of a page to HTML with the components that the browser runs.
//!
//! Each page has a new owner, and gets its data through the context instead of over HTTP.

use crate::app::App;
use crate::components::{Crumb, Hydrated, PageReport, Portal, Sizes, marks, provide_portal};
use crate::load::{LoadError, Prerendered};
use crate::publish::view::{PageData, PageSource};
use crate::route::{DataFile, Route};
use crate::wire::{PageContent, Picture};
use leptos::prelude::*;
use leptos_router::location::RequestUrl;
use memchr::memchr;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;
use thiserror::Error;

/// Heading and breadcrumbs of a page.
#[derive(Debug)]
pub(crate) struct PageSummary {
    /// Text of the heading.
    pub heading: String,
    /// Breadcrumbs from the home page to the page.
    pub trail: Vec<Crumb>,
}

/// A rendered page, without the document around it.
#[derive(Debug)]
pub(crate) struct PrerenderedPage {
    /// Title of the document, not escaped.
    pub title: String,
    /// Heading and breadcrumbs.
    pub summary: PageSummary,
    /// Picture at the top of the page, with the width at which it is shown.
    pub first_picture: Option<(Picture, Sizes)>,
    /// HTML inside the body.
    pub html: String,
    /// Data of the page.
    pub data: PageData,
}

/// An error of rendering a page. Each variant but the last is a bug in the program.
#[derive(Debug, Error)]
pub enum PrerenderError {
    /// The page shows an error instead of its content.
    Failed {
        /// Route of the page.
        route: String,
        /// Error that the page shows.
        error: LoadError,
    },
    /// The page has no heading, and therefore no title.
    NoTitle(String),
    /// The data of the page cannot be serialised as JSON.
    Json(#[from] serde_json::Error),
    /// The thread that renders cannot be started.
    Thread(#[from] std::io::Error),
}

/// A renderer of pages, one at a time. Each thread has its own.
#[derive(Debug)]
pub(crate) struct Renderer {
    portal: Portal,
    /// What stands before and after the content of the main element, by the marks in the menu.
    frames: RefCell<HashMap<Vec<[bool; 2]>, FrameHtml>>,
}

/// What stands before and after the content of a page.
type FrameHtml = Rc<(String, String)>;

impl Renderer {
    /// Creates a renderer of a portal's pages.
    pub(crate) fn new(portal: Portal) -> Self {
        Self {
            portal,
            frames: RefCell::default(),
        }
    }

    /// Renders a page.
    ///
    /// # Errors
    /// See [`PrerenderError`].
    pub(crate) fn page(
        &self,
        route: &Route,
        source: PageSource,
    ) -> Result<PrerenderedPage, PrerenderError> {
        let address = self.portal.base.href(route);
        let (html, report, data) = match source {
            PageSource::View { view, item } => {
                let (content, report) = self.content(&address, view);
                let page = PageContent {
                    title: title(&report, &address)?,
                    html: Vec::new(),
                    events: report.timelines(),
                };
                let data = PageData::of_static(page, &content, item)?;
                (self.framed(&address, route, &content, &data)?, report, data)
            }
            PageSource::Data(data) => {
                let (html, report) = self.app(&address, route, &data)?;
                (html, report, data)
            }
        };
        Ok(PrerenderedPage {
            title: title(&report, &address)?,
            summary: PageSummary {
                heading: report.heading().unwrap_or_default(),
                trail: report.trail(),
            },
            first_picture: report.first_picture(),
            html,
            data,
        })
    }

    /// Renders the page for addresses without a page. Returns its title and its HTML.
    ///
    /// # Errors
    /// See [`PrerenderError`].
    pub(crate) fn not_found(&self) -> Result<(String, String), PrerenderError> {
        // No pattern of the routing table has such a segment.
        let address = self.portal.base.file("404.html");
        let (html, report) = self.rendered(&address, || view! { <App/> }.to_html());
        Ok((title(&report, &address)?, with_markers(&html, "<!---->")))
    }

    /// Renders the content of a static page. The framework's markers are kept only beside lists of
    /// events, which are hydrated.
    fn content(&self, address: &str, view: Box<dyn FnOnce() -> AnyView>) -> (String, PageReport) {
        let (html, report) = self.rendered(address, || view().to_html());
        let marker = if report.has_timelines() {
            "<!---->"
        } else {
            ""
        };
        (with_markers(&html, marker), report)
    }

    /// Renders the whole app at the address of a page.
    fn app(
        &self,
        address: &str,
        route: &Route,
        data: &PageData,
    ) -> Result<(String, PageReport), PrerenderError> {
        let data = Prerendered::new(DataFile::of(route), Arc::clone(&data.json));
        let (html, report) = self.rendered(address, || {
            provide_context(data);
            view! { <App/> }.to_html()
        });
        if let Some(error) = report.failure() {
            let route = route.to_string();
            return Err(PrerenderError::Failed { route, error });
        }
        Ok((with_markers(&html, "<!---->"), report))
    }

    /// Returns a static page in the frame of the app, which is rendered once for all pages with the
    /// same marks in the menu.
    fn framed(
        &self,
        address: &str,
        route: &Route,
        content: &str,
        data: &PageData,
    ) -> Result<String, PrerenderError> {
        let marks = marks(&self.portal, address);
        let frame = self.frames.borrow().get(&marks).cloned();
        let frame = match frame {
            Some(frame) => frame,
            None => {
                let (html, _) = self.app(address, route, data)?;
                let (before, after) = html.split_once(content).unwrap_or_default();
                let frame = Rc::new((before.to_owned(), after.to_owned()));
                self.frames.borrow_mut().insert(marks, Rc::clone(&frame));
                frame
            }
        };
        Ok([&frame.0, content, &frame.1].concat())
    }

    /// Renders a view at an address, and collects what its components report.
    fn rendered(&self, address: &str, view: impl FnOnce() -> String) -> (String, PageReport) {
        let owner = Owner::new_root(None);
        let report = PageReport::default();
        let html = owner.with(|| {
            provide_context(RequestUrl::new(address));
            provide_portal(self.portal.clone());
            provide_context(Hydrated(RwSignal::new(false)));
            provide_context(report.clone());
            view()
        });
        owner.unset_with_forced_cleanup();
        (html, report)
    }
}

fn title(report: &PageReport, address: &str) -> Result<String, PrerenderError> {
    report
        .title()
        .filter(|title| !title.trim().is_empty())
        .ok_or_else(|| PrerenderError::NoTitle(address.to_owned()))
}

/// Replaces the framework's markers `<!>` outside of tags.
///
/// Every browser reads `<!>` as an empty comment, but the standard calls it a parse error. It
/// cannot occur unescaped in text. In an attribute it can, if an editor wrote it.
fn with_markers(html: &str, marker: &str) -> String {
    const MARKER: &str = "<!>";
    let mut changed = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = memchr(b'<', rest.as_bytes()) {
        let (text, tag) = rest.split_at(at);
        changed.push_str(text);
        if let Some(after) = tag.strip_prefix(MARKER) {
            changed.push_str(marker);
            rest = after;
        } else {
            let (tag, after) = tag.split_at(end_of_tag(tag));
            changed.push_str(tag);
            rest = after;
        }
    }
    changed.push_str(rest);
    changed
}

/// Returns the length of the tag at the start of HTML.
fn end_of_tag(html: &str) -> usize {
    let mut quote = None;
    for (at, byte) in html.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(opened), closing) if opened == closing => quote = None,
            _ => {}
        }
    }
    html.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_are_replaced_and_attributes_stay() {
        let html = "<p title=\"a<!>b > c\">d<!>e</p><!><br>";
        assert_eq!(with_markers(html, ""), "<p title=\"a<!>b > c\">de</p><br>");
        assert_eq!(
            with_markers(html, "<!---->"),
            "<p title=\"a<!>b > c\">d<!---->e</p><!----><br>"
        );
    }
}
