//! Everything that is wrong with a site, in one run.

use super::body_fault::body_fault;
use super::derive::{self, BodyProblem, Catalog, Drafts, KnownTexts, SiteLinks, Texts};
use super::read::SiteFiles;
use crate::content::body::Body;
use crate::content::date::Date;
use crate::content::id::ItemId;
use crate::content::item::{Collection, ItemLink, ItemRef};
use crate::content::value::TextValue as _;
use crate::content::{BodyFault, Content, Problem, ProblemKind, body_problem};
use crate::route::{BasePath, PublicUrl, Route};
use std::collections::BTreeSet;

/// A site's content and all its problems.
#[derive(Debug)]
pub struct Checked {
    /// What could be read; `None` when `site.json` could not.
    pub content: Option<Content>,
    /// What is wrong, by file and position.
    pub problems: Vec<Problem>,
}

/// A site that was read and checked, and what was made on the way.
#[derive(Debug)]
pub(super) struct Examined {
    /// The content and its problems.
    pub(super) checked: Checked,
    /// Every page of the portal.
    pub(super) routes: BTreeSet<Route>,
    /// The texts, of which only their rendering tells what is wrong with them.
    pub(super) texts: Texts,
}

/// Reads the content, and says all that is wrong with it and with its texts.
#[must_use]
pub fn check(files: &SiteFiles, drafts: Drafts, today: Date) -> Checked {
    let known = KnownTexts::new();
    examine(files, read(files, today), drafts, today, None, known).checked
}

/// What the files say, and what is wrong with each of them and between them.
#[must_use]
pub(super) fn read(files: &SiteFiles, today: Date) -> (Option<Content>, Vec<Problem>) {
    crate::content::read(&files.sources, &files.unread, &files.media, today)
}

/// Checks the texts of content that was read, for a portal that is served below a path; if
/// none is given, below that of the site's own address.
#[must_use]
pub(super) fn examine(
    files: &SiteFiles,
    (content, mut problems): (Option<Content>, Vec<Problem>),
    drafts: Drafts,
    today: Date,
    base: Option<&BasePath>,
    known: KnownTexts,
) -> Examined {
    let (mut routes, mut texts) = (BTreeSet::new(), Texts::default());
    if let Some(content) = &content {
        routes = Catalog::new(content, drafts, today).routes(content);
        let base = base.cloned().unwrap_or_else(|| own_base(content));
        let links = SiteLinks::new(content, &files.media, &base, &routes);
        let found;
        (texts, found) = derive::texts(&links, known);
        problems.extend(
            found
                .into_iter()
                .filter_map(|found| locate(files, content, found)),
        );
        crate::content::problem::sort(&mut problems);
    }
    Examined {
        checked: Checked { content, problems },
        routes,
        texts,
    }
}

/// The path below which the site says that it is served.
fn own_base(content: &Content) -> BasePath {
    let address = content.site.base_url.to_string();
    // An address that cannot be used is told of by whoever uses it.
    PublicUrl::parse(&address).map_or_else(|_| BasePath::default(), |url| url.base().clone())
}

/// Finds the place in the item's file of a problem in its text.
fn locate(files: &SiteFiles, content: &Content, found: BodyProblem) -> Option<Problem> {
    let (item, body) = item_and_body(content, &found)?;
    let file = content.file_of(&item)?;
    let source = files.sources.iter().find(|source| source.path == file)?;
    let text = String::from_utf8_lossy(&source.bytes);
    let range = found.problem.offset..found.problem.offset + found.problem.length;
    let fault = body_fault(found.problem.kind, content, &files.media);
    if let BodyFault::DeadItemLink { link, .. } | BodyFault::DeadPath(link) = &fault
        && may_lead_to_a_lost_item(content, link)
    {
        return None;
    }
    let kind = ProblemKind::Body(fault);
    Some(body_problem(file, &text, body, range, kind))
}

/// Whether a link names an item whose file is there but could not be read, which is told of
/// that file.
fn may_lead_to_a_lost_item(content: &Content, link: &str) -> bool {
    let item = match ItemLink::parse(link) {
        Some(Ok(ItemLink::Item(item))) => Some(item),
        Some(_) => None,
        None => Route::parse(link).and_then(|route| item_of(&route)),
    };
    item.is_some_and(|item| content.is_lost(&item))
}

/// The item that a page shows.
fn item_of(route: &Route) -> Option<ItemRef> {
    let item = |id: &str, item: fn(ItemId) -> ItemRef| ItemId::parse(id).map(item);
    let item = match route {
        Route::Article(id) => item(id, ItemRef::Article),
        Route::Member(id) => item(id, ItemRef::Member),
        Route::Event(id) => item(id, ItemRef::Event),
        Route::Page(id) => item(id, ItemRef::Page),
        Route::Bulletin(number) => Ok(ItemRef::Bulletin(*number)),
        _ => return None,
    };
    // An id of another form is that of no item.
    item.ok()
}

fn item_and_body<'a>(content: &'a Content, found: &BodyProblem) -> Option<(ItemRef, &'a Body)> {
    let body = derive::body_of(content, found.collection, &found.id)?;
    let item = match found.collection {
        Collection::Articles => ItemRef::Article,
        Collection::Members => ItemRef::Member,
        Collection::Events => ItemRef::Event,
        Collection::Pages => ItemRef::Page,
        Collection::Bulletins => return Some((ItemRef::Bulletin(found.id.parse().ok()?), body)),
        Collection::Links => return None,
    };
    Some((item(ItemId::parse(&found.id).ok()?), body))
}
