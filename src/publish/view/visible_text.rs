//! Visible texts of a page, extracted from the page's data.
//!
//! Search finds the texts extracted here. A field of a page is therefore found unless it is
//! listed below as one that shows no text of its own.

use crate::text::Text;
use crate::wire::Date;
use serde::Serialize;
use serde_json::Value;

/// Fields that are not shown as they are: ids, addresses, codes that the interface translates,
/// and values derived from other fields.
const NOT_SHOWN: &[&str] = &[
    "id",
    "section",
    "src",
    "file",
    "article",
    "url",
    "map_url",
    "to",
    "origin",
    "lang",
    "kind",
    "status",
    "mode",
    "role",
    "chain_stage",
    "keys",
    "monogram",
    "place",
    "year",
    "covers",
    "cited",
    "headings",
    "html",
];

/// Fields that refer to other items, which are found separately.
const OTHER_ITEMS: &[&str] = &["previous", "next", "related", "mentions"];

/// Fields that are dates, which are shown in words.
const DATES: &[&str] = &[
    "published",
    "updated",
    "written",
    "effective",
    "date",
    "start",
    "end",
    "deadline",
    "joined",
    "left",
];

/// The data of a page, from which texts are extracted.
#[derive(Debug)]
pub(crate) struct VisibleText(Value);

impl VisibleText {
    /// Creates a value from the data of a page.
    ///
    /// # Errors
    /// Returns an error if the data cannot be serialised as JSON.
    pub(crate) fn of<T: Serialize>(data: &T) -> Result<Self, serde_json::Error> {
        serde_json::to_value(data).map(Self)
    }

    /// Removes and returns the texts at a JSON pointer: one, those of a list, or none.
    pub(crate) fn take(&mut self, pointer: &str) -> Vec<String> {
        let mut texts = Vec::new();
        if let Some(value) = self.0.pointer_mut(pointer) {
            collect_all(&value.take(), &mut |text| texts.push(text.to_owned()));
        }
        texts
    }

    /// Returns all remaining texts, each once, without the known ones.
    pub(crate) fn rest(self, known: &[String], words: &Text) -> Vec<String> {
        let mut texts: Vec<String> = Vec::new();
        collect(&self.0, words, &mut |text| {
            if !text.is_empty() && !known.contains(&text) && !texts.contains(&text) {
                texts.push(text);
            }
        });
        texts
    }
}

fn collect(value: &Value, words: &Text, found: &mut dyn FnMut(String)) {
    match value {
        Value::String(text) => found(text.clone()),
        // A list of names is shown with separators between them.
        Value::Array(values) if values.iter().all(Value::is_string) => {
            let names = values.iter().filter_map(Value::as_str);
            let names: Vec<String> = names.map(str::to_owned).collect();
            if let Some(row) = words.list(&names) {
                found(row);
            }
        }
        Value::Array(values) => {
            for value in values {
                collect(value, words, found);
            }
        }
        Value::Object(fields) => {
            for (name, value) in fields {
                let is = |names: &[&str]| names.contains(&name.as_str());
                match value {
                    Value::String(iso) if is(DATES) => {
                        found(words.date(&Date::new(iso.clone())));
                    }
                    // An object under a field name in the lists above is read like any other
                    // field.
                    Value::Object(_) if !is(OTHER_ITEMS) => collect(value, words, found),
                    _ if is(NOT_SHOWN) || is(OTHER_ITEMS) => {}
                    _ => collect(value, words, found),
                }
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn collect_all(value: &Value, found: &mut dyn FnMut(&str)) {
    match value {
        Value::String(text) => found(text),
        Value::Array(values) => values.iter().for_each(|value| collect_all(value, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn whatever_is_shown_is_taken_once() {
        let data = json!({
            "id": "a",
            "title": "标题",
            "published": "2025-03-03",
            "document": { "number": "〔2025〕77号", "written": "2025-03" },
            "attachments": [{ "file": "media/a.pdf", "title": "附件", "bytes": 3 }],
            "files": [{ "file": { "file": "media/b.pdf", "title": "全文" }, "page_images": false }],
            "section": "policy",
            "tags": ["甲", "甲", "标题"],
            "body": { "html": "<p>正文</p>" },
            "previous": { "id": "b", "name": "上一篇" },
            "related": [{ "id": "c", "title": "另一篇" }],
        });
        let mut shown = VisibleText::of(&data).expect("JSON");
        let titles = shown.take("/title");
        assert_eq!(titles, ["标题"]);
        assert_eq!(shown.take("/body/html"), ["<p>正文</p>"]);
        assert_eq!(shown.take("/nothing"), [""; 0]);
        let mut texts = shown.rest(&titles, Text::of("zh-CN"));
        texts.sort();
        assert_eq!(
            texts,
            [
                "2025年3月",
                "2025年3月3日",
                "〔2025〕77号",
                "全文",
                "甲、甲、标题",
                "附件"
            ]
        );
    }
}
