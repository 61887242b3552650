//! Rendering of a page to HTML with the components that the browser runs.
//!
//! Each page has a new owner, and gets its data through the context instead of over HTTP.

use crate::app::{App, UnframedApp};
use crate::components::{Crumb, PageReport, Portal, marks, provide_portal};
use crate::ids;
use crate::load::{LoadError, Prerendered};
use crate::route::{DataFile, Route};
use leptos::prelude::*;
use leptos_router::location::RequestUrl;
use serde_json::value::RawValue;
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
    /// HTML inside the body.
    pub html: String,
}

/// An error of rendering a page. Each variant is a bug in the program.
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
    /// The thread that renders cannot be started.
    Thread(#[from] std::io::Error),
}

/// A renderer of pages, one at a time. Each thread has its own.
#[derive(Debug)]
pub(crate) struct Renderer {
    portal: Portal,
    /// The frame of a page, which is a third of its rendering, by the marks in its menu.
    frames: RefCell<HashMap<Vec<[bool; 2]>, FrameHtml>>,
}

/// What stands before and after the main element of a page.
type FrameHtml = Rc<(String, String)>;

impl Renderer {
    /// Creates a renderer of a portal's pages.
    pub(crate) fn new(portal: Portal) -> Self {
        Self {
            portal,
            frames: RefCell::default(),
        }
    }

    /// Renders a page from its data.
    ///
    /// # Errors
    /// See [`PrerenderError`].
    pub(crate) fn page(
        &self,
        route: &Route,
        json: Arc<RawValue>,
    ) -> Result<PrerenderedPage, PrerenderError> {
        let data = Prerendered::new(DataFile::of(route), json);
        let (page, report) = self.render(&self.portal.base.href(route), Some(data))?;
        if let Some(error) = report.failure() {
            let route = route.to_string();
            return Err(PrerenderError::Failed { route, error });
        }
        Ok(page)
    }

    /// Renders the page for addresses without a page.
    ///
    /// # Errors
    /// See [`PrerenderError`].
    pub(crate) fn not_found(&self) -> Result<PrerenderedPage, PrerenderError> {
        // No pattern of the routing table has such a segment.
        let address = self.portal.base.file("404.html");
        Ok(self.render(&address, None)?.0)
    }

    fn render(
        &self,
        address: &str,
        data: Option<Prerendered>,
    ) -> Result<(PrerenderedPage, PageReport), PrerenderError> {
        let owner = Owner::new_root(None);
        let report = PageReport::default();
        let marks = marks(&self.portal, address);
        let frame = self.frames.borrow().get(&marks).cloned();
        let html = owner.with(|| {
            provide_context(RequestUrl::new(address));
            provide_portal(self.portal.clone());
            provide_context(report.clone());
            if let Some(data) = data {
                provide_context(data);
            }
            match frame {
                Some(_) => view! { <UnframedApp/> }.to_html(),
                None => view! { <App/> }.to_html(),
            }
        });
        owner.unset_with_forced_cleanup();
        let mut html = standard_comments(&html);
        match frame {
            Some(frame) => html = [frame.0.as_str(), &html, &frame.1].concat(),
            None => self.keep_frame(marks, &html),
        }
        let title = report
            .title()
            .filter(|title| !title.trim().is_empty())
            .ok_or_else(|| PrerenderError::NoTitle(address.to_owned()))?;
        Ok((
            PrerenderedPage {
                title,
                summary: PageSummary {
                    heading: report.heading().unwrap_or_default(),
                    trail: report.trail(),
                },
                html,
            },
            report,
        ))
    }

    /// Keeps the frame of a page for others with the same marks in the menu.
    fn keep_frame(&self, marks: Vec<[bool; 2]>, html: &str) {
        let main = html.find(&format!("<main id=\"{}\"", ids::MAIN));
        let end = html.rfind(MAIN_END).map(|at| at + MAIN_END.len());
        if let (Some(main), Some(end)) = (main, end) {
            let frame = (html[..main].to_owned(), html[end..].to_owned());
            self.frames.borrow_mut().insert(marks, Rc::new(frame));
        }
    }
}

/// End of the main element of a page.
const MAIN_END: &str = "</main>";

/// Replaces the framework's markers `<!>` with empty comments.
///
/// Every browser reads `<!>` as an empty comment, but the standard calls it a parse error. It
/// cannot occur unescaped in text. In an attribute it can, if an editor wrote it; the replacement
/// is harmless there.
fn standard_comments(html: &str) -> String {
    html.replace("<!>", "<!---->")
}
