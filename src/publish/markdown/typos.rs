//! Marks that the parser left as text though they were meant as marks.

use std::ops::Range;

use super::problem::MarkdownProblemKind;
use super::resolve::shorten;
use super::writer::Writer;

impl Writer<'_> {
    /// Reports, once a block, `**` that the parser left as text.
    pub(super) fn check_stray_asterisks(&mut self, text: &str, span: &Range<usize>) {
        if self.stray_asterisks_reported || !text.contains('*') {
            return;
        }
        let (before, after) = self.source.split_at_checked(span.start).unwrap_or_default();
        let is_stray = after.starts_with("**") && !before.ends_with('\\');
        if is_stray {
            self.stray_asterisks_reported = true;
            let mark = span.start..span.start + "**".len();
            self.report(&mark, MarkdownProblemKind::StrayAsterisks);
        }
    }

    /// Reports `[^name]` that the parser left as text because nothing defines
    /// it. `text` is one piece of text, `span` its place.
    pub(super) fn check_undefined_footnote(&mut self, text: &str, span: &Range<usize>) {
        if !text.ends_with('[') {
            return;
        }
        let (before, after) = self.source.split_at_checked(span.end).unwrap_or_default();
        let Some(label) = after.strip_prefix('^') else {
            return;
        };
        let end = label.find(|c: char| c == ']' || c == '[' || c.is_whitespace());
        let (label, rest) = label.split_at(end.unwrap_or(label.len()));
        let is_escaped = before.ends_with("\\[");
        if is_escaped || label.is_empty() || !rest.starts_with(']') {
            return;
        }
        let whole = span.end - 1..span.end + label.len() + 2;
        let label = shorten(label);
        self.report(&whole, MarkdownProblemKind::UndefinedFootnote { label });
    }
}
