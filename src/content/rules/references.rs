//! Rules for references: their targets must exist.

use std::collections::BTreeSet;

use super::Context;
use crate::content::collector::Collector;
use crate::content::diagnostics::kind::ProblemKind;
use crate::content::diagnostics::pointer::{Pointer, pointer};
use crate::content::items::reference::Collection;
use crate::content::values::did_you_mean::closest;
use crate::content::values::id::ItemId;

pub(super) fn check(context: &Context<'_>, collector: &mut Collector) {
    sections(context, collector);
    let ids = Ids {
        articles: context.folder.ids(Collection::Articles),
        members: context.folder.ids(Collection::Members),
        events: context.folder.ids(Collection::Events),
    };
    articles(context, &ids, collector);
    for (id, member) in &context.folder.members {
        if let Some(successor) = &member.successor {
            let file = context.file(Collection::Members, id);
            let place = pointer!["successor"];
            ids.check(
                Collection::Members,
                file,
                place,
                Some(id),
                successor,
                collector,
            );
        }
    }
    for (number, bulletin) in &context.folder.bulletins {
        let file = context.file(Collection::Bulletins, number);
        for (index, entry) in bulletin.contents.iter().enumerate() {
            if let Some(article) = &entry.article {
                let place = pointer!["contents", index, "article"];
                ids.check(Collection::Articles, file, place, None, article, collector);
            }
        }
    }
    for (id, event) in &context.folder.events {
        if let Some(report) = &event.report {
            let file = context.file(Collection::Events, id);
            ids.check(
                Collection::Articles,
                file,
                pointer!["report"],
                None,
                report,
                collector,
            );
        }
    }
}

fn articles(context: &Context<'_>, ids: &Ids<'_>, collector: &mut Collector) {
    for (file, id, article) in context.articles() {
        for (index, member) in article.members.iter().enumerate() {
            let place = pointer!["members", index];
            ids.check(Collection::Members, file, place, None, member, collector);
        }
        if let Some(event) = &article.event {
            ids.check(
                Collection::Events,
                file,
                pointer!["event"],
                None,
                event,
                collector,
            );
        }
        if let Some(bulletin) = &article.bulletin
            && !context.folder.has_bulletin(bulletin.as_str())
        {
            // A similar number is not more likely to be meant than any other.
            let kind = ProblemKind::UnknownItem {
                collection: Collection::Bulletins,
                id: bulletin.as_str().to_owned(),
                nearest: None,
            };
            collector.value(file, pointer!["bulletin"], kind);
        }
        if let Some(policy) = &article.policy {
            ids.check(
                Collection::Articles,
                file,
                pointer!["policy"],
                Some(id),
                policy,
                collector,
            );
        }
        let replaces = article
            .document
            .iter()
            .flat_map(|document| &document.replaces);
        for (index, replaced) in replaces.enumerate() {
            let place = pointer!["document", "replaces", index];
            ids.check(
                Collection::Articles,
                file,
                place,
                Some(id),
                replaced,
                collector,
            );
        }
    }
}

fn sections(context: &Context<'_>, collector: &mut Collector) {
    // Without the settings of the site its sections are unknown.
    let Some(site) = &context.folder.site else {
        return;
    };
    let known: Vec<&str> = site
        .sections
        .iter()
        .map(|section| section.id.as_str())
        .collect();
    let mut check = |file: &str, place: Pointer, id: &ItemId| {
        if !known.contains(&id.as_str()) {
            let nearest = closest(id.as_str(), known.iter().copied()).map(str::to_owned);
            collector.value(
                file,
                place,
                ProblemKind::UnknownSection {
                    id: id.to_string(),
                    nearest,
                },
            );
        }
    };
    for (file, _, article) in context.articles() {
        check(file, pointer!["section"], &article.section);
        for (index, section) in article.also_in.iter().enumerate() {
            check(file, pointer!["also_in", index], section);
        }
    }
}

/// Ids that can be referred to.
struct Ids<'a> {
    articles: BTreeSet<&'a str>,
    members: BTreeSet<&'a str>,
    events: BTreeSet<&'a str>,
}

impl Ids<'_> {
    fn check(
        &self,
        collection: Collection,
        file: &str,
        place: Pointer,
        own: Option<&ItemId>,
        id: &ItemId,
        collector: &mut Collector,
    ) {
        if own == Some(id) {
            collector.value(file, place, ProblemKind::SelfReference);
            return;
        }
        let known = match collection {
            Collection::Members => &self.members,
            Collection::Events => &self.events,
            _ => &self.articles,
        };
        if !known.contains(id.as_str()) {
            let nearest = closest(id.as_str(), known.iter().copied()).map(str::to_owned);
            let id = id.to_string();
            collector.value(
                file,
                place,
                ProblemKind::UnknownItem {
                    collection,
                    id,
                    nearest,
                },
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::Fixture;

    #[test]
    fn what_items_name_must_exist() {
        Fixture::new()
            .article("a", r#""section": "newz", "also_in": ["policy", "x"], "members": ["hengli", "henli"],
                "event": "e2", "bulletin": 7, "policy": "a", "document": {"replaces": ["b", "aa"]}"#)
            .member("hengli", r#""successor": "hengly""#)
            .file("content/events/e.json", r#"{"name": "会", "start": "2023-01-01", "report": "aa"}"#)
            .file("content/bulletins/1.json", r#"{"number": 1, "contents": [{"title": "目", "article": "zz"}]}"#)
            .check(&[
                "articles/a.json unknown-section 1:\"newz\" 没有编号为 `newz` 的栏目 / 是不是想写 `news`？",
                "articles/a.json unknown-section 1:\"x\" 没有编号为 `x` 的栏目 / 栏目编号见 content/site.json 的 sections",
                "articles/a.json unknown-item 1:\"henli\" 没有编号为 `henli` 的成员 / 是不是想写 `hengli`？",
                "articles/a.json unknown-item 2:\"e2\" 没有编号为 `e2` 的活动 / 编号就是 content/events 里的文件名（不带 .json）",
                "articles/a.json unknown-item 2:7 没有编号为 `7` 的简报 / 编号就是 content/bulletins 里的文件名（不带 .json）",
                "articles/a.json self-reference 2:\"a\" 这里指向了它自己 / 换成另一个编号，或者删除",
                "articles/a.json unknown-item 2:\"b\" 没有编号为 `b` 的文章 / 编号就是 content/articles 里的文件名（不带 .json）",
                "articles/a.json unknown-item 2:\"aa\" 没有编号为 `aa` 的文章 / 编号就是 content/articles 里的文件名（不带 .json）",
                "bulletins/1.json unknown-item 1:\"zz\" 没有编号为 `zz` 的文章 / 编号就是 content/articles 里的文件名（不带 .json）",
                "events/e.json unknown-item 1:\"aa\" 没有编号为 `aa` 的文章 / 编号就是 content/articles 里的文件名（不带 .json）",
                "members/hengli.json unknown-item 1:\"hengly\" 没有编号为 `hengly` 的成员 / 是不是想写 `hengli`？",
            ]);
    }

    #[test]
    fn a_reference_to_an_item_that_cannot_be_read_is_no_mistake() {
        Fixture::new()
            .article("a", r#""section": "news", "members": ["hengli"]"#)
            .file("content/members/hengli.json", "")
            .check(&["members/hengli.json empty-file 文件是空的 / 写上内容，或者删除这个文件"]);
    }
}
