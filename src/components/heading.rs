//! The heading of a page, and what follows from a page being shown.

use super::{Crumb, portal};
use crate::load::LoadError;
use leptos::prelude::*;
use std::sync::{Arc, Mutex, PoisonError};

/// What prerendering learns about a page from its components.
///
/// A view can only be HTML; title and failures reach publishing through this context.
#[derive(Debug, Clone, Default)]
pub struct PageReport(Arc<Mutex<Report>>);

#[derive(Debug, Default)]
struct Report {
    title: Option<String>,
    heading: Option<String>,
    trail: Vec<Crumb>,
    failure: Option<LoadError>,
}

impl PageReport {
    /// The page's title, once a heading has been rendered.
    #[must_use]
    pub fn title(&self) -> Option<String> {
        self.with(|report| report.title.clone())
    }

    /// The words of the page's heading.
    #[must_use]
    pub fn heading(&self) -> Option<String> {
        self.with(|report| report.heading.clone())
    }

    /// The steps that lead from the home page to this one, that page first and this one left
    /// out; none where the page shows none.
    #[must_use]
    pub fn trail(&self) -> Vec<Crumb> {
        self.with(|report| std::mem::take(&mut report.trail))
    }

    /// Why the page shows an error instead of its content.
    #[must_use]
    pub fn failure(&self) -> Option<LoadError> {
        self.with(|report| report.failure.clone())
    }

    pub(super) fn set_failure(&self, error: LoadError) {
        self.with(|report| report.failure = Some(error));
    }

    #[cfg(feature = "ssr")]
    pub(super) fn set_trail(&self, trail: Vec<Crumb>) {
        self.with(|report| report.trail = trail);
    }

    #[cfg(feature = "ssr")]
    fn set_title(&self, heading: &str, title: String) {
        self.with(|report| {
            report.heading = Some(heading.to_owned());
            report.title = Some(title);
        });
    }

    fn with<T>(&self, act: impl FnOnce(&mut Report) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The page's one `h1`.
///
/// In the browser it sets the document's title and, after a navigation, receives the focus
/// and is announced. During prerender it reports the title to [`PageReport`].
#[component]
pub fn Heading(
    /// The words of the heading.
    #[prop(into)]
    title: String,
    /// The document's title where it says more than the heading; the site's name is added.
    #[prop(optional_no_strip)]
    document_title: Option<String>,
) -> impl IntoView {
    let site = portal().site;
    let document_title = match document_title {
        Some(title) => title,
        None => format!("{title} - {}", site.short_name),
    };
    #[cfg(feature = "ssr")]
    if let Some(report) = use_context::<PageReport>() {
        report.set_title(&title, document_title.clone());
    }
    #[cfg(target_arch = "wasm32")]
    crate::navigation::arrive(document_title);
    view! { <h1 tabindex="-1">{title}</h1> }
}
