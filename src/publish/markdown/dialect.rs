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
use crate::content::BodyFault;

/// A noncharacter inserted where the parser requires a character that is not punctuation. The
/// writer drops it with all other characters that HTML forbids.
pub(super) const GUARD: char = '\u{FDD0}';

/// A source after rewriting, ready for the parser.
#[derive(Debug)]
pub(super) struct Normalized<'a> {
    pub(super) text: Cow<'a, str>,
    pieces: Vec<Piece>,
    /// Ambiguous marks, with their ranges in the source.
    pub(super) doubts: Vec<(Range<usize>, BodyFault)>,
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
    doubts: Vec<(Range<usize>, BodyFault)>,
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

    fn doubt(&mut self, range: Range<usize>, fault: BodyFault) {
        self.doubts.push((range, fault));
    }
}

/// Rewrites a source for the parser.
pub(super) fn normalize(source: &str) -> Normalized<'_> {
    let mut findings = Findings::default();
    for line in blocks::read(source, &mut findings) {
        inline::read(source, line, &mut findings);
    }
    let mut normalized = apply(source, &mut findings);
    let unused = unused_definitions(&normalized.text);
    if !unused.is_empty() {
        for span in unused {
            let span = normalized.original(span);
            findings.escape(span.start);
            // The line below may be a definition too, which cannot interrupt a paragraph.
            findings.insert(span.end, Order::LineEnd, "\n");
        }
        normalized = apply(source, &mut findings);
    }
    normalized.doubts = findings.doubts;
    normalized
}

impl Normalized<'_> {
    /// Maps a range of the rewritten text to the source.
    pub(super) fn original(&self, range: Range<usize>) -> Range<usize> {
        let start = match self.piece_at(range.start) {
            Some(piece) if piece.is_kept => piece
                .source
                .end
                .min(piece.source.start + range.start - piece.start),
            Some(piece) => piece.source.start,
            None => range.start,
        };
        let end = match range
            .end
            .checked_sub(1)
            .and_then(|last| self.piece_at(last))
        {
            Some(piece) if piece.is_kept => piece
                .source
                .end
                .min(piece.source.start + range.end - piece.start),
            Some(piece) => piece.source.end,
            None => range.end,
        };
        start..end.max(start)
    }

    fn piece_at(&self, offset: usize) -> Option<&Piece> {
        let after = self.pieces.partition_point(|piece| piece.start <= offset);
        self.pieces.get(after.checked_sub(1)?)
    }
}

fn apply<'a>(source: &'a str, findings: &mut Findings) -> Normalized<'a> {
    if findings.edits.is_empty() {
        return Normalized {
            text: Cow::Borrowed(source),
            pieces: Vec::new(),
            doubts: Vec::new(),
        };
    }
    let edits = &mut findings.edits;
    edits.sort_by_key(|edit| (edit.range.start, edit.order));
    let mut text = String::with_capacity(source.len() + edits.len() * 2);
    let mut pieces = Vec::with_capacity(edits.len() * 2 + 1);
    let mut done = 0;
    let mut push = |range: Range<usize>, with: &str, is_kept| {
        if !with.is_empty() {
            let start = text.len();
            text.push_str(with);
            pieces.push(Piece {
                start,
                source: range,
                is_kept,
            });
        }
    };
    for edit in edits.iter() {
        let Some(before) = source.get(done..edit.range.start) else {
            continue;
        };
        push(done..edit.range.start, before, true);
        push(edit.range.clone(), &edit.with, false);
        done = edit.range.end;
    }
    push(
        done..source.len(),
        source.get(done..).unwrap_or_default(),
        true,
    );
    Normalized {
        text: Cow::Owned(text),
        pieces,
        doubts: Vec::new(),
    }
}

/// Returns the ranges of definitions such as `[label]: address` that no link refers to.
fn unused_definitions(text: &str) -> Vec<Range<usize>> {
    if !text.contains("]:") {
        return Vec::new();
    }
    let mut events = Parser::new_ext(text, EXTENSIONS).into_offset_iter();
    let labels: Vec<String> =
        events
            .by_ref()
            .filter_map(|(event, _)| match event {
                Event::Start(
                    Tag::Link { link_type, id, .. } | Tag::Image { link_type, id, .. },
                ) if is_reference(link_type) => Some(id.to_string()),
                _ => None,
            })
            .collect();
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

const fn is_reference(link_type: LinkType) -> bool {
    matches!(
        link_type,
        LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut
    )
}
