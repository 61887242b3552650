//! Records: the data of a shard about one gram, as bits.
//!
//! ```text
//! shard   checksum:32  position:5  gamma(records + 1)  record*
//! record  gamma(characters)  rice(first character - that of the record before)  character*
//!         1  matches  |  0  group, of a key that is shorter than the base  |  0  list
//! character  0 number:15  |  1 number:21
//! matches gamma(documents)  has headings  has parts
//!         ( rice(gap)  unary(frequency)  [in heading]  [unary(part)] )*
//! group   is frequent  class  gamma(lists)  ( rice(gap of the next character)  list )*
//! list    0 places  |  1 gamma(variants)  ( neighbours  places )*
//! neighbours   gamma(characters before + 1)  character*
//!              gamma(characters after + 1)  character*
//! places  gamma(documents)  ( rice(gap)  rice(position)  ( 1 rice(gap) )* 0 )*
//! ```
//!
//! From the second character on, a record does not depend on its shard, so it is encoded as
//! soon as its positions are known.

use super::super::bits::{BitWriter, gamma_cost, rice_cost, rice_parameter};
use super::super::gram::compact;
use super::super::shard::{ALPHABET, LONG_LETTER, Match, Measures, SHORT_LETTER};
use super::neighbours::ByNeighbours;
use super::positions::{Keyed, place};
use super::texts::{Neighbours, Texts};

/// Parameters of the encoding of a tier's lists.
#[derive(Debug, Clone, Copy)]
pub(super) struct Codes {
    pub(super) measures: Measures,
    /// Rice parameter of positions.
    pub(super) position: u32,
}

/// Returns the number of the character that follows a prefix; 0 is the end of a block.
pub(super) fn next_number(next: char) -> u32 {
    if next == super::texts::GAP {
        0
    } else {
        compact(next) + 1
    }
}

/// Writer of the bits of a record after its first character.
pub(super) struct RecordWriter<'a> {
    texts: &'a Texts,
    pub(super) codes: Codes,
    pub(super) bits: BitWriter,
    by_sides: ByNeighbours,
}

impl<'a> RecordWriter<'a> {
    pub(super) fn new(texts: &'a Texts, codes: Codes) -> Self {
        Self {
            texts,
            codes,
            bits: BitWriter::default(),
            by_sides: ByNeighbours::default(),
        }
    }

    fn key(&mut self, key: &[char]) {
        for letter in key.iter().skip(1) {
            self.letter(*letter);
        }
    }

    fn letter(&mut self, letter: char) {
        let number = compact(letter);
        let is_long = number >> SHORT_LETTER > 0;
        self.bits.bit(is_long);
        let width = if is_long { LONG_LETTER } else { SHORT_LETTER };
        self.bits.fixed(number, width);
    }

    fn letters(&mut self, start: u32, length: u32) {
        let texts = self.texts;
        self.bits.gamma(length + 1);
        for letter in texts.letters(start, length) {
            self.letter(letter);
        }
    }

    pub(super) fn matches(&mut self, key: &[char], matches: &[Match]) {
        self.key(key);
        let bits = &mut self.bits;
        bits.bit(true);
        let count = matches.len() as u32;
        let gap = rice_parameter(self.codes.measures.documents / count);
        let has_headings = matches.iter().any(|found| found.in_heading);
        let has_parts = matches.iter().any(|found| found.part > 0);
        bits.gamma(count);
        bits.bit(has_headings);
        bits.bit(has_parts);
        let mut next = 0;
        for found in matches {
            bits.rice(found.document - next, gap);
            next = found.document + 1;
            bits.unary(found.frequency, 2);
            if has_headings {
                bits.bit(found.in_heading);
            }
            if has_parts {
                bits.unary(found.part, 1 << 16);
            }
        }
    }

    /// Writes the only list of a gram.
    pub(super) fn list(&mut self, key: &[char], places: &mut [Keyed]) {
        self.key(key);
        self.bits.bit(false);
        self.variants(places, key.len() as u32);
    }

    /// Writes the head of a group: lists of a prefix whose next characters are of one class.
    /// The lists follow in order of their numbers.
    pub(super) fn group(&mut self, key: &[char], is_frequent: bool, class: u32, lists: u32) {
        self.key(key);
        self.bits.bit(false);
        self.bits.bit(is_frequent);
        let class_bits = self.codes.measures.class_bits(is_frequent);
        self.bits.fixed(class, class_bits);
        self.bits.gamma(lists);
    }

    /// Writes the gap to the number of the next list of a group, without the bits of its class.
    pub(super) fn next(&mut self, gap: u32, is_frequent: bool, lists: u32) {
        let class_bits = self.codes.measures.class_bits(is_frequent);
        let parameter = rice_parameter((ALPHABET >> class_bits) / lists);
        self.bits.rice(gap, parameter);
    }

    /// Writes the positions of a gram, which are in ascending order.
    pub(super) fn variants(&mut self, places: &mut [Keyed], length: u32) {
        let mut by_sides = std::mem::take(&mut self.by_sides);
        by_sides.sort(self.texts, places, length);
        let variants = by_sides.variants();
        self.bits.bit(!variants.is_empty());
        if variants.is_empty() {
            self.places(places);
        } else {
            self.bits.gamma(variants.len() as u32);
        }
        let mut done = 0;
        for (Neighbours { before, after }, end) in variants {
            let places = &places[done..*end];
            done = *end;
            let start = place(places[0]);
            self.letters(start - before, *before);
            self.letters(start + length, *after);
            self.places(places);
        }
        self.by_sides = by_sides;
    }

    fn places(&mut self, places: &[Keyed]) {
        let count = self.texts.documents_of(places);
        let gap = rice_parameter(self.codes.measures.documents / count);
        self.bits.gamma(count);
        let mut last = None;
        let mut free = 0;
        for each in places {
            let (document, position) = self.texts.locate(place(*each));
            let start = match last {
                Some((other, before)) if other == document => {
                    self.bits.bit(true);
                    before + 1
                }
                _ => {
                    if last.is_some() {
                        self.bits.bit(false);
                    }
                    self.bits.rice(document - free, gap);
                    free = document + 1;
                    0
                }
            };
            self.bits.rice(position - start, self.codes.position);
            last = Some((document, position));
        }
        self.bits.bit(false);
    }
}

/// Returns the approximate length of a list in bits, without the character before it.
pub(super) fn list_cost(texts: &Texts, places: &[Keyed], codes: Codes) -> u32 {
    let count = texts.documents_of(places);
    let gap = rice_parameter(codes.measures.documents / count);
    let mut cost = gamma_cost(count);
    let mut last = None;
    let mut free = 0;
    for each in places {
        let (document, position) = texts.locate(place(*each));
        let start = match last {
            Some((other, before)) if other == document => before + 1,
            _ => {
                cost += rice_cost(document - free, gap);
                free = document + 1;
                0
            }
        };
        cost += 1 + rice_cost(position - start, codes.position);
        last = Some((document, position));
    }
    cost
}
