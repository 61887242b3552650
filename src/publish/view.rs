//! Data of pages, built from the content that editors wrote.
//!
//! [`Catalog`] sorts the content once: lists, neighbours, mentions. [`SiteView`] then builds the
//! data of any page from it, one page at a time, so that a site of many thousand articles is
//! never held in memory twice.

mod catalog;
mod bulletin_order;
mod member_order;
mod pagination;
mod localized_names;
mod rendered_bodies;
mod link_resolver;
mod convert;
mod kinds;
mod site;
mod pages;
mod metadata;
mod site_metadata;
mod calendars;
mod visible_text;
mod search_documents;

pub(super) use bulletin_order::number_of;
pub(super) use catalog::{Catalog, Item};
pub(super) use link_resolver::LinkResolver;
pub(super) use metadata::titles::Titles;
pub(super) use rendered_bodies::{BodyProblem, PlainTexts, RenderedBodies, body_of, texts};

use rendered_bodies::Text;

use crate::content::values::media::MediaIndex;
use crate::content::{Content, Public};
use crate::route::{BasePath, Route};
use crate::wire::Prose;
use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The pages of a portal, and the path below which it is served.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pages<'a> {
    pub(super) routes: &'a BTreeSet<Route>,
    pub(super) base: &'a BasePath,
}

/// A builder of the data of each page.
#[derive(Debug)]
pub(super) struct SiteView<'a> {
    content: &'a Content,
    media: &'a MediaIndex,
    catalog: &'a Catalog<'a>,
    texts: &'a RenderedBodies,
    titles: &'a Titles,
    base: &'a BasePath,
}

impl<'a> SiteView<'a> {
    /// Creates a view of public content from its catalog, its rendered texts, the titles of its
    /// documents, the media files, and the base path of the portal.
    #[must_use]
    pub(super) fn new(
        public: &'a Public,
        media: &'a MediaIndex,
        base: &'a BasePath,
        catalog: &'a Catalog<'a>,
        texts: &'a RenderedBodies,
        titles: &'a Titles,
    ) -> Self {
        let content = public.content();
        Self {
            content,
            media,
            base,
            catalog,
            texts,
            titles,
        }
    }

    /// Returns the data of a page, or `None` if there is no such page.
    ///
    /// # Errors
    /// Returns an error if a value cannot be serialised as JSON, which no type of [`crate::wire`]
    /// can cause.
    pub(super) fn data(&self, route: &Route) -> Result<Option<PageData>, serde_json::Error> {
        match route {
            Route::Home => reduced(Some(self.home()), |page| {
                page.lead.truncate(1);
                page.sections.clear();
                page.members.clear();
                page.bulletins.clear();
                page.links.clear();
            }),
            Route::News(list) => reduced(self.news(list), |page| page.entries.clear()),
            Route::Article(id) => reduced(self.article(id), |page| page.body.html = None),
            Route::Members => reduced(Some(self.members()), |page| {
                page.parts.html = None;
                page.overview.html = None;
                // The filter needs the rest of a row.
                for row in &mut page.rows {
                    row.id.clear();
                    row.name.clear();
                    row.name_other = None;
                    row.city = None;
                    row.logo = None;
                    row.monogram.clear();
                }
            }),
            Route::Member(id) => reduced(self.member(id), |page| without_html(&mut page.body)),
            Route::Bulletins(page) => whole(self.bulletins(*page)),
            Route::Bulletin(number) => {
                reduced(self.bulletin(*number), |page| without_html(&mut page.body))
            }
            Route::Events(page) => reduced(self.events(*page), |page| page.articles.truncate(1)),
            Route::Event(id) => reduced(self.event(id), |page| without_html(&mut page.body)),
            Route::Links => reduced(Some(self.links()), |page| {
                page.groups.truncate(1);
                page.groups.iter_mut().for_each(|group| group.links.clear());
            }),
            Route::Search => whole(Some(self.search_page())),
            Route::Year(year) => reduced(self.year(*year), |page| page.documents.clear()),
            Route::Page(id) => reduced(self.page(id), |page| page.body.html = None),
        }
    }
}

/// The data of a page, as JSON.
#[derive(Debug)]
pub(super) struct PageData {
    /// All data, as the app fetches them.
    pub(super) json: Arc<RawValue>,
    /// Data embedded in the page. Hydration passes over what never changes, and the page shows it
    /// already, so they lack most of that.
    pub(super) carried: String,
}

/// Returns the data of a page that carries all of them.
fn whole<T: Serialize>(page: Option<T>) -> Result<Option<PageData>, serde_json::Error> {
    reduced(page, |_| ())
}

/// Returns the data of a page, given a function that takes out what the page need not carry. The
/// view that is built from the rest must have the same nodes, except inside of static views.
fn reduced<T: Serialize>(
    page: Option<T>,
    take_out: impl FnOnce(&mut T),
) -> Result<Option<PageData>, serde_json::Error> {
    let Some(mut page) = page else {
        return Ok(None);
    };
    let json = to_raw_value(&page)?.into();
    take_out(&mut page);
    let carried = serde_json::to_value(&page)?.to_string();
    Ok(Some(PageData { json, carried }))
}

fn without_html(text: &mut Option<Prose>) {
    if let Some(text) = text {
        text.html = None;
    }
}
