//! Reader of a tier: selection of the records that find a word.

use super::gram::{compact, hash, place};
use super::shard::{Lookup, Measures, Wanted};

/// Bits of a gram's hash that mark it as frequent.
pub(super) const FREQUENT_BITS: u32 = 24;

/// Shards of a range of documents.
#[derive(Debug, Clone)]
pub(super) struct Tier {
    pub(super) measures: Measures,
    /// Hash of all shards, which names their folder.
    pub(super) generation: u32,
    pub(super) shards: u32,
    /// Marks of frequent grams, sorted, by their length from 1.
    pub(super) frequent: Vec<Vec<u32>>,
}

/// Returns the seed of a shard's checksum, so that no shard of another number or base is
/// accepted. The generation of its tier is not included: most shards keep their content in the
/// next generation, and equal content has to have equal bytes.
pub(super) fn seed(base: u32, shard: u32) -> u32 {
    base ^ shard.wrapping_mul(0x9e37_79b1)
}

/// Method of finding the occurrences of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Way {
    /// One record has the answer.
    Direct(Lookup),
    /// Records of grams that together contain all characters of the word, each with its offset
    /// in the word. The word occurs where all of them do.
    Cover(Vec<(u32, Lookup)>),
}

/// Returns the hash of a group, made of its prefix and, in place of a character, its class.
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
        let marks = gram
            .len()
            .checked_sub(1)
            .and_then(|at| self.frequent.get(at));
        marks.is_some_and(|marks| {
            marks
                .binary_search(&(hash(gram) >> (32 - FREQUENT_BITS)))
                .is_ok()
        })
    }

    /// Returns the method of finding the occurrences of a word, which is not empty.
    ///
    /// All grams of the base's length are indexed; a longer gram is if both of its ends are
    /// frequent. A frequent gram is indexed without its positions. The record of a rare gram
    /// includes its neighbours as far as frequent grams extend. So rare grams cover any word
    /// that is not frequent: take any frequent gram in it that is not part of a longer one, and
    /// an adjacent character. Of the grams that end with this character, the shortest one that
    /// is not frequent is indexed, and the frequent gram overlaps with it.
    pub(super) fn way(&self, word: &[char]) -> Way {
        let base = self.measures.base as usize;
        if word.len() < base {
            return Way::Direct(self.short(word));
        }
        let reach = self.reach(word);
        if reach.first() == Some(&word.len()) {
            return Way::Direct(Lookup::of(word));
        }
        // For each rare gram: the range of the word that its record covers, its start and
        // length.
        let mut rare = Vec::new();
        for (start, own) in reach.iter().enumerate() {
            let length = base.max(own + 1);
            let next = reach.get(start + 1).copied().unwrap_or_default();
            let is_filed = length == base || next + 1 >= length;
            if !is_filed || start + length > word.len() {
                continue;
            }
            let mut first = start;
            while first > 0
                && reach
                    .get(first - 1)
                    .is_some_and(|own| first - 1 + own + 1 >= start + length)
            {
                first -= 1;
            }
            let end = (start + length).max(start + 1 + next);
            rare.push((first, end, start, length));
        }
        let mut cover = Vec::new();
        let mut covered = 0;
        while covered < word.len() {
            // Of those that begin at or before the first uncovered character, the one that
            // extends furthest.
            let next = rare.iter().filter(|(first, ..)| *first <= covered);
            let Some(&(first, end, start, length)) = next.max_by_key(|(_, end, ..)| *end) else {
                break;
            };
            if end <= covered {
                break;
            }
            let letters = |from: usize, to: usize| word.get(from..to).unwrap_or_default();
            let mut lookup = self.lookup(letters(start, start + length));
            lookup.left = letters(first, start).to_vec();
            lookup.right = letters(start + length, end).to_vec();
            cover.push((start as u32, lookup));
            covered = end;
        }
        Way::Cover(cover)
    }

    /// Returns, for each character of a word, the length of the longest frequent gram that
    /// begins there.
    fn reach(&self, word: &[char]) -> Vec<usize> {
        let mut reach = vec![0; word.len()];
        for length in self.measures.base as usize..=word.len().min(self.frequent.len()) {
            for start in 0..=word.len() - length {
                let is_filed = length == self.measures.base as usize
                    || [start, start + 1]
                        .iter()
                        .all(|at| reach.get(*at).is_some_and(|reach| *reach + 1 >= length));
                let gram = word.get(start..start + length);
                if is_filed
                    && gram.is_some_and(|gram| self.is_frequent(gram))
                    && let Some(reach) = reach.get_mut(start)
                {
                    *reach = length;
                }
            }
        }
        reach
    }

    /// Returns the lookup of a word that is shorter than the base.
    fn short(&self, word: &[char]) -> Lookup {
        let is_group = word.len() > 1 && !self.is_frequent(word);
        Lookup {
            group: is_group.then_some(Wanted {
                class: 0,
                next: None,
            }),
            ..Lookup::of(word)
        }
    }

    /// Returns the lookup of an indexed gram that is at least as long as the base.
    fn lookup(&self, gram: &[char]) -> Lookup {
        let base = self.measures.base as usize;
        match gram.split_last() {
            Some((last, prefix)) if gram.len() == base && !self.is_frequent(gram) => {
                let next = compact(*last) + 1;
                let bits = self.measures.class_bits(self.is_frequent(prefix)).min(16);
                Lookup {
                    group: Some(Wanted {
                        class: next & ((1 << bits) - 1),
                        next: Some(next),
                    }),
                    ..Lookup::of(prefix)
                }
            }
            _ => Lookup::of(gram),
        }
    }
}
