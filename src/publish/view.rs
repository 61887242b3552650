//! From what editors wrote to what pages show.
//!
//! [`Catalog`] puts the content in order once: lists, neighbours, mentions. [`SiteView`]
//! then makes the data of any page from it, one page at a time, so that a site of many
//! thousand articles never stands in memory twice.

mod catalog;
mod bulletin_order;
mod member_order;
mod pagination;
mod localized_names;
mod rendered_bodies;
mod link_resolver;
mod convert;
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
pub(super) use rendered_bodies::{BodyProblem, Texts, body_of, texts};

use rendered_bodies::Text;

use crate::content::values::media::MediaIndex;
use crate::content::{Content, Public};
use crate::route::{BasePath, Route};
use serde::Serialize;
use std::collections::BTreeSet;

/// The pages of a portal, and below which path it is served.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pages<'a> {
    pub(super) routes: &'a BTreeSet<Route>,
    pub(super) base: &'a BasePath,
}

/// Makes the data of each page.
#[derive(Debug)]
pub(super) struct SiteView<'a> {
    content: &'a Content,
    media: &'a MediaIndex,
    catalog: &'a Catalog<'a>,
    texts: &'a Texts,
    titles: &'a Titles,
    base: &'a BasePath,
    links: LinkResolver<'a>,
}

impl<'a> SiteView<'a> {
    /// A view from what is public of the content, its order, its rendered texts and the
    /// titles of its documents, for a portal that has these files and pages.
    #[must_use]
    pub(super) fn new(
        public: &'a Public,
        media: &'a MediaIndex,
        pages: Pages<'a>,
        catalog: &'a Catalog<'a>,
        texts: &'a Texts,
        titles: &'a Titles,
    ) -> Self {
        let content = public.content();
        Self {
            content,
            media,
            base: pages.base,
            links: LinkResolver::new(content, media, pages),
            catalog,
            texts,
            titles,
        }
    }

    /// The JSON that feeds a page; `None` when there is no such page.
    ///
    /// # Errors
    /// When a value cannot be written as JSON, which no type of [`crate::wire`] can cause.
    pub(super) fn json(&self, route: &Route) -> Result<Option<String>, serde_json::Error> {
        match route {
            Route::Home => write(Some(self.home())),
            Route::News(list) => write(self.news(list)),
            Route::Article(id) => write(self.article(id)),
            Route::Members => write(Some(self.members())),
            Route::Member(id) => write(self.member(id)),
            Route::Bulletins(page) => write(self.bulletins(*page)),
            Route::Bulletin(number) => write(self.bulletin(*number)),
            Route::Events(page) => write(self.events(*page)),
            Route::Event(id) => write(self.event(id)),
            Route::Links => write(Some(self.links())),
            Route::Search => write(Some(self.search_page())),
            Route::Year(year) => write(self.year(*year)),
            Route::Page(id) => write(self.page(id)),
        }
    }
}

fn write<T: Serialize>(value: Option<T>) -> Result<Option<String>, serde_json::Error> {
    value.as_ref().map(serde_json::to_string).transpose()
}
