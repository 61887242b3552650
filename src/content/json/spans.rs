//! Positions in a JSON document, which are computed only if there are problems.

use std::collections::BTreeSet;
use std::ops::Range;

use jsonc_parser::ast::{Object, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use crate::content::diagnostics::pointer::{Part, Pointer, Step, pointer};
use crate::content::values::body::{Body, BodyPlace};

/// Strict JSON (RFC 8259), without the parser's extensions.
pub(crate) const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// A JSON document with positions.
pub(crate) struct SpanTree<'a> {
    text: &'a str,
    root: Value<'a>,
}

/// A field that occurs twice in an object.
pub(crate) struct DuplicateField {
    pub(crate) name: String,
    pub(crate) span: Range<usize>,
}

impl<'a> SpanTree<'a> {
    /// Parses a text that serde_json accepts and that is not nested too deeply; returns `None`
    /// otherwise.
    pub(crate) fn parse(text: &'a str) -> Option<SpanTree<'a>> {
        // A text with a syntax error has already been reported; here it only has no positions.
        let parsed = parse_to_ast(text, &CollectOptions::default(), &STRICT).ok()?;
        parsed.value.map(|root| SpanTree { text, root })
    }

    /// Returns the byte range of a place; if the document does not have it, that of the nearest
    /// place above it.
    pub(crate) fn span(&self, pointer: &Pointer, part: Part) -> Range<usize> {
        let mut value = &self.root;
        let mut key = bytes(value.range());
        for step in pointer.steps() {
            let Some(next) = descend(value, step) else {
                return opening(value);
            };
            (value, key) = next;
        }
        match part {
            Part::Key => key,
            // A whole object or array would be too much to underline.
            Part::Opening | Part::Value => opening(value),
        }
    }

    /// Returns all repeated fields of objects.
    pub(crate) fn duplicate_fields(&self) -> Vec<DuplicateField> {
        let mut found = Vec::new();
        let mut pending = vec![&self.root];
        while let Some(value) = pending.pop() {
            match value {
                Value::Object(object) => {
                    duplicates_in(object, &mut found);
                    pending.extend(object.properties.iter().map(|property| &property.value));
                }
                Value::Array(array) => pending.extend(&array.elements),
                _ => {}
            }
        }
        found
    }

    /// Returns the range in the file of a byte range of a body's text.
    ///
    /// A range that spans several parts of a list ends at the end of its first part.
    pub(crate) fn body_span(&self, body: &Body, range: Range<usize>) -> Range<usize> {
        let from = body.place(range.start);
        let to = body.place(range.end.max(range.start));
        let place = match from.index {
            Some(index) => pointer!["body", index],
            None => pointer!["body"],
        };
        let outer = self.span(&place, Part::Value);
        let Some(raw) = self
            .text
            .get(outer.clone())
            .filter(|raw| raw.starts_with('"'))
        else {
            return outer;
        };
        let end = if to.index == from.index {
            to
        } else {
            BodyPlace {
                offset: usize::MAX,
                ..from
            }
        };
        outer.start + raw_offset(raw, from.offset)..outer.start + raw_offset(raw, end.offset)
    }
}

/// Returns the value that a step leads to, and the range of its name; an element of an array is
/// its own name.
fn descend<'b, 'a>(value: &'b Value<'a>, step: &Step) -> Option<(&'b Value<'a>, Range<usize>)> {
    match (value, step) {
        (Value::Object(object), Step::Key(key)) => {
            // JSON parsers use the last one of repeated fields.
            let mut properties = object.properties.iter().rev();
            let property = properties.find(|property| property.name.as_str() == key)?;
            Some((&property.value, bytes(property.name.range())))
        }
        (Value::Array(array), Step::Index(index)) => {
            let element = array.elements.get(*index)?;
            Some((element, bytes(element.range())))
        }
        _ => None,
    }
}

fn bytes(range: jsonc_parser::common::Range) -> Range<usize> {
    range.start..range.end
}

fn opening(value: &Value<'_>) -> Range<usize> {
    match value {
        Value::Object(_) | Value::Array(_) => value.start()..value.start() + 1,
        _ => bytes(value.range()),
    }
}

fn duplicates_in(object: &Object<'_>, found: &mut Vec<DuplicateField>) {
    let mut names = BTreeSet::new();
    for property in &object.properties {
        let name = property.name.as_str();
        if !names.insert(name) {
            found.push(DuplicateField {
                name: name.to_owned(),
                span: bytes(property.name.range()),
            });
        }
    }
}

/// Returns the byte offset in a JSON string literal, including its quote, of a byte offset in
/// its value.
fn raw_offset(raw: &str, offset: usize) -> usize {
    let inside = raw.get(1..raw.len().saturating_sub(1)).unwrap_or_default();
    let mut decoded = 0;
    let mut signs = inside.char_indices();
    while let Some((at, sign)) = signs.next() {
        if offset <= decoded {
            return at + 1;
        }
        if sign != '\\' {
            decoded += sign.len_utf8();
            continue;
        }
        match signs.next() {
            Some((_, 'u')) => {
                let unit = inside
                    .get(at + 2..at + 6)
                    .map(|digits| u32::from_str_radix(digits, 16));
                decoded += match unit {
                    Some(Ok(0..=0x7f)) => 1,
                    // Each half of a surrogate pair represents two of the four bytes.
                    Some(Ok(0x80..=0x7ff | 0xd800..=0xdfff)) => 2,
                    _ => 3,
                };
                signs.by_ref().take(4).for_each(drop);
            }
            _ => decoded += 1,
        }
    }
    inside.len() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, pointer: &Pointer, part: Part, expected: &str) {
        let tree = SpanTree::parse(text).expect("the text is JSON");
        assert_eq!(text.get(tree.span(pointer, part)), Some(expected));
    }

    #[test]
    fn pointers_lead_to_bytes() {
        let text = r#"{"标题": "😀", "members": ["a", {"b": [1, 2]}]}"#;
        check(text, &pointer![], Part::Value, "{");
        check(text, &pointer!["标题"], Part::Value, r#""😀""#);
        check(text, &pointer!["标题"], Part::Key, r#""标题""#);
        check(text, &pointer!["members"], Part::Value, "[");
        check(text, &pointer!["members", 0], Part::Value, r#""a""#);
        check(text, &pointer!["members", 1, "b", 1], Part::Value, "2");
        check(text, &pointer!["members", 9], Part::Value, "[");
        check(text, &pointer!["absent", 9], Part::Key, "{");
    }

    #[test]
    fn duplicate_fields_are_found_at_every_depth() {
        let text = r#"{"a": 1, "b": [{"c": 1, "c": 2}], "a": 3}"#;
        let tree = SpanTree::parse(text).expect("the text is JSON");
        let mut names: Vec<(String, usize)> = tree
            .duplicate_fields()
            .into_iter()
            .map(|field| (field.name, field.span.start))
            .collect();
        names.sort();
        assert_eq!(names, [("a".to_owned(), 34), ("c".to_owned(), 24)]);
    }

    #[test]
    fn body_offsets_pass_over_escapes() {
        let text = r#"{"body": ["一\n\u4e8c\"x", "y\ud83d\ude00z<b>"]}"#;
        let body: Body = serde_json::from_str(r#"["一\n\u4e8c\"x", "y\ud83d\ude00z<b>"]"#).unwrap();
        let tree = SpanTree::parse(text).expect("the text is JSON");
        let table = [("x", "x"), ("二", r"\u4e8c"), ("z", "z"), ("<b>", "<b>")];
        for (wanted, expected) in table {
            let start = body.text().find(wanted).unwrap_or_default();
            let span = tree.body_span(&body, start..start + wanted.len());
            assert_eq!(text.get(span), Some(expected), "{wanted}");
        }
        for offset in 0..40 {
            let span = tree.body_span(&body, offset..offset + 3);
            assert!(span.start <= span.end && span.end <= text.len(), "{offset}");
        }
    }
}
