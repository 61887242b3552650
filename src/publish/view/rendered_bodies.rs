//! Rendered Markdown texts of a site. Each text is rendered once.

use super::link_resolver::{LinkResolver, media_of};
use super::localized_names::Namer;
use crate::content::items::reference::Collection;
use crate::content::values::body::Body;
use crate::content::{Content, Public};
use crate::ids;
use crate::publish::markdown;
use crate::publish::markdown::{
    Address, AnchorLink, Heading, Image, Labels, LinkTarget, MarkdownProblem, RenderOptions,
    Rendered,
};
use crate::route::IssueId;
use crate::wire;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Maximum length of a summary that is made from a text, in characters.
const SUMMARY_LENGTH: usize = 140;

/// A problem inside a text, and the item of the text.
#[derive(Debug, Clone)]
pub(crate) struct BodyProblem {
    /// Collection of the item.
    pub collection: Collection,
    /// Id of the item.
    pub id: String,
    /// The problem, with its position in the text.
    pub problem: MarkdownProblem,
}

/// A rendered text of the site.
#[derive(Debug)]
pub(crate) struct Text {
    rendered: Rendered,
    summary: String,
    minutes: u32,
}

/// Rendered texts of a site.
#[derive(Debug, Default)]
pub(crate) struct RenderedBodies {
    texts: BTreeMap<(Collection, String), Text>,
    plain: PlainTexts,
}

/// Texts without their marks, one block per line.
pub(crate) type PlainTexts = BTreeMap<(Collection, String), String>;

/// Renders every text of a site, and returns the texts and their problems in the order of the
/// items.
///
/// `links_of` returns the resolver for the links in the text of an item.
#[must_use]
pub(crate) fn texts<'a>(
    content: &Content,
    links_of: impl Fn(Collection, &str) -> LinkResolver<'a> + Sync,
) -> (RenderedBodies, Vec<BodyProblem>) {
    let options = RenderOptions {
        labels: labels(content),
        reserved_ids: ids::ALL,
    };
    let rendered: Vec<_> = bodies(content)
        .into_par_iter()
        .map(|(collection, id, body)| {
            let links = links_of(collection, &id);
            let rendered = markdown::render(body.text(), &links, &options);
            (collection, id, Text::new(rendered))
        })
        .collect();
    let mut bodies = RenderedBodies::default();
    let mut found = Vec::new();
    for (collection, id, mut text) in rendered {
        let problems = std::mem::take(&mut text.rendered.problems).into_iter();
        found.extend(problems.map(|problem| BodyProblem {
            collection,
            id: id.clone(),
            problem,
        }));
        let plain = std::mem::take(&mut text.rendered.plain_text);
        bodies.plain.insert((collection, id.clone()), plain);
        bodies.texts.insert((collection, id), text);
    }
    (bodies, found)
}

impl RenderedBodies {
    pub(crate) fn of(&self, collection: Collection, id: &str) -> Option<&Text> {
        self.texts.get(&(collection, id.to_owned()))
    }

    /// Removes the texts that are not published, so that no output contains them.
    pub(crate) fn keep_public(&mut self, public: &Public) {
        self.texts.retain(|(collection, id), _| {
            let body = body_of(public.content(), *collection, id);
            body.is_some_and(|body| !body.text().is_empty())
        });
        self.plain.retain(|item, _| self.texts.contains_key(item));
    }

    /// Removes the texts without marks, which only the search needs. It drops each as soon as it
    /// has read it.
    pub(crate) fn take_plain(&mut self) -> PlainTexts {
        std::mem::take(&mut self.plain)
    }

    /// Returns the links to anchors in the texts, each with the item of its text.
    pub(crate) fn anchors(&self) -> impl Iterator<Item = (Collection, &str, &AnchorLink)> {
        self.texts.iter().flat_map(|((collection, id), text)| {
            let anchors = text.rendered.anchors.iter();
            anchors.map(|anchor| (*collection, id.as_str(), anchor))
        })
    }

    /// Returns the headings of an item's text, each with its anchor and its text.
    pub(crate) fn headings(
        &self,
        collection: Collection,
        id: &str,
    ) -> impl Iterator<Item = (&str, &str)> {
        let headings = self.of(collection, id).into_iter().flat_map(Text::contents);
        headings.map(|heading| (heading.id.as_str(), heading.text.as_str()))
    }

    /// Returns the files below `media/` that the texts show or link to, by their paths there.
    pub(crate) fn media(&self) -> impl Iterator<Item = &str> {
        let links = self.texts.values().flat_map(|text| &text.rendered.links);
        let links = links.filter_map(|link| match &link.target {
            LinkTarget::Item { kind, id } if kind == "media" => Some(media_of(id)),
            _ => None,
        });
        links.chain(self.pictures())
    }

    /// Returns the files below `media/` that the texts show, by their paths there.
    pub(crate) fn pictures(&self) -> impl Iterator<Item = &str> {
        let images = self.texts.values().flat_map(|text| &text.rendered.images);
        images.map(|image| image.media_path.as_str())
    }
}

impl Text {
    fn new(rendered: Rendered) -> Self {
        let minutes = markdown::reading_minutes(&rendered.plain_text);
        Self {
            summary: markdown::summary(&rendered.plain_text, SUMMARY_LENGTH),
            minutes: u32::try_from(minutes).unwrap_or(u32::MAX),
            rendered,
        }
    }

    pub(crate) fn html(&self) -> &str {
        &self.rendered.html
    }

    pub(crate) fn images(&self) -> &[Image] {
        &self.rendered.images
    }

    pub(crate) fn addresses(&self) -> &[Address] {
        &self.rendered.addresses
    }

    pub(crate) fn summary(&self) -> &str {
        &self.summary
    }

    pub(crate) const fn minutes(&self) -> u32 {
        self.minutes
    }

    pub(crate) fn headings(&self) -> Vec<wire::Heading> {
        let headings = self.contents();
        headings
            .map(|heading| wire::Heading {
                level: heading.level,
                id: heading.id.clone(),
                text: heading.text.clone(),
            })
            .collect()
    }

    /// Returns the headings that a table of contents shows.
    fn contents(&self) -> impl Iterator<Item = &Heading> {
        let headings = self.rendered.headings.iter();
        headings.filter(|heading| heading.level <= 3)
    }
}

fn labels(content: &Content) -> Labels {
    if Namer(&content.site).is_english() {
        Labels::ENGLISH
    } else {
        Labels::CHINESE
    }
}

/// Returns the text of an item.
pub(crate) fn body_of<'a>(
    content: &'a Content,
    collection: Collection,
    id: &str,
) -> Option<&'a Body> {
    match collection {
        Collection::Articles => Some(&content.articles.get(id)?.body),
        Collection::Members => content.members.get(id)?.body.as_ref(),
        Collection::Bulletins => content.bulletins.get(&IssueId::parse(id)?)?.body.as_ref(),
        Collection::Events => content.events.get(id)?.body.as_ref(),
        Collection::Pages => Some(&content.pages.get(id)?.body),
        Collection::Links => None,
    }
}

/// Returns every text of the site, with the item that it belongs to.
fn bodies(content: &Content) -> Vec<(Collection, String, &Body)> {
    let articles = content
        .articles
        .iter()
        .map(|(id, article)| (Collection::Articles, id.to_string(), &article.body));
    let members = content.members.iter().filter_map(|(id, member)| {
        Some((Collection::Members, id.to_string(), member.body.as_ref()?))
    });
    let bulletins = content.bulletins.iter().filter_map(|(id, bulletin)| {
        Some((
            Collection::Bulletins,
            id.to_string(),
            bulletin.body.as_ref()?,
        ))
    });
    let events = content
        .events
        .iter()
        .filter_map(|(id, event)| Some((Collection::Events, id.to_string(), event.body.as_ref()?)));
    let pages = content
        .pages
        .iter()
        .map(|(id, page)| (Collection::Pages, id.to_string(), &page.body));
    articles
        .chain(members)
        .chain(bulletins)
        .chain(events)
        .chain(pages)
        .collect()
}
