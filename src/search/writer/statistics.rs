//! Statistics of all grams, which are needed before the first gram is written.

use super::frequent_map::FrequentMap;
use super::grams::{Grams, each_prefix, ranges};
use super::marks::{is_marked, mark};
use super::positions::{Keyed, Position, key};
use super::record::{Codes, list_cost};
use super::texts::{GAP, Texts};
use crate::search::gram::hash;
use crate::search::shard::Measures;
use crate::search::tier::FREQUENT_BITS;
use rayon::prelude::*;

/// Maximum size of a prefix's group in bits; larger ones are split into more groups.
const WIDEST_GROUP: u32 = 1_200 * 8;
/// Maximum length of a gram's list in bits; if it is longer, only documents are indexed.
pub(super) const LONGEST_LIST: u32 = 6_000 * 8;
/// Average number of lists in a group: fewer repeat the prefix too often, more make visitors
/// load data they do not need.
const LISTS: usize = 6;
/// Bits of a list in its group in addition to its positions.
const LIST: u32 = 10;

/// Costs of the grams of the base's length, by their prefixes; one part for each range.
pub(super) struct Statistics(Vec<Part>);

#[derive(Default)]
struct Part {
    prefixes: Vec<Prefix>,
    lists: Vec<List>,
}

struct Prefix {
    /// Number of its first character.
    first: u32,
    hash: u32,
    /// Cost of the list of occurrences at the end of blocks, if there is one.
    ended: Option<u32>,
    /// End of its other lists in those of the part.
    end: usize,
}

/// Hash of a gram and the approximate length of its list in bits.
struct List {
    hash: u32,
    cost: u32,
}

impl Statistics {
    pub(super) fn of(texts: &Texts, codes: Codes) -> Self {
        let parts = ranges(texts)
            .par_iter()
            .map(|range| {
                let mut part = Part::default();
                Grams::of(texts, range).each_letter(|letter, places| {
                    each_prefix(
                        texts,
                        codes.measures.base,
                        letter,
                        places,
                        |prefix, places| {
                            part.prefix(texts, codes, letter, prefix, places);
                        },
                    );
                });
                part
            })
            .collect();
        Self(parts)
    }
    /// Returns the marks of grams whose lists would be too long.
    pub(super) fn long(&self) -> Vec<u32> {
        let lists = self.0.iter().flat_map(|part| &part.lists);
        let long = lists.filter(|list| list.cost > LONGEST_LIST);
        sorted(long.map(|list| mark(list.hash)).collect())
    }

    /// Returns the prefixes, each with its lists.
    fn each(&self) -> impl Iterator<Item = (&Prefix, &[List])> {
        self.0.iter().flat_map(|part| {
            let mut start = 0;
            part.prefixes.iter().map(move |prefix| {
                let lists = &part.lists[start..prefix.end];
                start = prefix.end;
                (prefix, lists)
            })
        })
    }

    /// Records the positions of the marked grams.
    pub(super) fn frequent_map(&self, texts: &mut Texts, base: u32, long: &[u32]) {
        // Most characters begin no marked gram, and a bit set of the marks is fast to query.
        let mut begins = vec![false; texts.alphabet.len()];
        for (prefix, lists) in self.each() {
            if lists.iter().any(|list| is_marked(long, list.hash)) {
                begins[prefix.first as usize] = true;
            }
        }
        let mut bits = vec![0_u64; 1 << (FREQUENT_BITS - 6)];
        for mark in long {
            bits[(mark >> 6) as usize] |= 1 << (mark & 63);
        }
        let is_long = |gram: &[char]| {
            let mark = mark(hash(gram));
            bits[(mark >> 6) as usize] >> (mark & 63) & 1 == 1
        };
        texts.frequent_map = FrequentMap::new(base, texts.len() as Position, |start| {
            let begins = begins[texts.number(start) as usize];
            begins && {
                let gram = &texts.gram(start)[..base as usize];
                !gram.contains(&GAP) && is_long(gram)
            }
        });
    }

    /// Returns the number of bits that distinguish the groups of a prefix.
    pub(super) fn class_bits(&self, base: u32, long: &[u32]) -> u32 {
        if base > 2 {
            return 0;
        }
        let (mut prefixes, mut all) = (0, 0);
        for (prefix, lists) in self.each() {
            let filed = lists.iter().filter(|list| !is_marked(long, list.hash));
            let filed = filed.count() + usize::from(prefix.ended.is_some());
            prefixes += usize::from(filed > 0);
            all += filed;
        }
        let mean = all / (LISTS * prefixes.max(1));
        mean.max(1).ilog2().min(8)
    }

    /// Returns the marks of prefixes that have more groups than others, and of pairs that lack
    /// the list of a frequent trigram.
    pub(super) fn wide(&self, measures: Measures, long: &[u32]) -> Vec<u32> {
        let mut wide = Vec::new();
        for (prefix, lists) in self.each() {
            let filed = lists.iter().filter(|list| !is_marked(long, list.hash));
            let costs = filed.map(|list| list.cost).chain(prefix.ended);
            let cost: u32 = costs.map(|cost| cost + LIST).sum();
            let is_lacking =
                measures.base > 2 && lists.iter().any(|list| is_marked(long, list.hash));
            if is_lacking || cost >> measures.class_bits > WIDEST_GROUP {
                wide.push(mark(prefix.hash));
            }
        }
        sorted(wide)
    }
}

impl Part {
    fn prefix(
        &mut self,
        texts: &Texts,
        codes: Codes,
        first: u32,
        prefix: &[char],
        places: &[Keyed],
    ) {
        let mut gram = prefix.to_vec();
        gram.push(GAP);
        let mut ended = None;
        for places in places.chunk_by(|one, other| has_same_key(*one, *other)) {
            let last = texts.alphabet[key(places[0]) as usize];
            let cost = list_cost(texts, places, codes);
            if last == GAP {
                ended = Some(cost);
            } else {
                gram[prefix.len()] = last;
                let hash = hash(&gram);
                self.lists.push(List { hash, cost });
            }
        }
        self.prefixes.push(Prefix {
            first,
            hash: hash(prefix),
            ended,
            end: self.lists.len(),
        });
    }
}

pub(super) fn has_same_key(one: Keyed, other: Keyed) -> bool {
    key(one) == key(other)
}

pub(super) fn sorted(mut marks: Vec<u32>) -> Vec<u32> {
    marks.sort_unstable();
    marks.dedup();
    marks
}
