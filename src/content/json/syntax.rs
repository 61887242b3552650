//! Explanation of JSON syntax errors in terms of common mistakes.

use std::ops::Range;

use jsonc_parser::errors::ParseErrorKind;
use jsonc_parser::{CollectOptions, parse_to_ast};

use super::spans::STRICT;
use crate::content::diagnostics::location::offset_of;

/// Maximum nesting of brackets; content files need fewer than ten levels.
pub(crate) const DEEPEST_NESTING: usize = 64;

/// Syntax error of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SyntaxFault {
    /// The text ends before this bracket is closed.
    Unclosed {
        /// Bracket.
        bracket: char,
        /// Its line, counted from 1.
        line: usize,
    },
    /// The text ends before a string is closed.
    UnclosedString,
    /// The text ends too early.
    Truncated,
    /// A full-width character where JSON requires the ASCII one.
    FullWidth {
        /// Character found.
        found: char,
        /// Character that JSON requires.
        meant: char,
    },
    /// A comma after the last element.
    TrailingComma,
    /// A missing comma between two elements.
    MissingComma,
    /// A missing colon after a field's name.
    MissingColon,
    /// A quote inside a string that seems to close it.
    UnescapedQuote,
    /// A line break inside a string.
    LineBreakInString,
    /// A control character inside a string or between values.
    ControlCharacter(char),
    /// A backslash before a character that it cannot escape.
    BadEscape,
    /// A comment.
    Comment,
    /// Text after the end of the document.
    AfterEnd,
    /// A bracket that closes another kind of bracket.
    WrongBracket {
        /// Bracket found.
        found: char,
        /// Bracket that is required here.
        meant: char,
    },
    /// A number that is not valid in JSON.
    BadNumber,
    /// A word without quotes.
    Unquoted(String),
    /// Conflict markers of a merge of two versions.
    MergeConflict,
    /// Markup, such as a web page.
    Markup,
    /// Any other character that is not allowed here.
    Unexpected(char),
}

/// Returns the reason for which serde_json refused `text`, and the byte range of the error.
pub(crate) fn explain(text: &str, error: &serde_json::Error) -> (SyntaxFault, Range<usize>) {
    if error.is_eof() {
        return explain_end(text);
    }
    let at = if error.column() == 0 {
        // The error is the line break before.
        offset_of(text, error.line(), 1).saturating_sub(1)
    } else {
        offset_of(text, error.line(), error.column())
    };
    let found = text.get(at..).and_then(|rest| rest.chars().next());
    let Some(found) = found else {
        return explain_end(text);
    };
    let fault = explain_sign(text, at, found);
    let end = match &fault {
        SyntaxFault::Unquoted(word) => at + word.len(),
        _ => at + found.len_utf8(),
    };
    (fault, at..end)
}

/// Returns the offset of the first bracket that is nested too deeply.
pub(crate) fn too_deep(text: &str) -> Option<usize> {
    let mut state = State::default();
    text.char_indices().find_map(|(at, sign)| {
        state.read(at, sign);
        (DEEPEST_NESTING < state.open.len()).then_some(at)
    })
}

/// Open brackets and strings at a position in a text.
#[derive(Default)]
struct State {
    open: Vec<(usize, char)>,
    string_start: Option<usize>,
    escaped: bool,
}

impl State {
    fn before(text: &str, end: usize) -> State {
        let mut state = State::default();
        for (at, sign) in text.char_indices().take_while(|(at, _)| *at < end) {
            state.read(at, sign);
        }
        state
    }

    fn read(&mut self, at: usize, sign: char) {
        if self.string_start.is_some() {
            match sign {
                _ if self.escaped => self.escaped = false,
                '\\' => self.escaped = true,
                '"' => self.string_start = None,
                _ => {}
            }
            return;
        }
        match sign {
            '"' => self.string_start = Some(at),
            '{' | '[' => self.open.push((at, sign)),
            '}' | ']' => {
                self.open.pop();
            }
            _ => {}
        }
    }
}

fn explain_end(text: &str) -> (SyntaxFault, Range<usize>) {
    let state = State::before(text, text.len());
    if let Some(start) = state.string_start {
        let line_end = text
            .get(start..)
            .and_then(|rest| rest.find('\n'))
            .map_or(text.len(), |end| start + end);
        return (SyntaxFault::UnclosedString, start..line_end);
    }
    let end = text.trim_end().len();
    let fault = match state.open.last() {
        Some(&(at, bracket)) => {
            let before = text.get(..at).unwrap_or_default();
            let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
            SyntaxFault::Unclosed { bracket, line }
        }
        None => SyntaxFault::Truncated,
    };
    (fault, end..end)
}

fn explain_sign(text: &str, at: usize, found: char) -> SyntaxFault {
    let state = State::before(text, at);
    if state.string_start.is_some() {
        return match found {
            '\n' | '\r' => SyntaxFault::LineBreakInString,
            _ if found.is_control() => SyntaxFault::ControlCharacter(found),
            _ => SyntaxFault::BadEscape,
        };
    }
    if let Some(meant) = ascii_twin(found) {
        return SyntaxFault::FullWidth { found, meant };
    }
    let before = text.get(..at).unwrap_or_default();
    let last = before.trim_end().chars().next_back();
    if is_conflict_mark(before, text.get(at..).unwrap_or_default()) {
        return SyntaxFault::MergeConflict;
    }
    match found {
        '<' if last.is_none() => return SyntaxFault::Markup,
        '/' | '#' => return SyntaxFault::Comment,
        '}' | ']' if last == Some(',') => return SyntaxFault::TrailingComma,
        '}' | ']' => {
            let meant = match state.open.last() {
                Some((_, '[')) => ']',
                _ => '}',
            };
            if meant != found && !state.open.is_empty() {
                return SyntaxFault::WrongBracket { found, meant };
            }
        }
        _ if found.is_control() => return SyntaxFault::ControlCharacter(found),
        _ => {}
    }
    if state.open.is_empty() && last.is_some() {
        return SyntaxFault::AfterEnd;
    }
    if lacks_colon(text) {
        return SyntaxFault::MissingColon;
    }
    let after_value = matches!(last, Some('"' | '}' | ']')) || ends_in_word(before);
    let adjacent = before.len() == before.trim_end().len();
    if after_value && adjacent && last == Some('"') && !matches!(found, '"' | '{' | '[' | '}' | ']')
    {
        return SyntaxFault::UnescapedQuote;
    }
    if after_value && !adjacent && matches!(found, '"' | '{' | '[' | '0'..='9' | '-' | 'a'..='z') {
        return SyntaxFault::MissingComma;
    }
    if after_value && adjacent && matches!(found, '"' | '{' | '[') {
        return SyntaxFault::MissingComma;
    }
    if found.is_ascii_digit()
        || (matches!(found, '.' | '+' | '-' | 'e' | 'E') && ends_in_word(before))
    {
        return SyntaxFault::BadNumber;
    }
    if found.is_alphabetic() || found == '_' || found == '\'' {
        return SyntaxFault::Unquoted(word_at(text, at));
    }
    SyntaxFault::Unexpected(found)
}

/// Returns `true` if a line begins here that is a conflict marker of a merge.
fn is_conflict_mark(before: &str, rest: &str) -> bool {
    let marks = ["<<<<<<< ", "=======", ">>>>>>> "];
    let begins_line = before.is_empty() || before.ends_with('\n');
    begins_line && marks.iter().any(|mark| rest.starts_with(mark))
}

/// Returns the JSON character that Chinese input methods replace by `sign`.
fn ascii_twin(sign: char) -> Option<char> {
    Some(match sign {
        '“' | '”' | '\u{ff02}' | '「' | '」' | '‘' | '’' => '"',
        '\u{ff0c}' | '、' => ',',
        '\u{ff1a}' => ':',
        '\u{ff5b}' => '{',
        '\u{ff5d}' => '}',
        '\u{ff3b}' | '【' => '[',
        '\u{ff3d}' | '】' => ']',
        '\u{3000}' | '\u{a0}' | '\u{feff}' => ' ',
        _ => return None,
    })
}

fn lacks_colon(text: &str) -> bool {
    match parse_to_ast(text, &CollectOptions::default(), &STRICT) {
        Err(error) => matches!(error.kind(), ParseErrorKind::ExpectedColonAfterObjectKey),
        Ok(_) => false,
    }
}

fn ends_in_word(before: &str) -> bool {
    before
        .trim_end()
        .chars()
        .next_back()
        .is_some_and(|sign| sign.is_ascii_alphanumeric())
}

/// Returns the word at an offset, up to the next character that ends one in JSON; 20 characters
/// at most.
fn word_at(text: &str, at: usize) -> String {
    text.get(at..)
        .unwrap_or_default()
        .chars()
        .take_while(|sign| !sign.is_whitespace() && !matches!(sign, ',' | ':' | '}' | ']' | '"'))
        .take(20)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: SyntaxFault, blamed: &str) {
        let error = serde_json::from_str::<serde_json::Value>(text).expect_err("this is no JSON");
        let (fault, span) = explain(text, &error);
        assert_eq!(
            (fault, text.get(span)),
            (expected, Some(blamed)),
            "{text:?} {error}"
        );
    }

    #[test]
    fn what_people_do_wrong_is_told_apart() {
        check(
            "{\n  \"a\": [1\n",
            SyntaxFault::Unclosed {
                bracket: '[',
                line: 2,
            },
            "",
        );
        check(r#"{"a": "联盟"#, SyntaxFault::UnclosedString, "\"联盟");
        check(r#"{"a": 1,}"#, SyntaxFault::TrailingComma, "}");
        check("[1,\n]", SyntaxFault::TrailingComma, "]");
        check("{\"a\": 1\n \"b\": 2}", SyntaxFault::MissingComma, "\"");
        check("[{}{}]", SyntaxFault::MissingComma, "{");
        check(r#"{"a" 1}"#, SyntaxFault::MissingColon, "1");
        check(
            "{“a”: 1}",
            SyntaxFault::FullWidth {
                found: '“',
                meant: '"',
            },
            "“",
        );
        check(
            "{\"a\"\u{ff1a}1}",
            SyntaxFault::FullWidth {
                found: '\u{ff1a}',
                meant: ':',
            },
            "\u{ff1a}",
        );
        check(
            "{\"a\": 1\u{ff0c}\"b\": 2}",
            SyntaxFault::FullWidth {
                found: '\u{ff0c}',
                meant: ',',
            },
            "\u{ff0c}",
        );
        check(
            "{\u{3000}\"a\": 1}",
            SyntaxFault::FullWidth {
                found: '\u{3000}',
                meant: ' ',
            },
            "\u{3000}",
        );
        check(
            r#"{"a": "他说"你好"。"}"#,
            SyntaxFault::UnescapedQuote,
            "你",
        );
        check("{\"a\": \"一\n二\"}", SyntaxFault::LineBreakInString, "\n");
        check(
            "{\"a\": \"一\0\"}",
            SyntaxFault::ControlCharacter('\0'),
            "\0",
        );
        check("{\0\"a\": 1}", SyntaxFault::ControlCharacter('\0'), "\0");
        check(r#"{"a": "C:\桌面"}"#, SyntaxFault::BadEscape, "桌");
        check("{} // 说明", SyntaxFault::Comment, "/");
        check("{\"a\": 1, # 说明\n}", SyntaxFault::Comment, "#");
        check("{} {}", SyntaxFault::AfterEnd, "{");
        check("{}}", SyntaxFault::AfterEnd, "}");
        check(
            "[1}",
            SyntaxFault::WrongBracket {
                found: '}',
                meant: ']',
            },
            "}",
        );
        check(r#"{"a": 01}"#, SyntaxFault::BadNumber, "1");
        check(
            r#"{"a": True}"#,
            SyntaxFault::Unquoted("True".into()),
            "True",
        );
        check(
            r#"{"a": 联盟}"#,
            SyntaxFault::Unquoted("联盟".into()),
            "联盟",
        );
        check(r#"{'a': 1}"#, SyntaxFault::Unquoted("'a'".into()), "'a'");
        check(r#"{"a": *}"#, SyntaxFault::Unexpected('*'), "*");
        check("{\n<<<<<<< HEAD\n}", SyntaxFault::MergeConflict, "<");
        check("\n<html>", SyntaxFault::Markup, "<");
        check(
            "{\"a\": ",
            SyntaxFault::Unclosed {
                bracket: '{',
                line: 1,
            },
            "",
        );
    }

    #[test]
    fn nesting_is_counted_outside_of_strings() {
        assert_eq!(too_deep(&"[".repeat(100_000)), Some(64));
        assert_eq!(
            too_deep(&format!("{}{}", "[".repeat(64), "]".repeat(64))),
            None
        );
        assert_eq!(
            too_deep(&format!("\"{}\\\"{}\"", "[".repeat(100), "[".repeat(100))),
            None
        );
    }
}
