//! Lines after all container markers: headings, code, footnotes, text.

use super::Order;
use super::blocks::{Blocks, Container};
use super::line::{Line, Marker, is_enumerated, is_rule};
use crate::content::{BodyFault, StrayMark};

impl Blocks<'_, '_> {
    /// Reads a line after all container markers.
    pub(super) fn read_leaf(&mut self, index: usize, line: Line<'_>, base: usize) {
        let text = line.text.trim_end();
        if self.read_fence(index, line) || self.read_heading(line) || self.read_table(index, line) {
            return;
        }
        if is_rule(text) {
            if self.in_paragraph && text.starts_with('-') {
                self.blank_line_before(index, self.quotes);
            }
            self.in_paragraph = false;
            return;
        }
        if self.in_paragraph && is_underline(text) {
            self.findings.escape(line.start);
            let mark = BodyFault::StrayMark(StrayMark::Underline);
            self.findings
                .doubt(line.start..line.start + text.len(), mark);
            return;
        }
        if let Some(length) = footnote_mark(line.text) {
            if self.in_paragraph {
                self.blank_line_before(index, self.quotes);
            }
            let end = line.start + length;
            if let Some(colon) = line
                .text
                .get(..length)
                .and_then(|mark| mark.strip_suffix('：'))
            {
                let colon = line.start + colon.len();
                self.findings.replace(colon..end, Order::Block, ": ");
            }
            self.containers.push(Container {
                column: base,
                text: base + 4,
            });
            let text = line.text.get(length..).unwrap_or_default();
            return self.push_text(Line { start: end, text });
        }
        self.is_sign(line.start, line.text);
        if let Some(marker) = Marker::parse(line.text) {
            self.read_near_marker(line, &marker);
        }
        if self.in_paragraph && is_enumerated(line.text) {
            self.break_line_before(index);
        }
        self.push_text(line);
    }

    /// Handles text that looks like a list marker but is not one.
    fn read_near_marker(&mut self, line: Line<'_>, marker: &Marker<'_>) {
        if marker.number.is_some() && marker.has_blank() {
            self.findings.escape(line.start + marker.length - 1);
        }
        if marker.sign == '-' && marker.may_lack_blank() {
            let mark = BodyFault::StrayMark(StrayMark::Bullet);
            self.findings.doubt(line.start..line.start + 1, mark);
        }
    }

    /// Reads the beginning of a code block. A block without an end is text.
    fn read_fence(&mut self, index: usize, line: Line<'_>) -> bool {
        let Some(sign @ ('`' | '~')) = line.text.chars().next() else {
            return false;
        };
        let info = line.text.trim_start_matches(sign);
        let length = line.text.len() - info.len();
        if length < 3 || info.contains(sign) {
            return false;
        }
        let is_end = |line: &Line<'_>| {
            let text = line
                .text
                .trim_start_matches(|c: char| c == '>' || c.is_whitespace());
            let text = text.trim_end();
            text.len() >= length && text.chars().all(|c| c == sign)
        };
        let quoted = self.quotes > 0;
        if length < *self.unclosed_of(sign) {
            let below = self.lines.get(index + 1..).unwrap_or_default();
            let mut inside = below
                .iter()
                .take_while(|line| !quoted || line.text.trim_start().starts_with('>'));
            if let Some(count) = inside.position(is_end) {
                self.code_end = index + count + 2;
                self.in_paragraph = false;
                return true;
            }
            *self.unclosed_of(sign) = length;
        }
        let mark = line.start..line.start + length;
        for at in mark.clone() {
            self.findings.escape(at);
        }
        self.findings.doubt(mark, BodyFault::OpenFence);
        self.push_text(Line {
            start: line.start + length,
            text: info,
        });
        true
    }

    fn unclosed_of(&mut self, sign: char) -> &mut usize {
        let [backticks, tildes] = if self.quotes > 0 {
            &mut self.unclosed_in_quote
        } else {
            &mut self.unclosed
        };
        if sign == '`' { backticks } else { tildes }
    }

    /// Reads a heading, and adds a missing space after its marker.
    fn read_heading(&mut self, line: Line<'_>) -> bool {
        let after = line.text.trim_start_matches('#');
        let level = line.text.len() - after.len();
        let wide = line.text.chars().take_while(|&c| c == '＃').count();
        let stray = BodyFault::StrayMark(StrayMark::Heading);
        let end = line.start + level;
        match (level, after.chars().next()) {
            (0, _) => {
                if wide > 1 {
                    let mark = line.start..line.start + wide * '＃'.len_utf8();
                    self.findings.doubt(mark, stray);
                }
                return false;
            }
            (1..=6, None | Some(' ' | '\t')) => {}
            (1..=6, Some(blank)) if blank.is_whitespace() => {
                let blank = end..end + blank.len_utf8();
                self.findings.replace(blank, Order::Block, " ");
            }
            (2..=6, Some(_)) => self.findings.insert(end, Order::Block, " "),
            (1, Some(c)) if !c.is_alphabetic() || after.contains('#') => return false,
            _ => {
                self.findings.doubt(line.start..end, stray);
                return false;
            }
        }
        let text = after.trim_end();
        let closing = text.len() - text.trim_end_matches('#').len();
        // `1 #` ends a heading with a literal character, not with a closing sequence.
        if closing > 0 && closing != level && closing < text.trim_start().len() {
            self.findings.escape(end + text.len() - closing);
        }
        self.push_text(Line {
            start: end,
            text: after,
        });
        self.in_paragraph = false;
        true
    }

    fn break_line_before(&mut self, index: usize) {
        let line = index.checked_sub(1).and_then(|above| self.lines.get(above));
        if let Some(line) = line.filter(|line| !line.text.ends_with('\\')) {
            self.findings.insert(line.end(), Order::LineEnd, "  ");
        }
    }
}

/// Returns `true` if a line would turn the text above it into a heading.
fn is_underline(text: &str) -> bool {
    !text.is_empty()
        && (text.chars().all(|c| c == '=') || (text.len() < 3 && text.chars().all(|c| c == '-')))
}

/// Returns the length of `[^name]:` at the beginning of a line. The colon may be full-width.
fn footnote_mark(text: &str) -> Option<usize> {
    let label = text.strip_prefix("[^")?;
    let end = label.find([']', '['])?;
    let after = label.get(end..)?.strip_prefix(']')?;
    let colon = after.chars().next().filter(|c| matches!(c, ':' | '：'))?;
    let is_label = end > 0 && !label.get(..end)?.contains(char::is_whitespace);
    is_label.then_some("[^".len() + end + "]".len() + colon.len_utf8())
}
