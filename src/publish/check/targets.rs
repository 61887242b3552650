//! Check that the targets of the navigation and the banner exist.

use super::{Hidden, is_lost, item_of, route_of};
use crate::content::diagnostics::pointer::{Pointer, pointer};
use crate::content::items::reference::{ItemRef, NavigationTarget};
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
    hidden: Hidden<'_>,
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
        let path = match target {
            NavigationTarget::Web(_) => continue,
            NavigationTarget::Item(item) => {
                if let Some(kind) = item_problem(content, routes, hidden, item) {
                    collector.value(SITE_FILE, place, kind);
                }
                continue;
            }
            NavigationTarget::Route(path) => path,
        };
        let (address, anchor) = path.split_once('#').unwrap_or((path, ""));
        match page_at(address, routes) {
            Some(_) if anchor.is_empty() => {}
            Some(route) => anchors.push(AnchorTarget {
                place,
                route,
                anchor: anchor.to_owned(),
            }),
            None => {
                if let Some(kind) = path_problem(content, routes, hidden, path, address) {
                    collector.value(SITE_FILE, place, kind);
                }
            }
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
    hidden: Hidden<'_>,
    item: &ItemRef,
) -> Option<ProblemKind> {
    if routes.contains(&route_of(item)) || content.is_lost(item) {
        return None;
    }
    if let Some(why) = hidden.why(item) {
        let target = item.to_string();
        return Some(ProblemKind::Link(LinkFault::Unpublished { target, why }));
    }
    let id = item.id();
    let mut others = routes.iter().filter_map(item_of);
    let nearest = match item {
        // A similar number is no more likely to be intended than any other.
        ItemRef::Bulletin(_) => None,
        _ => closest(
            &id,
            others
                .by_ref()
                .filter(|other| other.collection() == item.collection())
                .map(|other| other.id()),
        ),
    };
    Some(ProblemKind::UnknownItem {
        collection: item.collection(),
        id,
        nearest,
    })
}

fn path_problem(
    content: &Content,
    routes: &BTreeSet<Route>,
    hidden: Hidden<'_>,
    path: &str,
    address: &str,
) -> Option<ProblemKind> {
    let written = address.split('?').next().unwrap_or(address);
    let route = Route::parse(written);
    if let Some(route) = &route {
        if is_lost(content, route) {
            return None;
        }
        if let Some(why) = item_of(route).and_then(|item| hidden.why(&item)) {
            let target = path.to_owned();
            return Some(ProblemKind::Link(LinkFault::Unpublished { target, why }));
        }
    }
    let likely = routes
        .iter()
        .filter(|route| item_of(route).is_none() || is_page(route));
    let likely = likely.map(ToString::to_string);
    Some(ProblemKind::UnknownRoute(Unknown::among(path, likely)))
}

const fn is_page(route: &Route) -> bool {
    matches!(route, Route::Page(_))
}
