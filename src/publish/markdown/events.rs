//! The parser's events, and what can be asked of them without writing.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser};

use super::script::{is_forbidden_in_html, is_wide};

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
}

impl<'a> Events<'a> {
    pub(super) fn parse(source: &'a str) -> Self {
        let list: Vec<_> = Parser::new_ext(source, EXTENSIONS)
            .into_offset_iter()
            .collect();
        let ends = matching_ends(&list);
        Self { list, ends }
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
                    let is_space =
                        is_word_space(text.chars().next_back(), self.first_char_after(index));
                    text.push_str(if is_space { " " } else { "" });
                }
                Event::HardBreak => text.push(' '),
                _ => {}
            }
        }
        text.trim().to_owned()
    }

    pub(super) fn first_char_after(&self, index: usize) -> Option<char> {
        let following = self.list.get(index + 1..)?.iter();
        following
            .map_while(|(event, _)| match event {
                Event::Text(text) | Event::Code(text) => Some(text.chars().next()),
                Event::Start(_) | Event::InlineHtml(_) => Some(None),
                _ => None,
            })
            .flatten()
            .next()
    }
}

/// Whether a line break between two characters is a word space.
pub(super) fn is_word_space(before: Option<char>, after: Option<char>) -> bool {
    ![before, after].into_iter().flatten().any(is_wide)
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
