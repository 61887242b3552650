//! Beginnings of lines: indentation, block quotes, lists.

use std::collections::BTreeMap;
use std::ops::Range;

use super::super::script::{run_length, unquoted};
use super::line::{GreaterThan, Line, Marker, greater_than, indent, is_rule, lines};
use super::{Findings, Order};
use crate::content::{BodyFault, UnsureMark};

/// Reads the blocks of a source and returns the ranges of its lines that contain text.
pub(super) fn read(source: &str, findings: &mut Findings) -> Vec<Range<usize>> {
    let mut blocks = Blocks {
        lines: lines(source),
        findings,
        texts: Vec::new(),
        containers: Vec::new(),
        quotes: 0,
        in_paragraph: false,
        code_end: 0,
        table_end: 0,
        last_sign: None,
        unclosed: BTreeMap::new(),
    };
    for index in 0..blocks.lines.len() {
        blocks.read_line(index);
    }
    blocks.texts
}

/// State between two lines.
pub(super) struct Blocks<'a, 'f> {
    pub(super) lines: Vec<Line<'a>>,
    pub(super) findings: &'f mut Findings,
    texts: Vec<Range<usize>>,
    /// Open list items and footnotes, outermost first.
    pub(super) containers: Vec<Container>,
    /// Number of open block quotes.
    pub(super) quotes: usize,
    /// `true` if the previous line is text that this line may continue.
    pub(super) in_paragraph: bool,
    /// Index of the first line after the open code block.
    pub(super) code_end: usize,
    /// Index of the first line after the open table.
    pub(super) table_end: usize,
    /// Last position where `>` was found to be part of the text.
    pub(super) last_sign: Option<usize>,
    /// Minimum length of an unclosed run of backticks or tildes, by the character and whether it
    /// is inside the open block quote. A new search for each run would take quadratic time.
    pub(super) unclosed: BTreeMap<(char, bool), usize>,
}

/// Maximum number of list markers that are read at the beginning of a line.
const DEEPEST: usize = 48;

/// An open list item or footnote.
#[derive(Clone, Copy, Debug)]
pub(super) struct Container {
    /// Column of its marker in the source.
    pub(super) column: usize,
    /// Column of its text in the rewritten text.
    pub(super) text: usize,
}

impl<'a> Blocks<'a, '_> {
    fn read_line(&mut self, index: usize) {
        let Some(&line) = self.lines.get(index) else {
            return;
        };
        if index < self.code_end {
            return;
        }
        if line.is_blank() {
            self.in_paragraph = false;
            if self.quotes > 0 {
                self.leave_quotes(0);
            }
            // The parser treats a full-width space as text.
            if line.text.contains(|c| !matches!(c, ' ' | '\t')) {
                self.findings
                    .replace(line.start..line.end(), Order::Block, "");
            }
            return;
        }
        let Some(rest) = self.read_quotes(index, line) else {
            self.in_paragraph = false;
            return;
        };
        self.read_indented(index, rest);
    }

    /// Reads the markers of block quotes; returns the rest of the line, or `None` if it is blank.
    fn read_quotes(&mut self, index: usize, line: Line<'a>) -> Option<Line<'a>> {
        let mut rest = line;
        let mut quotes = 0;
        while let Some(inside) = self.enter_quote(rest, quotes) {
            rest = inside;
            quotes += 1;
        }
        if quotes != self.quotes {
            // Text below a block quote is a separate paragraph, not the last line of the quote.
            if quotes < self.quotes && self.in_paragraph && !rest.is_blank() {
                self.blank_line_before(index, quotes);
            }
            self.leave_quotes(quotes);
        }
        (!rest.is_blank()).then_some(rest)
    }

    fn leave_quotes(&mut self, quotes: usize) {
        self.containers.clear();
        self.in_paragraph = false;
        self.unclosed.retain(|(_, in_quote), _| !*in_quote);
        self.quotes = quotes;
    }

    /// Returns the rest of a line after the marker of a block quote, or `None` if there is no
    /// marker.
    fn enter_quote(&mut self, line: Line<'a>, depth: usize) -> Option<Line<'a>> {
        let blanks = indent(line.text);
        // A block quote inside a list item is left to the parser.
        if blanks.columns > 0 && !self.containers.is_empty() {
            return None;
        }
        let mark = line.after(blanks.bytes);
        let inside = mark.text.strip_prefix('>')?;
        let begins = self.quotes <= depth && !(depth > 0 && blanks.bytes == 0);
        if begins && self.is_sign(mark) {
            return None;
        }
        if !blanks.is_plain || blanks.columns > 3 {
            let blanks = line.start..mark.start;
            self.findings.replace(blanks, Order::Block, "");
        }
        let text = inside.strip_prefix(' ').unwrap_or(inside);
        Some(line.after(line.text.len() - text.len()))
    }

    /// Returns `true` if a text begins with a `>` that is part of it, and escapes that `>`.
    pub(super) fn is_sign(&mut self, Line { start: at, text }: Line<'_>) -> bool {
        if !text.starts_with('>') {
            return false;
        }
        if self.last_sign == Some(at) {
            return true;
        }
        match greater_than(text) {
            GreaterThan::Quotation => return false,
            GreaterThan::Sign => {}
            GreaterThan::Unsure => self
                .findings
                .doubt(at..at + 1, BodyFault::UnsureMark(UnsureMark::GreaterThan)),
        }
        self.last_sign = Some(at);
        for sign in 0..run_length(text, '>') {
            self.findings.escape(at + sign);
        }
        true
    }

    /// Reads a line inside block quotes: whitespace, list markers, and the rest.
    fn read_indented(&mut self, index: usize, line: Line<'a>) {
        let blanks = indent(line.text);
        let rest = line.after(blanks.bytes);
        let text = rest.text;
        let is_row = index < self.table_end;
        // A marker without text below a line of text would be read as a heading underline.
        let underlines = self.in_paragraph && self.containers.is_empty();
        let marker = Marker::parse(text).filter(|marker| {
            let is_empty = marker.after.trim().is_empty();
            let is_other = is_row || is_rule(text) || marker.is_text() || underlines && is_empty;
            !is_other
                && (marker.has_blank()
                    || (marker.may_lack_blank() && self.has_sibling(index, marker)))
        });
        // A paragraph that begins with full-width spaces belongs to no list.
        let columns = if blanks.has_wide && marker.is_none() {
            0
        } else {
            blanks.columns
        };
        let open_items = self.containers.len();
        if !self.in_paragraph || marker.is_some() {
            let is_left = |container: &mut Container| columns < container.column + 2;
            while self.containers.pop_if(is_left).is_some() {}
        }
        let base = self.containers.last().map_or(0, |container| container.text);
        let is_misplaced = match marker {
            Some(_) => columns != base,
            None => columns < base || columns >= base + 4,
        };
        let continues = self.in_paragraph && marker.is_none();
        if !blanks.is_plain || (is_misplaced && !continues) {
            let columns = if continues { 0 } else { base };
            let blanks = line.start..rest.start;
            let columns = " ".repeat(columns);
            self.findings.replace(blanks, Order::Block, columns);
        }
        if is_row {
            return self.push_text(rest);
        }
        match marker {
            Some(marker) => {
                let left_item = self.containers.len() < open_items;
                self.read_item(index, rest, marker, columns, base, left_item);
            }
            None => self.read_leaf(index, rest, base),
        }
    }

    /// Reads a line that begins with a list marker, which is at `column` in the source and at
    /// `base` in the rewritten text.
    fn read_item(
        &mut self,
        index: usize,
        mut line: Line<'a>,
        mut marker: Marker<'a>,
        mut column: usize,
        mut base: usize,
        left_item: bool,
    ) {
        // A list that does not begin with 1 cannot interrupt a paragraph.
        let interrupts = self.in_paragraph && !left_item && marker.number.is_some_and(|n| n != "1");
        if interrupts {
            if !self.has_sibling(index, &marker) {
                return self.read_leaf(index, line, base);
            }
            self.blank_line_before(index, self.quotes);
        }
        self.in_paragraph = false;
        for _ in 0..DEEPEST {
            self.containers.push(Container {
                column,
                text: base + marker.length + 1,
            });
            line = self.enter_item(line, &marker);
            base += marker.length + 1;
            column += marker.length + 1;
            match Marker::parse(line.text) {
                Some(nested) if nested.has_blank() && !nested.is_text() && !is_rule(line.text) => {
                    marker = nested;
                }
                _ => break,
            }
        }
        if !line.text.is_empty() {
            self.read_leaf(index, line, base);
        }
    }

    /// Returns the text after a list marker, and separates the two by exactly one space.
    fn enter_item(&mut self, line: Line<'a>, marker: &Marker<'a>) -> Line<'a> {
        let blanks = indent(marker.after);
        let rest = line.after(marker.length + blanks.bytes);
        if !rest.text.is_empty() && (!blanks.is_plain || blanks.columns != 1) {
            let blanks = line.start + marker.length..rest.start;
            self.findings.replace(blanks, Order::Block, " ");
        }
        rest
    }

    /// Returns `true` if the nearest line above or below has a marker of the same kind.
    fn has_sibling(&self, index: usize, marker: &Marker<'_>) -> bool {
        let is_alike = |line: &Line<'_>| {
            Marker::parse(unquoted(line.text)).is_some_and(|other| {
                other.sign == marker.sign
                    && other.number.is_some() == marker.number.is_some()
                    && !other.is_text()
                    && (other.has_blank() || other.may_lack_blank())
            })
        };
        let before = self.lines.get(..index).unwrap_or_default();
        let after = self.lines.get(index + 1..).unwrap_or_default();
        let above = before.iter().rev().find(|line| !line.is_blank());
        let below = after.iter().find(|line| !line.is_blank());
        above.is_some_and(is_alike) || below.is_some_and(is_alike)
    }

    /// Records a part of a line, in which inline marks are read later.
    pub(super) fn push_text(&mut self, line: Line<'_>) {
        self.texts.push(line.start..line.end());
        self.in_paragraph = true;
    }

    pub(super) fn blank_line_before(&mut self, index: usize, quotes: usize) {
        if let Some(line) = self.lines.get(index) {
            let blank = ">".repeat(quotes) + "\n";
            self.findings.insert(line.start, Order::BlankLine, blank);
        }
        self.in_paragraph = false;
    }
}
