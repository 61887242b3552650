//! What can still be used of a file that has problems.
//!
//! A file with one wrong value still has an id, references and names that the rules can compare
//! with those of other files. So each wrong value is taken out, or replaced where its field is
//! required; what the rules then find at such a place is a consequence and not told.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::explain::Finding;
use super::kind::ProblemKind;
use super::pointer::{Part, Pointer, Step};
use super::read::SITE_FILE;
use super::value::Form;

/// A document without its wrong values.
pub(super) struct Salvaged {
    pub(super) document: Value,
    /// The places that do not hold what was written, or would hold something if it were written
    /// right.
    pub(super) doubts: Vec<Pointer>,
}

/// The places of files that do not hold what was written there.
#[derive(Debug, Clone, Default)]
pub(super) struct Doubts(BTreeMap<String, Vec<Pointer>>);

impl Doubts {
    /// Adds the places of a file.
    pub(super) fn add(&mut self, file: &str, places: Vec<Pointer>) {
        if !places.is_empty() {
            self.0.entry(file.to_owned()).or_default().extend(places);
        }
    }

    /// Whether a place of a file lies in a doubtful one, or has one inside.
    pub(super) fn touch(&self, file: &str, place: &Pointer) -> bool {
        self.of(file)
            .any(|doubt| doubt.is_within(place) || place.is_within(doubt))
    }

    /// Whether everything holds what was written there.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the ids of all sections are known.
    pub(super) fn spare_sections(&self) -> bool {
        !self.of(SITE_FILE).any(|doubt| match doubt.steps() {
            [Step::Key(field)] | [Step::Key(field), _] => field == "sections",
            [Step::Key(field), _, Step::Key(inner)] => field == "sections" && inner == "id",
            _ => false,
        })
    }

    /// The doubtful places of a file.
    pub(super) fn of(&self, file: &str) -> impl Iterator<Item = &Pointer> {
        self.0.get(file).into_iter().flatten()
    }
}

/// Takes out of a document what its schema refuses.
pub(super) fn salvage(document: &Value, schema: &Value, findings: &[Finding]) -> Salvaged {
    let mut salvaged = Salvaged {
        document: document.clone(),
        doubts: Vec::new(),
    };
    for finding in findings {
        take_out(&mut salvaged, schema, finding, finding.pointer.steps());
    }
    let mut place = Pointer::default();
    complete(
        &mut salvaged.document,
        schema,
        &mut place,
        &mut salvaged.doubts,
    );
    salvaged
}

/// Like [`salvage`], but gives up the whole field of the file in which something is wrong: for
/// values that stay wrong without the part that was blamed.
pub(super) fn salvage_fields(document: &Value, schema: &Value, findings: &[Finding]) -> Salvaged {
    let mut salvaged = Salvaged {
        document: document.clone(),
        doubts: Vec::new(),
    };
    for finding in findings {
        let field = finding.pointer.steps().get(..1).unwrap_or_default();
        take_out(&mut salvaged, schema, finding, field);
    }
    let mut place = Pointer::default();
    complete(
        &mut salvaged.document,
        schema,
        &mut place,
        &mut salvaged.doubts,
    );
    salvaged
}

fn take_out(salvaged: &mut Salvaged, schema: &Value, finding: &Finding, place: &[Step]) {
    if let ProblemKind::UnknownField {
        nearest: Some(nearest),
        ..
    } = &finding.kind
    {
        salvaged.doubts.push(finding.pointer.sibling(nearest));
    }
    let Some((last, parents)) = place.split_last() else {
        return;
    };
    let mut parent = &mut salvaged.document;
    let mut node = Some(schema);
    for step in parents {
        node = node.and_then(|node| child_node(node, step));
        let Some(next) = child_mut(parent, step) else {
            return;
        };
        parent = next;
    }
    let in_doubt = match (last, parent) {
        (Step::Key(key), Value::Object(fields)) => {
            // A required field is put back by `complete`.
            fields.remove(key);
            finding.part != Part::Opening
        }
        // Removing the element would shift those after it.
        (Step::Index(index), Value::Array(elements)) => match elements.get_mut(*index) {
            Some(element) => {
                *element = node
                    .and_then(|node| child_node(node, last))
                    .map_or(Value::Null, stand_in);
                true
            }
            None => false,
        },
        _ => false,
    };
    if in_doubt {
        salvaged.doubts.push(place.iter().cloned().collect());
    }
}

/// Puts something in the place of required fields that are missing, at every depth.
fn complete(value: &mut Value, node: &Value, place: &mut Pointer, doubts: &mut Vec<Pointer>) {
    match value {
        Value::Object(fields) => {
            let Some(node) = object_node(node, fields) else {
                return;
            };
            let required = node.get("required").and_then(Value::as_array);
            for key in required.into_iter().flatten().filter_map(Value::as_str) {
                if !fields.contains_key(key) {
                    let property = node.get("properties").and_then(|known| known.get(key));
                    fields.insert(key.to_owned(), property.map_or(Value::Null, stand_in));
                    doubts.push(place.then(key));
                }
            }
            for (key, value) in fields {
                let property = node.get("properties").and_then(|known| known.get(key));
                if let Some(property) = property {
                    complete_inside(value, property, key.as_str().into(), place, doubts);
                }
            }
        }
        Value::Array(elements) => {
            let Some(node) = node.get("items") else {
                return;
            };
            for (index, element) in elements.iter_mut().enumerate() {
                complete_inside(element, node, index.into(), place, doubts);
            }
        }
        _ => {}
    }
}

fn complete_inside(
    value: &mut Value,
    node: &Value,
    step: Step,
    place: &mut Pointer,
    doubts: &mut Vec<Pointer>,
) {
    place.push(step);
    complete(value, node, place, doubts);
    place.pop();
}

/// The node that describes an object: the node itself, or the branch of it that has its fields.
fn object_node<'s>(node: &'s Value, fields: &Map<String, Value>) -> Option<&'s Value> {
    if node.get("properties").is_some() {
        return Some(node);
    }
    branches(node).find(|branch| {
        branch
            .get("properties")
            .and_then(Value::as_object)
            .is_some_and(|known| fields.keys().all(|key| known.contains_key(key)))
    })
}

fn child_node<'s>(node: &'s Value, step: &Step) -> Option<&'s Value> {
    let own = match step {
        Step::Key(key) => node.get("properties").and_then(|known| known.get(key)),
        Step::Index(_) => node.get("items"),
    };
    own.or_else(|| branches(node).find_map(|branch| child_node(branch, step)))
}

fn branches(node: &Value) -> impl Iterator<Item = &Value> {
    node.get("anyOf")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
}

fn child_mut<'v>(value: &'v mut Value, step: &Step) -> Option<&'v mut Value> {
    match (value, step) {
        (Value::Object(fields), Step::Key(key)) => fields.get_mut(key),
        (Value::Array(elements), Step::Index(index)) => elements.get_mut(*index),
        _ => None,
    }
}

/// A value that the node accepts and that no rule objects to.
fn stand_in(node: &Value) -> Value {
    if let Some(constant) = node.get("const") {
        return constant.clone();
    }
    if let Some(Value::Array(values)) = node.get("enum") {
        return values.first().cloned().unwrap_or_default();
    }
    if let Some(branch) = branches(node).next() {
        return stand_in(branch);
    }
    let name = match node.get("type") {
        Some(Value::Array(names)) => names.first().and_then(Value::as_str),
        Some(name) => name.as_str(),
        None => None,
    };
    match name {
        Some("object") => {
            let mut value = json!({});
            let mut place = Pointer::default();
            // The doubt about the object covers those about its fields.
            complete(&mut value, node, &mut place, &mut Vec::new());
            value
        }
        Some("array") => json!([]),
        Some("string") => json!(stand_in_text(node)),
        Some("integer" | "number") => node.get("minimum").cloned().unwrap_or_else(|| json!(0)),
        Some("boolean") => json!(false),
        _ => Value::Null,
    }
}

/// A text of the node's form that nobody writes, so that it is never equal to another one; a date
/// before all others, so that nothing comes too early.
fn stand_in_text(node: &Value) -> &str {
    let format = node.get("format").and_then(Value::as_str);
    match format.and_then(Form::from_name) {
        Some(Form::Date | Form::Moment | Form::PartialDate) => "0001-01-01",
        Some(Form::ItemId) => "unreadable",
        Some(Form::LegacyPath) => "/unreadable",
        Some(Form::WebUrl) => "https://unreadable.invalid/",
        Some(Form::Line | Form::Paragraph) | None => "\u{e000}",
        Some(_) => node
            .pointer("/examples/0")
            .and_then(Value::as_str)
            .unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::rules::testing::Fixture;

    #[test]
    fn a_file_with_wrong_values_is_compared_by_its_right_ones() {
        Fixture::new()
            .article("a", r#""section": "newz", "subtitle": "", "members": ["no", "坏", "m"], "legacy_urls": [3, "/a.asp"],
"updated": "1999-01-01""#)
            .article("b", r#""section": "news", "legacy_urls": ["/a.asp"], "headline": 1"#)
            .file("content/members/m.json", r#"{"name": "某某公司", "kind": "company"}"#)
            .file("content/members/n.json", r#"{"name": "某某公司", "kind": "company"}"#)
            .check(&[
                "articles/a.json unknown-section 1:\"newz\" 没有编号为 `newz` 的栏目 / 是不是想写 `news`？",
                "articles/a.json empty-text 1:\"\" 内容是空的 / 写上内容；没有内容的选填字段可以整个删除",
                "articles/a.json unknown-item 1:\"no\" 没有编号为 `no` 的成员 / 编号就是 content/members 里的文件名（不带 .json）",
                "articles/a.json bad-id 1:\"坏\" 编号的写法不对：`坏` / 编号只用小写字母、数字和连字符，以字母或数字开头，例如 2023-03-03-council",
                "articles/a.json wrong-type 1:3 这里应该是文字，现在是整数 / 写成 \"……\"",
                "articles/a.json updated-before-published 2:\"1999-01-01\" 早于发布日期 2023-01-01 / 这里的日期不能早于 published；没有修改过就删除",
                "articles/b.json duplicate-legacy-url 1:\"/a.asp\" 旧路径 `/a.asp` 已经写在 content/articles/a.json 里 / 一个旧路径只能转到一篇文章",
                "articles/b.json wrong-type 1:1 这里应该是真假值，现在是整数 / 写成 true 或 false",
                "members/m.json value-not-allowed 1:\"company\" `company` 不是可以选的值 / 可以选：enterprise、university、institute、association、other",
                "members/n.json duplicate-member 1:\"某某公司\" 成员名称 `某某公司` 和 content/members/m.json 重复 / 同一个单位只留一个文件；不同的单位把名称写全",
                "members/n.json value-not-allowed 1:\"company\" `company` 不是可以选的值 / 可以选：enterprise、university、institute、association、other",
            ]);
    }

    #[test]
    fn what_follows_from_a_wrong_value_is_not_told() {
        Fixture::new()
            .file("content/articles/a.json", r#"{"body": "文", "section": 1, "publishd": "2023-01-01", "updated": "2023-01-02",
"origin": "repost", "source": {"name": "某报", "url": "example.org"}, "cover": {"src": "a:b"}, "status": {"withdrawn": {"reason": 3}}}"#)
            .file("content/bulletins/3.json", r#"{"number": "3", "covers": {"from": "?", "to": "2010"}}"#)
            .file("content/links/l.json", r#"{"name": "组", "links": [{"name": "一"}, {"name": "二"}, {"url": "https://example.org/"}]}"#)
            .file("content/members/m.json", r#"{"kind": "enterprise"}"#)
            .file("content/members/n.json", r#"{"kind": "enterprise"}"#)
            .check(&[
                "articles/a.json missing-field 1:{ 缺少必填字段 `title` / 在这一对括号里补上 \"title\"",
                "articles/a.json wrong-type 1:1 这里应该是文字，现在是整数 / 写成 \"……\"",
                "articles/a.json unknown-field 1:\"publishd\" 没有 `publishd` 这个字段 / 是不是想写 `published`？",
                "articles/a.json bad-url 2:\"example.org\" 网址的写法不对：`example.org` / 是不是想写 `https://example.org`？",
                "articles/a.json missing-field 2:{ 缺少必填字段 `alt` / 在这一对括号里补上 \"alt\"",
                "articles/a.json bad-media-path 2:\"a:b\" 媒体文件的路径不对：`a:b` / 写 media 文件夹里面的路径，例如 2023/council.jpg；不能有 : ? * # % 等符号，也不能是网址",
                "articles/a.json wrong-type 2:3 这里应该是文字，现在是整数 / 写成 \"……\"",
                "bulletins/3.json wrong-type 1:\"3\" 这里应该是整数，现在是文字 / 写成 123",
                "bulletins/3.json bad-date 1:\"?\" 日期的写法不对：`?` / 写年份、年月或日期，例如 2010、2010-05、2010-05-01",
                "links/l.json missing-field 1:{ 缺少必填字段 `url` / 在这一对括号里补上 \"url\"",
                "links/l.json missing-field 1:{ 缺少必填字段 `url` / 在这一对括号里补上 \"url\"",
                "links/l.json missing-field 1:{ 缺少必填字段 `name` / 在这一对括号里补上 \"name\"",
                "members/m.json missing-field 1:{ 缺少必填字段 `name` / 在这一对括号里补上 \"name\"",
                "members/n.json missing-field 1:{ 缺少必填字段 `name` / 在这一对括号里补上 \"name\"",
            ]);
    }

    #[test]
    fn sections_with_a_wrong_id_may_be_the_ones_that_are_meant() {
        Fixture::new()
            .site(r#""sections": [{"id": "News", "name": "动态"}], "navigation": [{"label": "动态", "to": "/news/news/"}]"#)
            .article("a", r#""section": "news""#)
            .check(&[
                "site.json bad-id 1:\"News\" 编号的写法不对：`News` / 是不是想写 `news`？",
            ]);
    }

    #[test]
    fn a_section_is_not_stale_while_its_newest_entry_may_be_unread() {
        let stale = r#""sections": [{"id": "news", "name": "动态", "stale_after_days": 9}]"#;
        Fixture::new()
            .site(stale)
            .article("a", r#""section": "news""#)
            .file("content/articles/b.json", r#"{"title": "文", "section": "news", "published": "昨天", "body": "文"}"#)
            .check(&[
                "articles/b.json bad-date 1:\"昨天\" 日期的写法不对：`昨天` / 写成 年-月-日，例如 2023-03-03；要写时间就写 2023-03-03T09:00:00+08:00",
            ]);
        Fixture::new()
            .site(stale)
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
