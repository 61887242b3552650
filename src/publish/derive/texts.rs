//! Every Markdown text of a site, rendered once.

use super::Derivation;
use super::asked::{Asked, Listener};
use super::names::Namer;
use super::site_links::SiteLinks;
use crate::content::body::Body;
use crate::content::item::Collection;
use crate::content::{Content, Public};
use crate::ids;
use crate::publish::key::Key;
use crate::publish::markdown::{
    self, AnchorLink, Labels, MarkdownProblem, RenderOptions, Rendered, Resolver,
};
use crate::route::IssueId;
use crate::wire;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// How much HTML is held from the check to the pages, in bytes. Most of a large site would be
/// its texts, so the rest of them is rendered once more: time is given for memory.
const HELD: usize = 4 << 20;

/// The longest summary that is made from a text, in characters.
const SUMMARY_LENGTH: usize = 140;

/// A problem inside a text, and in which item the text stands.
#[derive(Debug, Clone)]
pub(crate) struct BodyProblem {
    /// The item's collection.
    pub collection: Collection,
    /// The item's id.
    pub id: String,
    /// What is wrong, and where in the text.
    pub problem: MarkdownProblem,
}

/// What is known of a text without its HTML.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::publish) struct KnownText {
    /// What the HTML depends on: the source, and the site's answers to `asked`.
    key: Key,
    asked: Vec<Asked>,
    /// Levels, anchors and words.
    headings: Vec<(u8, String, String)>,
    summary: String,
    minutes: u32,
    /// Links to anchors of pages.
    anchors: Vec<AnchorLink>,
}

/// Texts by their names; see [`name`].
pub(in crate::publish) type KnownTexts = BTreeMap<String, KnownText>;

/// A text of the site.
#[derive(Debug)]
pub(super) struct Text {
    known: KnownText,
    /// The HTML until somebody takes it, if there is room for it; see [`HELD`].
    html: Mutex<Option<String>>,
    /// Whether nothing is wrong with it.
    is_sound: bool,
}

/// The texts of a site.
#[derive(Debug, Default)]
pub(crate) struct Texts {
    texts: BTreeMap<(Collection, String), Text>,
}

/// Renders every text of a site, but for those of which is known what they would become; says
/// what is wrong in them, in the order of the items. `links_of` gives the links among which
/// those of an item's text have to lead somewhere.
#[must_use]
pub(in crate::publish) fn texts<'a>(
    content: &Content,
    links_of: impl Fn(Collection, &str) -> SiteLinks<'a> + Sync,
    mut known: KnownTexts,
) -> (Texts, Vec<BodyProblem>) {
    let bodies: Vec<_> = bodies(content)
        .into_iter()
        .map(|(collection, id, body)| {
            let known = known.remove(&name(collection, &id));
            (collection, id, body, known)
        })
        .collect();
    let room = AtomicUsize::new(HELD);
    let rendered: Vec<_> = bodies
        .into_par_iter()
        .map(|(collection, id, body, known)| {
            let links = &links_of(collection, &id);
            let known = known.filter(|known| known.key == key(body, links, &known.asked));
            let (text, problems) = match known {
                Some(known) => (Text::known(known), Vec::new()),
                None => Text::new(body, links, &room),
            };
            (collection, id, text, problems)
        })
        .collect();
    let mut texts = BTreeMap::new();
    let mut found = Vec::new();
    for (collection, id, text, problems) in rendered {
        found.extend(problems.into_iter().map(|problem| BodyProblem {
            collection,
            id: id.clone(),
            problem,
        }));
        texts.insert((collection, id), text);
    }
    (Texts { texts }, found)
}

impl Texts {
    pub(super) fn of(&self, collection: Collection, id: &str) -> Option<&Text> {
        self.texts.get(&(collection, id.to_owned()))
    }

    /// Lets go of the texts that are not published: no output is to have them, nor what is
    /// remembered for the next build.
    pub(in crate::publish) fn keep_public(&mut self, public: &Public) {
        self.texts.retain(|(collection, id), _| {
            let body = body_of(public.content(), *collection, id);
            body.is_some_and(|body| !body.text().is_empty())
        });
    }

    /// The links to anchors in the texts, each with the item in whose text it stands.
    pub(in crate::publish) fn anchors(
        &self,
    ) -> impl Iterator<Item = (Collection, &str, &AnchorLink)> {
        self.texts.iter().flat_map(|((collection, id), text)| {
            let anchors = text.known.anchors.iter();
            anchors.map(|anchor| (*collection, id.as_str(), anchor))
        })
    }

    /// The headings of an item's text, each with its anchor and its words.
    pub(in crate::publish) fn headings(
        &self,
        collection: Collection,
        id: &str,
    ) -> impl Iterator<Item = (&str, &str)> {
        let text = self.of(collection, id);
        let headings = text.into_iter().flat_map(|text| &text.known.headings);
        headings.map(|(_, anchor, words)| (anchor.as_str(), words.as_str()))
    }

    /// The files below `media/` that the texts ask for, by their paths there.
    pub(in crate::publish) fn media(&self) -> impl Iterator<Item = &str> {
        let texts = self.texts.values();
        texts.flat_map(|text| text.known.asked.iter().filter_map(Asked::media))
    }

    /// What the next build may know. A text with a problem is rendered each time, for the
    /// problem has to be told each time.
    #[must_use]
    pub(in crate::publish) fn into_known(self) -> KnownTexts {
        let texts = self.texts.into_iter();
        texts
            .filter(|(_, text)| text.is_sound)
            .map(|((collection, id), text)| (name(collection, &id), text.known))
            .collect()
    }
}

impl Text {
    /// A text; `room` is what is left for HTML.
    fn new(body: &Body, links: &SiteLinks<'_>, room: &AtomicUsize) -> (Self, Vec<MarkdownProblem>) {
        let listener = Listener::new(links);
        let rendered = render(body, &listener, links.content);
        let asked = listener.into_asked();
        let minutes = markdown::reading_minutes(&rendered.plain_text);
        let headings = rendered.headings.into_iter();
        let less = |room: usize| room.checked_sub(rendered.html.len());
        let is_held = room.fetch_update(Ordering::Relaxed, Ordering::Relaxed, less);
        let text = Self {
            known: KnownText {
                key: key(body, links, &asked),
                asked,
                headings: headings
                    .filter(|heading| heading.level <= 3)
                    .map(|heading| (heading.level, heading.id, heading.text))
                    .collect(),
                summary: markdown::summary(&rendered.plain_text, SUMMARY_LENGTH),
                minutes: u32::try_from(minutes).unwrap_or(u32::MAX),
                anchors: rendered.anchors,
            },
            html: Mutex::new(is_held.is_ok().then_some(rendered.html)),
            is_sound: rendered.problems.is_empty(),
        };
        (text, rendered.problems)
    }

    const fn known(known: KnownText) -> Self {
        Self {
            known,
            html: Mutex::new(None),
            is_sound: true,
        }
    }

    /// What the HTML depends on.
    pub(super) const fn key(&self) -> &Key {
        &self.known.key
    }

    pub(super) fn summary(&self) -> &str {
        &self.known.summary
    }

    pub(super) const fn minutes(&self) -> u32 {
        self.known.minutes
    }

    pub(super) fn headings(&self) -> Vec<wire::Heading> {
        let headings = self.known.headings.iter();
        headings
            .map(|(level, id, text)| wire::Heading {
                level: *level,
                id: id.clone(),
                text: text.clone(),
            })
            .collect()
    }
}

impl Derivation<'_> {
    /// The HTML of a text. It is given away: who asks again has it rendered again.
    pub(super) fn html_of(&self, text: &Text, collection: Collection, id: &str) -> String {
        let rendered = text
            .html
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        rendered.unwrap_or_else(|| {
            let body = body_of(self.content, collection, id);
            let render = |body| render(body, self.links_of_texts(), self.content).html;
            body.map(render).unwrap_or_default()
        })
    }

    /// An item's text without its marks, a paragraph a line.
    ///
    /// It is made for whoever asks, and not kept: together with all others it would be most
    /// of what a build holds in memory.
    pub(super) fn plain_of(&self, collection: Collection, id: &str) -> Option<String> {
        let body = body_of(self.content, collection, id)?;
        let options = options(self.content);
        let plain = markdown::plain_text(body.text(), self.links_of_texts(), &options);
        Some(plain)
    }
}

fn render(body: &Body, resolver: &dyn Resolver, content: &Content) -> Rendered {
    markdown::render(body.text(), resolver, &options(content))
}

fn options(content: &Content) -> RenderOptions<'static> {
    RenderOptions {
        labels: labels(content),
        reserved_ids: ids::ALL,
    }
}

fn labels(content: &Content) -> Labels {
    if Namer(&content.site).is_english() {
        Labels::ENGLISH
    } else {
        Labels::CHINESE
    }
}

/// What the HTML of a text depends on, if this is what it asks.
fn key(body: &Body, links: &SiteLinks<'_>, asked: &[Asked]) -> Key {
    let options = format!("{:?}", labels(links.content));
    let answers: Vec<String> = asked
        .iter()
        .map(|question| question.answer(links))
        .collect();
    let answers = answers.iter().map(String::as_str);
    Key::of([body.text(), &options].into_iter().chain(answers))
}

/// A text's name among all texts of the site.
fn name(collection: Collection, id: &str) -> String {
    format!("{}/{id}", collection.folder())
}

/// The text of an item.
pub(in crate::publish) fn body_of<'a>(
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

/// Every text of the site, with the item that it belongs to.
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
