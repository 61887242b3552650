//! Excerpts of results, each from one small file.
//!
//! A document's text is stored in parts of about 1,000 characters, so that an excerpt costs one
//! request of about 2 kB, independent of the length of the document. The file of a part is
//! text: the number of the document, then blocks or pieces of them, one per line.

use super::normalize::{Normalizer, is_han};
use super::paths::push_number;
use super::query::position;
use super::sort::{both, sorted};

/// Characters of an excerpt before the hit.
const BEFORE: usize = 24;
/// Characters of an excerpt.
const LENGTH: usize = 120;
/// Characters of the neighbouring parts that a part repeats, so that an excerpt is complete if
/// its hit is at the edge of a part.
#[cfg(feature = "ssr")]
const OVERLAP: usize = 64;

/// A parsed part of a document's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part<'a> {
    blocks: Vec<&'a str>,
}

/// A piece of text, highlighted or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece<'a> {
    /// Text.
    pub text: &'a str,
    /// `true` if the text is a hit.
    pub is_hit: bool,
}

impl<'a> Part<'a> {
    /// Parses the file of a part; returns `None` if it belongs to another document.
    #[must_use]
    pub fn read(document: u32, text: &'a str) -> Option<Self> {
        let mut number = String::new();
        push_number(&mut number, document);
        let (own_number, body) = text.split_once('\n')?;
        (own_number == number).then(|| Self {
            blocks: body.split('\n').filter(|block| !block.is_empty()).collect(),
        })
    }

    /// Returns the first block with a word, cut to a line or two around the word, in pieces. If
    /// no block has one, returns the beginning of the first block.
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

/// Returns a text in pieces, with hits marked, for a title.
#[must_use]
pub fn highlight<'a>(
    normalizer: &Normalizer,
    text: &'a str,
    words: &[Vec<char>],
) -> Vec<Piece<'a>> {
    cut(text, 0, text.len(), &marks(normalizer, text, words))
}

/// Returns pieces as HTML, with hits marked. Special characters are escaped.
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

/// Returns the ranges of bytes of words in a text, sorted and disjoint.
fn marks(normalizer: &Normalizer, text: &str, words: &[Vec<char>]) -> Vec<(usize, usize)> {
    // Each normalised character with its position in the text. Characters are normalised
    // together with the combining marks that follow them.
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

/// Returns `true` if a character may be composed with the one before it.
fn is_accent(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{3099}' | '\u{309a}')
}

/// Returns the surroundings of a position in a text, in pieces.
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

/// Returns the files of the parts of a text. The positions of the index count normalised
/// characters, of which there are nearly as many as characters; the overlap covers the
/// difference.
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

/// Returns the file of a part; each block has its number of characters.
#[cfg(feature = "ssr")]
fn write_part(blocks: &[(usize, String)], number: u32, part: u32) -> String {
    use super::shard::{HEADING, PART};
    let mut text = String::new();
    push_number(&mut text, number);
    text.push('\n');
    let start = ((part * PART) as usize).saturating_sub(OVERLAP);
    let end = ((part + 1) * PART) as usize + OVERLAP;
    // The first positions belong to the headings, which the card shows.
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
