//! Queries on the content for outputs other than pages.

use super::SiteView;
use super::catalog::{Catalog, Item};
use super::pagination::{PAGE_SIZE, SHELF_SIZE, page};
use super::rendered_bodies::Text;
use crate::content::Content;
use crate::content::items::article::Article;
use crate::content::items::bulletin::Bulletin;
use crate::content::items::reference::Collection;
use crate::content::values::date::Moment;
use crate::content::values::id::ItemId;
use crate::content::values::text_value::TextValue as _;
use crate::publish::markdown::Address;
use crate::route::{BasePath, IssueId, Route};
use crate::text::OfferedText;

/// Approximate maximum number of articles in all blocks of the home page.
const ON_HOME: usize = 60;

impl<'a> SiteView<'a> {
    /// Returns the catalog of the content.
    pub(crate) const fn catalog(&self) -> &'a Catalog<'a> {
        self.catalog
    }

    /// Returns the public content of the site.
    pub(crate) const fn content(&self) -> &'a Content {
        self.content
    }

    /// Returns the path below which the portal is served.
    pub(crate) const fn base(&self) -> &'a BasePath {
        self.base
    }

    /// Returns the language of the site.
    pub(crate) fn lang(&self) -> &'a str {
        self.content.site.lang.as_str()
    }

    /// Returns the texts of outputs other than pages.
    pub(crate) fn offered(&self) -> &'static OfferedText {
        OfferedText::of(self.lang())
    }

    /// Returns the rendered HTML of an item's text.
    pub(crate) fn html(&self, collection: Collection, id: &str) -> Option<&str> {
        let text = self.text_of(collection, id)?;
        Some(text.html()).filter(|html| !html.is_empty())
    }

    /// Returns the ranges of addresses of the site in the source of an article's text, and those
    /// addresses.
    pub(crate) fn addresses(&self, id: &str) -> &[Address] {
        let text = self.text_of(Collection::Articles, id);
        text.map_or(&[], Text::addresses)
    }

    /// Returns the name of a section, or its id if it is unknown.
    pub(crate) fn section_name(&self, id: &ItemId) -> String {
        let section = self.content.site.section(id);
        section.map_or_else(|| id.to_string(), |section| section.name.to_string())
    }

    /// Returns the title of a bulletin.
    pub(crate) fn bulletin_title(&self, id: IssueId, bulletin: &Bulletin) -> String {
        self.names().title_of_bulletin(id, bulletin)
    }

    /// Returns the ids and titles of pages of text.
    pub(crate) fn texts_of_the_house(&self) -> impl Iterator<Item = (String, String)> {
        let pages = self.content.pages.iter();
        pages.map(|(id, page)| (id.to_string(), page.title.to_string()))
    }

    /// Returns the title of the page that replaces a page of the old site.
    pub(crate) fn title_of(&self, route: &Route) -> Option<String> {
        match route {
            Route::Article(id) => {
                let (_, article) = self.catalog.articles.get(id.as_str())?;
                Some(article.title.to_string())
            }
            Route::News(list) => {
                let id = ItemId::parse(list.section.as_deref()?).ok()?;
                Some(self.section_name(&id))
            }
            _ => None,
        }
    }

    /// Returns the time of the last change to the contents of a page, if known.
    ///
    /// Neighbours and related articles do not count, as they are not part of the contents.
    pub(crate) fn changed(&self, route: &Route) -> Option<Moment> {
        match route {
            Route::Home => {
                let news = self.catalog.news.iter().rev().take(ON_HOME);
                let bulletins = self.catalog.bulletins.iter().rev().take(1);
                let issues = bulletins.filter_map(|(_, bulletin)| bulletin.published);
                newest(news.map(|(_, article)| last_change(article)).chain(issues))
            }
            Route::News(list) => {
                let items: &[Item<'_>] = match &list.section {
                    Some(section) => self.catalog.section(section),
                    None => &self.catalog.news,
                };
                let (rows, _) = page(items, PAGE_SIZE, list.page)?;
                newest(rows.into_iter().map(|(_, article)| last_change(article)))
            }
            Route::Article(id) => {
                let (_, article) = self.catalog.articles.get(id.as_str())?;
                Some(last_change(article))
            }
            Route::Bulletins(number) => {
                let (rows, _) = page(&self.catalog.bulletins, SHELF_SIZE, *number)?;
                let issues = rows.into_iter();
                newest(issues.filter_map(|(_, bulletin)| bulletin.published))
            }
            Route::Bulletin(number) => {
                let bulletin = self.content.bulletins.get(number)?;
                let corrections = bulletin.corrections.iter();
                let corrected = corrections.map(|correction| Moment::from(correction.date));
                newest(corrected.chain(bulletin.published))
            }
            Route::Page(id) => self.content.pages.get(id.as_str())?.updated,
            Route::Members
            | Route::Member(_)
            | Route::Events(_)
            | Route::Event(_)
            | Route::Links
            | Route::Search
            | Route::Year(_) => None,
        }
    }
}

fn last_change(article: &Article) -> Moment {
    article.updated.unwrap_or(article.published)
}

fn newest(moments: impl Iterator<Item = Moment>) -> Option<Moment> {
    moments.max()
}
