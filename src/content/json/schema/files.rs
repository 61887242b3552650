//! Schema files for code editors.
//!
//! They are draft 7: the JSON service of Visual Studio Code, which most code editors use,
//! supports later versions only in part. Its own keywords contain the explanations in Chinese;
//! other programs ignore them.

use std::collections::BTreeMap;

use schemars::Schema;
use schemars::transform::RecursiveTransform;
use serde_json::{Value, json};

use super::schemas;
use crate::content::diagnostics::problem::Language;
use crate::content::values::text_value::{Fault, Format};

/// Returns all schemas by the names of their files, such as `article.schema.json`.
pub fn files() -> BTreeMap<String, String> {
    let schemas = schemas().into_iter();
    schemas
        .map(|(name, schema)| (format!("{name}.schema.json"), text(name, schema)))
        .collect()
}

fn text(name: &str, mut schema: Schema) -> String {
    use schemars::transform::Transform as _;
    RecursiveTransform(for_editors).transform(&mut schema);
    schema.insert("title".to_owned(), json!(title(name)));
    // A JSON value can always be serialised.
    let mut text = serde_json::to_string_pretty(schema.as_value()).unwrap_or_default();
    text.push('\n');
    text
}

fn title(name: &str) -> &'static str {
    match name {
        "site" => "站点设置",
        "article" => "文章",
        "member" => "成员",
        "bulletin" => "简报",
        "event" => "活动",
        "links" => "友情链接",
        "synonyms" => "同义词",
        _ => "页面",
    }
}

/// Replaces formats specific to this program by patterns and their error messages.
fn for_editors(schema: &mut Schema) {
    let format = schema.get("format").and_then(Value::as_str);
    let Some(form) = format.and_then(Format::from_name) else {
        return;
    };
    schema.remove("format");
    let is_line = form == Format::Line;
    match form {
        // Visual Studio Code shows the colour and a colour picker.
        Format::Color => {
            schema.insert("format".to_owned(), json!("color-hex"));
        }
        Format::Line => {
            schema.insert("pattern".to_owned(), json!(r"^\S(.*\S)?$"));
        }
        Format::Paragraph => {
            schema.insert("pattern".to_owned(), json!(r"\S"));
        }
        _ => {}
    }
    let fault = Fault::Shape { form, mended: None };
    let told = fault.text(Language::Chinese);
    let words = if is_line {
        "只写一行，开头和结尾没有空格".to_owned()
    } else {
        format!("{}：{}", told.message, told.help)
    };
    schema.insert("patternErrorMessage".to_owned(), json!(words));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn validator(name: &str) -> jsonschema::Validator {
        let files = files();
        let text = files.get(name).expect("the schema is written");
        let schema: Value = serde_json::from_str(text).expect("the schema is JSON");
        jsonschema::draft7::meta::validate(&schema).expect("the schema is a schema");
        jsonschema::draft7::new(&schema).expect("the schema makes a validator")
    }

    /// Returns a valid file, into which a test writes one other value.
    fn sound(name: &str) -> Value {
        match name {
            "site.schema.json" => json!({
                "schema_version": 1, "name": "示例联盟", "short_name": "示例",
                "base_url": "https://example.org/", "navigation": [],
                "sections": [{ "id": "news", "name": "动态" }],
            }),
            "article.schema.json" => json!({
                "title": "文", "section": "news", "published": "2023-01-01", "body": "文",
            }),
            "member.schema.json" => json!({ "name": "某某公司", "kind": "enterprise" }),
            "bulletin.schema.json" => json!({ "number": 1 }),
            "event.schema.json" => json!({ "name": "会", "start": "2023-01-01" }),
            "links.schema.json" => json!({ "name": "组" }),
            _ => json!({ "title": "页", "body": "文" }),
        }
    }

    #[test]
    fn each_check_that_a_schema_can_express_is_expressed() {
        let table: &[(&str, &str, Value)] = &[
            ("site", "schema_version", json!(2)),
            ("site", "name", json!("长".repeat(61))),
            ("site", "name", json!("两\n行")),
            ("site", "name", json!(" 空白")),
            ("site", "base_url", json!("https://example.org")),
            ("site", "base_url", json!("http://example.org/")),
            ("site", "lang", json!("zh_CN")),
            ("site", "logo", json!("..\\logo.svg")),
            ("site", "theme", json!({ "primary": "blue" })),
            (
                "site",
                "theme",
                json!({ "mourning": [{ "from": "2023-01-01" }] }),
            ),
            (
                "site",
                "sections",
                json!([{ "id": "News", "name": "动态" }]),
            ),
            (
                "site",
                "sections",
                json!([{ "id": "news", "name": "动态", "kind": "list" }]),
            ),
            (
                "site",
                "navigation",
                json!([{ "label": "关于", "to": "about" }]),
            ),
            (
                "site",
                "navigation",
                json!([{ "label": "外", "to": "http://example.org/" }]),
            ),
            ("site", "home", json!({ "blocks": ["leads"] })),
            (
                "site",
                "organization",
                json!({ "uscc": "91350100M000100Y4" }),
            ),
            ("site", "contact", json!({ "postcode": "10002" })),
            ("site", "contact", json!({ "fax": ["010-010-65010837"] })),
            ("site", "contact", json!({ "email": "a at b" })),
            ("site", "icp", json!("京ICP备 11034544号-2")),
            ("site", "police", json!("京公网安备 110号")),
            ("site", "titel", json!("x")),
            ("article", "title", json!("")),
            ("article", "title", json!("长".repeat(1001))),
            ("article", "section", json!("动态")),
            ("article", "published", json!("2023年1月1日")),
            ("article", "published", json!("2023-01-01T09:00:00Z")),
            (
                "article",
                "source",
                json!({ "url": "https://example.org/" }),
            ),
            (
                "article",
                "source",
                json!({ "name": "某报", "url": "example.org" }),
            ),
            ("article", "origin", json!("Repost")),
            ("article", "cover", json!({ "src": "a.png" })),
            ("article", "body", json!(["", " "])),
            ("article", "body", json!(3)),
            ("article", "attachments", json!([{ "file": "a.pdf" }])),
            ("article", "tags", json!([""])),
            ("article", "members", json!(["恒力"])),
            ("article", "bulletin", json!(-1)),
            ("article", "status", json!("withdrawed")),
            (
                "article",
                "status",
                json!({ "withdrawn": { "raeson": "错" } }),
            ),
            ("article", "corrections", json!([{ "note": "改" }])),
            ("article", "ai_generated", json!("all")),
            ("article", "legacy_urls", json!(["/a.asp#top"])),
            (
                "article",
                "document",
                json!({ "number": "示例部发[2022]43号" }),
            ),
            ("article", "document", json!({ "status": "失效" })),
            ("member", "kind", json!("company")),
            ("member", "role", json!("chairs")),
            ("member", "status", json!("gone")),
            ("member", "joined", json!("去年")),
            ("member", "province", json!("江苏苏州")),
            ("member", "website", json!("www.example.org")),
            ("member", "chain_stage", json!(["纺纱"])),
            ("member", "intro", json!("长".repeat(301))),
            ("bulletin", "number", json!(0)),
            ("bulletin", "year", json!(23)),
            ("bulletin", "kind", json!("annual")),
            ("bulletin", "covers", json!({ "from": "2010" })),
            ("bulletin", "contents", json!([{ "page": 1 }])),
            (
                "bulletin",
                "files",
                json!([{ "file": "a.pdf", "role": "text" }]),
            ),
            ("bulletin", "distribution", json!("secret")),
            ("event", "kind", json!("party")),
            ("event", "start", json!("明天")),
            ("event", "status", json!("off")),
            ("event", "mode", json!("hybrid")),
            ("event", "registration", json!({ "url": "a" })),
            ("links", "links", json!([{ "name": "网" }])),
            (
                "links",
                "links",
                json!([{ "name": "网", "url": "ftp://example.org/" }]),
            ),
            ("page", "title", Value::Null),
            ("page", "toc", json!("yes")),
        ];
        for (name, field, value) in table {
            let name = format!("{name}.schema.json");
            let validator = validator(&name);
            let mut document = sound(&name);
            assert!(validator.is_valid(&document), "{name}");
            document[field] = value.clone();
            assert!(!validator.is_valid(&document), "{name}: {field} {value}");
        }
    }

    #[test]
    fn explanations_are_chinese() {
        let files = files();
        let article: Value =
            serde_json::from_str(&files["article.schema.json"]).expect("the schema is JSON");
        let words = |pointer: &str| article.pointer(pointer).and_then(Value::as_str);
        assert_eq!(words("/title"), Some("文章"));
        assert_eq!(
            words("/properties/section/description"),
            Some("所属栏目的编号，见 site.json 的 sections")
        );
        assert_eq!(
            words("/properties/section/patternErrorMessage"),
            Some(
                "编号的写法不对：编号只用小写字母、数字和连字符，以字母或数字开头，例如 2023-03-03-council"
            )
        );
        assert_eq!(words("/properties/origin/enumDescriptions/1"), Some("转载"));
    }
}
