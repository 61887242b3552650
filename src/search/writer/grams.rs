//! Grams of the base's length, by ranges of first characters.
//!
//! All positions of an archive's grams at once would take more memory than its texts. So the
//! texts are read once for each range, and each thread has the positions of one in memory.

use super::positions::{Keyed, Position, key, keyed, place};
use super::texts::{GAP, Texts};
use std::ops::Range;

/// Maximum number of ranges for each thread; the positions in memory then take half a byte for
/// each character of the texts.
const RANGES: usize = 16;
/// Minimum number of positions in a range, since each range reads the texts once.
const PLACES: usize = 100_000;

/// Positions of the grams that begin with the characters of a range.
pub(super) struct Grams {
    /// Number of the first character of the range.
    first: u32,
    /// End of the positions of each character.
    ends: Vec<usize>,
    /// Sorted positions of each character, with the number of the next character.
    places: Vec<Keyed>,
}

/// Returns ranges of the numbers of characters, without the gap, with about the same number of
/// positions each.
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
    /// Collects the positions of a range from the texts.
    pub(super) fn of(texts: &Texts, range: &Range<u32>) -> Self {
        let counts = &texts.counts[range.start as usize..range.end as usize];
        let mut ends: Vec<usize> = Vec::with_capacity(counts.len());
        let mut sum = 0;
        for count in counts {
            // The start, which becomes the end while the positions are inserted.
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

    /// Calls `call` for each character with its positions.
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

/// Calls `call` for the positions of each key; the positions have to be sorted by key.
pub(super) fn each_key(sorted: &mut [Keyed], mut call: impl FnMut(u32, &mut [Keyed])) {
    for run in sorted.chunk_by_mut(|one, other| key(*one) == key(*other)) {
        call(key(run[0]), run);
    }
}

/// Calls `call` for each prefix of the grams that begin with a character, with the positions of
/// its grams, sorted by their last characters. Prefixes contain no gap.
pub(super) fn each_prefix(
    texts: &Texts,
    base: u32,
    letter: u32,
    places: &mut [Keyed],
    mut call: impl FnMut(&[char], &mut [Keyed]),
) {
    let letter = texts.alphabet[letter as usize];
    sort_by_key(places, texts.alphabet.len());
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

/// Sorts positions by their keys, which are numbers of characters; they have to be in ascending
/// order. The keys are counted, as comparisons would take longer, unless there are so few
/// positions that the counts of the alphabet would.
fn sort_by_key(places: &mut [Keyed], alphabet: usize) {
    if places.len() < alphabet / 4 {
        places.sort_unstable();
        return;
    }
    let mut starts = vec![0_u32; alphabet + 1];
    for each in places.iter() {
        starts[key(*each) as usize + 1] += 1;
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    let mut sorted = vec![0; places.len()];
    for each in places.iter() {
        let start = &mut starts[key(*each) as usize];
        sorted[*start as usize] = *each;
        *start += 1;
    }
    places.copy_from_slice(&sorted);
}

/// Returns the positions without their sort keys.
pub(super) fn bare(places: &[Keyed]) -> impl Iterator<Item = Position> {
    places.iter().map(|each| place(*each))
}
