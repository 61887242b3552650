//! Links to anchors of pages: only the rendered page knows whether it has them.

use super::{item_in, route_of};
use crate::components::Portal;
use crate::content::closest;
use crate::content::item::{Collection, ItemRef};
use crate::content::{BodyFault, Content};
use crate::publish::derive::{Derivation, Texts};
use crate::publish::html::tags;
use crate::publish::markdown::{AnchorLink, LinkTarget};
use crate::publish::prerender::Renderer;
use crate::route::{PublicUrl, Route};
use std::collections::BTreeMap;

/// A link to an anchor in the text of an item.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) collection: Collection,
    pub(super) id: String,
    pub(super) link: AnchorLink,
}

/// All such links of a site's texts; there are few.
pub(super) fn collect(texts: &Texts) -> Vec<Found> {
    texts
        .anchors()
        .map(|(collection, id, link)| Found {
            collection,
            id: id.to_owned(),
            link: link.clone(),
        })
        .collect()
}

/// Knows which anchors pages have: renders those that are asked for.
pub(super) struct Anchors<'a> {
    derivation: &'a Derivation<'a>,
    texts: &'a Texts,
    /// None where the system gives no runtime; the build will say so.
    renderer: Option<Renderer>,
    known: BTreeMap<Route, Option<Vec<String>>>,
}

impl<'a> Anchors<'a> {
    /// Knows the pages of a portal.
    pub(super) fn new(derivation: &'a Derivation<'a>, texts: &'a Texts, url: &PublicUrl) -> Self {
        let portal = Portal::new(derivation.site(url), url.base().clone(), derivation.words());
        Self {
            derivation,
            texts,
            renderer: Renderer::new(portal).ok(),
            known: BTreeMap::new(),
        }
    }

    /// What is wrong with a link in a text.
    pub(super) fn fault(&mut self, found: &Found) -> Option<BodyFault> {
        let own = route_of(&item_in(found.collection, &found.id)?);
        let route = match &found.link.target {
            LinkTarget::Anchor(_) => own.clone(),
            LinkTarget::Item { kind, id } => Route::parse(&format!("/{}/{id}/", folder(kind)?))?,
            LinkTarget::Path(path) => Route::parse(path)?,
            LinkTarget::Web(_) | LinkTarget::Contact(_) => return None,
        };
        let anchor = &found.link.anchor;
        let nearest = self.missing(&route, anchor)?;
        Some(if route == own {
            BodyFault::DeadAnchor(anchor.clone())
        } else {
            BodyFault::DeadAnchorElsewhere {
                page: route.to_string(),
                anchor: anchor.clone(),
                nearest,
            }
        })
    }

    /// Whether a page lacks an anchor, and then the one that was probably meant: that of the
    /// heading with these words, or one that is written nearly so.
    pub(super) fn missing(&mut self, route: &Route, anchor: &str) -> Option<Option<String>> {
        let ids = self.of(route)?;
        if ids.iter().any(|id| id == anchor) {
            return None;
        }
        let written = percent_encoding::percent_decode_str(anchor).decode_utf8_lossy();
        let near = closest(anchor, ids.iter().cloned());
        let item = super::item_of(route);
        let worded = item.and_then(|item| {
            let id = item.id();
            let mut headings = self.texts.headings(item.collection(), &id);
            let (id, _) = headings.find(|(_, words)| *words == written)?;
            Some(id.to_owned())
        });
        Some(worded.or(near))
    }

    /// The anchors of a page; `None` where it cannot be rendered, which the build will tell.
    fn of(&mut self, route: &Route) -> Option<&Vec<String>> {
        let (derivation, renderer) = (self.derivation, self.renderer.as_ref());
        let known = self.known.entry(route.clone()).or_insert_with(|| {
            let data = derivation.data(route).ok()??;
            let page = renderer?.page(route, data.json).ok()?;
            let ids = tags(&page.html)
                .into_iter()
                .filter_map(|tag| tag.attribute("id").map(str::to_owned));
            Some(ids.collect())
        });
        known.as_ref()
    }
}

/// The first segment of the paths of a kind of items.
fn folder(kind: &str) -> Option<&'static str> {
    Some(match kind {
        "article" => "articles",
        "member" => "members",
        "bulletin" => "bulletins",
        "event" => "events",
        "page" => "pages",
        _ => return None,
    })
}

/// The item in whose text a link stands, if its text is there.
pub(super) fn item(content: &Content, found: &Found) -> Option<ItemRef> {
    item_in(found.collection, &found.id).filter(|item| content.contains(item))
}
