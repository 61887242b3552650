//! What the outputs besides pages ask of the content.

use super::Derivation;
use super::catalog::{Catalog, Item};
use super::numbered::{PAGE_SIZE, SHELF_SIZE, page};
use super::texts::Text;
use crate::content::Content;
use crate::content::article::Article;
use crate::content::bulletin::Bulletin;
use crate::content::date::Moment;
use crate::content::id::ItemId;
use crate::content::item::Collection;
use crate::content::value::TextValue as _;
use crate::publish::markdown::Address;
use crate::route::{BasePath, IssueId, Route};
use crate::text::OfferedText;

/// How many articles the home page shows at most in its several blocks, give or take.
const ON_HOME: usize = 60;

impl<'a> Derivation<'a> {
    /// The content in order.
    pub(in crate::publish) const fn catalog(&self) -> &'a Catalog<'a> {
        self.catalog
    }

    /// What the site publishes.
    pub(in crate::publish) const fn content(&self) -> &'a Content {
        self.content
    }

    /// The path below which the portal is served.
    pub(in crate::publish) const fn base(&self) -> &'a BasePath {
        self.base
    }

    /// The language of the site.
    pub(in crate::publish) fn lang(&self) -> &'a str {
        self.content.site.lang.as_str()
    }

    /// The words of what is offered besides pages.
    pub(in crate::publish) fn offered(&self) -> &'static OfferedText {
        OfferedText::of(self.lang())
    }

    /// The finished HTML of an item's text.
    pub(in crate::publish) fn html(&self, collection: Collection, id: &str) -> Option<&str> {
        let text = self.text_of(collection, id)?;
        Some(text.html()).filter(|html| !html.is_empty())
    }

    /// Where the source of an article's text writes addresses of the site.
    pub(in crate::publish) fn addresses(&self, id: &str) -> &[Address] {
        let text = self.text_of(Collection::Articles, id);
        text.map_or(&[], Text::addresses)
    }

    /// What a section is called; its id where it is unknown.
    pub(in crate::publish) fn section_name(&self, id: &ItemId) -> String {
        let section = self.content.site.section(id);
        section.map_or_else(|| id.to_string(), |section| section.name.to_string())
    }

    /// What a bulletin is called.
    pub(in crate::publish) fn bulletin_title(&self, id: IssueId, bulletin: &Bulletin) -> String {
        self.names().title_of_bulletin(id, bulletin)
    }

    /// The ids and titles of pages of text.
    pub(in crate::publish) fn texts_of_the_house(&self) -> impl Iterator<Item = (String, String)> {
        let pages = self.content.pages.iter();
        pages.map(|(id, page)| (id.to_string(), page.title.to_string()))
    }

    /// The title of what took the place of a page of the old site.
    pub(in crate::publish) fn title_of(&self, route: &Route) -> Option<String> {
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

    /// When what a page says last changed, where that is known. Neighbours and related
    /// articles do not count, for they are not what the page says.
    pub(in crate::publish) fn changed(&self, route: &Route) -> Option<Moment> {
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
                newest(
                    rows.into_iter()
                        .filter_map(|(_, bulletin)| bulletin.published),
                )
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
