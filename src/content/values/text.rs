//! Plain text: one line, or several lines.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer};

use super::text_value::{Fault, Format, TextValue, deserialize_text, schema_in_place};

/// One line of text of 1 to `MAX` characters, without white space at either end.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Line<const MAX: usize = 200>(String);

/// Title. A rule recommends a shorter length; a text longer than this limit is in the wrong
/// field.
pub type Title = Line<1000>;

impl<const MAX: usize> TextValue for Line<MAX> {
    const FORMAT: Format = Format::Line;

    fn parse(text: &str) -> Result<Self, Fault> {
        let trimmed = text.trim();
        if trimmed.is_empty() {
            return Err(Fault::Empty);
        }
        if trimmed.contains(is_line_break) {
            return Err(Fault::LineBreak);
        }
        if let Some(character) = text.chars().find(|character| is_unshown(*character)) {
            return Err(Fault::Unshown(character));
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

impl<const MAX: usize> TextValue for Paragraph<MAX> {
    const FORMAT: Format = Format::Paragraph;

    fn parse(text: &str) -> Result<Self, Fault> {
        if text.trim().is_empty() {
            return Err(Fault::Empty);
        }
        if let Some(character) = unshown_in_paragraph(text) {
            return Err(Fault::Unshown(character));
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
    /// Returns the text without white space at its ends; `None` if it is missing or blank.
    pub fn text(&self) -> Option<&str> {
        self.0
            .as_deref()
            .map(str::trim)
            .filter(|text| !text.is_empty())
    }

    /// Returns `true` if the field is present, even if it is blank.
    pub fn is_written(&self) -> bool {
        self.0.is_some()
    }
}

macro_rules! text_in_json {
    ($type:ident) => {
        impl<const MAX: usize> $type<MAX> {
            /// Returns the text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

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

        schema_in_place!([const MAX: usize] $type<MAX>, _ => {
            "type": "string",
            "format": <Self as TextValue>::FORMAT.name(),
            "minLength": 1,
            "maxLength": MAX,
        });
    };
}

text_in_json!(Line);
text_in_json!(Paragraph);

/// Returns the first invisible character of a text of several lines.
pub(crate) fn unshown_in_paragraph(text: &str) -> Option<char> {
    let is_layout = |character: char| character == '\t' || is_line_break(character);
    text.chars()
        .find(|character| is_unshown(*character) && !is_layout(*character))
}

/// Returns `true` if a character is invisible and can reverse or cut off adjacent text: control
/// characters, direction marks (UAX #9), noncharacters, and replacement characters. Joiners,
/// which emoji need, are not included.
pub(crate) fn is_unshown(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffd}'
            | '\u{fdd0}'..='\u{fdef}')
        || u32::from(character) & 0xfffe == 0xfffe
}

/// Returns `true` for the characters at which Unicode breaks a line (UAX #14, classes BK, CR,
/// LF and NL).
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
    fn titles_are_one_line_and_no_whole_text() {
        let longest = "联".repeat(1000);
        let too_long = "联".repeat(1001);
        let table = [
            ("理事会顺利召开", Ok(())),
            (longest.as_str(), Ok(())),
            (
                too_long.as_str(),
                Err(Fault::TooLong {
                    limit: 1000,
                    count: 1001,
                }),
            ),
            ("", Err(Fault::Empty)),
            ("\u{3000} ", Err(Fault::Empty)),
            ("理事会\n召开", Err(Fault::LineBreak)),
            ("理事会\u{2028}召开", Err(Fault::LineBreak)),
            ("\u{202e}理事会", Err(Fault::Unshown('\u{202e}'))),
            ("理事会\u{2069}", Err(Fault::Unshown('\u{2069}'))),
            ("理\u{200f}事会", Err(Fault::Unshown('\u{200f}'))),
            ("理\u{7}事会", Err(Fault::Unshown('\u{7}'))),
            ("理\u{9c}事会", Err(Fault::Unshown('\u{9c}'))),
            ("理\t事会", Err(Fault::Unshown('\t'))),
            ("理\u{fffe}事会", Err(Fault::Unshown('\u{fffe}'))),
            ("理\u{1ffff}事会", Err(Fault::Unshown('\u{1ffff}'))),
            ("理\u{fffd}事会", Err(Fault::Unshown('\u{fffd}'))),
            ("👨\u{200d}👩\u{200d}👧 一家", Ok(())),
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
        assert_eq!(
            Paragraph::<9>::parse("一\r\n\t二\u{202e}"),
            Err(Fault::Unshown('\u{202e}'))
        );
    }
}
