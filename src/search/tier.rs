//! A tier from the reader's side: which record proves what.

use super::gram::{compact, hash, place};
use super::shard::{Lookup, Measures, Wanted};

/// How many bits of a gram's hash mark it as frequent.
pub(super) const FREQUENT_BITS: u32 = 24;

/// The shards of a range of documents.
#[derive(Debug, Clone)]
pub(super) struct Tier {
    pub(super) measures: Measures,
    /// A hash of all shards, which is the name of their folder.
    pub(super) generation: u32,
    pub(super) shards: u32,
    /// The marks of frequent grams, sorted, by their length from 1 on.
    pub(super) frequent: Vec<Vec<u32>>,
}

/// The name of a shard's file.
pub(super) fn path(generation: u32, shard: u32) -> String {
    let mut path = String::new();
    push_hex(&mut path, generation);
    path.push('/');
    push_number(&mut path, shard);
    path.push_str(".bin");
    path
}

/// Eight hexadecimal digits; `format!` would weigh a kilobyte.
pub(super) fn push_hex(text: &mut String, number: u32) {
    for shift in (0..8).rev() {
        text.extend(char::from_digit(number >> (shift * 4) & 15, 16));
    }
}

/// A number in decimal digits.
pub(super) fn push_number(text: &mut String, number: u32) {
    if number >= 10 {
        push_number(text, number / 10);
    }
    text.extend(char::from_digit(number % 10, 10));
}

/// What a shard's checksum begins with, so that no shard passes for another.
pub(super) fn seed(generation: u32, shard: u32) -> u32 {
    generation ^ shard.wrapping_mul(0x9e37_79b1)
}

/// How the occurrences of a word are found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Way {
    /// One record has the answer.
    Direct(Lookup),
    /// Records of grams that together hold all letters of the word, each with its place in
    /// the word: the word is where all of them are.
    Cover(Vec<(u32, Lookup)>),
}

/// What is known about a part of a word before anything is loaded.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gram {
    /// Not filed as a whole.
    Unfiled,
    /// Filed with its documents only, for it is frequent.
    Frequent,
    /// Filed with its places.
    Rare,
}

/// Where a group is filed: by its prefix and, in the place of a letter, its class.
pub(super) fn group_hash(prefix: &[char], class: u32) -> u32 {
    let mut filed = prefix.to_vec();
    filed.extend(char::from_u32(class));
    hash(&filed)
}

impl Tier {
    pub(super) fn shard_of(&self, lookup: &Lookup) -> u32 {
        let hash = match lookup.group {
            Some(wanted) => group_hash(&lookup.key, wanted.class),
            None => hash(&lookup.key),
        };
        place(hash, self.shards)
    }

    fn is_frequent(&self, gram: &[char]) -> bool {
        let marks = gram.len().checked_sub(1).and_then(|at| self.frequent.get(at));
        marks.is_some_and(|marks| {
            marks
                .binary_search(&(hash(gram) >> (32 - FREQUENT_BITS)))
                .is_ok()
        })
    }

    /// The way to the occurrences of a word, which is not empty.
    ///
    /// Grams of the base's length are filed all. A longer gram is filed when it holds a
    /// frequent gram of one letter less. So of a word that is not filed itself neither end
    /// is frequent, and by induction rare grams hold all of its letters.
    pub(super) fn way(&self, word: &[char]) -> Way {
        let base = self.measures.base as usize;
        if word.len() < base {
            return Way::Direct(self.short(word));
        }
        let longest = self.frequent.len() + 1;
        // For each place in the word the widest rare gram there; found while grams grow.
        let mut widest: Vec<usize> = vec![0; word.len()];
        let mut grams: Vec<Gram> = Vec::new();
        for length in base..=word.len().min(longest.max(base)) {
            grams = (0..=word.len() - length)
                .map(|start| {
                    let is_filed = length == base
                        || [start, start + 1]
                            .iter()
                            .any(|at| grams.get(*at) == Some(&Gram::Frequent));
                    match word.get(start..start + length) {
                        Some(gram) if is_filed && self.is_frequent(gram) => Gram::Frequent,
                        Some(_) if is_filed => Gram::Rare,
                        _ => Gram::Unfiled,
                    }
                })
                .collect();
            for (widest, gram) in widest.iter_mut().zip(&grams) {
                if *gram == Gram::Rare {
                    *widest = length;
                }
            }
            if length == word.len() && grams.first() != Some(&Gram::Unfiled) {
                return Way::Direct(self.lookup(word));
            }
        }
        Way::Cover(self.cover(word, &widest))
    }

    fn cover(&self, word: &[char], widest: &[usize]) -> Vec<(u32, Lookup)> {
        let mut cover = Vec::new();
        let mut covered = 0;
        while covered < word.len() {
            // Of the grams that begin at or before the first letter that is left, the one
            // that reaches furthest; of equals the last, for it is the shortest.
            let next = widest
                .iter()
                .enumerate()
                .take(covered + 1)
                .filter(|(_, length)| **length > 0)
                .max_by_key(|(start, length)| (start + **length, *start));
            let Some((start, &length)) = next.filter(|(start, length)| start + **length > covered)
            else {
                break;
            };
            let gram = word.get(start..start + length).unwrap_or_default();
            cover.push((start as u32, self.lookup(gram)));
            covered = start + length;
        }
        cover
    }

    /// Where a word stands that is shorter than the base.
    fn short(&self, word: &[char]) -> Lookup {
        let is_group = word.len() > 1 && !self.is_frequent(word);
        Lookup {
            key: word.to_vec(),
            group: is_group.then_some(Wanted {
                class: 0,
                next: None,
            }),
        }
    }

    /// Where a filed gram stands that is at least as long as the base.
    fn lookup(&self, gram: &[char]) -> Lookup {
        let base = self.measures.base as usize;
        match gram.split_last() {
            Some((last, prefix)) if gram.len() == base && !self.is_frequent(gram) => {
                let next = compact(*last) + 1;
                let bits = self.measures.class_bits(self.is_frequent(prefix)).min(16);
                Lookup {
                    key: prefix.to_vec(),
                    group: Some(Wanted {
                        class: next & ((1 << bits) - 1),
                        next: Some(next),
                    }),
                }
            }
            _ => Lookup {
                key: gram.to_vec(),
                group: None,
            },
        }
    }
}
