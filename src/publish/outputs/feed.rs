//! Feeds of the newest articles or bulletins, with full texts.

use super::absolute::absolute;
use crate::content::items::bulletin::Bulletin;
use crate::content::items::reference::Collection;
use crate::content::values::date::Moment;
use crate::publish::html::escape::escape;
use crate::publish::view::{Item, SiteView};
use crate::route::{FeedId, IssueId, PageNumber, PublicUrl, Route};

/// Maximum number of items of a feed, so that its size does not grow with the archive.
const NEWEST: usize = 30;
/// Time of the last change of a feed without items.
const NEVER: &str = "1970-01-01T00:00:00Z";

/// A feed, independent of the format.
#[derive(Debug)]
pub(super) struct Announcements {
    pub channel: FeedId,
    pub title: String,
    pub about: String,
    /// Address of the page that lists the same items.
    pub page: String,
    /// Items, newest first.
    pub items: Vec<Feed>,
}

/// An item of a feed.
#[derive(Debug)]
pub(super) struct Feed {
    /// Address, which identifies the item for feed readers. It never changes, as ids never do; a
    /// `tag:` URI would contain the date, which a correction may change.
    pub address: String,
    pub title: String,
    /// Summary in one or two sentences.
    pub summary: String,
    pub html: String,
    pub published: Moment,
    pub updated: Moment,
    pub author: Option<String>,
    pub original: Option<String>,
    pub image: Option<String>,
    /// Section and keywords.
    pub tags: Vec<String>,
}

impl Announcements {
    /// Returns the time of the newest change, in RFC 3339 format.
    pub(super) fn updated(&self) -> String {
        let newest = self.items.iter().map(|item| item.updated).max();
        newest.map_or_else(|| NEVER.to_owned(), Moment::rfc3339)
    }
}

/// Returns the feeds of a portal: of all articles, of each section, of the bulletins.
pub(super) fn announcements(view: &SiteView<'_>, url: &PublicUrl) -> Vec<Announcements> {
    let site = view.site(url);
    let words = view.offered();
    let text = view.words();
    let feed = |channel, name: &str, about, page: &Route, items| Announcements {
        channel,
        title: (words.feed_of)(name, &site.name),
        about,
        page: url.canonical(page),
        items,
    };
    let article = |item: &Item<'_>| announced(view, url, *item);
    let catalog = view.catalog();
    let all = catalog.news.iter().rev().take(NEWEST).map(article);
    let mut feeds = vec![feed(
        FeedId::All,
        text.all_news,
        (words.about_news)(&site.name),
        &Route::news(),
        all.collect(),
    )];
    for section in &site.sections {
        let items = catalog.section(&section.id).iter().rev().take(NEWEST);
        let about = section
            .description
            .clone()
            .unwrap_or_else(|| (words.about_section)(&section.name, &site.name));
        feeds.push(feed(
            FeedId::Section(section.id.clone()),
            &section.name,
            about,
            &Route::section(&section.id),
            items.map(article).collect(),
        ));
    }
    let bulletins = catalog.bulletins.iter().rev().take(NEWEST);
    feeds.push(feed(
        FeedId::Bulletins,
        text.bulletins,
        (words.about_bulletins)(&site.name),
        &Route::Bulletins(PageNumber::FRONT),
        bulletins
            .filter_map(|(id, bulletin)| issue(view, url, *id, bulletin))
            .collect(),
    ));
    feeds
}

fn announced(view: &SiteView<'_>, url: &PublicUrl, (id, article): Item<'_>) -> Feed {
    let address = url.canonical(&Route::Article(id.to_string()));
    let section = view.section_name(&article.section);
    let tags = article.tags.iter().map(ToString::to_string);
    let author = article.author.as_ref().map(ToString::to_string);
    let source = article.source.as_ref();
    let original = source.and_then(|source| source.url.as_ref());
    let html = view.html(Collection::Articles, id.as_str());
    Feed {
        title: article.title.to_string(),
        summary: view.summary(id.as_str(), article),
        html: html.map_or_else(String::new, |html| absolute(html, &address, url)),
        published: article.published,
        updated: article.updated.unwrap_or(article.published),
        author: author.or_else(|| source.map(|source| source.name.to_string())),
        original: original.map(ToString::to_string),
        image: article
            .cover
            .as_ref()
            .map(|cover| url.absolute(&url.base().media(cover.src.as_str()))),
        tags: std::iter::once(section).chain(tags).collect(),
        address,
    }
}

/// Returns a bulletin as an item, or `None` if it has no date, as a feed requires one.
fn issue(view: &SiteView<'_>, url: &PublicUrl, id: IssueId, bulletin: &Bulletin) -> Option<Feed> {
    let published = bulletin.published?;
    let address = url.canonical(&Route::Bulletin(id));
    let summary = view.description(&Route::Bulletin(id));
    let body = view
        .html(Collection::Bulletins, &id.to_string())
        .map(|html| absolute(html, &address, url));
    Some(Feed {
        title: view.bulletin_title(id, bulletin),
        html: body.unwrap_or_else(|| {
            let entries = bulletin.contents.iter();
            let entries = entries.map(|entry| format!("<li>{}</li>", escape(entry.title.as_str())));
            let mut contents: String = entries.collect();
            if !contents.is_empty() {
                contents = format!("<ol>{contents}</ol>");
            }
            format!("<p>{}</p>{contents}", escape(&summary))
        }),
        summary,
        published,
        updated: bulletin
            .corrections
            .iter()
            .map(|correction| Moment::from(correction.date))
            .fold(published, Moment::max),
        author: None,
        original: None,
        image: bulletin
            .cover
            .as_ref()
            .map(|cover| url.absolute(&url.base().media(cover.src.as_str()))),
        tags: Vec::new(),
        address,
    })
}
