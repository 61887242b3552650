//! Where frequent grams are.

use super::positions::Position;
use rayon::prelude::*;
use std::cmp::Reverse;

/// For each place the length of the longest frequent gram that begins there. A bit says
/// whether there is one, so that all of it stays in the processor's cache; those which are
/// longer than the base are few.
#[derive(Default)]
pub(super) struct FrequentMap {
    base: u32,
    frequent: Vec<u64>,
    longer: Vec<Longer>,
    /// The lengths of the longer ones, in order of their places.
    lengths: Vec<u8>,
}

/// Where longer ones begin, and how many begin before these places.
#[derive(Clone, Copy, Default)]
struct Longer {
    bits: u64,
    before: u32,
}

/// The places that a word of bits tells about.
const WORD: usize = 64;

impl FrequentMap {
    /// Asks for each place whether a frequent gram of the base's length begins there.
    pub(super) fn new(
        base: u32,
        places: Position,
        is_frequent: impl Fn(Position) -> bool + Sync,
    ) -> Self {
        let mut frequent = vec![0; places as usize / WORD + 1];
        let words = frequent.par_iter_mut().zip(0..u32::MAX);
        words.with_min_len(WORD).for_each(|(word, number)| {
            let start = number * WORD as u32;
            for place in start..places.min(start + WORD as u32) {
                *word |= u64::from(is_frequent(place)) << (place - start);
            }
        });
        Self {
            base,
            longer: vec![Longer::default(); frequent.len()],
            frequent,
            lengths: Vec::new(),
        }
    }

    /// Adds the grams that are longer than the base.
    pub(super) fn add(&mut self, mut lengths: Vec<(Position, u8)>) {
        lengths.sort_unstable_by_key(|(place, length)| (*place, Reverse(*length)));
        lengths.dedup_by_key(|(place, _)| *place);
        for (place, _) in &lengths {
            self.longer[*place as usize / WORD].bits |= bit(*place);
        }
        let mut before = 0;
        for word in &mut self.longer {
            word.before = before;
            before += word.bits.count_ones();
        }
        self.lengths = lengths.into_iter().map(|(_, length)| length).collect();
    }

    #[inline]
    pub(super) fn at(&self, place: Position) -> u32 {
        let word = place as usize / WORD;
        if self.frequent[word] & bit(place) == 0 {
            return 0;
        }
        let Longer { bits, before } = self.longer[word];
        if bits & bit(place) == 0 {
            return self.base;
        }
        let index = before + (bits & (bit(place) - 1)).count_ones();
        u32::from(self.lengths[index as usize])
    }

    /// The places where one frequent gram of the base's length begins, and at the next
    /// place another one.
    pub(super) fn pairs(&self) -> Vec<Position> {
        let mut places = Vec::new();
        for (index, word) in self.frequent.iter().enumerate() {
            let next = self.frequent.get(index + 1).copied().unwrap_or_default();
            let mut both = word & (word >> 1 | next << (WORD - 1));
            while both > 0 {
                places.push((index * WORD) as Position + both.trailing_zeros());
                both &= both - 1;
            }
        }
        places
    }
}

/// The bit of a place in its word.
fn bit(place: Position) -> u64 {
    1 << (place as usize % WORD)
}
