//! Records: what a shard says about one gram, as bits.
//!
//! ```text
//! shard   checksum:32  position:5  gamma(records + 1)  record*
//! record  gamma(letters)  rice(first letter - that of the record before)  letter*
//!         1  matches  |  0  group, of a key that is shorter than the base  |  0  list
//! letter  0 number:15  |  1 number:21
//! matches gamma(documents)  has headings  has parts
//!         ( rice(gap)  unary(frequency)  [in heading]  [unary(part)] )*
//! group   is frequent  class  gamma(lists)  ( rice(gap of the next letter)  list )*
//! list    0 places  |  1 gamma(variants)  ( sides  places )*
//! sides   gamma(letters before + 1)  letter*  gamma(letters after + 1)  letter*
//! places  gamma(documents)  ( rice(gap)  rice(position)  ( 1 rice(gap) )* 0 )*
//! ```

use super::super::bits::{BitWriter, gamma_cost, rice_cost, rice_parameter};
use super::super::gram::compact;
use super::super::shard::{ALPHABET, LONG_LETTER, Match, Measures, SHORT_LETTER};

/// Two numbers at once: the document in the high half, the position in the low one.
pub(super) type Place = u64;

pub(super) fn document(place: Place) -> u32 {
    (place >> 32) as u32
}

pub(super) fn position(place: Place) -> u32 {
    place as u32
}

/// The number of the letter that follows a prefix; 0 stands for the end of a block.
pub(super) fn next_number(next: Option<char>) -> u32 {
    next.map_or(0, |letter| compact(letter) + 1)
}

/// What the lists of a tier are written with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Codes {
    pub(super) measures: Measures,
    /// The parameter of positions.
    pub(super) position: u32,
}

/// The texts of a tier, and which frequent grams are in them.
pub(super) struct Texts<'a> {
    pub(super) letters: &'a [Vec<char>],
    /// For each place the length of the longest frequent gram that begins there.
    pub(super) reach: Vec<Vec<u8>>,
}

impl Texts<'_> {
    pub(super) fn gram(&self, place: Place, length: usize) -> Option<&[char]> {
        let start = position(place) as usize;
        self.letters
            .get(document(place) as usize)?
            .get(start..start + length)
    }

    fn reach(&self, place: Place) -> usize {
        let reach = self.reach.get(document(place) as usize);
        let reach = reach.and_then(|reach| reach.get(position(place) as usize));
        reach.map_or(0, |reach| usize::from(*reach))
    }

    /// The letters beside a rare gram that belong to frequent grams which reach into it up
    /// to its last or from its second letter on.
    ///
    /// With them no record needs a frequent gram's places: whatever is beside a rare gram
    /// is proved by its own record.
    pub(super) fn sides(&self, place: Place, length: usize) -> (&[char], &[char]) {
        let mut before = 0;
        while position(place) as usize > before
            && self.reach(place - before as Place - 1) >= before + length
        {
            before += 1;
        }
        let after = self.reach(place + 1).saturating_sub(length - 1);
        let left = self.gram(place - before as Place, before);
        let right = self.gram(place + length as Place, after);
        (left.unwrap_or_default(), right.unwrap_or_default())
    }
}

/// Writes the records of one shard; they have to come in order of [`order`].
pub(super) struct ShardWriter<'a> {
    texts: &'a Texts<'a>,
    bits: BitWriter,
    gap: u32,
    first: u32,
    codes: Codes,
}

/// The order of records in a shard.
pub(super) fn order(key: &[char]) -> (u32, &[char]) {
    (key.first().map_or(0, |letter| compact(*letter)), key)
}

impl<'a> ShardWriter<'a> {
    pub(super) fn new(texts: &'a Texts<'a>, records: u32, codes: Codes) -> Self {
        let mut bits = BitWriter::default();
        bits.fixed(codes.position, 5);
        bits.gamma(records + 1);
        Self {
            texts,
            bits,
            gap: rice_parameter(ALPHABET / records.max(1)),
            first: 0,
            codes,
        }
    }

    fn key(&mut self, key: &[char]) {
        self.bits.gamma(key.len() as u32);
        let mut letters = key.iter().map(|letter| compact(*letter));
        if let Some(first) = letters.next() {
            self.bits.rice(first - self.first, self.gap);
            self.first = first;
        }
        for number in letters {
            self.letter(number);
        }
    }

    fn letter(&mut self, number: u32) {
        let is_long = number >> SHORT_LETTER > 0;
        self.bits.bit(is_long);
        let width = if is_long { LONG_LETTER } else { SHORT_LETTER };
        self.bits.fixed(number, width);
    }

    fn letters(&mut self, letters: &[char]) {
        self.bits.gamma(letters.len() as u32 + 1);
        for letter in letters {
            self.letter(compact(*letter));
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

    /// The one list of a gram.
    pub(super) fn list(&mut self, key: &[char], places: &[Place]) {
        self.key(key);
        self.bits.bit(false);
        self.variants(places, key.len());
    }

    /// The lists of a prefix whose next letters are of a class, in order of their numbers.
    pub(super) fn group<'p>(
        &mut self,
        key: &[char],
        is_frequent: bool,
        class: u32,
        lists: impl ExactSizeIterator<Item = (u32, &'p [Place])>,
    ) {
        self.key(key);
        self.bits.bit(false);
        self.bits.bit(is_frequent);
        let class_bits = self.codes.measures.class_bits(is_frequent);
        self.bits.fixed(class, class_bits);
        let count = lists.len() as u32;
        self.bits.gamma(count);
        let gap = rice_parameter((ALPHABET >> class_bits) / count);
        let mut free = 0;
        for (number, places) in lists {
            let number = number >> class_bits;
            self.bits.rice(number - free, gap);
            free = number + 1;
            self.variants(places, key.len() + 1);
        }
    }

    /// The places of a gram, which are sorted by their sides.
    fn variants(&mut self, places: &[Place], length: usize) {
        let texts = self.texts;
        let variants: Vec<&[Place]> = places
            .chunk_by(|one, other| texts.sides(*one, length) == texts.sides(*other, length))
            .collect();
        let sides = |places: &[Place]| texts.sides(places[0], length);
        if let [places] = variants.as_slice()
            && sides(places) == (&[], &[])
        {
            self.bits.bit(false);
            self.places(places);
            return;
        }
        self.bits.bit(true);
        self.bits.gamma(variants.len() as u32);
        for places in variants {
            let (left, right) = sides(places);
            self.letters(left);
            self.letters(right);
            self.places(places);
        }
    }

    fn places(&mut self, places: &[Place]) {
        let count = documents(places);
        let gap = rice_parameter(self.codes.measures.documents / count);
        let bits = &mut self.bits;
        bits.gamma(count);
        let mut free = 0;
        for group in places.chunk_by(|one, other| document(*one) == document(*other)) {
            bits.rice(document(group[0]) - free, gap);
            free = document(group[0]) + 1;
            let mut after = 0;
            for (index, place) in group.iter().enumerate() {
                if index > 0 {
                    bits.bit(true);
                }
                bits.rice(position(*place) - after, self.codes.position);
                after = position(*place) + 1;
            }
            bits.bit(false);
        }
    }

    /// The shard without its checksum.
    pub(super) fn finish(self) -> Vec<u8> {
        self.bits.finish()
    }
}

/// How many documents the places are in.
pub(super) fn documents(places: &[Place]) -> u32 {
    places
        .chunk_by(|one, other| document(*one) == document(*other))
        .count() as u32
}

/// About how many bits a list takes, without the letter that leads to it.
pub(super) fn list_cost(places: &[Place], codes: Codes) -> u32 {
    let count = documents(places);
    let gap = rice_parameter(codes.measures.documents / count);
    let mut cost = gamma_cost(count);
    let mut free = 0;
    let mut previous: Option<Place> = None;
    for &place in places {
        let start = match previous {
            Some(before) if document(before) == document(place) => position(before) + 1,
            _ => {
                cost += rice_cost(document(place) - free, gap);
                free = document(place) + 1;
                0
            }
        };
        cost += 1 + rice_cost(position(place) - start, codes.position);
        previous = Some(place);
    }
    cost
}

/// About how many bits a list of matches takes.
pub(super) fn matches_cost(count: u32, documents: u32) -> u32 {
    count * (documents / count).max(1).ilog2() + 4 * count
}
