//! The parser's events, and what can be asked of them without writing.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::script::{is_forbidden_in_html, is_quote_or_dash, is_wide};

/// What a text may use beyond `CommonMark`.
pub(super) const EXTENSIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH);

/// The events of one text, each with its place in the source.
#[derive(Debug)]
pub(super) struct Events<'a> {
    pub(super) list: Vec<(Event<'a>, Range<usize>)>,
    /// For each start event the index of its end event.
    ends: Vec<usize>,
    /// The places of definitions of addresses, such as `[label]: address`, and the addresses.
    pub(super) definitions: Vec<(Range<usize>, String)>,
}

impl<'a> Events<'a> {
    pub(super) fn parse(source: &'a str) -> Self {
        let mut events = Parser::new_ext(source, EXTENSIONS).into_offset_iter();
        let list: Vec<_> = events.by_ref().collect();
        let ends = matching_ends(&list);
        let definitions = events.reference_definitions().iter();
        let definitions = definitions
            .map(|(_, definition)| (definition.span.clone(), definition.dest.to_string()));
        Self {
            definitions: definitions.collect(),
            list,
            ends,
        }
    }

    /// An event; `None` behind the last.
    pub(super) fn get(&self, index: usize) -> Option<&Event<'a>> {
        self.list.get(index).map(|(event, _)| event)
    }

    /// The index of the end event of the element that starts at an index.
    pub(super) fn end_of(&self, start: usize) -> usize {
        self.ends.get(start).copied().unwrap_or(start)
    }

    /// The span of an event in the source.
    pub(super) fn span_of(&self, index: usize) -> Range<usize> {
        self.list.get(index).map_or(0..0, |(_, span)| span.clone())
    }

    /// The text inside the element that starts at an index, without marks.
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

    /// The beginning of the text behind an event, up to the end of its block.
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
                Event::Start(Tag::Image { .. }) | Event::InlineHtml(_) => break,
                Event::Start(tag) if !is_inline(tag) => break,
                Event::End(end) if !is_inline_end(*end) => break,
                _ => {}
            }
        }
        text
    }
}

/// Whether a line break between two texts is a word space: not beside a wide character. Quotation
/// marks and dashes are as wide as what stands before or behind them.
pub(super) fn is_word_space(before: &str, after: &str) -> bool {
    const LOOK: usize = 64;
    let nearest_before = before
        .chars()
        .rev()
        .take(LOOK)
        .find(|&c| !is_quote_or_dash(c));
    let nearest_after = after.chars().take(LOOK).find(|&c| !is_quote_or_dash(c));
    let shares_width = |c: Option<char>| c.is_some_and(is_quote_or_dash);
    let wide = |c: Option<char>| c.is_some_and(is_wide);
    let (last, first) = (before.chars().next_back(), after.chars().next());
    let is_joined = wide(last)
        || wide(first)
        || (shares_width(last) && wide(nearest_before))
        || (shares_width(first) && wide(nearest_after))
        || (shares_width(last)
            && shares_width(first)
            && (wide(nearest_before) || wide(nearest_after)));
    !is_joined
}

const fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. }
    )
}

const fn is_inline_end(end: TagEnd) -> bool {
    matches!(
        end,
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
