//! Texts of a tier: all characters of all documents in sequence, in two bytes each, or three
//! for large alphabets. An archive is read many times while it is written, so it stays in
//! memory.

use super::super::shard::{HEADING, Match, PART, frequency};
use super::frequent_map::FrequentMap;
use super::positions::{Keyed, Position, place};
use std::cmp::Ordering;
use std::ops::Range;

/// Separator between blocks, and at the end of a text.
pub(super) const GAP: char = '\0';

/// Distance of the positions whose document is known, as a power of two. A text has at least as
/// many characters.
const HINT: u32 = 7;

/// Number of characters compared together.
const TOGETHER: usize = 64;

/// Collector of texts.
pub(super) struct Collected {
    /// Characters in order of their first occurrence.
    alphabet: Vec<char>,
    /// Number of each code point; 0 if it has not occurred.
    numbers: Vec<u32>,
    letters: Letters,
    starts: Vec<Position>,
}

impl Default for Collected {
    fn default() -> Self {
        Self {
            alphabet: vec![GAP],
            numbers: vec![0; char::MAX as usize + 1],
            letters: Letters::default(),
            starts: vec![0],
        }
    }
}

impl Collected {
    /// Adds a document's characters, of which the last is a [`GAP`].
    pub(super) fn push(&mut self, text: &[char]) {
        for letter in text {
            let number = &mut self.numbers[*letter as usize];
            if *number == 0 && *letter != GAP {
                *number = self.alphabet.len() as u32;
                self.alphabet.push(*letter);
            }
            self.letters.push(*number);
        }
        let end = Position::try_from(self.letters.low.len());
        self.starts.push(end.expect("an archive has fewer letters"));
    }

    /// Renumbers the characters in their order, so that numbers compare like characters.
    pub(super) fn finish(mut self) -> Texts {
        let mut alphabet = self.alphabet.clone();
        alphabet.sort_unstable();
        for (number, letter) in (0..).zip(&alphabet) {
            self.numbers[*letter as usize] = number;
        }
        let ordered: Vec<u32> = self
            .alphabet
            .iter()
            .map(|letter| self.numbers[*letter as usize])
            .collect();
        let mut counts = vec![0; alphabet.len()];
        for at in 0..self.letters.low.len() {
            let number = ordered[self.letters.get(at) as usize];
            self.letters.set(at, number);
            counts[number as usize] += 1;
        }
        let mut hints = Vec::new();
        let mut document = 0;
        for start in (0..self.letters.low.len()).step_by(1 << HINT) {
            while self.starts[document + 1] as usize <= start {
                document += 1;
            }
            hints.push(document as u32);
        }
        self.letters.low.shrink_to_fit();
        Texts {
            alphabet,
            counts,
            frequent_map: FrequentMap::default(),
            letters: self.letters,
            starts: self.starts,
            hints,
        }
    }
}

/// Numbers of characters. Two bytes are enough for nearly every archive; the third is stored
/// only if it is needed.
#[derive(Default)]
struct Letters {
    low: Vec<u16>,
    high: Vec<u8>,
}

impl Letters {
    fn push(&mut self, number: u32) {
        if number >> 16 > 0 || !self.high.is_empty() {
            self.high.resize(self.low.len(), 0);
            self.high.push((number >> 16) as u8);
        }
        self.low.push(number as u16);
    }

    fn get(&self, at: usize) -> u32 {
        let high = self.high.get(at).copied().unwrap_or_default();
        u32::from(high) << 16 | u32::from(self.low[at])
    }

    fn set(&mut self, at: usize, number: u32) {
        self.low[at] = number as u16;
        if let Some(high) = self.high.get_mut(at) {
            *high = (number >> 16) as u8;
        }
    }
}

/// Texts of a tier and the positions of their frequent grams.
pub(super) struct Texts {
    /// Characters by their numbers, sorted; the first is the [`GAP`].
    pub(super) alphabet: Vec<char>,
    /// Number of occurrences of each character.
    pub(super) counts: Vec<u32>,
    letters: Letters,
    /// Start of each document, and the end of the last one.
    starts: Vec<Position>,
    /// Document at each position that is a multiple of a power of two.
    hints: Vec<u32>,
    pub(super) frequent_map: FrequentMap,
}

/// Neighbours of a rare gram, as numbers of characters before and after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Neighbours {
    pub(super) before: u32,
    pub(super) after: u32,
}

impl Neighbours {
    pub(super) const NONE: Self = Self {
        before: 0,
        after: 0,
    };
}

impl Texts {
    pub(super) fn documents(&self) -> u32 {
        self.starts.len() as u32 - 1
    }

    /// Returns the number of characters, including all gaps.
    pub(super) fn len(&self) -> usize {
        self.letters.low.len()
    }

    /// Returns the number of the character at a position.
    pub(super) fn number(&self, place: Position) -> u32 {
        self.letters.get(place as usize)
    }

    pub(super) fn letter(&self, place: Position) -> char {
        self.alphabet[self.number(place) as usize]
    }

    /// Returns the document of a position and the position in it.
    pub(super) fn locate(&self, place: Position) -> (u32, u32) {
        let mut document = self.hints[(place >> HINT) as usize];
        while self.starts[document as usize + 1] <= place {
            document += 1;
        }
        (document, place - self.starts[document as usize])
    }

    /// Returns the characters from a position on.
    pub(super) fn letters(&self, start: Position, length: u32) -> impl Iterator<Item = char> {
        (start..start + length).map(|place| self.letter(place))
    }

    /// Returns the characters from a position on, as many as a gram of the longer base has.
    pub(super) fn gram(&self, start: Position) -> [char; 3] {
        [0, 1, 2].map(|offset| {
            let is_there = ((start + offset) as usize) < self.len();
            if is_there {
                self.letter(start + offset)
            } else {
                GAP
            }
        })
    }

    /// Compares two pieces, which may differ in length.
    pub(super) fn compare(&self, one: (Position, u32), other: (Position, u32)) -> Ordering {
        let numbers = |(start, length)| (start..start + length).map(|place| self.number(place));
        numbers(one).cmp(numbers(other))
    }

    /// Returns the neighbours of a rare gram: the characters before and after it of frequent
    /// grams that overlap with it up to its last character or from its second one on.
    ///
    /// With them no record needs a frequent gram's positions: the record of a rare gram
    /// includes its neighbours.
    pub(super) fn neighbours(&self, place: Position, length: u32) -> Neighbours {
        if !self.frequent_map.is_beside(place) {
            return Neighbours::NONE;
        }
        let mut before = 0;
        // No gram spans the gap before a document.
        while place > before && self.frequent_map.at(place - before - 1) >= before + length {
            before += 1;
        }
        Neighbours {
            before,
            after: self.frequent_map.at(place + 1).saturating_sub(length - 1),
        }
    }

    /// Returns the number of documents of positions, which are in ascending order.
    pub(super) fn documents_of(&self, places: &[Keyed]) -> u32 {
        let mut count = 0;
        let mut end = 0;
        for each in places {
            if place(*each) >= end {
                let (document, _) = self.locate(place(*each));
                end = self.starts[document as usize + 1];
                count += 1;
            }
        }
        count
    }

    /// Calls `call` for each position of a character of a range, with the numbers of the
    /// character and of the next one.
    pub(super) fn each_place(&self, range: &Range<u32>, mut call: impl FnMut(Position, u32, u32)) {
        // Most characters are not in the range, and the low half of the number excludes nearly
        // all of them. The processor compares many at a time. Each character in the range has a
        // next one, since the last one of all is a gap, which is in no range.
        let (first, width) = (range.start as u16, (range.end - range.start) as u16);
        let is_any = range.end - range.start > u32::from(u16::MAX);
        let starts = (0..).step_by(TOGETHER);
        for (letters, start) in self.letters.low.chunks(TOGETHER).zip(starts) {
            let mut marks = [0; TOGETHER];
            for (mark, low) in marks.iter_mut().zip(letters) {
                *mark = u8::from(low.wrapping_sub(first) < width || is_any);
            }
            let (words, _) = marks[..letters.len().next_multiple_of(8)].as_chunks();
            for (word, start) in words.iter().zip((start..).step_by(8)) {
                let mut word = u64::from_le_bytes(*word);
                while word > 0 {
                    let at: Position = start + word.trailing_zeros() / 8;
                    word &= word - 1;
                    let number = self.number(at);
                    if range.contains(&number) {
                        call(at, number, self.number(at + 1));
                    }
                }
            }
        }
    }

    /// Returns the documents of positions, which are in ascending order.
    pub(super) fn matches(&self, places: impl Iterator<Item = Position>) -> Vec<Match> {
        let mut found: Vec<Match> = Vec::new();
        let mut count = 0;
        for place in places {
            let (document, position) = self.locate(place);
            match found.last_mut() {
                Some(last) if last.document == document => {
                    count += 1;
                    last.frequency = frequency(count);
                }
                _ => {
                    count = 1;
                    found.push(Match {
                        document,
                        frequency: frequency(count),
                        in_heading: position < HEADING,
                        part: position / PART,
                    });
                }
            }
        }
        found
    }
}
