//! Items of a site folder that could not be read.

use std::collections::BTreeSet;

use super::items::numbering::is_last_of;
use super::items::reference::Collection;
use crate::route::IssueId;

/// Set of items that could not be read, each with its id, or with the name of its file if the
/// name neither is an id nor resembles one.
#[derive(Debug, Clone, Default)]
pub(super) struct Lost(BTreeSet<(Collection, String)>);

impl Lost {
    /// Adds an item.
    pub(super) fn insert(&mut self, collection: Collection, name: String) {
        self.0.insert((collection, name));
    }

    /// Returns `true` if every item could be read.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the names of the items of a collection.
    pub(super) fn of(&self, collection: Collection) -> impl Iterator<Item = &str> {
        self.0
            .range((collection, String::new())..)
            .take_while(move |(of, _)| *of == collection)
            .map(|(_, name)| name.as_str())
    }

    /// Returns `true` if some item of a collection could not be read.
    pub(super) fn any_of(&self, collection: Collection) -> bool {
        self.of(collection).next().is_some()
    }

    /// Returns `true` if an id is that of such an item, or may be a later number of such an
    /// issue, if that is a double one.
    pub(super) fn has(&self, collection: Collection, id: &str) -> bool {
        let issue = match collection {
            Collection::Bulletins => IssueId::parse(id),
            _ => None,
        };
        let may_include = |name| match (IssueId::parse(name), issue) {
            (Some(first), Some(issue)) => {
                first.series() == issue.series() && is_last_of(first.number(), issue.number())
            }
            _ => false,
        };
        self.of(collection)
            .any(|name| name == id || may_include(name))
    }
}

#[cfg(test)]
mod tests {
    use super::super::rules::testing::Fixture;

    #[test]
    fn a_file_with_wrong_values_tells_all_of_them_and_keeps_its_id() {
        Fixture::new()
            .article("a", r#""section": "newz", "members": ["m", "n"], "event": "e", "policy": "b", "bulletin": 4"#)
            .article("b", r#""section": "newz", "subtitle": "", "members": ["no", "坏"], "updated": "1999-01-01", "status": {"withdrawn": {"reason": 3}}"#)
            .file("content/bulletins/3.json", r#"{"number": "3", "last_number": 4, "covers": {"from": "?", "to": "2010"}}"#)
            .file("content/bulletins/7.json", r#"{"number": 7}"#)
            .file("content/events/e.json", r#"{"nam": "会"}"#)
            .file("content/links/l.json", r#"{"name": "组", "links": [{"name": "一"}, {"url": "https://example.org/"}]}"#)
            .file("content/members/m.json", r#"{"kind": "enterprise"}"#)
            .file("content/members/n.json", r#"{"kind": "enterprise"}"#)
            .file("content/pages/about.json", r#"{"title": "关于"}"#)
            .check(&[
                "articles/a.json unknown-section 1:\"newz\" 没有编号为 `newz` 的栏目 / 是不是想写 `news`？",
                "articles/b.json empty-text 1:\"\" 内容是空的 / 写上内容；没有内容的选填字段可以整个删除",
                "articles/b.json bad-id 1:\"坏\" 编号的写法不对：`坏` / 编号只用小写字母、数字和连字符，以字母或数字开头，例如 2023-03-03-council",
                "articles/b.json wrong-type 1:3 这里应该是文字，现在是整数 / 写成 \"……\"",
                "bulletins/3.json wrong-type 1:\"3\" 这里应该是整数，现在是文字 / 写成 123",
                "bulletins/3.json bad-date 1:\"?\" 日期的写法不对：`?` / 写年份、年月或日期，例如 2010、2010-05、2010-05-01",
                "events/e.json missing-field 1:{ 缺少必填字段 `start` / 在这一对括号里补上 \"start\"",
                "events/e.json unknown-field 1:\"nam\" 没有 `nam` 这个字段 / 是不是想写 `name`？",
                "links/l.json missing-field 1:{ 缺少必填字段 `url` / 在这一对括号里补上 \"url\"",
                "links/l.json missing-field 1:{ 缺少必填字段 `name` / 在这一对括号里补上 \"name\"",
                "members/m.json missing-field 1:{ 缺少必填字段 `name` / 在这一对括号里补上 \"name\"",
                "members/n.json missing-field 1:{ 缺少必填字段 `name` / 在这一对括号里补上 \"name\"",
                "pages/about.json missing-field 1:{ 缺少必填字段 `body` / 在这一对括号里补上 \"body\"",
            ]);
    }

    #[test]
    fn a_file_that_is_no_json_tells_its_first_mistake_and_keeps_its_id() {
        Fixture::new()
            .article("a", r#""section": "news", "members": ["m"]"#)
            .file(
                "content/members/m.json",
                r#"{“name”： 1, "kind": "company",}"#,
            )
            .check(&["members/m.json json-syntax 1:“ 这里用了中文符号 “ / 换成英文符号 \""]);
    }

    #[test]
    fn without_the_settings_nothing_is_known_of_sections() {
        Fixture::new()
            .site(r#""sections": [{"id": "News", "name": "动态"}], "navigation": [{"label": "动态", "to": "/news/news/"}]"#)
            .article("a", r#""section": "news", "members": ["none"]"#)
            .check(&[
                "articles/a.json unknown-item 1:\"none\" 没有编号为 `none` 的成员 / 编号就是 content/members 里的文件名（不带 .json）",
                "site.json bad-id 1:\"News\" 编号的写法不对：`News` / 是不是想写 `news`？",
            ]);
    }

    #[test]
    fn a_section_is_not_stale_while_its_newest_entry_may_be_unread() {
        Fixture::new()
            .site(r#""sections": [{"id": "news", "name": "动态", "stale_after_days": 9}]"#)
            .article("a", r#""section": "news""#)
            .file("content/articles/b.json", "{")
            .check(&["articles/b.json json-syntax 1: 文件没有写完：第 1 行的 { 没有配对的右括号 / 在末尾补上 }"]);
    }

    #[test]
    fn a_badly_named_file_is_the_item_that_is_meant() {
        Fixture::new()
            .file("content/members/Heng_Li.json", r#"{"name": "某某公司", "kind": "enterprise"}"#)
            .article("a", r#""section": "news", "members": ["heng-li"]"#)
            .check(&[
                "members/Heng_Li.json bad-file-name 文件名 `Heng_Li.json` 不能用作编号 / 改名为 heng-li.json：只用小写字母、数字和连字符",
            ]);
    }
}
