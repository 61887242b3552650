//! From what editors wrote to what pages show.
//!
//! [`Catalog`] puts the content in order once: lists, neighbours, mentions. [`Derivation`]
//! then makes the data of any page from it, one page at a time, so that a site of many
//! thousand articles never stands in memory twice.

mod article;
mod bulletins;
mod calendars;
mod catalog;
mod citation;
mod convert;
mod describe;
mod events;
mod home;
mod links;
mod members;
mod names;
mod news;
mod numbered;
mod offered;
mod overview;
mod pages;
mod search;
mod shown;
mod site;
mod site_links;
mod structured;
mod texts;
mod titles;
mod years;

pub(super) use bulletins::number_of;
pub(super) use catalog::{Catalog, Item};
pub(super) use site_links::SiteLinks;
pub(super) use texts::{BodyProblem, Texts, body_of, texts};
pub(super) use titles::Titles;

use texts::Text;

use crate::content::media::MediaIndex;
use crate::content::{Content, Public};
use crate::route::{BasePath, Route};
use crate::wire::Prose;
use serde::Serialize;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The pages of a portal, and below which path it is served.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pages<'a> {
    pub(super) routes: &'a BTreeSet<Route>,
    pub(super) base: &'a BasePath,
}

/// Makes the data of each page.
#[derive(Debug)]
pub(super) struct Derivation<'a> {
    content: &'a Content,
    media: &'a MediaIndex,
    catalog: &'a Catalog<'a>,
    texts: &'a Texts,
    titles: &'a Titles,
    base: &'a BasePath,
}

impl<'a> Derivation<'a> {
    /// A derivation from what is public of the content, its order, its rendered texts and the
    /// titles of its documents, for a portal that has these files below this path.
    #[must_use]
    pub(super) fn new(
        public: &'a Public,
        media: &'a MediaIndex,
        base: &'a BasePath,
        catalog: &'a Catalog<'a>,
        texts: &'a Texts,
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

    /// The data of a page; `None` when there is no such page.
    ///
    /// # Errors
    /// When a value cannot be written as JSON, which no type of [`crate::wire`] can cause.
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
#[derive(Debug, Default)]
pub(super) struct PageData {
    /// All of them, as the app fetches them.
    pub(super) json: Arc<str>,
    /// Those that the page itself carries: without the HTML of its texts, which it shows.
    pub(super) carried: String,
}

/// The data of a page without texts.
fn of_lists<T: Serialize>(page: Option<T>) -> Result<Option<PageData>, serde_json::Error> {
    of_texts(page, |_| Vec::new())
}

/// The data of a page, given where its texts are.
fn of_texts<T: Serialize>(
    page: Option<T>,
    texts: impl FnOnce(&mut T) -> Vec<&mut Prose>,
) -> Result<Option<PageData>, serde_json::Error> {
    let Some(mut page) = page else {
        return Ok(None);
    };
    let json = serde_json::to_string(&page)?.into();
    for text in texts(&mut page) {
        text.html = None;
    }
    let carried = serde_json::to_value(&page)?.to_string();
    Ok(Some(PageData { json, carried }))
}
