//! Heading of a page, title of the document, and report of the page to publishing.

use super::{Crumb, portal};
use crate::load::LoadError;
use leptos::prelude::*;
use std::sync::{Arc, Mutex, PoisonError};

/// Report of the components of a page to prerendering.
///
/// A view renders to HTML only; titles and failures are passed to publishing through this
/// context.
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
    /// Returns the title of the document, if a heading has been rendered.
    #[must_use]
    pub fn title(&self) -> Option<String> {
        self.with(|report| report.title.clone())
    }

    /// Returns the text of the page's heading.
    #[must_use]
    pub fn heading(&self) -> Option<String> {
        self.with(|report| report.heading.clone())
    }

    /// Returns the breadcrumbs, from the home page to the parent of this page; empty if the
    /// page has none.
    #[must_use]
    pub fn trail(&self) -> Vec<Crumb> {
        self.with(|report| std::mem::take(&mut report.trail))
    }

    /// Returns the reason for showing an error instead of the content.
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

/// The only `h1` of the page.
///
/// In the browser it sets the document's title and, after a navigation, is focused and
/// announced. During prerender it reports the title to [`PageReport`].
#[component]
pub fn Heading(
    /// Text of the heading.
    #[prop(into)]
    title: String,
    /// Title of the document, if it is more specific than the heading; the site's name is
    /// appended.
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
