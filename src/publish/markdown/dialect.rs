//! The dialect: rewrites the conventions of Chinese editors as the `CommonMark` that the parser
//! reads.
//!
//! The parser cannot be configured, so a source is rewritten before it is parsed: characters that
//! are not meant as marks are escaped, and marks that lack a space get one. Each change is an
//! [`Edit`], so that a position in the result can be mapped back to the source. No visible text
//! is removed: an edit adds marks, or replaces whitespace and full-width brackets.

mod blocks;
mod leaves;
mod line;
mod tables;

mod flanking;
mod inline;
mod links;

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Parser, Tag};

use super::events::EXTENSIONS;
use super::problem::MarkdownProblem;
use crate::content::BodyFault;

/// A noncharacter inserted where the parser requires a character that is not punctuation. The
/// writer drops it with all other characters that HTML forbids.
pub(super) const GUARD: char = '\u{FDD0}';

/// A source after rewriting, ready for the parser.
#[derive(Debug)]
pub(super) struct Normalized {
    pub(super) text: String,
    pieces: Vec<Piece>,
    /// Ambiguous marks, with their ranges in the source.
    pub(super) doubts: Vec<MarkdownProblem>,
}

/// A part of the rewritten text and the range of the source that it comes from.
#[derive(Debug)]
struct Piece {
    start: usize,
    source: Range<usize>,
    is_kept: bool,
}

/// A range of the source and its replacement.
#[derive(Debug)]
struct Edit {
    range: Range<usize>,
    order: Order,
    with: Cow<'static, str>,
}

/// Order of edits at the same position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Order {
    BlankLine,
    Block,
    AddressEnd,
    Mark,
    AddressStart,
    LineEnd,
}

/// Edits and ambiguities found so far.
#[derive(Debug, Default)]
struct Findings {
    edits: Vec<Edit>,
    doubts: Vec<MarkdownProblem>,
}

impl Findings {
    fn insert(&mut self, at: usize, order: Order, with: impl Into<Cow<'static, str>>) {
        self.replace(at..at, order, with);
    }

    fn replace(&mut self, range: Range<usize>, order: Order, with: impl Into<Cow<'static, str>>) {
        let with = with.into();
        self.edits.push(Edit { range, order, with });
    }

    /// Escapes the character at a position, so that the parser treats it as text.
    fn escape(&mut self, at: usize) {
        self.insert(at, Order::Mark, "\\");
    }

    /// Puts a bare address in angle brackets, which make it a link or allow whitespace in it.
    fn put_in_angles(&mut self, address: &Range<usize>) {
        self.insert(address.start, Order::AddressStart, "<");
        self.insert(address.end, Order::AddressEnd, ">");
    }

    fn doubt(&mut self, range: Range<usize>, fault: BodyFault) {
        self.doubts.push((range, fault));
    }
}

/// Rewrites a source for the parser.
pub(super) fn normalize(source: &str) -> Normalized {
    let mut findings = Findings::default();
    for line in blocks::read(source, &mut findings) {
        inline::read(source, line, &mut findings);
    }
    let mut normalized = apply(source, &mut findings.edits);
    let unused = unused_definitions(&normalized.text);
    if !unused.is_empty() {
        for span in unused {
            let span = normalized.original(span);
            findings.escape(span.start);
            // The line below may be a definition too, which cannot interrupt a paragraph.
            findings.insert(span.end, Order::LineEnd, "\n");
        }
        normalized = apply(source, &mut findings.edits);
    }
    normalized.doubts = findings.doubts;
    normalized
}

impl Normalized {
    /// Maps a range of the rewritten text to the source.
    pub(super) fn original(&self, range: Range<usize>) -> Range<usize> {
        let mapped = |piece: Option<&Piece>, offset: usize, edge: fn(&Range<usize>) -> usize| {
            piece.map_or(
                offset,
                |Piece {
                     start,
                     source,
                     is_kept,
                 }| {
                    if *is_kept {
                        source.end.min(source.start + offset - start)
                    } else {
                        edge(source)
                    }
                },
            )
        };
        let last = range.end.checked_sub(1);
        let last = last.and_then(|last| self.piece_at(last));
        let start = mapped(self.piece_at(range.start), range.start, |source| {
            source.start
        });
        let end = mapped(last, range.end, |source| source.end);
        start..end.max(start)
    }

    fn piece_at(&self, offset: usize) -> Option<&Piece> {
        let after = self.pieces.partition_point(|piece| piece.start <= offset);
        self.pieces.get(after.checked_sub(1)?)
    }

    fn push(&mut self, text: &str, source: Range<usize>, is_kept: bool) {
        if !text.is_empty() {
            let start = self.text.len();
            self.text.push_str(text);
            self.pieces.push(Piece {
                start,
                source,
                is_kept,
            });
        }
    }
}

fn apply(source: &str, edits: &mut [Edit]) -> Normalized {
    edits.sort_by_key(|edit| (edit.range.start, edit.order));
    let mut normalized = Normalized {
        text: String::with_capacity(source.len() + edits.len() * 2),
        pieces: Vec::with_capacity(edits.len() * 2 + 1),
        doubts: Vec::new(),
    };
    let mut done = 0;
    for edit in edits {
        let Some(before) = source.get(done..edit.range.start) else {
            continue;
        };
        normalized.push(before, done..edit.range.start, true);
        normalized.push(&edit.with, edit.range.clone(), false);
        done = edit.range.end;
    }
    let rest = source.get(done..).unwrap_or_default();
    normalized.push(rest, done..source.len(), true);
    normalized
}

/// Returns the ranges of definitions such as `[label]: address` that no link refers to.
fn unused_definitions(text: &str) -> Vec<Range<usize>> {
    if !text.contains("]:") {
        return Vec::new();
    }
    let mut events = Parser::new_ext(text, EXTENSIONS);
    let mut labels = Vec::new();
    for event in events.by_ref() {
        if let Event::Start(Tag::Link { link_type, id, .. } | Tag::Image { link_type, id, .. }) =
            event
            && let LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut = link_type
        {
            labels.push(id);
        }
    }
    let definitions = events.reference_definitions();
    let used: BTreeSet<usize> = labels
        .iter()
        .filter_map(|label| definitions.get(label))
        .map(|definition| definition.span.start)
        .collect();
    definitions
        .iter()
        .map(|(_, definition)| definition.span.clone())
        .filter(|span| !used.contains(&span.start))
        .collect()
}
