//! Marks that were intended as Markdown but parsed as text.

use std::mem::discriminant;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::dialect::GUARD;
use super::events::Events;
use super::fidelity::Coverage;
use super::problem::MarkdownProblem;
use super::resolve::ITEM_KINDS;
use super::script::run_length;
use crate::content::{BodyFault, StrayMark};

/// Finds such marks in the texts of the events. Each kind is reported once per block.
pub(super) fn marks(
    source: &str,
    events: &Events<'_>,
    coverage: &Coverage<'_>,
) -> Vec<MarkdownProblem> {
    let mut search = Search {
        source,
        coverage,
        findings: Vec::new(),
        told: Vec::new(),
    };
    let mut index = 0;
    while let Some((event, span)) = events.list.get(index) {
        match event {
            Event::Start(
                Tag::CodeBlock(_)
                | Tag::Link {
                    link_type: LinkType::Autolink | LinkType::Email,
                    ..
                },
            ) => index = events.end_of(index),
            Event::Start(
                Tag::Paragraph
                | Tag::Heading { .. }
                | Tag::Item
                | Tag::TableCell
                | Tag::BlockQuote(_),
            )
            | Event::End(TagEnd::Paragraph) => search.told.clear(),
            Event::Text(_) => search.read(span),
            _ => {}
        }
        index += 1;
    }
    search.findings
}

struct Search<'a> {
    source: &'a str,
    coverage: &'a Coverage<'a>,
    findings: Vec<MarkdownProblem>,
    /// Faults already reported for the block.
    told: Vec<BodyFault>,
}

impl Search<'_> {
    fn read(&mut self, span: &Range<usize>) {
        let text = self.source.get(span.clone()).unwrap_or_default();
        let mut skip = 0;
        for (offset, c) in text.char_indices() {
            let at = span.start + offset;
            if at < skip || self.is_escaped(at) {
                continue;
            }
            if matches!(c, '*' | '~' | '_' | '`') {
                skip = at + run_length(self.rest(at), c);
                self.read_run(c, at..skip);
            } else {
                self.read_sign(c, at);
            }
        }
    }

    fn read_run(&mut self, sign: char, mark: Range<usize>) {
        let is_blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let before = self.source.get(..mark.start).unwrap_or_default();
        let before = is_blank(before.chars().rev().find(|&c| c != GUARD));
        let after = is_blank(self.rest(mark.end).chars().find(|&c| c != GUARD));
        let fault = match (sign, mark.len()) {
            // A character with whitespace on both sides is literal.
            ('*', 1) if before && after => return,
            ('*', _) => BodyFault::StrayAsterisks { is_spaced: after },
            ('~', 2) => BodyFault::StrayMark(StrayMark::Tildes),
            ('_', 2) => BodyFault::StrayMark(StrayMark::Underscores),
            ('`', _) => BodyFault::StrayMark(StrayMark::Backticks),
            _ => return,
        };
        self.tell(mark, fault);
    }

    fn read_sign(&mut self, sign: char, at: usize) {
        let rest = self.rest(at);
        let end = at + sign.len_utf8();
        match sign {
            '[' if rest.starts_with("[^") => self.read_footnote(at),
            ']' | '】' | '］' if self.is_link_mark(sign, end) => {
                self.tell(at..end, BodyFault::StrayMark(StrayMark::Link));
            }
            '|' | '｜' if self.begins_line(at) => {
                self.tell(at..end, BodyFault::StrayMark(StrayMark::TableRow));
            }
            'a'..='z' if !self.follows_word(at) => {
                if let Some(length) = item_address(rest) {
                    let mark = at..at + length;
                    self.tell(mark, BodyFault::StrayMark(StrayMark::Address));
                }
            }
            _ => {}
        }
    }

    /// Reports `[^name]` without a definition.
    fn read_footnote(&mut self, at: usize) {
        let label = self.rest(at + 2);
        let end = label.find(|c: char| c == ']' || c == '[' || c.is_whitespace());
        let (label, rest) = label.split_at(end.unwrap_or(label.len()));
        if label.is_empty() || !rest.starts_with(']') {
            return;
        }
        let whole = at..at + label.len() + "[^]".len();
        let fault = BodyFault::UndefinedFootnote(label.to_owned());
        self.findings.push((whole, fault));
    }

    /// Returns `true` if the text after a closing bracket was intended as the address of a link.
    fn is_link_mark(&self, bracket: char, end: usize) -> bool {
        let rest = self.rest(end);
        let inside = rest.trim_start().strip_prefix(['(', '（']);
        let has_address = inside.is_some_and(|inside| {
            let inside = inside.trim_start();
            item_address(inside).is_some()
                || inside.starts_with(['/', '#', '<'])
                || inside.starts_with("http")
                || inside.starts_with("mailto:")
                || inside.starts_with("tel:")
        });
        let is_narrow = bracket == ']' && !rest.starts_with("[^");
        has_address || (is_narrow && rest.starts_with(['(', '[']))
    }

    fn begins_line(&self, at: usize) -> bool {
        let before = self.source.get(..at).unwrap_or_default();
        let line = before.trim_end_matches([' ', '\t', '>']);
        line.is_empty() || line.ends_with('\n')
    }

    fn follows_word(&self, at: usize) -> bool {
        let before = self.source.get(..at).unwrap_or_default();
        before.ends_with(|c: char| c.is_ascii_alphanumeric() || "-_/.".contains(c))
    }

    /// Returns `true` if a character is escaped by a backslash that is not itself text.
    fn is_escaped(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| {
            self.source.as_bytes().get(before) == Some(&b'\\') && !self.coverage.is_told(before)
        })
    }

    fn rest(&self, at: usize) -> &str {
        self.source.get(at..).unwrap_or_default()
    }

    fn tell(&mut self, mark: Range<usize>, fault: BodyFault) {
        let is_told = self.told.iter().any(|told| match (told, &fault) {
            (BodyFault::StrayMark(told), BodyFault::StrayMark(mark)) => told == mark,
            (told, fault) => discriminant(told) == discriminant(fault),
        });
        if !is_told {
            self.told.push(fault.clone());
            self.findings.push((mark, fault));
        }
    }
}

/// Returns the length of an address of the site at the beginning of a text, such as `page:about`.
fn item_address(text: &str) -> Option<usize> {
    let (kind, rest) = text.split_once(':')?;
    let id = rest
        .find(|c: char| !(c.is_ascii_alphanumeric() || "-_./".contains(c)))
        .unwrap_or(rest.len());
    (ITEM_KINDS.contains(&kind) && id > 0).then_some(kind.len() + 1 + id)
}
