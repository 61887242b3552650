//! Lines after all container markers: headings, code, footnotes, text.

use super::super::script::{run_length, unquoted};
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
            let rest = line.after(length);
            let mark = line.text.get(..length).unwrap_or_default();
            if let Some(label) = mark.strip_suffix('：') {
                let colon = line.start + label.len()..rest.start;
                self.findings.replace(colon, Order::Block, ": ");
            }
            self.containers.push(Container {
                column: base,
                text: base + 4,
            });
            return self.push_text(rest);
        }
        self.is_sign(line);
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
        let length = run_length(line.text, sign);
        if length < 3 || line.after(length).text.contains(sign) {
            return false;
        }
        let is_end = |line: &Line<'_>| {
            let text = unquoted(line.text).trim_end();
            text.len() >= length && text.chars().all(|c| c == sign)
        };
        let quoted = self.quotes > 0;
        let unclosed = self.unclosed.entry((sign, quoted));
        let unclosed = unclosed.or_insert(usize::MAX);
        if length < *unclosed {
            let below = self.lines.get(index + 1..).unwrap_or_default();
            let mut inside = below
                .iter()
                .take_while(|line| !quoted || line.text.trim_start().starts_with('>'));
            if let Some(count) = inside.position(is_end) {
                self.code_end = index + count + 2;
                self.in_paragraph = false;
                return true;
            }
            *unclosed = length;
        }
        let mark = line.start..line.start + length;
        for at in mark.clone() {
            self.findings.escape(at);
        }
        self.findings.doubt(mark, BodyFault::OpenFence);
        self.push_text(line.after(length));
        true
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
        self.push_text(line.after(level));
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
