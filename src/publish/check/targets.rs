//! Check that the targets of the navigation and the banner exist.

use super::{WhyHidden, is_lost, item_of, route_of};
use crate::content::diagnostics::pointer::{Pointer, pointer};
use crate::content::items::reference::{Collection, ItemRef, NavigationTarget};
use crate::content::{Collector, Content, LinkFault, ProblemKind, SITE_FILE, Unknown, closest};
use crate::route::Route;
use std::collections::BTreeSet;

/// An entry of the settings that links to an anchor of a page.
pub(super) struct AnchorTarget {
    pub(super) place: Pointer,
    pub(super) route: Route,
    pub(super) anchor: String,
}

/// Reports entries without a page, and returns those that link to an anchor of a page.
pub(super) fn check(
    content: &Content,
    routes: &BTreeSet<Route>,
    why_hidden: WhyHidden<'_>,
    collector: &Collector,
) -> Vec<AnchorTarget> {
    let site = &content.site;
    let mut targets: Vec<(Pointer, &NavigationTarget)> = Vec::new();
    for (index, entry) in site.navigation.iter().enumerate() {
        targets.push((pointer!["navigation", index, "to"], &entry.to));
        for (inner, child) in entry.children.iter().enumerate() {
            let place = pointer!["navigation", index, "children", inner, "to"];
            targets.push((place, &child.to));
        }
    }
    let banner = site.banner.as_ref().and_then(|banner| banner.url.as_ref());
    targets.extend(banner.map(|target| (pointer!["banner", "url"], target)));
    let mut anchors = Vec::new();
    for (place, target) in targets {
        let problem = match target {
            NavigationTarget::Web(_) => None,
            NavigationTarget::Item(item) => item_problem(content, routes, why_hidden, item),
            NavigationTarget::Route(path) => {
                let (address, anchor) = path.split_once('#').unwrap_or((path, ""));
                match page_at(address, routes) {
                    Some(_) if anchor.is_empty() => None,
                    Some(route) => {
                        let anchor = anchor.to_owned();
                        anchors.push(AnchorTarget {
                            place,
                            route,
                            anchor,
                        });
                        continue;
                    }
                    None => path_problem(content, routes, why_hidden, path, address),
                }
            }
        };
        if let Some(kind) = problem {
            collector.value(SITE_FILE, place, kind);
        }
    }
    anchors
}

/// Returns the page at an address.
///
/// A query is ignored. The final slash is required, as a host may not redirect.
fn page_at(address: &str, routes: &BTreeSet<Route>) -> Option<Route> {
    let path = address.split('?').next().unwrap_or(address);
    let route = Route::parse(path).filter(|route| routes.contains(route))?;
    (route.to_string() == path).then_some(route)
}

fn item_problem(
    content: &Content,
    routes: &BTreeSet<Route>,
    why_hidden: WhyHidden<'_>,
    item: &ItemRef,
) -> Option<ProblemKind> {
    if routes.contains(&route_of(item)) || content.is_lost(item) {
        return None;
    }
    if let Some(why) = why_hidden(item) {
        let target = item.to_string();
        return Some(ProblemKind::Link(LinkFault::Unpublished { target, why }));
    }
    let id = item.id();
    let collection = item.collection();
    let others = routes.iter().filter_map(item_of);
    let alike = others.filter(|other| other.collection() == collection);
    let nearest = match collection {
        // A similar number is no more likely to be intended than any other.
        Collection::Bulletins => None,
        _ => closest(&id, alike.map(|other| other.id())),
    };
    Some(ProblemKind::UnknownItem {
        collection,
        id,
        nearest,
    })
}

fn path_problem(
    content: &Content,
    routes: &BTreeSet<Route>,
    why_hidden: WhyHidden<'_>,
    path: &str,
    address: &str,
) -> Option<ProblemKind> {
    let written = address.split('?').next().unwrap_or(address);
    let route = Route::parse(written);
    if let Some(route) = &route {
        if is_lost(content, route) {
            return None;
        }
        if let Some(why) = item_of(route).and_then(|item| why_hidden(&item)) {
            let target = path.to_owned();
            return Some(ProblemKind::Link(LinkFault::Unpublished { target, why }));
        }
    }
    let likely = routes
        .iter()
        .filter(|route| item_of(route).is_none() || matches!(route, Route::Page(_)));
    let likely = likely.map(ToString::to_string);
    Some(ProblemKind::UnknownRoute(Unknown::among(path, likely)))
}
