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
use crate::pages::static_pages;
use crate::publish::pictures::Pictures;
use crate::route::{BasePath, Route};
use crate::wire::{PageContent, Prose};
use leptos::prelude::AnyView;
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
    pictures: Option<&'a Pictures>,
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
            pictures: None,
        }
    }

    /// Adds the variants of pictures, which browsers choose from.
    pub(super) fn with_pictures(self, pictures: &'a Pictures) -> Self {
        let pictures = Some(pictures);
        Self { pictures, ..self }
    }

    /// Returns what a page is rendered from, or `None` if there is no such page.
    ///
    /// # Errors
    /// Returns an error if a value cannot be serialised as JSON, which no type of [`crate::wire`]
    /// can cause.
    pub(super) fn source(&self, route: &Route) -> Result<Option<PageSource>, serde_json::Error> {
        Ok(match route {
            Route::Home => of_view(Some(self.home()), static_pages::home::view),
            Route::News(list) => of_view(self.news(list), static_pages::news::view),
            Route::Article(id) => of_item(
                self.article(id),
                |page| page.body.html.clone(),
                static_pages::article::view,
            )?,
            Route::Members => Some(PageSource::Data(self.directory()?)),
            Route::Member(id) => of_item(
                self.member(id),
                |page| html(&page.body),
                static_pages::member::view,
            )?,
            Route::Bulletins(page) => of_view(self.bulletins(*page), static_pages::bulletins::view),
            Route::Bulletin(number) => of_item(
                self.bulletin(*number),
                |page| html(&page.body),
                static_pages::bulletin::view,
            )?,
            Route::Events(page) => of_view(self.events(*page), static_pages::events::view),
            Route::Event(id) => of_item(
                self.event(id),
                |page| html(&page.body),
                static_pages::event::view,
            )?,
            Route::Links => of_view(Some(self.links()), static_pages::links::view),
            Route::Search => Some(PageSource::Data(PageData::new(self.search_page(), |_| ())?)),
            Route::Year(year) => of_view(self.year(*year), static_pages::year::view),
            Route::Page(id) => of_view(self.page(id), static_pages::page::view),
        })
    }

    /// Returns the data of the directory. The embedded data lack what the cards show and the
    /// filter does not need.
    fn directory(&self) -> Result<PageData, serde_json::Error> {
        PageData::new(self.members(), |page| {
            page.parts.html = None;
            page.overview.html = None;
            for row in &mut page.rows {
                row.id.clear();
                row.name.clear();
                row.name_other = None;
                row.city = None;
                row.logo = None;
                row.monogram.clear();
            }
        })
    }
}

/// What a page is rendered from.
pub(super) enum PageSource {
    /// The view of a static page.
    View {
        /// Renders the content of the page.
        view: Box<dyn FnOnce() -> AnyView>,
        /// The item that the page is about, if its data are public.
        item: Option<PublicItem>,
    },
    /// The data of a page that runs code of its own in the browser.
    Data(PageData),
}

/// The public data of an item.
pub(super) struct PublicItem {
    /// All fields, as a JSON object.
    json: String,
    /// HTML of its text, which stands in its page as it is.
    body: Option<String>,
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

impl PageData {
    /// Creates the data of a page, given a function that takes out what the page need not carry.
    /// The view that is built from the rest must have the same nodes, except inside of static
    /// views.
    pub(super) fn new<T: Serialize>(
        mut page: T,
        take_out: impl FnOnce(&mut T),
    ) -> Result<Self, serde_json::Error> {
        let json = to_raw_value(&page)?.into();
        take_out(&mut page);
        let carried = serde_json::to_value(&page)?.to_string();
        Ok(Self { json, carried })
    }

    /// Creates the data of a static page from its content and the public data of its item. The
    /// embedded data lack what the page shows.
    pub(super) fn of_static(
        mut page: PageContent,
        content: &str,
        item: Option<PublicItem>,
    ) -> Result<Self, serde_json::Error> {
        let carried = with_field("{}", "page", &serde_json::to_string(&page)?);
        let body = item.as_ref().and_then(|item| item.body.as_deref());
        page.html = match body.and_then(|body| content.split_once(body)) {
            Some((before, after)) => vec![before.to_owned(), after.to_owned()],
            None => vec![content.to_owned()],
        };
        let item = item.as_ref().map_or("{}", |item| &item.json);
        let json = with_field(item, "page", &serde_json::to_string(&page)?);
        let json = RawValue::from_string(json)?.into();
        Ok(Self { json, carried })
    }
}

/// Adds a field to a JSON object.
fn with_field(object: &str, name: &str, value: &str) -> String {
    let fields = object.strip_suffix('}').unwrap_or_default();
    let comma = if fields == "{" { "" } else { "," };
    [fields, comma, "\"", name, "\":", value, "}"].concat()
}

fn of_view<T: 'static>(page: Option<T>, view: fn(T) -> AnyView) -> Option<PageSource> {
    page.map(|page| PageSource::View {
        view: Box::new(move || view(page)),
        item: None,
    })
}

/// Returns the source of an item's page, whose data are public.
fn of_item<T: Serialize + 'static>(
    page: Option<T>,
    body: fn(&T) -> Option<String>,
    view: fn(T) -> AnyView,
) -> Result<Option<PageSource>, serde_json::Error> {
    let Some(page) = page else {
        return Ok(None);
    };
    let item = Some(PublicItem {
        json: serde_json::to_string(&page)?,
        body: body(&page).filter(|html| !html.is_empty()),
    });
    Ok(Some(PageSource::View {
        view: Box::new(move || view(page)),
        item,
    }))
}

fn html(text: &Option<Prose>) -> Option<String> {
    text.as_ref()?.html.clone()
}
