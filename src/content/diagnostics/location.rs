//! Lines and columns of a text.

use std::ops::Range;

/// Location in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// Line, counted from 1.
    pub line: usize,
    /// Column, counted from 1 in characters (Unicode scalar values).
    pub column: usize,
    /// Byte range in the file; empty only at the end of the file or of a line.
    pub byte_span: Range<usize>,
}

impl Location {
    /// Returns the location of a byte range of `text`. A range outside of the text or inside a
    /// character is adjusted.
    pub fn of(text: &str, span: Range<usize>) -> Location {
        let start = text.floor_char_boundary(span.start.min(text.len()));
        let end = text.ceil_char_boundary(span.end.min(text.len())).max(start);
        let end = if start == end {
            next_boundary(text, start)
        } else {
            end
        };
        let before = text.get(..start).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line_before = before.get(line_start..).unwrap_or_default();
        Location {
            line: before.bytes().filter(|&byte| byte == b'\n').count() + 1,
            column: line_before.trim_start_matches('\u{feff}').chars().count() + 1,
            byte_span: start..end,
        }
    }
}

/// Returns the byte offset of a line (from 1) and a column (from 1, in bytes), as serde_json
/// reports them.
pub(crate) fn offset_of(text: &str, line: usize, byte_column: usize) -> usize {
    let mut start = 0;
    for _ in 1..line {
        match text.get(start..).and_then(|rest| rest.find('\n')) {
            Some(newline) => start += newline + 1,
            None => break,
        }
    }
    text.floor_char_boundary((start + byte_column.saturating_sub(1)).min(text.len()))
}

fn next_boundary(text: &str, start: usize) -> usize {
    let first = text.get(start..).and_then(|rest| rest.chars().next());
    // A line break cannot be underlined.
    match first {
        Some('\n' | '\r') | None => start,
        Some(character) => start + character.len_utf8(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_characters() {
        let text = "{\n  \"标题\": \"😀😀x\"\n}";
        let x = text.find('x').unwrap_or_default();
        let table = [
            (0..1, 1, 1, 0..1),
            (x..x + 1, 2, 12, x..x + 1),
            (x - 1..x - 1, 2, 11, x - 4..x),
            (text.len()..text.len() + 9, 3, 2, text.len()..text.len()),
            (usize::MAX..usize::MAX, 3, 2, text.len()..text.len()),
        ];
        for (span, line, column, byte_span) in table {
            assert_eq!(
                Location::of(text, span),
                Location {
                    line,
                    column,
                    byte_span
                }
            );
        }
    }

    #[test]
    fn a_byte_order_mark_takes_no_column() {
        assert_eq!(Location::of("\u{feff}{", 3..4).column, 1);
    }

    #[test]
    fn offsets_are_found_by_line_and_column() {
        let text = "a\n联b\n";
        let table = [
            (1, 1, 0),
            (2, 1, 2),
            (2, 3, 2),
            (2, 4, 5),
            (9, 9, 7),
            (1, 99, 7),
        ];
        for (line, column, offset) in table {
            assert_eq!(offset_of(text, line, column), offset, "{line}:{column}");
        }
    }
}
