//! Content in the orders in which pages show it.

use crate::content::items::article::Article;
use crate::content::items::bulletin::Bulletin;
use crate::content::items::event::Event;
use crate::content::items::member::Member;
use crate::content::items::numbering::missing_numbers;
use crate::content::values::date::Date;
use crate::content::values::id::ItemId;
use crate::content::{Content, Drafts, Visibility};
use crate::route::{IssueId, NewsList, Route};
use crate::wire::IssueNumber;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::bulletin_order::{bulletins_in_order, number_of};
use super::member_order::members_in_order;
use super::pagination::{PAGE_SIZE, SHELF_SIZE, pages};

/// Number of related articles on a page.
const RELATED: usize = 4;
/// Maximum number of articles examined for each common member, event or tag.
const LOOK_BACK: usize = 12;

/// An article and its id.
pub(crate) type Item<'a> = (&'a ItemId, &'a Article);

/// The content in order: items that have a page, and their neighbours.
///
/// Every order has the id as its last key, so that it is stable for equal dates.
#[derive(Debug)]
pub(crate) struct Catalog<'a> {
    /// Articles with a page, including withdrawn ones.
    pub(crate) articles: BTreeMap<&'a str, Item<'a>>,
    /// Articles that lists show, from the oldest.
    pub(crate) news: Vec<Item<'a>>,
    /// Articles that the list of each section shows, from the oldest.
    pub(crate) sections: BTreeMap<&'a str, Vec<Item<'a>>>,
    /// Position of each article in the list of its section.
    places: BTreeMap<&'a str, usize>,
    /// Positions in `news` of the articles that name a member, an event or a tag.
    by_key: BTreeMap<Key<'a>, Vec<usize>>,
    /// Members that the directory shows, by the pinyin of their names.
    pub(crate) members: Vec<(&'a ItemId, &'a Member)>,
    /// Bulletins from the oldest.
    pub(crate) bulletins: Vec<(IssueId, &'a Bulletin)>,
    /// Position of each bulletin in `bulletins`.
    bulletin_places: BTreeMap<IssueId, usize>,
    /// Range of numbers that are missing before a bulletin.
    missing: BTreeMap<IssueId, (u32, u32)>,
    /// Events from the earliest.
    pub(crate) events: Vec<(&'a ItemId, &'a Event)>,
    drafts: Drafts,
    today: Date,
}

/// A property that two articles can have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Key<'a> {
    Member(&'a str),
    Event(&'a str),
    Tag(&'a str),
}

impl<'a> Catalog<'a> {
    /// Creates a catalog of the content. A scheduled article appears from its day on.
    #[must_use]
    pub(crate) fn new(content: &'a Content, drafts: Drafts, today: Date) -> Self {
        let articles: BTreeMap<_, _> = content
            .articles
            .iter()
            .filter(|(_, article)| article.visibility(drafts, today).has_page())
            .map(|(id, article)| (id.as_str(), (id, article.as_ref())))
            .collect();
        let mut news: Vec<Item<'a>> = articles
            .values()
            .copied()
            .filter(|(_, article)| article.visibility(drafts, today).is_listed())
            .collect();
        news.sort_by_key(|(id, article)| (article.published, id.as_str()));
        let mut sections: BTreeMap<&str, Vec<Item<'a>>> = BTreeMap::new();
        let mut by_key: BTreeMap<Key<'a>, Vec<usize>> = BTreeMap::new();
        for (place, &(id, article)) in news.iter().enumerate() {
            let own = sections.entry(article.section.as_str()).or_default();
            own.push((id, article));
            for other in article.also_in.iter().filter(|id| **id != article.section) {
                let other = sections.entry(other.as_str()).or_default();
                other.push((id, article));
            }
            for key in keys(article) {
                by_key.entry(key).or_default().push(place);
            }
        }
        let bulletins = bulletins_in_order(&content.bulletins);
        let issues = content.bulletins.iter();
        let issues = issues.map(|(id, bulletin)| (*id, bulletin.last_number()));
        Self {
            articles,
            places: places_in_sections(&sections),
            news,
            sections,
            by_key,
            members: members_in_order(content),
            bulletin_places: (bulletins.iter().map(|(id, _)| *id)).zip(0..).collect(),
            bulletins,
            missing: missing_numbers(issues),
            events: {
                let mut events: Vec<_> = content.events.iter().collect();
                events.sort_by_key(|(id, event)| (event.start, id.as_str()));
                events
            },
            drafts,
            today,
        }
    }

    /// Returns every page of the portal.
    #[must_use]
    pub(crate) fn routes(&self, content: &Content) -> BTreeSet<Route> {
        let news = |section: Option<&str>, entries: usize| {
            let section = section.map(str::to_owned);
            pages(entries, PAGE_SIZE).map(move |page| {
                let section = section.clone();
                Route::News(NewsList { section, page })
            })
        };
        let mut routes = BTreeSet::from([Route::Home, Route::Members, Route::Links, Route::Search]);
        routes.extend(news(None, self.news.len()));
        for section in &content.site.sections {
            let id = section.id.as_str();
            routes.extend(news(Some(id), self.section(id).len()));
        }
        let (articles, members) = (self.articles.keys(), content.members.keys());
        routes.extend(articles.map(|id| Route::Article((*id).to_owned())));
        routes.extend(members.map(|id| Route::Member(id.to_string())));
        routes.extend(pages(self.bulletins.len(), SHELF_SIZE).map(Route::Bulletins));
        routes.extend(self.bulletins.iter().map(|(id, _)| Route::Bulletin(*id)));
        routes.extend(pages(self.events.len(), PAGE_SIZE).map(Route::Events));
        let events = self.events.iter();
        routes.extend(events.map(|(id, _)| Route::Event(id.to_string())));
        routes.extend(content.pages.keys().map(|id| Route::Page(id.to_string())));
        routes.extend(self.years().into_iter().map(Route::Year));
        routes
    }

    /// Returns the articles of a section, from the oldest.
    pub(crate) fn section(&self, id: &str) -> &[Item<'a>] {
        self.sections.get(id).map_or(&[], Vec::as_slice)
    }

    /// Returns the articles before and after this one in its section.
    pub(crate) fn neighbours(&self, id: &str) -> (Option<Item<'a>>, Option<Item<'a>>) {
        let Some((_, article)) = self.articles.get(id) else {
            return (None, None);
        };
        let Some(&place) = self.places.get(id) else {
            return (None, None);
        };
        let list = self.section(article.section.as_str());
        let previous = place.checked_sub(1).and_then(|place| list.get(place));
        (previous.copied(), list.get(place + 1).copied())
    }

    /// Returns the earlier articles that have most in common with this one, newest first.
    ///
    /// Later ones are left out: each new article would otherwise change old pages.
    pub(crate) fn related(&self, id: &str) -> Vec<Item<'a>> {
        let Some(&(_, article)) = self.articles.get(id) else {
            return Vec::new();
        };
        let here = self.news.partition_point(|(other, news)| {
            (news.published, other.as_str()) < (article.published, id)
        });
        let mut common: BTreeMap<usize, usize> = BTreeMap::new();
        for key in keys(article) {
            let places = self.by_key.get(&key).map_or(&[][..], Vec::as_slice);
            let earlier = places.partition_point(|place| *place < here);
            for place in places.iter().take(earlier).rev().take(LOOK_BACK) {
                *common.entry(*place).or_default() += key.weight();
            }
        }
        let mut best: Vec<_> = common.into_iter().collect();
        best.sort_by_key(|(place, weight)| Reverse((*weight, *place)));
        best.truncate(RELATED);
        best.sort_by_key(|(place, _)| Reverse(*place));
        best.into_iter()
            .filter_map(|(place, _)| self.news.get(place).copied())
            .collect()
    }

    /// Returns the newest articles that name a member or an event, newest first.
    pub(crate) fn mentions(&self, key: Key<'_>, most: usize) -> Vec<Item<'a>> {
        let places = self.by_key.get(&key).map_or(&[][..], Vec::as_slice);
        places
            .iter()
            .rev()
            .take(most)
            .filter_map(|place| self.news.get(*place).copied())
            .collect()
    }

    /// Returns the visibility of an article.
    pub(crate) fn visibility(&self, article: &Article) -> Visibility {
        article.visibility(self.drafts, self.today)
    }

    /// Returns `true` if an article is still pinned.
    pub(crate) fn is_pinned(&self, article: &Article) -> bool {
        article
            .pinned_until
            .is_some_and(|until| self.today <= until)
    }

    /// Returns the numbers of the bulletins before and after this one.
    pub(crate) fn bulletin_neighbours(
        &self,
        id: IssueId,
    ) -> (Option<IssueNumber>, Option<IssueNumber>) {
        let Some(&place) = self.bulletin_places.get(&id) else {
            return (None, None);
        };
        let number = |place: usize| {
            let (id, bulletin) = self.bulletins.get(place)?;
            Some(number_of(*id, bulletin))
        };
        (place.checked_sub(1).and_then(number), number(place + 1))
    }

    /// Returns the count of missing numbers between this bulletin and the one before it.
    pub(crate) fn missing_before(&self, id: IssueId) -> u32 {
        let missing = self.missing.get(&id);
        missing.map_or(0, |(first, last)| last - first + 1)
    }

    /// Returns the day of the build.
    pub(crate) const fn today(&self) -> Date {
        self.today
    }
}

impl Key<'_> {
    /// Returns the weight of a common property; a more specific property weighs more.
    const fn weight(self) -> usize {
        match self {
            Self::Event(_) => 3,
            Self::Member(_) => 2,
            Self::Tag(_) => 1,
        }
    }
}

fn keys(article: &Article) -> impl Iterator<Item = Key<'_>> {
    let members = article.members.iter().map(|id| Key::Member(id.as_str()));
    let event = article.event.iter().map(|id| Key::Event(id.as_str()));
    let tags = article.tags.iter().map(|tag| Key::Tag(tag.as_str()));
    members.chain(event).chain(tags)
}

/// Returns the position of each article in the list of its own section.
fn places_in_sections<'a>(sections: &BTreeMap<&'a str, Vec<Item<'a>>>) -> BTreeMap<&'a str, usize> {
    sections
        .iter()
        .flat_map(|(section, list)| {
            list.iter()
                .enumerate()
                .filter(|(_, (_, article))| article.section.as_str() == *section)
                .map(|(place, (id, _))| (id.as_str(), place))
        })
        .collect()
}
