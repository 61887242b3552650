//! Everything that is wrong with a site, in one run.

use super::body_fault::body_fault;
use super::derive::{self, BodyProblem, Catalog, Drafts};
use super::read::SiteFiles;
use crate::content::body::Body;
use crate::content::date::Date;
use crate::content::id::ItemId;
use crate::content::item::{Collection, ItemLink, ItemRef};
use crate::content::value::TextValue as _;
use crate::content::{BodyFault, Content, Problem, ProblemKind, body_problem};
use crate::route::{BasePath, Route};

/// A site's content and all its problems.
#[derive(Debug)]
pub struct Checked {
    /// What could be read; `None` when `site.json` could not.
    pub content: Option<Content>,
    /// What is wrong, by file and position.
    pub problems: Vec<Problem>,
}

/// Reads the content, and says all that is wrong with it and with its texts.
#[must_use]
pub fn check(files: &SiteFiles, drafts: Drafts, today: Date) -> Checked {
    let (content, mut problems) =
        crate::content::read(&files.sources, &files.unread, &files.media, today);
    if let Some(content) = &content {
        let catalog = Catalog::new(content, drafts, today);
        let routes = catalog.routes(content);
        let base = BasePath::default();
        let (_, found) = derive::texts(content, &files.media, &base, &routes);
        problems.extend(
            found
                .into_iter()
                .filter_map(|found| locate(files, content, found)),
        );
        crate::content::problem::sort(&mut problems);
    }
    Checked { content, problems }
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
    let item = match found.collection {
        Collection::Articles => ItemRef::Article,
        Collection::Members => ItemRef::Member,
        Collection::Events => ItemRef::Event,
        Collection::Pages => ItemRef::Page,
        Collection::Bulletins => {
            let number = found.id.parse().ok()?;
            let body = content.bulletins.get(&number)?.body.as_ref()?;
            return Some((ItemRef::Bulletin(number), body));
        }
        Collection::Links => return None,
    };
    let id = ItemId::parse(&found.id).ok()?;
    let body = match found.collection {
        Collection::Articles => Some(&content.articles.get(&id)?.body),
        Collection::Members => content.members.get(&id)?.body.as_ref(),
        Collection::Events => content.events.get(&id)?.body.as_ref(),
        Collection::Pages => Some(&content.pages.get(&id)?.body),
        Collection::Bulletins | Collection::Links => None,
    };
    Some((item(id), body?))
}
