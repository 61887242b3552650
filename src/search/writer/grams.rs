//! All grams of the base's length, sorted, with their places.

use super::record::{Place, next_number};

/// What stands in a text between blocks.
pub(super) const GAP: char = '\0';

/// The low bits of a packed key: its last letter.
pub(super) const LETTER_BITS: u32 = 21;
const LETTER: u64 = (1 << LETTER_BITS) - 1;

/// The places of all grams of the base's length, sorted by gram.
pub(super) struct Grams {
    pub(super) keys: Vec<u64>,
    pub(super) places: Vec<Place>,
}

/// The list of a gram: a range of the places.
#[derive(Debug, Clone, Copy)]
pub(super) struct List {
    pub(super) key: u64,
    pub(super) start: usize,
    pub(super) end: usize,
    /// About how many bits it takes.
    pub(super) cost: u32,
}

impl List {
    /// The number of the gram's last letter.
    pub(super) fn number(&self) -> u32 {
        next_number(last_letter(self.key))
    }
}

pub(super) fn sorted_grams(texts: &[Vec<char>], base: u32) -> Grams {
    let mut entries: Vec<(u64, Place)> = Vec::with_capacity(texts.iter().map(Vec::len).sum());
    for (number, text) in texts.iter().enumerate() {
        let letter = |index: usize| {
            text.get(index)
                .map_or(0, |letter| u64::from(*letter as u32))
        };
        for at in 0..text.len() {
            let (first, second) = (letter(at), letter(at + 1));
            if first > 0 && second > 0 {
                let mut key = first << LETTER_BITS | second;
                if base == 3 {
                    key = key << LETTER_BITS | letter(at + 2);
                }
                entries.push((key, (number as u64) << 32 | at as u64));
            }
        }
    }
    entries.sort_unstable();
    let (keys, places) = entries.into_iter().unzip();
    Grams { keys, places }
}

/// The runs of keys that are equal without their low bits, each with its end.
pub(super) fn runs(keys: &[u64], shift: u32) -> impl Iterator<Item = (u64, usize, usize)> {
    let mut end = 0;
    keys.chunk_by(move |one, other| one >> shift == other >> shift)
        .map(move |run| {
            let start = end;
            end += run.len();
            (run[0], start, end)
        })
}

/// The letters of a packed key, without gaps.
pub(super) fn unpack(key: u64) -> Vec<char> {
    [
        key >> (2 * LETTER_BITS),
        key >> LETTER_BITS & LETTER,
        key & LETTER,
    ]
    .into_iter()
    .filter_map(|code| char::from_u32(code as u32))
    .filter(|letter| *letter != GAP)
    .collect()
}

pub(super) fn last_letter(key: u64) -> Option<char> {
    char::from_u32((key & LETTER) as u32).filter(|letter| *letter != GAP)
}
