//! The beginnings of lines: indentation, quotations, lists.

use std::ops::Range;

use super::line::{GreaterThan, Line, Marker, greater_than, indent, is_rule, lines};
use super::{Findings, Order};
use crate::content::{BodyFault, UnsureMark};

/// Reads the blocks of a source; gives the parts of its lines that hold text.
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
        unclosed: [usize::MAX; 2],
        unclosed_in_quote: [usize::MAX; 2],
    };
    for index in 0..blocks.lines.len() {
        blocks.read_line(index);
    }
    blocks.texts
}

/// The state between two lines.
pub(super) struct Blocks<'a, 'f> {
    pub(super) lines: Vec<Line<'a>>,
    pub(super) findings: &'f mut Findings,
    texts: Vec<Range<usize>>,
    /// The list items and footnotes that are open, outermost first.
    pub(super) containers: Vec<Container>,
    /// How many quotations are open.
    pub(super) quotes: usize,
    /// Whether the line before is text that this one may continue.
    pub(super) in_paragraph: bool,
    /// The first line behind the open code block.
    pub(super) code_end: usize,
    /// The first line behind the open table.
    pub(super) table_end: usize,
    /// The last place where `>` was found to be a part of the text.
    pub(super) last_sign: Option<usize>,
    /// The least length of a run of backticks, and of tildes, that nothing closes. Searching
    /// again for each would take time in the square of them.
    pub(super) unclosed: [usize; 2],
    /// The same inside of the open quotation.
    pub(super) unclosed_in_quote: [usize; 2],
}

/// The most marks of lists that are read at the beginning of a line.
const DEEPEST: usize = 48;

/// An open list item or footnote.
#[derive(Clone, Copy, Debug)]
pub(super) struct Container {
    /// The column of its mark as it is written.
    pub(super) column: usize,
    /// The column of its text as the parser gets it.
    pub(super) text: usize,
}

/// A line that begins with the mark of a list item.
struct Item<'a> {
    line: Line<'a>,
    marker: Marker<'a>,
    /// The column of the mark as it is written, and as the parser gets it.
    column: usize,
    base: usize,
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
            // The parser takes a full-width blank for text.
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

    /// Reads the marks of quotations; gives what follows, or nothing for a blank line.
    fn read_quotes(&mut self, index: usize, line: Line<'a>) -> Option<Line<'a>> {
        let mut rest = line;
        let mut quotes = 0;
        while let Some(inside) = self.enter_quote(rest, quotes) {
            rest = inside;
            quotes += 1;
        }
        if quotes != self.quotes {
            // Text below a quotation is a paragraph of its own, not its last line.
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
        self.unclosed_in_quote = [usize::MAX; 2];
        self.quotes = quotes;
    }

    /// What follows the mark of a quotation.
    fn enter_quote(&mut self, line: Line<'a>, depth: usize) -> Option<Line<'a>> {
        let blanks = indent(line.text);
        // A quotation inside of a list item is left to the parser.
        if blanks.columns > 0 && !self.containers.is_empty() {
            return None;
        }
        let text = line.text.get(blanks.bytes..)?;
        let at = line.start + blanks.bytes;
        let inside = text.strip_prefix('>')?;
        let begins = self.quotes <= depth && !(depth > 0 && blanks.bytes == 0);
        if begins && self.is_sign(at, text) {
            return None;
        }
        if !blanks.is_plain || blanks.columns > 3 {
            self.findings.replace(line.start..at, Order::Block, "");
        }
        let start = at + 1;
        match inside.strip_prefix(' ') {
            Some(text) => Some(Line {
                start: start + 1,
                text,
            }),
            None => Some(Line {
                start,
                text: inside,
            }),
        }
    }

    /// Whether a text begins with `>` that is a part of it; escapes it then.
    pub(super) fn is_sign(&mut self, at: usize, text: &str) -> bool {
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
        for sign in 0..text.len() - text.trim_start_matches('>').len() {
            self.findings.escape(at + sign);
        }
        true
    }

    /// Reads what stands inside of quotations: blanks, marks of lists, and the rest.
    fn read_indented(&mut self, index: usize, line: Line<'a>) {
        let blanks = indent(line.text);
        let text = line.text.get(blanks.bytes..).unwrap_or_default();
        let at = line.start + blanks.bytes;
        let is_row = index < self.table_end;
        // A mark without text below a text would underline it.
        let underlines = self.in_paragraph && self.containers.is_empty();
        let marker = Marker::parse(text).filter(|marker| {
            let is_empty = marker.after.trim().is_empty();
            let is_other = is_row || is_rule(text) || marker.is_text() || underlines && is_empty;
            !is_other
                && (marker.has_blank()
                    || (marker.may_lack_blank() && self.has_sibling(index, marker)))
        });
        // A paragraph that begins with full-width blanks belongs to no list.
        let columns = if blanks.has_wide && marker.is_none() {
            0
        } else {
            blanks.columns
        };
        let mut left_item = false;
        if !self.in_paragraph || marker.is_some() {
            while self
                .containers
                .pop_if(|container| columns < container.column + 2)
                .is_some()
            {
                left_item = true;
            }
        }
        let base = self.containers.last().map_or(0, |container| container.text);
        let is_misplaced = match marker {
            Some(_) => columns != base,
            None => columns < base || columns >= base + 4,
        };
        let continues = self.in_paragraph && marker.is_none();
        if !blanks.is_plain || (is_misplaced && !continues) {
            let columns = if continues { 0 } else { base };
            self.findings
                .replace(line.start..at, Order::Block, " ".repeat(columns));
        }
        let rest = Line { start: at, text };
        if is_row {
            return self.push_text(rest);
        }
        match marker {
            Some(marker) => {
                let item = Item {
                    line: rest,
                    marker,
                    column: columns,
                    base,
                };
                self.read_item(index, item, left_item);
            }
            None => self.read_leaf(index, rest, base),
        }
    }

    /// Reads a line that begins with the mark of a list item.
    fn read_item(&mut self, index: usize, item: Item<'a>, left_item: bool) {
        let Item {
            mut line,
            mut marker,
            mut column,
            mut base,
        } = item;
        // A list that does not begin with 1 cannot follow a line of text.
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

    /// The text behind the mark of an item, which one blank parts from it.
    fn enter_item(&mut self, line: Line<'a>, marker: &Marker<'a>) -> Line<'a> {
        let after_sign = line.start + marker.length;
        let blanks = indent(marker.after);
        let text = marker.after.get(blanks.bytes..).unwrap_or_default();
        let start = after_sign + blanks.bytes;
        if !text.is_empty() && (!blanks.is_plain || blanks.columns != 1) {
            self.findings.replace(after_sign..start, Order::Block, " ");
        }
        Line { start, text }
    }

    /// Whether the nearest line above or below has a mark of the same kind.
    fn has_sibling(&self, index: usize, marker: &Marker<'_>) -> bool {
        let is_alike = |line: &Line<'_>| {
            let text = line
                .text
                .trim_start_matches(|c: char| c == '>' || c.is_whitespace());
            Marker::parse(text).is_some_and(|other| {
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

    /// Keeps a part of a line for the marks inside of it.
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
