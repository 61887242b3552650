//! Excerpts: what a result shows, from one small file.
//!
//! A document's text stands in parts of about 1,000 letters, so that an excerpt costs one
//! request of some two kilobytes however long the document is. A part's file is text: the
//! number of the document, then blocks or pieces of them, one a line.

use super::normalize::{Normalizer, is_han};
use super::paths::push_number;
use super::query::position;
use super::sort::{both, sorted};

/// Letters of an excerpt before the hit.
const BEFORE: usize = 24;
/// Letters of an excerpt.
const LENGTH: usize = 120;
/// Letters of the neighbouring parts that a part repeats, so that an excerpt whose hit is at
/// its edge is whole.
#[cfg(feature = "ssr")]
const OVERLAP: usize = 64;

/// A part of a document's text, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part<'a> {
    blocks: Vec<&'a str>,
}

/// A piece of text, marked or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The text.
    pub text: &'a str,
    /// Whether it is what was searched for.
    pub is_hit: bool,
}

impl<'a> Part<'a> {
    /// Reads a part's file, unless it belongs to another document.
    #[must_use]
    pub fn read(document: u32, text: &'a str) -> Option<Self> {
        let mut number = String::new();
        push_number(&mut number, document);
        let (own_number, body) = text.split_once('\n')?;
        (own_number == number).then(|| Self {
            blocks: body.split('\n').filter(|block| !block.is_empty()).collect(),
        })
    }

    /// The first block with a word, cut to a line or two around it, in pieces; the first
    /// block as it begins when no block has one.
    ///
    /// `compose` is the first half of the normalisation, as the platform has it.
    #[must_use]
    pub fn excerpt(&self, normalizer: &Normalizer, words: &[Vec<char>]) -> Vec<Piece<'a>> {
        let found = self.blocks.iter().find_map(|block| {
            let marks = marks(normalizer, block, words);
            let first = *marks.first()?;
            Some((*block, first, marks))
        });
        match found {
            Some((block, first, marks)) => pieces(block, first.0, &marks),
            None => self
                .blocks
                .first()
                .map_or_else(Vec::new, |block| pieces(block, 0, &[])),
        }
    }
}

/// A text in pieces, hits told apart, for a title.
#[must_use]
pub fn highlight<'a>(
    normalizer: &Normalizer,
    text: &'a str,
    words: &[Vec<char>],
) -> Vec<Piece<'a>> {
    cut(text, 0, text.len(), &marks(normalizer, text, words))
}

/// Pieces as HTML, hits marked. Nothing in them is taken for a tag.
#[must_use]
pub fn markup(pieces: &[Piece<'_>]) -> String {
    let mut html = String::new();
    for piece in pieces {
        if piece.is_hit {
            html.push_str("<mark>");
        }
        for letter in piece.text.chars() {
            match letter {
                '<' => html.push_str("&lt;"),
                '&' => html.push_str("&amp;"),
                _ => html.push(letter),
            }
        }
        if piece.is_hit {
            html.push_str("</mark>");
        }
    }
    html
}

/// Where words are in a text: ranges of bytes, in order, apart from each other.
fn marks(normalizer: &Normalizer, text: &str, words: &[Vec<char>]) -> Vec<(usize, usize)> {
    // Each normalised letter with the place that it comes from. Letters are normalised together
    // with the accents that follow them.
    let mut letters: Vec<char> = Vec::new();
    let mut places = Vec::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let start = text.len() - rest.len();
        let accents = rest.get(letter.len_utf8()..).unwrap_or_default();
        rest = accents.trim_start_matches(is_accent);
        let raw = text.get(start..text.len() - rest.len()).unwrap_or_default();
        let folded = if is_han(letter) && rest.len() == accents.len() {
            normalizer.fold(raw)
        } else {
            normalizer.normalize(raw)
        };
        if folded.is_empty() && letter.is_whitespace() && letters.last() != Some(&' ') {
            letters.push(' ');
            places.push(start);
        }
        for letter in folded {
            letters.push(letter);
            places.push(start);
        }
    }
    places.push(text.len());
    let mut marks = Vec::new();
    for word in words.iter().filter(|word| !word.is_empty()) {
        let mut from = 0;
        while let Some(at) = letters.get(from..).and_then(|rest| position(rest, word)) {
            let end = from + at + word.len();
            if let (Some(start), Some(end)) = (places.get(from + at), places.get(end)) {
                marks.push((*start, *end));
            }
            from = end;
        }
    }
    let mut apart: Vec<(usize, usize)> = Vec::new();
    let marks = sorted(&marks, |(start, end)| both(*start as u32, *end as u32));
    for (start, end) in marks {
        match apart.last_mut() {
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => apart.push((start, end)),
        }
    }
    apart
}

/// Whether a letter may be composed with the one before it.
fn is_accent(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{3099}' | '\u{309a}')
}

/// The surroundings of a place in a text, in pieces.
fn pieces<'a>(text: &'a str, place: usize, marks: &[(usize, usize)]) -> Vec<Piece<'a>> {
    let before = text.get(..place).unwrap_or_default();
    let start = before
        .char_indices()
        .rev()
        .nth(BEFORE)
        .map_or(0, |(start, _)| start);
    let rest = text.get(start..).unwrap_or_default();
    let end = rest
        .char_indices()
        .nth(LENGTH)
        .map_or(text.len(), |(end, _)| start + end);
    cut(text, start, end, marks)
}

fn cut<'a>(text: &'a str, start: usize, end: usize, marks: &[(usize, usize)]) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut push = |from: usize, to: usize, is_hit| {
        if let Some(text) = text.get(from..to).filter(|text| !text.is_empty()) {
            pieces.push(Piece { text, is_hit });
        }
    };
    let mut done = start;
    for (from, to) in marks {
        let (from, to) = ((*from).clamp(done, end), (*to).clamp(done, end));
        push(done, from, false);
        push(from, to, true);
        done = to;
    }
    push(done, end, false);
    pieces
}

/// The files of a text's parts. The positions of the index are those of normalised letters,
/// of which there are nearly as many as letters; the overlap makes up for the difference.
#[cfg(feature = "ssr")]
pub(super) fn write_parts<'a>(
    blocks: impl Iterator<Item = &'a str>,
    number: u32,
    parts: u32,
) -> Vec<String> {
    use super::result_card::one_line;
    let lines = blocks.map(one_line);
    let lines: Vec<(usize, String)> = lines.map(|line| (line.chars().count(), line)).collect();
    (0..parts)
        .map(|part| write_part(&lines, number, part))
        .collect()
}

/// The file of a part; each block has its number of letters before it.
#[cfg(feature = "ssr")]
fn write_part(blocks: &[(usize, String)], number: u32, part: u32) -> String {
    use super::shard::{HEADING, PART};
    let mut text = String::new();
    push_number(&mut text, number);
    text.push('\n');
    let start = ((part * PART) as usize).saturating_sub(OVERLAP);
    let end = ((part + 1) * PART) as usize + OVERLAP;
    // Headings are on the card, and are shown as part of the text only where they matter.
    let mut at = HEADING as usize;
    for (letters, block) in blocks {
        let (from, to) = (start.saturating_sub(at), end.saturating_sub(at));
        if from < *letters && to > 0 {
            text.extend(block.chars().take(to).skip(from));
            text.push('\n');
        }
        at += letters + 1;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_becomes_a_tag() {
        let piece = |text, is_hit| Piece { text, is_hit };
        let pieces = [piece("a<b>&lt;", false), piece("<script>", true)];
        assert_eq!(markup(&pieces), "a&lt;b>&amp;lt;<mark>&lt;script></mark>");
    }
}
