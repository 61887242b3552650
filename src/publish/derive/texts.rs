//! Every Markdown text of a site, rendered once.

use super::Derivation;
use super::names::Namer;
use crate::content::Content;
use crate::content::body::Body;
use crate::content::item::Collection;
use crate::content::media::MediaIndex;
use crate::publish::markdown::{
    self, ImageInfo, Labels, MarkdownProblem, RenderOptions, Rendered, ResolvedLink, Resolver,
};
use crate::route::{BasePath, Route};
use crate::wire;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Ids that the frame around a text uses, and that no heading may take.
const RESERVED_IDS: &[&str] = &[
    "main",
    "site-menu",
    "announcer",
    "contents",
    "attachments",
    "corrections",
    "related",
    "mentions",
    "issue-contents",
    "files",
    "ways-on",
    "citation",
];

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

/// A rendered text, without what only the check needs.
#[derive(Debug)]
pub(super) struct Text {
    pub(super) prose: wire::Prose,
    pub(super) headings: Vec<wire::Heading>,
    pub(super) summary: String,
    /// The text without its marks, a paragraph a line.
    pub(super) plain: String,
    pub(super) minutes: u32,
}

/// The rendered texts of a site.
#[derive(Debug, Default)]
pub(crate) struct Texts {
    texts: BTreeMap<(Collection, String), Text>,
}

/// Renders every text of a site that is served below a path and has these pages; says what
/// is wrong in them, in the order of the items.
#[must_use]
pub(crate) fn texts(
    content: &Content,
    media: &MediaIndex,
    base: &BasePath,
    routes: &BTreeSet<Route>,
) -> (Texts, Vec<BodyProblem>) {
    let links = SiteLinks {
        content,
        media,
        base,
        routes,
    };
    let labels = if Namer(&content.site).is_english() {
        Labels::ENGLISH
    } else {
        Labels::CHINESE
    };
    let rendered: Vec<_> = bodies(content)
        .into_par_iter()
        .map(|(collection, id, body)| {
            let options = RenderOptions {
                labels,
                reserved_ids: RESERVED_IDS,
            };
            let mut rendered = markdown::render(body.text(), &links, &options);
            let problems = std::mem::take(&mut rendered.problems);
            (collection, id, Text::from(rendered), problems)
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
}

impl From<Rendered> for Text {
    fn from(rendered: Rendered) -> Self {
        let minutes = markdown::reading_minutes(&rendered.plain_text);
        Self {
            summary: markdown::summary(&rendered.plain_text, SUMMARY_LENGTH),
            minutes: u32::try_from(minutes).unwrap_or(u32::MAX),
            plain: rendered.plain_text,
            prose: wire::Prose::new(rendered.html),
            headings: rendered
                .headings
                .into_iter()
                .filter(|heading| heading.level <= 3)
                .map(|heading| wire::Heading {
                    level: heading.level,
                    id: heading.id,
                    text: heading.text,
                })
                .collect(),
        }
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
    let bulletins = content.bulletins.iter().filter_map(|(number, bulletin)| {
        Some((
            Collection::Bulletins,
            number.to_string(),
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

/// Where links and pictures of texts lead.
#[derive(Debug)]
pub(in crate::publish) struct SiteLinks<'a> {
    content: &'a Content,
    media: &'a MediaIndex,
    base: &'a BasePath,
    routes: &'a BTreeSet<Route>,
}

impl Derivation<'_> {
    /// Where links and pictures of this site's texts lead, below a path.
    pub(in crate::publish) const fn links_of_texts<'a>(
        &'a self,
        base: &'a BasePath,
        routes: &'a BTreeSet<Route>,
    ) -> SiteLinks<'a> {
        SiteLinks {
            content: self.content,
            media: self.media,
            base,
            routes,
        }
    }
}

impl SiteLinks<'_> {
    fn route(&self, kind: &str, id: &str) -> Option<(Route, String)> {
        let content = self.content;
        let names = Namer(&content.site);
        match kind {
            "article" => {
                let article = content.articles.get(id)?;
                Some((Route::Article(id.to_owned()), article.title.to_string()))
            }
            "member" => {
                let member = content.members.get(id)?;
                Some((Route::Member(id.to_owned()), names.of_member(member).first))
            }
            "event" => {
                let event = content.events.get(id)?;
                Some((Route::Event(id.to_owned()), names.of_event(event).first))
            }
            "page" => {
                let page = content.pages.get(id)?;
                Some((Route::Page(id.to_owned()), page.title.to_string()))
            }
            "bulletin" => {
                let number = id.parse().ok()?;
                let bulletin = content.bulletins.get(&number)?;
                let title = names.title_of_bulletin(number, bulletin);
                Some((Route::Bulletin(number), title))
            }
            _ => None,
        }
    }
}

impl Resolver for SiteLinks<'_> {
    fn item(&self, kind: &str, id: &str) -> Option<ResolvedLink> {
        if kind == "media" {
            let file = id.strip_prefix("media/").unwrap_or(id);
            return self.media.contains_key(file).then(|| ResolvedLink {
                href: self.base.media(file),
                is_file: true,
                title: None,
            });
        }
        let (route, title) = self.route(kind, id)?;
        self.routes.contains(&route).then(|| ResolvedLink {
            href: self.base.href(&route),
            is_file: false,
            title: Some(title),
        })
    }

    fn path(&self, root_path: &str) -> Option<String> {
        let route = Route::parse(root_path)?;
        self.routes.contains(&route).then(|| self.base.href(&route))
    }

    fn image(&self, media_path: &str) -> Option<ImageInfo> {
        let info = self.media.get(media_path)?;
        Some(ImageInfo {
            src: self.base.media(media_path),
            width: info.width,
            height: info.height,
        })
    }
}
