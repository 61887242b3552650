//! Report of a page to publishing.

use crate::load::LoadError;
use crate::route::Route;
use crate::wire::Timeline;
#[cfg(feature = "ssr")]
use crate::{components::Sizes, wire::Picture};
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
    timelines: Vec<Timeline>,
    #[cfg(feature = "ssr")]
    first_picture: Option<(Picture, Sizes)>,
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

    /// Returns the lists of events, in their order.
    #[must_use]
    pub fn timelines(&self) -> Vec<Timeline> {
        self.with(|report| std::mem::take(&mut report.timelines))
    }

    /// Returns the first picture that is loaded with priority, and the width at which it is shown.
    #[cfg(feature = "ssr")]
    pub(crate) fn first_picture(&self) -> Option<(Picture, Sizes)> {
        self.with(|report| report.first_picture.take())
    }

    #[cfg(feature = "ssr")]
    pub(crate) fn set_first_picture(&self, picture: &Picture, sizes: Sizes) {
        self.with(|report| {
            report
                .first_picture
                .get_or_insert_with(|| (picture.clone(), sizes));
        });
    }

    #[cfg(feature = "ssr")]
    pub(crate) fn has_timelines(&self) -> bool {
        self.with(|report| !report.timelines.is_empty())
    }

    #[cfg(feature = "ssr")]
    pub(crate) fn add_timeline(&self, timeline: Timeline) {
        self.with(|report| report.timelines.push(timeline));
    }

    pub(crate) fn set_failure(&self, error: LoadError) {
        self.with(|report| report.failure = Some(error));
    }

    #[cfg(feature = "ssr")]
    pub(crate) fn set_trail(&self, trail: Vec<Crumb>) {
        self.with(|report| report.trail = trail);
    }

    #[cfg(feature = "ssr")]
    pub(crate) fn set_document_title(&self, title: String) {
        self.with(|report| report.title = Some(title));
    }

    #[cfg(feature = "ssr")]
    pub(crate) fn set_title(&self, heading: &str, title: String) {
        self.with(|report| {
            report.heading = Some(heading.to_owned());
            report.title = Some(title);
        });
    }

    fn with<T>(&self, act: impl FnOnce(&mut Report) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// A step of the breadcrumb navigation.
#[derive(Debug, Clone)]
pub struct Crumb {
    /// Label of the link.
    pub name: String,
    /// Page that the link leads to.
    pub to: Route,
}

impl Crumb {
    /// Creates a step.
    #[must_use]
    pub fn new(name: impl Into<String>, to: Route) -> Self {
        Self {
            name: name.into(),
            to,
        }
    }
}
