//! Every page with its data and what stands beside it.

use super::BuildError;
use super::derive::{Derivation, PageData};
use super::document::Frame;
use super::observe::{Observer, Step};
use super::outputs::Offer;
use super::prerender::{PrerenderError, Renderer};
use super::verify::PageFacts;
use super::write::Staging;
use super::write_outputs;
use crate::components::Portal;
use crate::route::{DataFile, Output, PublicUrl, Route};
use rayon::prelude::*;
use std::io;
use std::sync::Arc;

/// A page as it is published.
#[derive(Debug)]
pub(super) struct RenderedPage {
    /// The document.
    pub(super) html: String,
    /// The data that the app fetches.
    pub(super) json: Arc<str>,
    /// The document's title.
    pub(super) title: String,
}

/// Renders a page.
///
/// # Errors
/// When the page's data cannot be derived or shown.
pub(super) fn render(
    route: &Route,
    derivation: &Derivation<'_>,
    url: &PublicUrl,
    frame: &Frame<'_>,
    renderer: &Renderer,
) -> Result<RenderedPage, BuildError> {
    let PageData { json, carried } = derivation.data(route)?.unwrap_or_default();
    let page = renderer.page(route, Arc::clone(&json))?;
    let head = derivation.head(route, &page.shown, url);
    let html = frame.page(&page, &carried, &head);
    let title = page.title;
    Ok(RenderedPage { html, json, title })
}

/// Writes every page with its data and the files beside it.
#[derive(Debug)]
pub(super) struct PageWriter<'a> {
    pub(super) staging: &'a Staging<'a>,
    pub(super) offer: &'a Offer<'a>,
    pub(super) frame: &'a Frame<'a>,
    pub(super) portal: &'a Portal,
}

impl PageWriter<'_> {
    /// Writes all pages; gives the facts about each that verifying needs.
    ///
    /// # Errors
    /// When a page cannot be rendered, or the disk refuses.
    pub(super) fn write(
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
        let Offer {
            derivation, url, ..
        } = *self.offer;
        let page = render(route, derivation, url, self.frame, renderer)?;
        let data = DataFile::of(route);
        self.staging.write(data.path(), page.json.as_bytes())?;
        let document = Output::Html(route.clone()).to_string();
        self.staging.write(&document, page.html.as_bytes())?;
        write_outputs(self.staging, self.offer.of_page(route))?;
        let own = self.frame.without_common(&page.html);
        Ok(PageFacts::of(route, &page.title, &own, url.base()))
    }
}
