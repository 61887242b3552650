//! The grams of the base's length, a range of first letters at a time.
//!
//! All places of an archive's grams at once would take more memory than its texts. So the
//! texts are read once for each range, and each thread has the places of one in memory.

use super::positions::{Keyed, Position, key, keyed, place};
use super::texts::{GAP, Texts};
use std::ops::Range;

/// Ranges for each thread at most: the places of those in memory then take half a byte for
/// each letter of the texts.
const RANGES: usize = 16;
/// Places of a range at least: more ranges mean more readings.
const PLACES: usize = 100_000;

/// The places of the grams that begin with the letters of a range.
pub(super) struct Grams {
    /// The number of the first letter of the range.
    first: u32,
    /// Where the places of each letter end.
    ends: Vec<usize>,
    /// For each letter its places in order, with the number of the letter that follows.
    places: Vec<Keyed>,
}

/// Ranges of letters' numbers, without the gap, of which each has about as many places.
pub(super) fn ranges(texts: &Texts) -> Vec<Range<u32>> {
    let ranges = RANGES * rayon::current_num_threads();
    let each = (texts.len() / ranges).max(PLACES);
    let mut cut = Vec::new();
    let mut start = 1;
    let mut sum = 0;
    for (number, count) in (0..).zip(&texts.counts).skip(1) {
        if sum > 0 && sum + *count as usize > each {
            cut.push(start..number);
            start = number;
            sum = 0;
        }
        sum += *count as usize;
    }
    cut.push(start..texts.counts.len() as u32);
    cut
}

impl Grams {
    /// Reads the texts for the places of a range.
    pub(super) fn of(texts: &Texts, range: &Range<u32>) -> Self {
        let counts = &texts.counts[range.start as usize..range.end as usize];
        let mut ends: Vec<usize> = Vec::with_capacity(counts.len());
        let mut sum = 0;
        for count in counts {
            // The start, which becomes the end while the places are filled in.
            ends.push(sum);
            sum += *count as usize;
        }
        let mut places = vec![0; sum];
        texts.each_place(range, |at, number, next| {
            let end = &mut ends[(number - range.start) as usize];
            places[*end] = keyed(next, at);
            *end += 1;
        });
        Self {
            first: range.start,
            ends,
            places,
        }
    }

    /// Calls back for each letter with its places.
    pub(super) fn each_letter(mut self, mut call: impl FnMut(u32, &mut [Keyed])) {
        let mut rest = self.places.as_mut_slice();
        let mut start = 0;
        for (number, end) in (self.first..).zip(self.ends) {
            let (places, others) = rest.split_at_mut(end - start);
            call(number, places);
            rest = others;
            start = end;
        }
    }
}

/// Calls back for the places of each key, which have to be sorted.
pub(super) fn each_key(sorted: &mut [Keyed], mut call: impl FnMut(u32, &mut [Keyed])) {
    for run in sorted.chunk_by_mut(|one, other| key(*one) == key(*other)) {
        call(key(run[0]), run);
    }
}

/// Calls back for each prefix of the grams that begin with a letter, with the places of
/// its grams, which are sorted by their last letters; no gap is in a prefix.
pub(super) fn each_prefix(
    texts: &Texts,
    base: u32,
    letter: u32,
    places: &mut [Keyed],
    mut call: impl FnMut(&[char], &mut [Keyed]),
) {
    let letter = texts.alphabet[letter as usize];
    places.sort_unstable();
    if base == 2 {
        let gaps = places.partition_point(|place| key(*place) == 0);
        call(&[letter], &mut places[gaps..]);
        return;
    }
    each_key(places, |second, places| {
        let second = texts.alphabet[second as usize];
        if second != GAP {
            for each in places.iter_mut() {
                let start = place(*each);
                *each = keyed(texts.number(start + 2), start);
            }
            places.sort_unstable();
            call(&[letter, second], places);
        }
    });
}

/// The places without what they are sorted by.
pub(super) fn bare(places: &[Keyed]) -> impl Iterator<Item = Position> {
    places.iter().map(|each| place(*each))
}
