//! Links to anchors of pages, which only the rendered page can confirm.

use super::{item_in, item_of, route_of};
use crate::components::Portal;
use crate::content::closest;
use crate::content::items::reference::Collection;
use crate::content::{BodyFault, Content, LinkFault};
use crate::ids;
use crate::publish::html::nodes::tags;
use crate::publish::html::prerender::Renderer;
use crate::publish::markdown::{AnchorLink, LinkTarget};
use crate::publish::view::{RenderedBodies, SiteView};
use crate::route::{PublicUrl, Route};
use std::collections::BTreeMap;

/// A link to an anchor in the text of an item.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) collection: Collection,
    pub(super) id: String,
    pub(super) link: AnchorLink,
}

/// Anchors of pages; a page is rendered when its anchors are requested.
pub(super) struct Anchors<'a> {
    view: &'a SiteView<'a>,
    texts: &'a RenderedBodies,
    /// `true` if every item could be read.
    is_complete: bool,
    renderer: Renderer,
    known: BTreeMap<Route, Option<Vec<String>>>,
}

impl<'a> Anchors<'a> {
    pub(super) fn new(
        content: &Content,
        view: &'a SiteView<'a>,
        texts: &'a RenderedBodies,
        url: &PublicUrl,
    ) -> Self {
        let portal = Portal::new(view.site(url), url.base().clone(), view.words());
        Self {
            view,
            texts,
            is_complete: content.is_complete(),
            renderer: Renderer::new(portal),
            known: BTreeMap::new(),
        }
    }

    /// Returns the fault of a link in a text, if it has one.
    pub(super) fn fault(&mut self, found: &Found) -> Option<BodyFault> {
        let own = route_of(&item_in(found.collection, &found.id)?);
        let route = match &found.link.target {
            LinkTarget::Anchor(_) => own.clone(),
            // The first part of the path of an item's page is its kind in the plural.
            LinkTarget::Item { kind, id } => Route::parse(&format!("/{kind}s/{id}/"))?,
            LinkTarget::Path(path) => Route::parse(path)?,
            LinkTarget::Web(_) | LinkTarget::Contact(_) => return None,
        };
        let anchor = &found.link.anchor;
        let nearest = self.missing(&route, anchor)?;
        Some(if route == own {
            BodyFault::DeadAnchor(anchor.clone())
        } else {
            BodyFault::Link(LinkFault::UnknownAnchor {
                page: route.to_string(),
                anchor: anchor.clone(),
                nearest,
            })
        })
    }

    /// Returns `None` if a page has an anchor, otherwise a suggestion: the anchor of the heading
    /// with this text, or one with a similar name.
    pub(super) fn missing(&mut self, route: &Route, anchor: &str) -> Option<Option<String>> {
        // A part of a page may be missing because its contents could not be read.
        if !self.is_complete && ids::ALL.contains(&anchor) {
            return None;
        }
        let ids = self.of(route)?;
        if ids.iter().any(|id| id == anchor) {
            return None;
        }
        let written = percent_encoding::percent_decode_str(anchor).decode_utf8_lossy();
        let near = closest(anchor, ids.iter().cloned());
        let worded = item_of(route).and_then(|item| {
            let id = item.id();
            let mut headings = self.texts.headings(item.collection(), &id);
            let (id, _) = headings.find(|(_, words)| *words == written)?;
            Some(id.to_owned())
        });
        Some(worded.or(near))
    }

    /// Returns the anchors of a page, or `None` if it cannot be rendered, which the build
    /// reports.
    fn of(&mut self, route: &Route) -> Option<&Vec<String>> {
        let (view, renderer) = (self.view, &self.renderer);
        let known = self.known.entry(route.clone()).or_insert_with(|| {
            let source = view.source(route).ok()??;
            let page = renderer.page(route, source).ok()?;
            let ids = tags(&page.html).filter_map(|tag| tag.attribute("id"));
            Some(ids.map(Into::into).collect())
        });
        known.as_ref()
    }
}
