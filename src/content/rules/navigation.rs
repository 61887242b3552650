//! Where the navigation and the banner lead must exist.

use super::super::item::{Collection, ItemRef, NavigationTarget};
use super::super::kind::ProblemKind;
use super::super::pointer::{Pointer, pointer};
use super::super::read::SITE_FILE;
use super::super::sink::Sink;
use super::super::site::Site;
use super::super::suggest::closest;
use super::Context;

/// First segments of the routes that stand for themselves.
const LISTS: [&str; 6] = ["news", "members", "bulletins", "events", "links", "search"];

pub(super) fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let Some(site) = &context.folder.site else {
        return;
    };
    for (index, entry) in site.navigation.iter().enumerate() {
        check_target(
            context,
            site,
            pointer!["navigation", index, "to"],
            &entry.to,
            sink,
        );
        for (child_index, child) in entry.children.iter().enumerate() {
            let place = pointer!["navigation", index, "children", child_index, "to"];
            check_target(context, site, place, &child.to, sink);
        }
    }
    if let Some(target) = site.banner.as_ref().and_then(|banner| banner.url.as_ref()) {
        check_target(context, site, pointer!["banner", "url"], target, sink);
    }
}

fn check_target(
    context: &Context<'_>,
    site: &Site,
    place: Pointer,
    target: &NavigationTarget,
    sink: &mut Sink<'_>,
) {
    match target {
        NavigationTarget::Web(_) => {}
        NavigationTarget::Route(path) => {
            if !is_route(context, site, path) {
                let nearest = closest(path, routes(context, site));
                let kind = ProblemKind::UnknownRoute {
                    path: path.clone(),
                    nearest,
                };
                sink.value(SITE_FILE, place, kind);
            }
        }
        NavigationTarget::Item(item) => {
            let id = item.id();
            if context.folder.has(item.collection(), &id) {
                return;
            }
            let nearest = match item {
                ItemRef::Bulletin(_) => None,
                _ => closest(id.as_str(), context.folder.ids(item.collection())).map(str::to_owned),
            };
            let kind = ProblemKind::UnknownItem {
                collection: item.collection(),
                id,
                nearest,
            };
            sink.value(SITE_FILE, place, kind);
        }
    }
}

/// Whether the portal has a page at a path; a query or a fragment after it does not matter.
pub(super) fn is_route(context: &Context<'_>, site: &Site, path: &str) -> bool {
    let path = path.split(['?', '#']).next().unwrap_or(path);
    let segments: Vec<&str> = path.split('/').collect();
    let has = |collection, id: &str| context.folder.has(collection, id);
    match segments.as_slice() {
        ["", ""] => true,
        ["", list, ""] => LISTS.contains(list),
        ["", "news", section, ""] => {
            let mut sections = site.sections.iter();
            sections.any(|known| known.id.as_str() == *section) || !context.knows_sections()
        }
        ["", "pages", id, ""] => has(Collection::Pages, id),
        ["", "articles", id, ""] => has(Collection::Articles, id),
        ["", "members", id, ""] => has(Collection::Members, id),
        ["", "bulletins", number, ""] => has(Collection::Bulletins, number),
        ["", "events", id, ""] => has(Collection::Events, id),
        _ => false,
    }
}

/// The routes that are likely to be meant in a navigation.
fn routes(context: &Context<'_>, site: &Site) -> Vec<String> {
    let lists = LISTS.into_iter().map(str::to_owned);
    let sections = site
        .sections
        .iter()
        .map(|section| format!("news/{}", section.id));
    let pages = context
        .folder
        .ids(Collection::Pages)
        .into_iter()
        .map(|id| format!("pages/{id}"));
    lists
        .chain(sections)
        .chain(pages)
        .map(|path| format!("/{path}/"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::Fixture;

    #[test]
    fn navigation_leads_to_what_exists() {
        Fixture::new()
            .site(r#""navigation": [
{"label": "首页", "to": "/"},
{"label": "政策", "to": "/news/policy/"},
{"label": "政策", "to": "/news/polcy/"},
{"label": "成员", "to": "/members?kind=university"},
{"label": "成员", "to": "/members/?kind=university"},
{"label": "关于", "to": "page:about", "children": [{"label": "联系", "to": "page:contacts"}]},
{"label": "无", "to": "/nowhere/at/all/"},
{"label": "简报", "to": "bulletin:3"},
{"label": "搜索", "to": "/search/"}
], "banner": {"text": "通知", "url": "/event/"}"#)
            .check(&[
                "site.json unknown-route 4:\"/news/polcy/\" 站内没有 `/news/polcy/` 这个路径 / 是不是想写 `/news/policy/`？",
                "site.json unknown-route 5:\"/members?kind=university\" 站内没有 `/members?kind=university` 这个路径 / 路径以 / 开头、以 / 结尾，例如 /news/；某个条目写成 page:about 的形式",
                "site.json unknown-item 7:\"page:contacts\" 没有编号为 `contacts` 的页面 / 是不是想写 `contact`？",
                "site.json unknown-route 8:\"/nowhere/at/all/\" 站内没有 `/nowhere/at/all/` 这个路径 / 路径以 / 开头、以 / 结尾，例如 /news/；某个条目写成 page:about 的形式",
                "site.json unknown-item 9:\"bulletin:3\" 没有编号为 `3` 的简报 / 编号就是 content/bulletins 里的文件名（不带 .json）",
                "site.json unknown-route 11:\"/event/\" 站内没有 `/event/` 这个路径 / 是不是想写 `/events/`？",
            ]);
    }
}
