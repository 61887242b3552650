//! A feed in JSON Feed 1.1.

use super::feed::Announcements;
use crate::route::{Output, PublicUrl};
use serde::Serialize;

#[derive(Serialize)]
struct Feed<'a> {
    version: &'static str,
    title: &'a str,
    description: &'a str,
    home_page_url: &'a str,
    feed_url: String,
    language: &'a str,
    authors: [Author<'a>; 1],
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    url: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    external_url: Option<&'a str>,
    title: &'a str,
    content_html: &'a str,
    summary: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<&'a str>,
    date_published: String,
    date_modified: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    authors: Option<[Author<'a>; 1]>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    tags: &'a [String],
}

/// Returns the feed of `site`, in the language `lang`.
///
/// # Errors
/// Returns an error if the feed cannot be serialised as JSON, which its type cannot cause.
pub(super) fn json_feed(
    feed: &Announcements,
    url: &PublicUrl,
    site: &str,
    lang: &str,
) -> Result<Vec<u8>, serde_json::Error> {
    let items = feed.items.iter().map(|item| Item {
        id: &item.address,
        url: &item.address,
        external_url: item.original.as_deref(),
        title: &item.title,
        content_html: &item.html,
        summary: &item.summary,
        image: item.image.as_deref(),
        date_published: item.published.rfc3339(),
        date_modified: item.updated.rfc3339(),
        authors: item.author.as_deref().map(|name| [Author { name }]),
        tags: &item.tags,
    });
    serde_json::to_vec(&Feed {
        version: "https://jsonfeed.org/version/1.1",
        title: &feed.title,
        description: &feed.about,
        home_page_url: &feed.page,
        feed_url: url.output(&Output::JsonFeed(feed.channel.clone())),
        language: lang,
        authors: [Author { name: site }],
        items: items.collect(),
    })
}
