//! Writing of every page, with its data and the files beside it.

use super::BuildError;
use super::verify::PageFacts;
use crate::publish::html::prerender::Renderer;
use crate::publish::output_dir::Staging;
use crate::publish::progress::{Observer, Step};
use crate::publish::publication::Publication;
use crate::route::{Output, Route};
use rayon::prelude::*;
use std::collections::HashSet;

/// Writes all pages; returns the facts about each that verification needs. `known` are the paths
/// of the files that are not of a page.
///
/// # Errors
/// Returns an error if a page cannot be rendered, or if the file system refuses.
pub(crate) fn write_pages(
    publication: &Publication<'_>,
    staging: &Staging<'_>,
    observer: &dyn Observer,
    mut known: HashSet<String>,
) -> Result<Vec<(Route, PageFacts)>, BuildError> {
    let routes = &publication.snapshot.routes;
    observer.begin(Step::Pages, routes.len());
    let renderer = || Renderer::new(publication.portal.clone());
    let not_found = publication.not_found(&renderer())?;
    staging.write(&Output::NotFound.to_string(), not_found.as_bytes())?;
    let base = publication.snapshot.url.base();
    known.extend(routes.iter().map(ToString::to_string));
    routes
        .par_iter()
        .map_init(renderer, |renderer, route| {
            let page = publication.page(route, renderer)?;
            let mut own = Vec::new();
            for (path, bytes) in page.files(route) {
                staging.write(&path, bytes)?;
                own.push(path);
            }
            observer.advance();
            let is_own = |path: &str| own.iter().any(|own| path.strip_prefix('/') == Some(own));
            let is_known = |path: &str| known.contains(path) || is_own(path);
            let facts = PageFacts::of(route, &page.title, &page.html, base, is_known);
            Ok((route.clone(), facts))
        })
        .collect()
}
