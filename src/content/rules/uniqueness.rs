//! Rules for values that have to be unique in a site.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;

use super::super::folder::SYNONYMS_FILE;
use super::Context;
use crate::content::diagnostics::kind::ProblemKind;
use crate::content::diagnostics::pointer::pointer;
use crate::content::items::article::ArticleStatus;
use crate::content::values::url::WebUrl;

/// Maximum length of a title that lists and search results show well, in characters.
const TITLE_LENGTH: usize = 120;

pub(super) fn check(context: &Context<'_>) {
    sections(context);
    legacy_urls(context);
    members(context);
    titles(context);
    links(context);
    synonyms(context);
}

fn sections(context: &Context<'_>) {
    for (file, site) in context.site() {
        let mut seen = BTreeSet::new();
        for (index, section) in site.sections.iter().enumerate() {
            if !seen.insert(&section.id) {
                let kind = ProblemKind::DuplicateSection(section.id.to_string());
                file.report(pointer!["sections", index, "id"], kind);
            }
        }
    }
}

/// Values that were seen, each with the first place where it stands.
struct Seen<K, P>(BTreeMap<K, P>);

impl<K: Ord, P: Copy> Seen<K, P> {
    /// Returns the place where the value stood before; if there is none, remembers this one.
    fn before(&mut self, value: K, place: P) -> Option<P> {
        match self.0.entry(value) {
            Entry::Occupied(first) => Some(*first.get()),
            Entry::Vacant(unseen) => {
                unseen.insert(place);
                None
            }
        }
    }
}

fn legacy_urls(context: &Context<'_>) {
    let mut seen = Seen(BTreeMap::new());
    for (file, _, article) in context.articles() {
        for (index, path) in article.legacy_urls.iter().enumerate() {
            if let Some(other) = seen.before(path.key(), file.path) {
                let kind = ProblemKind::DuplicateLegacyUrl {
                    path: path.to_string(),
                    other: other.to_owned(),
                };
                file.report(pointer!["legacy_urls", index], kind);
            }
        }
    }
}

/// Checks the names of members. Names are equal if they are after NFKC, which maps full-width
/// characters, such as brackets, to half-width ones.
fn members(context: &Context<'_>) {
    let mut seen = Seen(BTreeMap::new());
    for (file, _, member) in context.members() {
        let name: String = member.name.as_str().nfkc().collect();
        if let Some(other) = seen.before(name, file.path) {
            let kind = ProblemKind::DuplicateMember {
                name: member.name.to_string(),
                other: other.to_owned(),
            };
            file.report(pointer!["name"], kind);
        }
    }
}

/// Checks the titles of pages, by which readers and search engines distinguish them. The
/// program distinguishes pages with the same title, so this does not stop a build.
fn titles(context: &Context<'_>) {
    let mut seen = Seen(BTreeMap::new());
    for (file, _, member) in context.members() {
        seen.before(member.name.as_str(), file.path);
    }
    let articles = context
        .articles()
        .filter(|(_, _, article)| article.status != ArticleStatus::Draft)
        .map(|(file, _, article)| (file, "title", &article.title));
    let bulletins = context
        .bulletins()
        .filter_map(|(file, _, bulletin)| Some((file, "title", bulletin.title.as_ref()?)));
    let events = context
        .events()
        .map(|(file, _, event)| (file, "name", &event.name));
    let pages = context
        .pages()
        .map(|(file, _, page)| (file, "title", &page.title));
    for (file, field, title) in articles.chain(bulletins).chain(events).chain(pages) {
        if let Some(other) = seen.before(title.as_str(), file.path) {
            let kind = ProblemKind::DuplicateTitle {
                title: title.to_string(),
                other: other.to_owned(),
            };
            file.report(pointer![field], kind);
        }
        let count = title.as_str().chars().count();
        if TITLE_LENGTH < count {
            let limit = TITLE_LENGTH;
            file.report(pointer![field], ProblemKind::LongTitle { limit, count });
        }
    }
}

fn links(context: &Context<'_>) {
    let mut seen = Seen(BTreeMap::new());
    for (file, _, group) in context.links() {
        for (index, link) in group.links.iter().enumerate() {
            let place = (link.name.as_str(), file.path);
            if let Some((other_name, other)) = seen.before(essence(&link.url), place) {
                let kind = ProblemKind::DuplicateLink {
                    other_name: other_name.to_owned(),
                    other: other.to_owned(),
                };
                file.report(pointer!["links", index, "url"], kind);
            }
        }
    }
}

/// Checks synonyms: a word in two groups would connect unrelated meanings.
fn synonyms(context: &Context<'_>) {
    let file = context.file(SYNONYMS_FILE);
    let mut seen = BTreeSet::new();
    let groups = context.folder.synonyms.iter().flat_map(|all| &all.groups);
    for (number, group) in groups.enumerate() {
        if group.len() < 2 {
            file.report(pointer!["groups", number], ProblemKind::LoneSynonym);
        }
        for (index, word) in group.iter().enumerate() {
            let same: String = word.as_str().nfkc().collect();
            if !seen.insert(same.to_lowercase()) {
                let kind = ProblemKind::DuplicateSynonym(word.to_string());
                file.report(pointer!["groups", number, index], kind);
            }
        }
    }
}

/// Returns the part of an address that identifies its page: neither the protocol nor a slash at
/// the end.
fn essence(url: &WebUrl) -> &str {
    let address = url.normalized();
    let address = address.split_once("://").map_or(address, |(_, rest)| rest);
    address.trim_end_matches('/')
}

#[cfg(test)]
mod tests {
    use super::super::testing::Fixture;

    #[test]
    fn some_things_stand_only_once() {
        Fixture::new()
            .file("content/links/a.json", r#"{"name": "甲", "links": [{"name": "网", "url": "https://Example.org"}]}"#)
            .file("content/links/b.json", r#"{"name": "乙", "links": [{"name": "站", "url": "https://example.org/"}]}"#)
            .file("content/members/a.json", r#"{"name": "某某(中国)公司", "kind": "enterprise"}"#)
            .file("content/members/b.json", "{\"name\": \"某某\u{ff08}中国\u{ff09}公司\", \"kind\": \"enterprise\"}")
            .article("a", r#""section": "news", "legacy_urls": ["/a.asp"]"#)
            .file("content/pages/p.json", r#"{"title": "文 a", "body": "文"}"#)
            .file("content/articles/c.json", r#"{"title": "关于", "body": "文", "section": "news", "published": "2023-01-01", "status": "draft"}"#)
            .article("b", r#""section": "news", "legacy_urls": ["/a.asp", "/b.asp", "/b.asp"]"#)
            .site(r#""sections": [{"id": "news", "name": "动态"}, {"id": "news", "name": "新闻"}]"#)
            .check(&[
                "articles/b.json duplicate-legacy-url 1:\"/a.asp\" 旧路径 `/a.asp` 已经写在 content/articles/a.json 里 / 一个旧路径只能转到一篇文章",
                "articles/b.json duplicate-legacy-url 1:\"/b.asp\" 旧路径 `/b.asp` 已经写在 content/articles/b.json 里 / 一个旧路径只能转到一篇文章",
                "links/b.json duplicate-link 1:\"https://example.org/\" 这个网址和 content/links/a.json 里的“网”重复 / 只保留一个链接",
                "members/b.json duplicate-member 1:\"某某（中国）公司\" 成员名称 `某某（中国）公司` 和 content/members/a.json 重复 / 同一个单位只留一个文件；不同的单位把名称写全",
                "pages/p.json duplicate-title 1:\"文 a\" 标题 `文 a` 和 content/articles/a.json 相同 / 可以照这样发布：网页标题会自动加上日期、期号或种类来区分；不是同一个栏目的连续文章，最好改动其中一个",
                "site.json duplicate-section 1:\"news\" 栏目编号 `news` 重复 / 每个栏目用不同的编号",
            ]);
    }

    #[test]
    fn titles_are_compared_across_kinds_and_measured() {
        let long = "题".repeat(121);
        let (long, fitting) = (long.as_str(), "题".repeat(120));
        Fixture::new()
            .member("m", r#""role": "member""#)
            .file("content/articles/a.json", r#"{"title": "某某公司 m", "section": "news", "published": "2023-01-01", "body": "文"}"#)
            .file("content/bulletins/1.json", r#"{"number": 1, "title": "一期"}"#)
            .file("content/bulletins/2.json", r#"{"number": 2, "title": "一期"}"#)
            .file("content/events/e.json", &format!(r#"{{"name": "{fitting}", "start": "2023-01-01"}}"#))
            .file("content/pages/p.json", &format!(r#"{{"title": "{long}", "body": "文"}}"#))
            .check(&[
                "articles/a.json duplicate-title 1:\"某某公司 m\" 标题 `某某公司 m` 和 content/members/m.json 相同 / 可以照这样发布：网页标题会自动加上日期、期号或种类来区分；不是同一个栏目的连续文章，最好改动其中一个",
                "bulletins/2.json duplicate-title 1:\"一期\" 标题 `一期` 和 content/bulletins/1.json 相同 / 可以照这样发布：网页标题会自动加上日期、期号或种类来区分；不是同一个栏目的连续文章，最好改动其中一个",
                &format!("pages/p.json long-title 1:\"{long}\" 标题有 121 个字，列表和搜索结果显示不下（最好不超过 120 个字） / 可以照这样发布；能精简就精简，次要的内容写进 subtitle"),
            ]);
    }
}
