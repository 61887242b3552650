//! Index of years, through which every dated document can be reached without a search.

use crate::publish::html::escape::escape;
use crate::publish::view::SiteView;
use crate::publish::view::bulletin_order::year;
use crate::publish::view::catalog::Catalog;
use crate::route::Route;
use crate::wire::{SearchHit, SearchPage, Year};
use std::collections::BTreeSet;

impl Catalog<'_> {
    /// Returns the years that have documents.
    pub(crate) fn years(&self) -> BTreeSet<u32> {
        let news = self.news.iter();
        let news = news.map(|(_, article)| article.published.date().year());
        let bulletins = self.bulletins.iter();
        let bulletins = bulletins.filter_map(|(id, bulletin)| year(*id, bulletin));
        let events = self.events.iter();
        let events = events.map(|(_, event)| event.start.date().year());
        let years = news.chain(bulletins).chain(events);
        // ISO 8601 has a year 0, but no page has that number.
        let years = years.filter_map(|year| u32::try_from(year).ok());
        years.filter(|year| *year > 0).collect()
    }
}

impl SiteView<'_> {
    pub(crate) fn search_page(&self) -> SearchPage {
        SearchPage {
            years: self.catalog.years().into_iter().rev().collect(),
        }
    }

    /// Returns all documents of a year.
    ///
    /// The page changes when a document of that year is added, which affects only the current
    /// year.
    pub(crate) fn year(&self, year: u32) -> Option<Year> {
        let mut documents: Vec<SearchHit> = self.dated(i32::try_from(year).ok()?).collect();
        documents.sort_by(|one, other| (&other.date, &other.href).cmp(&(&one.date, &one.href)));
        (!documents.is_empty()).then_some(Year { year, documents })
    }

    /// Returns every document whose date, or at least year, is in the given year.
    fn dated(&self, wanted: i32) -> impl Iterator<Item = SearchHit> {
        let document = |kind: &str, route: &Route, title: &str, date: String| SearchHit {
            href: self.base.href(route),
            title: escape(title).into_owned(),
            kind: kind.to_owned(),
            date,
            ..SearchHit::default()
        };
        let articles = self
            .catalog
            .news
            .iter()
            .filter(move |(_, article)| article.published.date().year() == wanted)
            .map(move |(id, article)| SearchHit {
                section: article.section.to_string(),
                ..document(
                    "article",
                    &Route::Article(id.to_string()),
                    article.title.as_str(),
                    article.published.date().to_string(),
                )
            });
        let bulletins = self.catalog.bulletins.iter();
        let bulletins = bulletins.filter_map(move |(id, bulletin)| {
            let (year, date) = match bulletin.published {
                Some(moment) => (moment.date().year(), moment.date().to_string()),
                None => year(*id, bulletin).map(|year| (year, year.to_string()))?,
            };
            let title = || self.bulletin_title(*id, bulletin);
            (year == wanted).then(|| document("bulletin", &Route::Bulletin(*id), &title(), date))
        });
        let events = self.catalog.events.iter();
        let events = events
            .filter(move |(_, event)| event.start.date().year() == wanted)
            .map(move |(id, event)| {
                document(
                    "event",
                    &Route::Event(id.to_string()),
                    &self.names().of_event(event).first,
                    event.start.date().to_string(),
                )
            });
        articles.chain(bulletins).chain(events)
    }
}
