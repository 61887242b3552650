//! Reading on behind a mistake of syntax.
//!
//! Most such mistakes have one obvious repair. With it the rest of the file can be read, so that
//! the next mistake is told in the same run. The repaired text serves nothing else: the file
//! still has an error.

use std::ops::Range;

use serde_json::Value;

use super::syntax::{self, SyntaxFault, ascii_twin};

/// Mistakes after which reading ends: nobody mends more of them in one go.
const MOST_REPAIRS: usize = 50;

/// The largest text that is repaired, in bytes: each repair reads the text again.
const LARGEST: usize = 256 << 10;

/// A text that was not JSON, repaired as far as that went.
pub(super) struct Repaired {
    /// The text after all repairs.
    pub(super) text: String,
    /// The mistakes that were found, at their bytes in the text as it was written.
    pub(super) faults: Vec<(Range<usize>, SyntaxFault)>,
    /// What the text says; `None` where a mistake had no obvious repair.
    pub(super) value: Option<Value>,
    /// What was done, in this order.
    edits: Vec<Edit>,
}

/// Bytes of a text that others take the place of.
struct Edit {
    range: Range<usize>,
    replacement: String,
}

impl Repaired {
    /// Repairs a text.
    pub(super) fn new(text: &str) -> Repaired {
        let mut repaired = Repaired {
            text: text.to_owned(),
            faults: Vec::new(),
            value: None,
            edits: Vec::new(),
        };
        loop {
            let error = match serde_json::from_str(&repaired.text) {
                Ok(value) => {
                    repaired.value = Some(value);
                    return repaired;
                }
                Err(error) => error,
            };
            let (fault, span) = syntax::explain(&repaired.text, &error);
            let edits = if LARGEST < text.len() || MOST_REPAIRS <= repaired.faults.len() {
                Vec::new()
            } else {
                repairs(&repaired.text, &fault, &span)
            };
            repaired.faults.push((repaired.written(span), fault));
            if edits.is_empty() {
                return repaired;
            }
            for edit in edits {
                let range = edit.range.clone();
                repaired.text.replace_range(range, &edit.replacement);
                repaired.edits.push(edit);
            }
        }
    }

    /// The bytes of the text as it was written that bytes of the repaired one come from.
    pub(super) fn written(&self, span: Range<usize>) -> Range<usize> {
        let start = self.written_offset(span.start);
        start..self.written_offset(span.end).max(start)
    }

    fn written_offset(&self, offset: usize) -> usize {
        self.edits.iter().rev().fold(offset, |offset, edit| {
            let Range { start, end } = edit.range;
            if offset <= start {
                offset
            } else if offset < start + edit.replacement.len() {
                offset.min(end)
            } else {
                offset - edit.replacement.len() + (end - start)
            }
        })
    }
}

/// The edits that take a mistake away, later places first; none where there is no obvious repair.
fn repairs(text: &str, fault: &SyntaxFault, span: &Range<usize>) -> Vec<Edit> {
    let before = text.get(..span.start).unwrap_or_default();
    let rest = text.get(span.start..).unwrap_or_default();
    let single = |range: Range<usize>, replacement: &str| {
        let replacement = replacement.to_owned();
        vec![Edit { range, replacement }]
    };
    match fault {
        SyntaxFault::FullWidth { meant: '"', .. } => quoted(text, span),
        SyntaxFault::FullWidth { meant, .. } => single(span.clone(), &meant.to_string()),
        SyntaxFault::TrailingComma => match before.rfind(',') {
            Some(comma) => single(comma..comma + 1, ""),
            None => Vec::new(),
        },
        SyntaxFault::MissingComma => single(span.start..span.start, ","),
        SyntaxFault::MissingColon => single(span.start..span.start, ":"),
        SyntaxFault::Comment => match comment_length(rest) {
            Some(length) => single(span.start..span.start + length, ""),
            None => Vec::new(),
        },
        SyntaxFault::LineBreakInString if continues_on_next_line(rest) => {
            single(span.clone(), "\\n")
        }
        SyntaxFault::ControlCharacter('\t') => single(span.clone(), " "),
        SyntaxFault::BadEscape if before.ends_with('\\') => single(span.start..span.start, "\\"),
        SyntaxFault::Unquoted(word) => match word.as_str() {
            "True" | "TRUE" => single(span.clone(), "true"),
            "False" | "FALSE" => single(span.clone(), "false"),
            "None" | "undefined" => single(span.clone(), "null"),
            _ if word.starts_with('\'') => quoted(text, span),
            _ if is_field_name(text, span) => single(span.clone(), &format!("\"{word}\"")),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// Puts English quotes in the place of the quote at the beginning of a span and of the one that
/// closes it on the same line.
fn quoted(text: &str, span: &Range<usize>) -> Vec<Edit> {
    let rest = text.get(span.start..).unwrap_or_default();
    let line = rest.lines().next().unwrap_or_default();
    let mut signs = line.char_indices();
    let Some((_, opening)) = signs.next() else {
        return Vec::new();
    };
    let is_closing = |sign: char| match opening {
        '\'' => sign == '\'',
        _ => sign == '"' || ascii_twin(sign) == Some('"'),
    };
    let closing = signs.find(|(_, sign)| is_closing(*sign));
    let quote = |at: usize, sign: char| Edit {
        range: span.start + at..span.start + at + sign.len_utf8(),
        replacement: '"'.to_string(),
    };
    closing.map_or_else(Vec::new, |(at, sign)| {
        vec![quote(at, sign), quote(0, opening)]
    })
}

/// The bytes of a comment at the beginning of a text.
fn comment_length(text: &str) -> Option<usize> {
    let line = text.find('\n').unwrap_or(text.len());
    if text.starts_with("//") || text.starts_with('#') {
        return Some(line);
    }
    let inside = text.strip_prefix("/*")?;
    Some(inside.find("*/")? + 4)
}

/// Whether a string that is interrupted by a line break ends in the next line, rather than having
/// lost its quote: then one of that line's quotes has no partner.
fn continues_on_next_line(text: &str) -> bool {
    let next = text
        .strip_prefix("\r\n")
        .or_else(|| text.strip_prefix('\n'));
    let line = next.and_then(|next| next.lines().next());
    line.is_some_and(|line| line.matches('"').count() % 2 == 1)
}

/// Whether the word is plain and stands before a colon.
fn is_field_name(text: &str, word: &Range<usize>) -> bool {
    let is_plain = text.get(word.clone()).is_some_and(|word| {
        let mut signs = word.chars();
        signs.all(|sign| sign.is_alphanumeric() || sign == '_' || sign == '-')
    });
    let after = text.get(word.end..).unwrap_or_default();
    is_plain && after.trim_start().starts_with(':')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Compares the blamed texts, and the repaired text.
    #[track_caller]
    fn check(text: &str, blamed: &[&str], repaired: &str) {
        let found = Repaired::new(text);
        let found_blamed: Vec<&str> = found
            .faults
            .iter()
            .map(|(span, _)| text.get(span.clone()).unwrap_or("?"))
            .collect();
        assert_eq!(found_blamed, blamed, "{text}");
        assert_eq!(found.text, repaired);
    }

    #[test]
    fn every_mistake_is_found_in_its_place() {
        check(
            "{“a”：“一”，\n“b”: [1, 2，],}",
            &["“", "：", "“", "，", "“", "，", "]", "}"],
            "{\"a\":\"一\",\n\"b\": [1, 2]}",
        );
        check(
            "{ // 一\n\"a\": 1 /* 二 */\n \"b\" 2, # 三\n}",
            &["/", "/", "\"", "2", "#", "}"],
            "{ \n\"a\": 1 \n ,\"b\" :2 \n}",
        );
        check(
            "{'a': 'b c', d: True, \"e\": \"C:\\我\\你\t\"}",
            &["'a'", "'b", "d", "True", "我", "你", "\t"],
            "{\"a\": \"b c\", \"d\": true, \"e\": \"C:\\\\我\\\\你 \"}",
        );
        check("{\"a\": \"一\n二\"}", &["\n"], "{\"a\": \"一\\n二\"}");
    }

    #[test]
    fn without_an_obvious_repair_reading_ends() {
        for (text, blamed) in [
            ("{\"a\": \"一\n\"b\": 2}", "\n"),
            ("{\"a\": \"他说\"你好\"\"}", "你"),
            ("{\"a\": 一, }", "一"),
            ("{\"a\": 01, }", "1"),
            ("{\"a\": /* 一 }", "/"),
            ("{“a: 1}", "“"),
        ] {
            check(text, &[blamed], text);
        }
    }

    #[test]
    fn places_behind_repairs_are_those_of_the_written_text() {
        let text = "{“甲”：1，'乙' : [True,], /* 丙 */ \"丁\": 2}";
        let repaired = Repaired::new(text);
        for word in ["甲", "1", "乙", "丁", "2"] {
            let start = repaired.text.find(word).unwrap_or_default();
            let span = repaired.written(start..start + word.len());
            assert_eq!(text.get(span), Some(word));
        }
    }

    #[test]
    fn repairs_have_an_end() {
        assert_eq!(Repaired::new(&"[1 ".repeat(60)).faults.len(), 51);
        let text = format!("{{{}\"a\": 1,}}", " ".repeat(LARGEST));
        assert_eq!(Repaired::new(&text).faults.len(), 1);
    }
}
