//! Rendering of a page to HTML with the components that the browser runs.
//!
//! Each page has a new owner, gets its data through the context instead of over HTTP, and has a
//! time-out in case it does not finish. The data that hydration needs are collected, so that
//! pages need no inline script.

use crate::app::{App, UnframedApp};
use crate::components::{Crumb, PageReport, Portal, marks, provide_portal};
use crate::ids;
use crate::load::{LoadError, Prerendered};
use crate::route::{DataFile, Route};
use futures::StreamExt;
use hydration_context::{SerializedDataId, SharedContext, SsrSharedContext};
use leptos::prelude::*;
use leptos_router::location::RequestUrl;
use serde_json::value::RawValue;
use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt;
use std::rc::Rc;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use thiserror::Error;
use tokio::runtime::{Builder, Runtime};
use tokio::task::LocalSet;

/// Time after which a page counts as hanging; a page normally takes less than a millisecond.
pub(crate) const TIME_OUT: Duration = Duration::from_secs(20);

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
    /// Ids under which the hydrating app looks for the page's data.
    pub resources: Vec<usize>,
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
    /// The page did not finish.
    TimedOut(String),
    /// The runtime cannot be started.
    Runtime(#[from] std::io::Error),
}

/// A renderer of pages, one at a time. Each thread has its own.
#[derive(Debug)]
pub(crate) struct Renderer {
    runtime: Runtime,
    portal: Portal,
    /// The frame of a page, which is a third of its rendering, by the marks in its menu.
    frames: RefCell<HashMap<Vec<[bool; 2]>, FrameHtml>>,
}

/// What stands before and after the main element of a page.
type FrameHtml = Rc<(String, String)>;

impl Renderer {
    /// Creates a renderer of a portal's pages.
    ///
    /// # Errors
    /// Returns an error if the runtime cannot be started.
    pub(crate) fn new(portal: Portal) -> Result<Self, PrerenderError> {
        // The executor is global to the process, so this fails on a second thread without harm.
        _ = any_spawner::Executor::init_tokio();
        let runtime = Builder::new_current_thread().enable_time().build()?;
        Ok(Self {
            runtime,
            portal,
            frames: RefCell::default(),
        })
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
        let collector = Arc::new(Collector::new());
        let shared: Arc<dyn SharedContext + Send + Sync> = Arc::clone(&collector) as _;
        let owner = Owner::new_root(Some(shared));
        let report = PageReport::default();
        let marks = marks(&self.portal, address);
        let frame = self.frames.borrow().get(&marks).cloned();
        let rendered = LocalSet::new().block_on(&self.runtime, async {
            let work = async {
                let stream = owner.with(|| {
                    provide_context(RequestUrl::new(address));
                    provide_portal(self.portal.clone());
                    provide_context(report.clone());
                    if let Some(data) = data {
                        provide_context(data);
                    }
                    match frame {
                        Some(_) => view! { <UnframedApp/> }.to_html_stream_in_order(),
                        None => view! { <App/> }.to_html_stream_in_order(),
                    }
                });
                stream.collect::<String>().await
            };
            tokio::time::timeout(TIME_OUT, work).await
        });
        owner.unset_with_forced_cleanup();
        let html = rendered.map_err(|_| PrerenderError::TimedOut(address.to_owned()))?;
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
                resources: collector.resources(),
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

/// The context that components share while a page is rendered.
///
/// It behaves as the framework's own, but records the id of each resource instead of writing a
/// script, as the value of the resource is the page's data.
struct Collector {
    inner: SsrSharedContext,
    resources: Mutex<Vec<usize>>,
}

impl Collector {
    /// Creates a context in which everything will be hydrated, unlike in the default one.
    fn new() -> Self {
        Self {
            inner: SsrSharedContext::new(),
            resources: Mutex::default(),
        }
    }

    fn resources(&self) -> Vec<usize> {
        self.lock().clone()
    }

    fn lock(&self) -> MutexGuard<'_, Vec<usize>> {
        self.resources
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Collector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Collector").finish_non_exhaustive()
    }
}

impl SharedContext for Collector {
    fn write_async(&self, id: SerializedDataId, _: hydration_context::PinnedFuture<String>) {
        self.lock().push(id.into_inner());
    }

    fn is_browser(&self) -> bool {
        self.inner.is_browser()
    }

    fn next_id(&self) -> SerializedDataId {
        self.inner.next_id()
    }

    fn read_data(&self, id: &SerializedDataId) -> Option<String> {
        self.inner.read_data(id)
    }

    fn await_data(&self, id: &SerializedDataId) -> Option<String> {
        self.inner.await_data(id)
    }

    fn pending_data(&self) -> Option<hydration_context::PinnedStream<String>> {
        None
    }

    fn during_hydration(&self) -> bool {
        self.inner.during_hydration()
    }

    fn hydration_complete(&self) {
        self.inner.hydration_complete();
    }

    fn get_is_hydrating(&self) -> bool {
        self.inner.get_is_hydrating()
    }

    fn set_is_hydrating(&self, is_hydrating: bool) {
        self.inner.set_is_hydrating(is_hydrating);
    }

    fn take_errors(&self) -> Vec<(SerializedDataId, throw_error::ErrorId, throw_error::Error)> {
        self.inner.take_errors()
    }

    fn errors(
        &self,
        boundary: &SerializedDataId,
    ) -> Vec<(throw_error::ErrorId, throw_error::Error)> {
        self.inner.errors(boundary)
    }

    fn seal_errors(&self, boundary: &SerializedDataId) {
        self.inner.seal_errors(boundary);
    }

    fn register_error(
        &self,
        boundary: SerializedDataId,
        id: throw_error::ErrorId,
        error: throw_error::Error,
    ) {
        self.inner.register_error(boundary, id, error);
    }

    fn defer_stream(&self, wait_for: hydration_context::PinnedFuture<()>) {
        self.inner.defer_stream(wait_for);
    }

    fn await_deferred(&self) -> Option<hydration_context::PinnedFuture<()>> {
        self.inner.await_deferred()
    }

    fn set_incomplete_chunk(&self, id: SerializedDataId) {
        self.inner.set_incomplete_chunk(id);
    }

    fn get_incomplete_chunk(&self, id: &SerializedDataId) -> bool {
        self.inner.get_incomplete_chunk(id)
    }
}
