//! Plain text: one line, or as long as it likes.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer};

use super::value::{Fault, Form, TextValue, deserialize_text};

/// One line of text of 1 to `MAX` characters, with no blank at either end.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Line<const MAX: usize = 200>(String);

/// A title: a line of at most 80 characters.
pub type Title = Line<80>;

impl<const MAX: usize> Line<MAX> {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<const MAX: usize> TextValue for Line<MAX> {
    const FORM: Form = Form::Line;

    fn parse(text: &str) -> Result<Self, Fault> {
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return Err(Fault::Empty);
        }
        if trimmed.contains(is_line_break) {
            return Err(Fault::LineBreak);
        }
        if trimmed != text {
            return Err(Fault::EdgeBlank {
                mended: trimmed.to_owned(),
            });
        }
        check_length(text, MAX)?;
        Ok(Line(text.to_owned()))
    }
}

/// Plain text of at most `MAX` characters that is not blank; line breaks are kept.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Paragraph<const MAX: usize = 4000>(String);

impl<const MAX: usize> Paragraph<MAX> {
    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<const MAX: usize> TextValue for Paragraph<MAX> {
    const FORM: Form = Form::Paragraph;

    fn parse(text: &str) -> Result<Self, Fault> {
        if text.trim().is_empty() {
            return Err(Fault::Empty);
        }
        check_length(text, MAX)?;
        Ok(Paragraph(text.to_owned()))
    }
}

/// A summary: plain text that may be left out or blank, because the body can stand in for it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(transparent)]
#[schemars(inline)]
pub struct Summary(Option<String>);

impl Summary {
    /// The text without blanks at its ends; `None` where it is left out or blank.
    pub fn text(&self) -> Option<&str> {
        self.0
            .as_deref()
            .map(str::trim)
            .filter(|text| !text.is_empty())
    }

    /// Whether something is written, be it blank.
    pub fn is_written(&self) -> bool {
        self.0.is_some()
    }
}

macro_rules! text_in_json {
    ($type:ident) => {
        impl<const MAX: usize> AsRef<str> for $type<MAX> {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl<const MAX: usize> fmt::Display for $type<MAX> {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl<'de, const MAX: usize> Deserialize<'de> for $type<MAX> {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserialize_text(deserializer)
            }
        }

        impl<const MAX: usize> JsonSchema for $type<MAX> {
            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({
                    "type": "string",
                    "format": <Self as TextValue>::FORM.name(),
                    "minLength": 1,
                    "maxLength": MAX,
                })
            }
        }
    };
}

text_in_json!(Line);
text_in_json!(Paragraph);

/// The characters at which Unicode breaks a line (UAX #14, classes BK, CR, LF and NL).
fn is_line_break(character: char) -> bool {
    matches!(
        character,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

fn check_length(text: &str, limit: usize) -> Result<(), Fault> {
    let count = text.chars().count();
    if limit < count {
        return Err(Fault::TooLong { limit, count });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_one_line_of_at_most_80_characters() {
        let longest = "联".repeat(80);
        let too_long = "联".repeat(81);
        let table = [
            ("理事会顺利召开", Ok(())),
            (longest.as_str(), Ok(())),
            (
                too_long.as_str(),
                Err(Fault::TooLong {
                    limit: 80,
                    count: 81,
                }),
            ),
            ("", Err(Fault::Empty)),
            ("\u{3000} ", Err(Fault::Empty)),
            ("理事会\n召开", Err(Fault::LineBreak)),
            ("理事会\u{2028}召开", Err(Fault::LineBreak)),
            (
                "\u{3000}理事会 ",
                Err(Fault::EdgeBlank {
                    mended: "理事会".into(),
                }),
            ),
        ];
        for (text, expected) in table {
            assert_eq!(Title::parse(text).map(drop), expected, "{text:?}");
        }
    }

    #[test]
    fn paragraphs_keep_their_line_breaks() {
        assert_eq!(
            Paragraph::<9>::parse("一\n二").map(|text| text.to_string()),
            Ok("一\n二".into())
        );
        assert_eq!(
            Paragraph::<2>::parse("一二三"),
            Err(Fault::TooLong { limit: 2, count: 3 })
        );
        assert_eq!(Paragraph::<2>::parse(" \n"), Err(Fault::Empty));
    }
}
