//! Rules for references: their targets must exist.

use std::collections::BTreeSet;

use super::{Context, File};
use crate::content::diagnostics::kind::ProblemKind;
use crate::content::diagnostics::pointer::{Pointer, pointer};
use crate::content::diagnostics::unknown::Unknown;
use crate::content::items::reference::Collection;
use crate::content::values::did_you_mean::closest;
use crate::content::values::id::ItemId;

pub(super) fn check(context: &Context<'_>) {
    sections(context);
    let [articles, members, events] = [
        Collection::Articles,
        Collection::Members,
        Collection::Events,
    ]
    .map(|collection| Targets {
        collection,
        ids: context.folder.ids(collection),
    });
    for (file, id, article) in context.articles() {
        for (index, member) in article.members.iter().enumerate() {
            members.check(file, pointer!["members", index], None, Some(member));
        }
        events.check(file, pointer!["event"], None, article.event.as_ref());
        if let Some(bulletin) = &article.bulletin
            && !context.folder.has_bulletin(bulletin.as_str())
        {
            // A similar number is not more likely to be meant than any other.
            let kind = ProblemKind::UnknownItem {
                collection: Collection::Bulletins,
                id: bulletin.as_str().to_owned(),
                nearest: None,
            };
            file.report(pointer!["bulletin"], kind);
        }
        let policy = article.policy.as_ref();
        articles.check(file, pointer!["policy"], Some(id), policy);
        let document = article.document.iter();
        let replaces = document.flat_map(|document| &document.replaces);
        for (index, replaced) in replaces.enumerate() {
            let place = pointer!["document", "replaces", index];
            articles.check(file, place, Some(id), Some(replaced));
        }
    }
    for (file, id, member) in context.members() {
        let successor = member.successor.as_ref();
        members.check(file, pointer!["successor"], Some(id), successor);
    }
    for (file, _, bulletin) in context.bulletins() {
        for (index, entry) in bulletin.contents.iter().enumerate() {
            let place = pointer!["contents", index, "article"];
            articles.check(file, place, None, entry.article.as_ref());
        }
    }
    for (file, _, event) in context.events() {
        articles.check(file, pointer!["report"], None, event.report.as_ref());
    }
}

fn sections(context: &Context<'_>) {
    // Without the settings of the site its sections are unknown.
    let Some(site) = &context.folder.site else {
        return;
    };
    let known: Vec<&str> = site
        .sections
        .iter()
        .map(|section| section.id.as_str())
        .collect();
    let check = |file: File<'_>, place: Pointer, id: &ItemId| {
        if !known.contains(&id.as_str()) {
            let unknown = Unknown::among(id.as_str(), &known);
            file.report(place, ProblemKind::UnknownSection(unknown));
        }
    };
    for (file, _, article) in context.articles() {
        check(file, pointer!["section"], &article.section);
        for (index, section) in article.also_in.iter().enumerate() {
            check(file, pointer!["also_in", index], section);
        }
    }
}

/// Items of a collection that can be referred to.
struct Targets<'a> {
    collection: Collection,
    ids: BTreeSet<&'a str>,
}

impl Targets<'_> {
    /// Checks a reference, if there is one, of the item `own` if it may be of this collection.
    fn check(&self, file: File<'_>, place: Pointer, own: Option<&ItemId>, id: Option<&ItemId>) {
        let Some(id) = id else {
            return;
        };
        if own == Some(id) {
            file.report(place, ProblemKind::SelfReference);
        } else if !self.ids.contains(id.as_str()) {
            let nearest = closest(id.as_str(), self.ids.iter().copied());
            let kind = ProblemKind::UnknownItem {
                collection: self.collection,
                id: id.to_string(),
                nearest: nearest.map(str::to_owned),
            };
            file.report(place, kind);
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
