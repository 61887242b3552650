//! Tables: rows that are written as separate paragraphs, and text directly above or below.

use super::super::script::unquoted;
use super::Order;
use super::blocks::Blocks;
use super::line::Line;

impl Blocks<'_, '_> {
    /// Reads the head of a table; returns `false` if there is none.
    pub(super) fn read_table(&mut self, index: usize, head: Line<'_>) -> bool {
        if !head.text.contains('|') {
            return false;
        }
        let Some(rule) = self.next_text(index) else {
            return false;
        };
        if !self.is_table_rule(rule) || self.is_table_rule(index) {
            return false;
        }
        if self.in_paragraph {
            self.blank_line_before(index, self.quotes);
        }
        self.join(index, rule);
        let is_framed = head.text.starts_with('|');
        let mut last = rule;
        while let Some(row) = self.next_text(last) {
            let text = self.unquoted(row);
            let is_next = row == last + 1;
            if is_next && !text.contains('|') {
                // Text directly below a table is not a row of it.
                self.blank_line_before(row, self.quotes);
                break;
            }
            let below = self.next_text(row);
            let begins_table = below.is_some_and(|below| self.is_table_rule(below));
            if !is_next && (!is_framed || !text.starts_with('|') || begins_table) {
                break;
            }
            self.join(last, row);
            last = row;
        }
        self.table_end = last + 1;
        self.push_text(head);
        self.in_paragraph = false;
        true
    }

    /// Removes the blank lines between two lines.
    fn join(&mut self, above: usize, below: usize) {
        if let (Some(first), Some(below)) = (self.lines.get(above + 1), self.lines.get(below))
            && first.start < below.start
        {
            let blanks = first.start..below.start;
            self.findings.replace(blanks, Order::BlankLine, "");
        }
    }

    /// Returns the next line that is not blank; inside a block quote, the next line.
    fn next_text(&self, index: usize) -> Option<usize> {
        let below = self.lines.get(index + 1..)?;
        let next = index + 1 + below.iter().position(|line| !line.is_blank())?;
        (self.quotes == 0 || next == index + 1).then_some(next)
    }

    /// Returns `true` if a line is the delimiter row below a head, such as `|---|:-:|`.
    fn is_table_rule(&self, index: usize) -> bool {
        let text = self.unquoted(index);
        let is_of_rule = |c: char| "|-:".contains(c) || c.is_whitespace();
        text.contains('|') && text.contains('-') && text.chars().all(is_of_rule)
    }

    fn unquoted(&self, index: usize) -> &str {
        let text = self.lines.get(index).map_or("", |line| line.text);
        if self.quotes > 0 {
            unquoted(text)
        } else {
            text.trim_start()
        }
    }
}
