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
            Route::Home => of_lists(Some(self.home())),
            Route::News(list) => of_lists(self.news(list)),
            Route::Article(id) => of_texts(self.article(id), |page| vec![&mut page.body]),
            Route::Members => of_texts(Some(self.members()), |page| {
                vec![&mut page.parts, &mut page.overview]
            }),
            Route::Member(id) => of_texts(self.member(id), |page| page.body.iter_mut().collect()),
            Route::Bulletins(page) => of_lists(self.bulletins(*page)),
            Route::Bulletin(number) => of_texts(self.bulletin(*number), |page| {
                page.body.iter_mut().collect()
            }),
            Route::Events(page) => of_lists(self.events(*page)),
            Route::Event(id) => of_texts(self.event(id), |page| page.body.iter_mut().collect()),
            Route::Links => of_lists(Some(self.links())),
            Route::Search => of_lists(Some(self.search_page())),
            Route::Year(year) => of_lists(self.year(*year)),
            Route::Page(id) => of_texts(self.page(id), |page| vec![&mut page.body]),
        }
    }
}

/// The data of a page, as JSON.
#[derive(Debug)]
pub(super) struct PageData {
    /// All data, as the app fetches them.
    pub(super) json: Arc<RawValue>,
    /// Data embedded in the page, without the HTML of the texts, which the page already contains.
    pub(super) carried: String,
}

/// Returns the data of a page without texts.
fn of_lists<T: Serialize>(page: Option<T>) -> Result<Option<PageData>, serde_json::Error> {
    of_texts(page, |_| Vec::new())
}

/// Returns the data of a page, given a function that borrows its texts.
fn of_texts<T: Serialize>(
    page: Option<T>,
    texts: impl FnOnce(&mut T) -> Vec<&mut Prose>,
) -> Result<Option<PageData>, serde_json::Error> {
    let Some(mut page) = page else {
        return Ok(None);
    };
    let json = to_raw_value(&page)?.into();
    for text in texts(&mut page) {
        text.html = None;
    }
    let carried = serde_json::to_value(&page)?.to_string();
    Ok(Some(PageData { json, carried }))
}
