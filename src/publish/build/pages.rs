//! Every page with its data and what stands beside it.

use super::verify::PageFacts;
use super::{BuildError, write_outputs};
use crate::components::Portal;
use crate::publish::html::document::Frame;
use crate::publish::html::prerender::{PrerenderError, Renderer};
use crate::publish::output_dir::Staging;
use crate::publish::outputs::Offer;
use crate::publish::progress::{Observer, Step};
use crate::publish::view::{PageData, SiteView};
use crate::route::{DataFile, Output, PublicUrl, Route};
use rayon::prelude::*;
use std::io;
use std::sync::Arc;

/// A page as it is published.
#[derive(Debug)]
pub(crate) struct RenderedPage {
    /// The document.
    pub(crate) html: String,
    /// The data that the app fetches.
    pub(crate) json: Arc<str>,
    /// The document's title.
    pub(crate) title: String,
}

/// Renders a page.
///
/// # Errors
/// When the page's data cannot be derived or shown.
pub(crate) fn render(
    route: &Route,
    view: &SiteView<'_>,
    url: &PublicUrl,
    frame: &Frame<'_>,
    renderer: &Renderer,
) -> Result<RenderedPage, BuildError> {
    let PageData { json, carried } = view.data(route)?.unwrap_or_default();
    let page = renderer.page(route, Arc::clone(&json))?;
    let head = view.head(route, &page.shown, url);
    let html = frame.page(&page, &carried, &head);
    let title = page.title;
    Ok(RenderedPage { html, json, title })
}

/// Writes every page with its data and the files beside it.
#[derive(Debug)]
pub(crate) struct PageWriter<'a> {
    pub(crate) staging: &'a Staging<'a>,
    pub(crate) offer: &'a Offer<'a>,
    pub(crate) frame: &'a Frame<'a>,
    pub(crate) portal: &'a Portal,
}

impl PageWriter<'_> {
    /// Writes all pages; gives the facts about each that verifying needs.
    ///
    /// # Errors
    /// When a page cannot be rendered, or the disk refuses.
    pub(crate) fn write(
        &self,
        observer: &dyn Observer,
    ) -> Result<Vec<(Route, PageFacts)>, BuildError> {
        let routes = self.offer.routes;
        observer.begin(Step::Pages, routes.len());
        let not_found = Renderer::new(self.portal.clone())?.not_found()?;
        let not_found = self.frame.not_found(&not_found);
        self.staging
            .write(&Output::NotFound.to_string(), not_found.as_bytes())?;
        routes
            .par_iter()
            .map_init(
                || Renderer::new(self.portal.clone()),
                |renderer, route| {
                    let renderer = renderer.as_ref().map_err(|error| {
                        PrerenderError::Runtime(io::Error::other(error.to_string()))
                    })?;
                    let facts = self.page(renderer, route)?;
                    observer.advance();
                    Ok((route.clone(), facts))
                },
            )
            .collect()
    }

    fn page(&self, renderer: &Renderer, route: &Route) -> Result<PageFacts, BuildError> {
        let Offer { view, url, .. } = *self.offer;
        let page = render(route, view, url, self.frame, renderer)?;
        let data = DataFile::of(route);
        self.staging.write(data.path(), page.json.as_bytes())?;
        let document = Output::Html(route.clone()).to_string();
        self.staging.write(&document, page.html.as_bytes())?;
        write_outputs(self.staging, self.offer.of_page(route))?;
        let own = self.frame.without_common(&page.html);
        Ok(PageFacts::of(route, &page.title, &own, url.base()))
    }
}
