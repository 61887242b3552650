//! Check of a site, which reports all problems in one run.
//!
//! The check uses the same pages, addresses and anchors as the build, so that a site that passes
//! can be built. Content that is not published yet is checked as if it were.

mod anchors;
mod legacy;
mod media;
mod root;
pub(crate) mod suggestion;
mod targets;

use super::source::read::SiteFiles;
use super::view;
use super::view::{BodyProblem, Catalog, LinkResolver, Pages, RenderedBodies, SiteView, Titles};
use crate::content::diagnostics::problem::sort;
use crate::content::items::reference::{Collection, ItemLink, ItemRef};
use crate::content::values::body::Body;
use crate::content::values::date::Date;
use crate::content::values::id::ItemId;
use crate::content::values::text_value::TextValue as _;
use crate::content::{
    BodyFault, Collector, Content, Drafts, LinkFault, Problem, ProblemKind, Public, SITE_FILE,
    Severity, Unpublished, Visibility, body_problem,
};
use crate::route::{IssueId, PublicUrl, Route};
use anchors::{Anchors, Found};
use std::collections::BTreeSet;
use suggestion::{name_in, with_suggestion};
use targets::AnchorTarget;

/// A site that was read and checked, with intermediate results that the build needs.
#[derive(Debug, Default)]
pub(super) struct Examined {
    /// Problems, by file and position.
    pub(super) problems: Vec<Problem>,
    /// Published part of the content; `None` if `site.json` could not be read.
    pub(super) public: Option<Public>,
    pub(super) routes: BTreeSet<Route>,
    /// Published texts, rendered, because some of their problems are only found by rendering.
    pub(super) texts: RenderedBodies,
    /// Published files of `media/`, by their paths in it.
    pub(super) media: BTreeSet<String>,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct CheckOptions<'a> {
    /// Drafts that are published as well: none or all.
    pub(super) drafts: Drafts,
    /// Current day in Asia/Shanghai.
    pub(super) today: Date,
    /// Address that replaces the site's own.
    pub(super) url: Option<&'a PublicUrl>,
}

/// Returns all problems of a site that would be published with or without drafts, by file and
/// position.
#[must_use]
pub fn check(files: &SiteFiles, drafts: Drafts, today: Date) -> Vec<Problem> {
    let url = None;
    let asked = CheckOptions { drafts, today, url };
    examine(files, asked).problems
}

/// Reads the content of a site and checks each file, the items in relation to each other, the
/// texts, and the links between pages.
pub(super) fn examine(files: &SiteFiles, asked: CheckOptions<'_>) -> Examined {
    let CheckOptions { drafts, today, .. } = asked;
    let (content, mut problems) =
        crate::content::read(&files.sources, &files.unread, &files.media, today);
    let Some(content) = content else {
        problems.extend(root::problems(&files.root, None, &BTreeSet::new()));
        sort(&mut problems);
        return Examined {
            problems,
            ..Examined::default()
        };
    };
    let own = PublicUrl::from(&content.site.base_url);
    let url = asked.url.unwrap_or(&own);
    let routes = Catalog::new(&content, drafts, today).routes(&content);
    // Pages that will exist when all waiting content has been published.
    let coming = Catalog::new(&content, Drafts::Built, today).routes(&content);
    let pages = |routes| Pages {
        routes,
        base: url.base(),
    };
    let shows_text = |collection, id: &str| {
        let item = item_in(collection, id);
        let visibility = item.and_then(|item| content.visibility(&item, drafts, today));
        visibility.is_some_and(Visibility::shows_text)
    };
    let links_of = |collection, id: &str| {
        let routes = if shows_text(collection, id) {
            &routes
        } else {
            &coming
        };
        LinkResolver::new(&content, &files.media, pages(routes))
    };
    let (mut texts, found) = view::texts(&content, links_of);
    let why_hidden = |item: &ItemRef| match content.visibility(item, drafts, today)? {
        Visibility::Hidden(why) => Some(why),
        _ => None,
    };
    let found = found.into_iter();
    problems.extend(found.filter_map(|found| locate(files, &content, &why_hidden, found)));
    let collector = Collector::default();
    let targets = targets::check(&content, &routes, &why_hidden, &collector);
    legacy::check(&content, pages(&coming), &files.media, &collector);
    problems.extend(collector.into_problems(&files.sources));
    problems.extend(root::problems(&files.root, Some(&content), &routes));

    let named = media::named(&content, &texts, &files.media);
    let links = texts.anchors().map(|(collection, id, link)| Found {
        collection,
        id: id.to_owned(),
        link: link.clone(),
    });
    let (shown, waiting): (Vec<_>, Vec<_>) =
        links.partition(|found| shows_text(found.collection, &found.id));
    if !waiting.is_empty() {
        let preview = Public::of(content.clone(), Drafts::Built, today);
        let found = anchor_problems(&preview, files, url, &texts, today, &waiting, Vec::new());
        problems.extend(found);
    }

    let is_complete = content.is_complete();
    let public = Public::of(content, drafts, today);
    texts.keep_public(&public);
    let media = media::named(public.content(), &texts, &files.media);
    if is_complete {
        problems.extend(media::notes(&files.media, &named, &media));
    }
    let found = anchor_problems(&public, files, url, &texts, today, &shown, targets);
    problems.extend(found);
    sort(&mut problems);
    Examined {
        problems,
        public: Some(public),
        routes,
        texts,
        media,
    }
}

/// Returns `true` if any of the problems stops a build.
#[must_use]
pub fn has_errors(problems: &[Problem]) -> bool {
    problems
        .iter()
        .any(|problem| problem.severity() == Severity::Error)
}

/// Returns the problems of links to anchors in texts and in the settings, which only the pages as
/// they will be published can tell.
fn anchor_problems(
    public: &Public,
    files: &SiteFiles,
    url: &PublicUrl,
    texts: &RenderedBodies,
    today: Date,
    links: &[Found],
    targets: Vec<AnchorTarget>,
) -> Vec<Problem> {
    if links.is_empty() && targets.is_empty() {
        return Vec::new();
    }
    let content = public.content();
    // Hidden content has already been removed.
    let catalog = Catalog::new(content, Drafts::Built, today);
    let titles = Titles::default();
    let media = &files.media;
    let view = SiteView::new(public, media, url.base(), &catalog, texts, &titles);
    let mut anchors = Anchors::new(content, &view, texts, url);
    let of_links = links.iter().filter_map(|found| {
        let item = item_in(found.collection, &found.id).filter(|item| content.contains(item))?;
        let fault = anchors.fault(found)?;
        let body = view::body_of(content, found.collection, &found.id)?;
        // The text of a withheld item has been removed, so a problem in it has no position.
        if body.text().is_empty() {
            return None;
        }
        let range = found.link.place.clone();
        problem_in(files, content, &item, body, range, fault)
    });
    let mut problems: Vec<Problem> = of_links.collect();
    let collector = Collector::default();
    for AnchorTarget {
        place,
        route,
        anchor,
    } in targets
    {
        if let Some(nearest) = anchors.missing(&route, &anchor) {
            let page = route.to_string();
            let kind = ProblemKind::Link(LinkFault::UnknownAnchor {
                page,
                anchor,
                nearest,
            });
            collector.value(SITE_FILE, place, kind);
        }
    }
    problems.extend(collector.into_problems(&files.sources));
    problems
}

/// Returns the reason why an item has no page; `None` if it has one or does not exist.
type WhyHidden<'a> = &'a dyn Fn(&ItemRef) -> Option<Unpublished>;

/// Returns a problem of a text with its position in the item's file; `None` if it is only a
/// consequence of a file that could not be read.
fn locate(
    files: &SiteFiles,
    content: &Content,
    why_hidden: WhyHidden<'_>,
    found: BodyProblem,
) -> Option<Problem> {
    let item = item_in(found.collection, &found.id)?;
    let body = view::body_of(content, found.collection, &found.id)?;
    let (range, fault) = found.problem;
    let fault = with_suggestion(fault, content, &files.media);
    if let BodyFault::DeadItemLink { link, .. } | BodyFault::DeadPath(link) = &fault
        && let Some(route) = route_of_link(link)
    {
        if is_lost(content, &route) {
            return None;
        }
        if let Some(why) = item_of(&route).and_then(|target| why_hidden(&target)) {
            let target = link.clone();
            let fault = BodyFault::Link(LinkFault::Unpublished { target, why });
            return problem_in(files, content, &item, body, range, fault);
        }
    }
    problem_in(files, content, &item, body, range, fault)
}

fn problem_in(
    files: &SiteFiles,
    content: &Content,
    item: &ItemRef,
    body: &Body,
    range: std::ops::Range<usize>,
    fault: BodyFault,
) -> Option<Problem> {
    let file = content.file_of(item)?;
    let source = files.sources.iter().find(|source| source.path == file)?;
    let text = String::from_utf8_lossy(&source.bytes);
    let kind = ProblemKind::Body(fault);
    Some(body_problem(file, &text, body, range, kind))
}

/// Returns `true` if a page may be missing only because of files that could not be read. Each of
/// these is reported by itself.
fn is_lost(content: &Content, route: &Route) -> bool {
    match route {
        Route::News(_) | Route::Year(_) | Route::Events(_) | Route::Bulletins(_) => {
            !content.is_complete()
        }
        _ => item_of(route).is_some_and(|item| content.is_lost(&item)),
    }
}

/// Returns the page that a link of a text leads to. Query and anchor are ignored.
fn route_of_link(link: &str) -> Option<Route> {
    let link = name_in(link);
    match ItemLink::parse(link) {
        Some(Ok(ItemLink::Item(item))) => Some(route_of(&item)),
        Some(_) => None,
        None => Route::parse(link),
    }
}

/// Returns the item that a page shows.
fn item_of(route: &Route) -> Option<ItemRef> {
    match route {
        Route::Article(id) => item_in(Collection::Articles, id),
        Route::Member(id) => item_in(Collection::Members, id),
        Route::Event(id) => item_in(Collection::Events, id),
        Route::Page(id) => item_in(Collection::Pages, id),
        Route::Bulletin(number) => Some(ItemRef::Bulletin(*number)),
        _ => None,
    }
}

/// Returns the page that shows an item.
fn route_of(item: &ItemRef) -> Route {
    match item {
        ItemRef::Article(id) => Route::Article(id.to_string()),
        ItemRef::Member(id) => Route::Member(id.to_string()),
        ItemRef::Bulletin(number) => Route::Bulletin(*number),
        ItemRef::Event(id) => Route::Event(id.to_string()),
        ItemRef::Page(id) => Route::Page(id.to_string()),
    }
}

/// Returns the item of a collection with this id; `None` if no item can have it.
fn item_in(collection: Collection, id: &str) -> Option<ItemRef> {
    let item = match collection {
        Collection::Articles => ItemRef::Article,
        Collection::Members => ItemRef::Member,
        Collection::Events => ItemRef::Event,
        Collection::Pages => ItemRef::Page,
        Collection::Bulletins => return Some(ItemRef::Bulletin(IssueId::parse(id)?)),
        Collection::Links => return None,
    };
    Some(item(ItemId::parse(id).ok()?))
}
