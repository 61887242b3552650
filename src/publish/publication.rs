//! Files of a portal and their creation.
//!
//! A build writes all of them; the local server makes the requested ones. Both use this module, so
//! that they publish the same files.

use super::build::BuildError;
use super::html::common_file::CommonFile;
use super::html::document::Frame;
use super::html::prerender::{PrerenderError, Renderer};
use super::html::shell::Shell;
use super::html::theme;
use super::output_dir::{WriteError, unreadable};
use super::outputs::{self, HeaderRule, IconSource, Offer, Redirect};
use super::pictures::Pictures;
use super::snapshot::Snapshot;
use super::source::media::without_metadata;
use super::source::read::SiteFiles;
use super::source::walk::{MEDIA, ROOT};
use super::view::{Catalog, PlainTexts, SiteView, Titles};
use crate::components::Portal;
use crate::content::values::picture::PhotoLocation;
use crate::load::LoadError;
use crate::route::{DataFile, Output, Route};
use serde_json::value::RawValue;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A site that is prepared for publishing.
#[derive(Debug)]
pub(super) struct Publication<'a> {
    pub(super) snapshot: &'a Snapshot,
    pub(super) frame: &'a Frame<'a>,
    pub(super) portal: &'a Portal,
    shell: &'a Shell,
    common: &'a CommonFile,
    redirects: Vec<Redirect>,
    offer: Offer<'a>,
}

/// Prepares a site for publishing with these variants of its pictures, and calls `act` with the
/// result.
///
/// # Errors
/// Returns an error if the site's icon cannot be read, or if `act` fails.
pub(super) fn publish<T>(
    snapshot: &Snapshot,
    shell: &Shell,
    pictures: &Pictures,
    act: impl FnOnce(&Publication<'_>) -> Result<T, BuildError>,
) -> Result<T, BuildError> {
    let Snapshot {
        sources,
        routes,
        url,
        public,
        texts,
        ..
    } = snapshot;
    let (content, media, base) = (public.content(), &sources.media, url.base());
    let catalog = Catalog::new(content, snapshot.drafts, snapshot.today);
    let titles = Titles::of(content, routes);
    let view = SiteView::new(public, media, base, &catalog, texts, &titles).with_pictures(pictures);
    let portal = Portal::new(view.site(url), base.clone(), view.words());
    let common = CommonFile::of(&portal.site, portal.text)?;
    let icon = icon(&view, sources)?;
    let primary = view.primary();
    let frame = Frame::new(shell, &common, base, &portal.site, primary, &icon);
    act(&Publication {
        snapshot,
        frame: &frame,
        portal: &portal,
        shell,
        common: &common,
        redirects: outputs::redirects(&view, routes),
        offer: Offer {
            view: &view,
            routes,
            url,
            icon: &icon,
            policy: &frame.policy_of_host(),
        },
    })
}

/// Reads the site's icon from disk; draws one if the site has none.
fn icon(view: &SiteView<'_>, sources: &SiteFiles) -> Result<IconSource, WriteError> {
    let color = view.primary().unwrap_or(theme::PRIMARY);
    let Some((path, info)) = view.favicon().and_then(|path| {
        let info = sources.media.get(path.as_str())?;
        Some((path.as_str(), info))
    }) else {
        return Ok(IconSource::drawn(&view.short_name(), color));
    };
    let file = sources.folder.join(MEDIA).join(path);
    let bytes = std::fs::read(&file).map_err(unreadable(&file))?;
    Ok(IconSource::new(path, &bytes, info, color))
}

/// Source of a file that is published without rendering.
#[derive(Debug)]
pub(super) enum Source<'a> {
    /// Bytes in memory.
    Bytes(&'a [u8]),
    /// A file on disk.
    Disk(PathBuf),
    /// A photo on disk that contains the location where it was taken, which is removed.
    Photo(PathBuf),
}

/// A page as it is published.
#[derive(Debug)]
pub(super) struct RenderedPage {
    /// Document.
    pub(super) html: String,
    /// Title of the document.
    pub(super) title: String,
    /// Data that the app fetches.
    json: Arc<RawValue>,
    /// Files beside the page.
    pub(super) beside: Vec<(Output, Vec<u8>)>,
}

impl<'a> Publication<'a> {
    /// Returns the files that are published without rendering: those of the app, of `media/` and of
    /// `root/`.
    pub(super) fn fixed(&self) -> BTreeMap<String, Source<'a>> {
        let Snapshot { sources, media, .. } = self.snapshot;
        let shell = self.shell.files.iter();
        let shell = shell.map(|(path, bytes)| (path.clone(), Source::Bytes(bytes)));
        let common = Source::Bytes(self.common.json.as_bytes());
        let media = media.iter().filter_map(|name| {
            let path = format!("{MEDIA}/{name}");
            let file = sources.folder.join(&path);
            let source = match sources.media.get(name)?.location {
                PhotoLocation::Removable => Source::Photo(file),
                PhotoLocation::Absent | PhotoLocation::Fixed => Source::Disk(file),
            };
            Some((path, source))
        });
        let folder = sources.folder.join(ROOT);
        let root = sources.root.iter();
        let root = root.map(|path| (path.clone(), Source::Disk(folder.join(path))));
        let common = (self.common.path.clone(), common);
        shell.chain([common]).chain(media).chain(root).collect()
    }

    /// Renders a page, and makes its data and the files beside it.
    ///
    /// # Errors
    /// Returns an error if the page's data cannot be derived or if the page cannot be rendered.
    pub(super) fn page(
        &self,
        route: &Route,
        renderer: &Renderer,
    ) -> Result<RenderedPage, BuildError> {
        let Offer { view, url, .. } = self.offer;
        let source = view.source(route)?.ok_or_else(|| PrerenderError::Failed {
            route: route.to_string(),
            error: LoadError::NotFound,
        })?;
        let page = renderer.page(route, source)?;
        let head = view.head(route, &page.summary, url);
        Ok(RenderedPage {
            html: self.frame.page(route, &page, &head),
            title: page.title,
            json: page.data.json,
            beside: self.offer.of_page(route),
        })
    }

    /// Renders the page for unknown addresses.
    ///
    /// # Errors
    /// Returns an error if the page cannot be rendered.
    pub(super) fn not_found(&self, renderer: &Renderer) -> Result<String, BuildError> {
        let (title, html) = renderer.not_found()?;
        Ok(self.frame.not_found(&title, &html))
    }

    /// Returns the files of the site as a whole: feeds, tables, icons, redirects, instructions for
    /// hosts.
    ///
    /// # Errors
    /// Returns an error if one of them cannot be serialised, or if the path of a redirect is that
    /// of another file.
    pub(super) fn offered(&self) -> Result<BTreeMap<String, Vec<u8>>, BuildError> {
        let files = self.offer.of_site()?.into_iter();
        let mut files: BTreeMap<String, Vec<u8>> = files
            .map(|(output, bytes)| (output.to_string(), bytes))
            .collect();
        let mut taken: BTreeSet<String> = files.keys().cloned().collect();
        taken.extend(self.fixed().into_keys());
        taken.extend(self.snapshot.routes.iter().flat_map(paths));
        taken.insert(Output::NotFound.to_string());
        let faults = outputs::clashes(&self.redirects, &taken);
        if !faults.is_empty() {
            return Err(BuildError::Output(faults));
        }
        let others = self.offer.of_the_old_site(&self.redirects).into_iter();
        files.extend(others.map(|(output, bytes)| (output.to_string(), bytes)));
        Ok(files)
    }

    /// Returns the headers with which hosts are to send the files.
    pub(super) fn headers(&self) -> Vec<HeaderRule> {
        self.offer.headers(&self.redirects)
    }

    /// Calls `put` with each file of the search index and its path in the portal. `plain` are the
    /// texts of the items, from the snapshot.
    ///
    /// # Errors
    /// Returns an error if `put` fails, or if the data of a page cannot be serialised as JSON.
    pub(super) fn search_index(
        &self,
        plain: PlainTexts,
        put: impl FnMut(String, Vec<u8>) -> Result<(), BuildError>,
    ) -> Result<(), BuildError> {
        self.offer.view.search_index(self.offer.url, plain, put)
    }
}

impl RenderedPage {
    /// Returns the files of the page, by their paths in the portal.
    pub(super) fn files(&self, route: &Route) -> impl Iterator<Item = (String, &[u8])> {
        let html = Output::Html(route.clone()).to_string();
        let data = DataFile::of(route).path().to_owned();
        let beside = self.beside.iter();
        let beside = beside.map(|(output, bytes)| (output.to_string(), bytes.as_slice()));
        [
            (html, self.html.as_bytes()),
            (data, self.json.get().as_bytes()),
        ]
        .into_iter()
        .chain(beside)
    }
}

/// Returns the paths of the files that a page may have.
pub(super) fn paths(route: &Route) -> impl Iterator<Item = String> {
    let outputs = Output::of_page(route).into_iter();
    let outputs = outputs.map(|output| output.to_string());
    outputs.chain([DataFile::of(route).path().to_owned()])
}

/// Reads a photo without the metadata that contain the location where it was taken.
///
/// # Errors
/// Returns an error if the file cannot be read.
pub(super) fn read_photo(file: &Path) -> Result<Vec<u8>, WriteError> {
    let bytes = std::fs::read(file).map_err(unreadable(file))?;
    Ok(without_metadata(&bytes).unwrap_or(bytes))
}
