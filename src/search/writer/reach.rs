//! Where frequent grams are.

use super::texts::Place;
use rayon::prelude::*;

/// For each place the length of the longest frequent gram that begins there. A bit says
/// whether there is one, so that all of it stays in the processor's cache; those which are
/// longer than the base are few.
#[derive(Default)]
pub(super) struct Reach {
    base: u32,
    frequent: Vec<u64>,
    longer: Vec<u64>,
    /// The lengths of the longer ones, in order of their places.
    lengths: Vec<(Place, u32)>,
}

/// The places that a word of bits tells about.
const WORD: usize = 64;

impl Reach {
    /// Asks for each place whether a frequent gram of the base's length begins there.
    pub(super) fn new(
        base: u32,
        places: Place,
        is_frequent: impl Fn(Place) -> bool + Sync,
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
            longer: vec![0; frequent.len()],
            frequent,
            lengths: Vec::new(),
        }
    }

    /// Adds the grams that are longer than the base.
    pub(super) fn add(&mut self, mut lengths: Vec<(Place, u32)>) {
        lengths.sort_unstable_by_key(|(place, length)| (*place, std::cmp::Reverse(*length)));
        lengths.dedup_by_key(|(place, _)| *place);
        for (place, _) in &lengths {
            self.longer[*place as usize / WORD] |= 1 << (*place as usize % WORD);
        }
        self.lengths = lengths;
    }

    pub(super) fn at(&self, place: Place) -> u32 {
        let is_set = |bits: &[u64]| bits[place as usize / WORD] >> (place as usize % WORD) & 1 == 1;
        if !is_set(&self.frequent) {
            0
        } else if is_set(&self.longer) {
            let found = self
                .lengths
                .binary_search_by_key(&place, |(place, _)| *place);
            found.map_or(self.base, |index| self.lengths[index].1)
        } else {
            self.base
        }
    }

    /// The places where one frequent gram of the base's length begins, and at the next
    /// place another one.
    pub(super) fn pairs(&self) -> Vec<Place> {
        let mut places = Vec::new();
        for (index, word) in self.frequent.iter().enumerate() {
            let next = self.frequent.get(index + 1).copied().unwrap_or_default();
            let mut both = word & (word >> 1 | next << (WORD - 1));
            while both > 0 {
                places.push((index * WORD) as Place + both.trailing_zeros());
                both &= both - 1;
            }
        }
        places
    }
}
