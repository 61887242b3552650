//! Every page with its data and what stands beside it, written once or kept.

use super::BuildError;
use super::document::Frame;
use super::key::Key;
use super::observe::{Observer, Step};
use super::outputs::Offer;
use super::prerender::{PrerenderError, Renderer, Shown};
use super::verify::PageFacts;
use super::write::Staging;
use super::write_outputs;
use crate::components::{Crumb, Portal};
use crate::route::{DataFile, Output, Route};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What is known of a page without rendering it.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct KnownPage {
    /// All that the page and the files beside it depend on.
    key: Key,
    heading: String,
    /// The names and paths of the steps that lead to it.
    trail: Vec<(String, String)>,
    /// What verifying needs to know of it.
    pub(super) facts: PageFacts,
    /// The files that stand beside it.
    pub(super) beside: Vec<String>,
}

/// Makes pages.
#[derive(Debug)]
pub(super) struct Maker<'a> {
    pub(super) staging: &'a Staging<'a>,
    pub(super) offer: &'a Offer<'a>,
    pub(super) frame: &'a Frame<'a>,
    pub(super) portal: &'a Portal,
}

impl Maker<'_> {
    /// Writes every page that is not what it was, and keeps the others.
    ///
    /// # Errors
    /// When a page cannot be rendered, or the disk refuses.
    pub(super) fn make(
        &self,
        mut known: BTreeMap<String, KnownPage>,
        observer: &dyn Observer,
    ) -> Result<Vec<(Route, KnownPage)>, BuildError> {
        observer.begin(Step::Pages, self.offer.routes.len());
        let not_found = Renderer::new(self.portal.clone())?.not_found()?;
        self.staging.write(
            &Output::NotFound.to_string(),
            self.frame.not_found(&not_found).as_bytes(),
        )?;
        let frame = self.frame.key()?;
        let routes: Vec<_> = self
            .offer
            .routes
            .iter()
            .map(|route| (route, known.remove(&route.to_string())))
            .collect();
        routes
            .into_par_iter()
            .map_init(
                || Renderer::new(self.portal.clone()),
                |renderer, (route, known)| {
                    let renderer = renderer.as_ref().map_err(|error| {
                        PrerenderError::Runtime(std::io::Error::other(error.to_string()))
                    })?;
                    let page = self.page(renderer, &frame, route, known)?;
                    observer.advance();
                    Ok((route.clone(), page))
                },
            )
            .collect()
    }

    fn page(
        &self,
        renderer: &Renderer,
        frame: &Key,
        route: &Route,
        known: Option<KnownPage>,
    ) -> Result<KnownPage, BuildError> {
        let (derivation, url) = (self.offer.derivation, self.offer.url);
        let data = derivation.keyed().json(route)?.unwrap_or_default();
        let twin = self.offer.twin(route);
        let head = |shown: &Shown| {
            let head = derivation.head(route, shown, url);
            self.frame.head(&head, &shown.heading)
        };
        let key = |head: &str| {
            let twin = twin.as_deref().unwrap_or_default();
            let route = route.to_string();
            Key::of([
                frame.as_str().as_bytes(),
                route.as_bytes(),
                data.as_bytes(),
                head.as_bytes(),
                twin,
            ])
        };
        if let Some(known) = known
            && let Some(shown) = known.shown()
            && known.key == key(&head(&shown))
            && self.staging.keep_known(&files(route, &known.beside))?
        {
            return Ok(known);
        }
        let json: Arc<str> = derivation.json(route)?.unwrap_or_default().into();
        let page = renderer.page(route, Arc::clone(&json))?;
        let head = head(&page.shown);
        let html = self.frame.page(&page, &head)?;
        self.staging
            .write(DataFile::of(route).path(), json.as_bytes())?;
        self.staging
            .write(&Output::Html(route.clone()).to_string(), html.as_bytes())?;
        let key = key(&head);
        let beside = write_outputs(self.staging, self.offer.of_page(route, twin))?;
        let own = self.frame.without_common(&html);
        let trail = page.shown.trail.into_iter();
        Ok(KnownPage {
            key,
            facts: PageFacts::of(route, &page.title, &own, url.base()),
            heading: page.shown.heading,
            trail: trail.map(|step| (step.name, step.to.to_string())).collect(),
            beside,
        })
    }
}

impl KnownPage {
    /// What the page says of itself.
    fn shown(&self) -> Option<Shown> {
        let trail = self.trail.iter();
        let trail: Option<Vec<Crumb>> = trail
            .map(|(name, path)| Some(Crumb::new(name.as_str(), Route::parse(path)?)))
            .collect();
        Some(Shown {
            heading: self.heading.clone(),
            trail: trail?,
        })
    }
}

/// The files of a page.
fn files(route: &Route, beside: &[String]) -> Vec<String> {
    let data = DataFile::of(route).path().to_owned();
    let mut files = vec![data, Output::Html(route.clone()).to_string()];
    files.extend_from_slice(beside);
    files
}
