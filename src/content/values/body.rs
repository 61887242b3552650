//! Markdown of content files.

use std::fmt;

use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::text_value::{Fault, schema_in_place};

/// Separator of two parts of a body: the blank line between Markdown paragraphs.
const SEPARATOR: &str = "\n\n";

/// Markdown text, written as one string or as an array of strings, one for each paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    text: String,
    /// Start of each part of the array in `text`; empty for a body written as one string.
    starts: Vec<usize>,
}

/// Place in a body as it is written in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BodyPlace {
    /// Index in the array; `None` for a body written as one string.
    pub index: Option<usize>,
    /// Byte offset in that string.
    pub offset: usize,
}

impl Body {
    /// Returns the Markdown text; the parts of an array are joined by blank lines.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the body of an item whose text is not published.
    pub(crate) fn withheld() -> Body {
        Body {
            text: String::new(),
            starts: Vec::new(),
        }
    }

    /// Returns the place of a byte offset of [`Body::text`]; the end for an offset past the
    /// end.
    pub fn place(&self, offset: usize) -> BodyPlace {
        let offset = offset.min(self.text.len());
        let part = self.starts.partition_point(|&start| start <= offset);
        match part.checked_sub(1) {
            None => BodyPlace {
                index: None,
                offset,
            },
            Some(index) => {
                let start = self.starts.get(index).copied().unwrap_or_default();
                BodyPlace {
                    index: Some(index),
                    offset: offset - start,
                }
            }
        }
    }

    fn from_text(text: &str) -> Result<Body, Fault> {
        if text.trim().is_empty() {
            return Err(Fault::Empty);
        }
        Ok(Body {
            text: text.to_owned(),
            starts: Vec::new(),
        })
    }

    fn from_parts(parts: &[String]) -> Result<Body, Fault> {
        let mut starts = Vec::with_capacity(parts.len());
        let mut text = String::new();
        for part in parts {
            if !starts.is_empty() {
                text.push_str(SEPARATOR);
            }
            starts.push(text.len());
            text.push_str(part);
        }
        if text.trim().is_empty() {
            return Err(Fault::Empty);
        }
        Ok(Body { text, starts })
    }
}

impl<'de> Deserialize<'de> for Body {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Body, D::Error> {
        deserializer.deserialize_any(BodyVisitor)
    }
}

struct BodyVisitor;

impl<'de> Visitor<'de> for BodyVisitor {
    type Value = Body;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string or a list of strings")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Body, E> {
        Body::from_text(text).map_err(|fault| E::custom(fault.code()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Body, A::Error> {
        let mut parts: Vec<String> = Vec::new();
        while let Some(part) = list.next_element()? {
            parts.push(part);
        }
        Body::from_parts(&parts).map_err(|fault| A::Error::custom(fault.code()))
    }
}

// Keywords of a schema apply only to values of their own type, so one node describes
// both ways to write a body; `pattern` and `contains` reject blank text.
schema_in_place!([] Body, _ => {
    "type": ["string", "array"],
    "pattern": r"\S",
    "items": { "type": "string" },
    "contains": { "type": "string", "pattern": r"\S" },
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_joined_by_blank_lines_and_found_again() {
        let body: Body = serde_json::from_str(r#"["一段", "", "third"]"#).unwrap();
        assert_eq!(body.text(), "一段\n\n\n\nthird");
        let table = [
            (0, Some(0), 0),
            (6, Some(0), 6),
            (7, Some(0), 7),
            (8, Some(1), 0),
            (10, Some(2), 0),
            (14, Some(2), 4),
            (1000, Some(2), 5),
        ];
        for (offset, index, inside) in table {
            assert_eq!(
                body.place(offset),
                BodyPlace {
                    index,
                    offset: inside
                },
                "{offset}"
            );
        }
    }

    #[test]
    fn a_body_of_one_string_has_no_parts() {
        let body: Body = serde_json::from_str(r#""一段""#).unwrap();
        assert_eq!(
            body.place(3),
            BodyPlace {
                index: None,
                offset: 3
            }
        );
        assert_eq!(
            body.place(99),
            BodyPlace {
                index: None,
                offset: 6
            }
        );
    }

    #[test]
    fn blank_bodies_are_refused() {
        for text in [r#""""#, r#"" \n""#, "[]", r#"["", " "]"#] {
            let error = serde_json::from_str::<Body>(text).unwrap_err().to_string();
            assert!(error.starts_with("empty-text"), "{text}: {error}");
        }
    }
}
