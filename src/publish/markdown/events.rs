//! Events of the parser, and queries on them.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, TagEnd};

use super::script::{is_forbidden_in_html, is_quote_or_dash, is_wide};

/// Syntax enabled beyond `CommonMark`.
pub(super) const EXTENSIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH);

/// Events of one text, each with its range in the source.
#[derive(Debug)]
pub(super) struct Events<'a> {
    pub(super) list: Vec<(Event<'a>, Range<usize>)>,
    /// Index of the end event for each start event.
    ends: Vec<usize>,
    /// Ranges of definitions such as `[label]: address`, and their addresses.
    pub(super) definitions: Vec<(Range<usize>, String)>,
}

impl<'a> Events<'a> {
    pub(super) fn parse(source: &'a str) -> Self {
        let mut events = Parser::new_ext(source, EXTENSIONS).into_offset_iter();
        let list: Vec<_> = events.by_ref().collect();
        let ends = matching_ends(&list);
        let definitions = events.reference_definitions().iter();
        let definitions = definitions
            .map(|(_, definition)| (definition.span.clone(), definition.dest.to_string()))
            .collect();
        Self {
            list,
            ends,
            definitions,
        }
    }

    /// Returns the event at an index, or `None` after the last.
    pub(super) fn get(&self, index: usize) -> Option<&Event<'a>> {
        self.list.get(index).map(|(event, _)| event)
    }

    /// Returns the index of the end event of the element that starts at an index.
    pub(super) fn end_of(&self, start: usize) -> usize {
        self.ends.get(start).copied().unwrap_or(start)
    }

    /// Returns the range of an event in the source.
    pub(super) fn span_of(&self, index: usize) -> Range<usize> {
        self.list.get(index).map_or(0..0, |(_, span)| span.clone())
    }

    /// Returns the end of the text inside the element that starts at an index.
    pub(super) fn text_end(&self, start: usize) -> usize {
        let last = self.end_of(start).saturating_sub(1);
        let span = self.span_of(last);
        if last == start { span.start } else { span.end }
    }

    /// Returns the text inside the element that starts at an index, without marks.
    pub(super) fn text_inside(&self, start: usize) -> String {
        let mut text = String::new();
        let inside = self.list.get(start + 1..self.end_of(start));
        for (index, (event, _)) in (start + 1..).zip(inside.unwrap_or_default()) {
            match event {
                Event::Text(piece) | Event::Code(piece) => {
                    text.extend(piece.chars().filter(|&c| !is_forbidden_in_html(c)));
                }
                Event::SoftBreak => {
                    let is_space = is_word_space(&text, &self.text_after(index));
                    text.push_str(if is_space { " " } else { "" });
                }
                Event::HardBreak => text.push(' '),
                _ => {}
            }
        }
        text.trim().to_owned()
    }

    /// Returns the beginning of the text after an event, at most to the end of its block.
    pub(super) fn text_after(&self, index: usize) -> String {
        let mut text = String::new();
        for (event, _) in self.list.get(index + 1..).unwrap_or_default() {
            match event {
                Event::Text(piece) | Event::Code(piece) => {
                    text.extend(piece.chars().filter(|&c| !is_forbidden_in_html(c)));
                    if text.contains(|c| !is_quote_or_dash(c)) {
                        break;
                    }
                }
                Event::InlineHtml(_) => break,
                Event::Start(tag) if !is_inline(tag.to_end()) => break,
                Event::End(tag) if !is_inline(*tag) => break,
                _ => {}
            }
        }
        text
    }
}

/// Returns `true` if a line break between two texts is a word space, which it is not beside a
/// wide character.
///
/// Quotation marks and dashes are as wide as the character before or after them.
pub(super) fn is_word_space(before: &str, after: &str) -> bool {
    const LOOK: usize = 64;
    let has_width = |c: &char| !is_quote_or_dash(*c);
    let last = before.chars().rev().take(LOOK).find(has_width);
    let first = after.chars().take(LOOK).find(has_width);
    !last.is_some_and(is_wide) && !first.is_some_and(is_wide)
}

const fn is_inline(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link
    )
}

fn matching_ends(events: &[(Event<'_>, Range<usize>)]) -> Vec<usize> {
    let mut ends: Vec<usize> = (0..events.len()).collect();
    let mut open = Vec::new();
    for (index, (event, _)) in events.iter().enumerate() {
        match event {
            Event::Start(_) => open.push(index),
            Event::End(_) => {
                if let Some(end) = open.pop().and_then(|start: usize| ends.get_mut(start)) {
                    *end = index;
                }
            }
            _ => {}
        }
    }
    ends
}
