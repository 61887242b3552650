//! A tier: the shards of a range of documents.

use super::record::{
    List, Measures, Place, ShardWriter, document, list_cost, matches_cost, order, position,
};
use crate::search::bits::rice_parameter;
use crate::search::gram::{hash, place};
use crate::search::shard::{HEADING, Match, PART, frequency};
use crate::search::tier::{FREQUENT_BITS, path, seed};
use std::collections::{BTreeMap, HashMap};

/// What a shard is to weigh, in bits. Lighter ones save transfer and cost files.
const SHARD: u64 = 2_300 * 8;
/// A pair whose lists take more bits than this is split by the letter that follows.
const WIDEST_PAIR: u32 = 1_500 * 8;
/// A longer gram whose list takes more bits than this is split by its neighbours.
const LONGEST_LIST: u32 = 2_000 * 8;
/// A phrase that is longer than this and still frequent is left as it is.
const LONGEST_GRAM: usize = 40;
/// What stands in a text between blocks.
pub(super) const GAP: char = '\0';

/// A tier that is finished.
pub(super) struct Tier {
    pub(super) documents: u32,
    pub(super) generation: u32,
    pub(super) shards: u32,
    /// The marks of frequent grams, by their length from 2 on.
    pub(super) frequent: Vec<Vec<u32>>,
}

/// The places of all grams that begin with the same pairs, sorted.
struct Pairs {
    /// Three letters of 21 bits.
    keys: Vec<u64>,
    places: Vec<Place>,
}

enum Content {
    Matches(Vec<Match>),
    /// A range of the pairs.
    Pairs(usize, usize),
    Places(Vec<Place>),
}

struct Record {
    key: Vec<char>,
    hash: u32,
    content: Content,
}

/// Collects the records of a tier.
struct Builder<'a> {
    texts: &'a [Vec<char>],
    measures: Measures,
    records: Vec<Record>,
    bits: u64,
    frequent: Vec<Vec<u32>>,
}

/// Writes the shards of some documents. A text has its blocks at their positions and
/// [`GAP`] everywhere else.
pub(super) fn write(texts: &[Vec<char>], files: &mut BTreeMap<String, Vec<u8>>) -> Tier {
    let letters: usize = texts.iter().map(Vec::len).sum();
    let mean = letters / texts.len().max(1);
    let mut builder = Builder {
        texts,
        measures: Measures {
            documents: texts.len() as u32,
            position: rice_parameter(mean as u32 / 2),
        },
        records: Vec::new(),
        bits: 0,
        frequent: Vec::new(),
    };
    builder.letters();
    let pairs = sorted_pairs(texts);
    let longer = builder.pairs(&pairs);
    builder.longer(longer);
    builder.finish(&pairs, files)
}

fn sorted_pairs(texts: &[Vec<char>]) -> Pairs {
    let mut entries: Vec<(u64, Place)> = Vec::with_capacity(texts.iter().map(Vec::len).sum());
    for (number, text) in texts.iter().enumerate() {
        let letter = |index: usize| {
            text.get(index)
                .map_or(0, |letter| u64::from(*letter as u32))
        };
        for at in 0..text.len() {
            let (first, second) = (letter(at), letter(at + 1));
            if first > 0 && second > 0 {
                let key = first << 42 | second << 21 | letter(at + 2);
                entries.push((key, (number as u64) << 32 | at as u64));
            }
        }
    }
    entries.sort_unstable();
    let (keys, places) = entries.into_iter().unzip();
    Pairs { keys, places }
}

/// The end of the run of equal values that starts here.
fn run_end(keys: &[u64], start: usize, shift: u32) -> usize {
    let key = keys[start] >> shift;
    start + keys[start..].partition_point(|other| other >> shift == key)
}

/// The letters of a packed key, without gaps.
fn unpack(key: u64) -> Vec<char> {
    [key >> 42, key >> 21 & 0x1f_ffff, key & 0x1f_ffff]
        .into_iter()
        .filter_map(|code| char::from_u32(code as u32))
        .filter(|letter| *letter != GAP)
        .collect()
}

/// The mark of a frequent gram in the index's entry.
fn mark(hash: u32) -> u32 {
    hash >> (32 - FREQUENT_BITS)
}

impl Builder<'_> {
    /// Single letters: documents only, for nothing can be adjacent inside of them.
    fn letters(&mut self) {
        let mut all: HashMap<char, Vec<(Match, u32)>> = HashMap::new();
        for (number, text) in self.texts.iter().enumerate() {
            for (at, letter) in text
                .iter()
                .enumerate()
                .filter(|(_, letter)| **letter != GAP)
            {
                let found = all.entry(*letter).or_default();
                match found.last_mut() {
                    Some((last, count)) if last.document == number as u32 => *count += 1,
                    _ => found.push((first_match(number as u32, at as u32), 1)),
                }
            }
        }
        for (letter, found) in all {
            let counted = |(found, count)| Match {
                frequency: frequency(count),
                ..found
            };
            self.matches(vec![letter], found.into_iter().map(counted).collect());
        }
    }

    /// Records of pairs. Gives the places of the trigrams that are still too frequent.
    fn pairs(&mut self, pairs: &Pairs) -> Vec<Place> {
        let Pairs { keys, places } = pairs;
        let mut groups = Vec::new();
        let mut marks = [Vec::new(), Vec::new()];
        let mut start = 0;
        while start < keys.len() {
            let end = run_end(keys, start, 21);
            let mut cost = 44;
            let mut at = start;
            while at < end {
                let next = run_end(keys, at, 0);
                let list = list_cost(&places[at..next], self.measures);
                if list > LONGEST_LIST && keys[at] & 0x1f_ffff > 0 {
                    marks[1].push(mark(hash(&unpack(keys[at]))));
                }
                cost += 13 + list;
                at = next;
            }
            let key = unpack(keys[start] >> 21 << 21);
            let hash = hash(&key);
            if cost > WIDEST_PAIR {
                marks[0].push(mark(hash));
            }
            groups.push((key, hash, cost, start, end));
            start = end;
        }
        let [two, three] = marks.map(sorted);
        let mut longer = Vec::new();
        for (key, hash, cost, start, end) in groups {
            let is_frequent = two.binary_search(&mark(hash)).is_ok();
            if is_frequent {
                let mut all = places[start..end].to_vec();
                all.sort_unstable();
                self.matches(key, found(&all));
            } else {
                self.add(key, hash, cost, Content::Pairs(start, end));
            }
            self.trigrams(pairs, (start, end), is_frequent, &three, &mut longer);
        }
        self.frequent = vec![two, three];
        longer
    }

    /// The trigrams of a pair: in records of their own if the pair is frequent.
    fn trigrams(
        &mut self,
        pairs: &Pairs,
        (start, end): (usize, usize),
        pair_is_frequent: bool,
        three: &[u32],
        longer: &mut Vec<Place>,
    ) {
        let mut at = start;
        while at < end {
            let next = run_end(&pairs.keys, at, 0);
            let key = unpack(pairs.keys[at]);
            let hash = hash(&key);
            let places = &pairs.places[at..next];
            at = next;
            if key.len() < 3 {
                continue;
            }
            if three.binary_search(&mark(hash)).is_ok() {
                self.matches(key, found(places));
                longer.extend(places);
            } else if pair_is_frequent {
                let cost = 45 + list_cost(places, self.measures);
                self.add(key, hash, cost, Content::Places(places.to_vec()));
            }
        }
    }

    /// Grams of four letters and more: those that hold a frequent one at either end.
    fn longer(&mut self, mut frequent: Vec<Place>) {
        let texts = self.texts;
        for length in 4.. {
            let gram = |place: Place| {
                let start = position(place) as usize;
                texts[document(place) as usize].get(start..start + length)
            };
            let mut places: Vec<Place> = frequent
                .iter()
                .flat_map(|place| [Some(*place), (position(*place) > 0).then(|| place - 1)])
                .flatten()
                .filter(|place| gram(*place).is_some_and(|gram| !gram.contains(&GAP)))
                .collect();
            places.sort_unstable_by(|one, other| {
                gram(*one).cmp(&gram(*other)).then_with(|| one.cmp(other))
            });
            places.dedup();
            if places.is_empty() {
                break;
            }
            let groups: Vec<_> = places
                .chunk_by(|one, other| gram(*one) == gram(*other))
                .filter_map(|places| {
                    let key = gram(*places.first()?)?.to_vec();
                    Some((hash(&key), key, list_cost(places, self.measures), places))
                })
                .collect();
            let marks = groups
                .iter()
                .filter(|(_, _, cost, _)| *cost > LONGEST_LIST && length < LONGEST_GRAM)
                .map(|(hash, ..)| mark(*hash));
            let marks = sorted(marks.collect());
            frequent = Vec::new();
            for (hash, key, cost, places) in groups {
                if marks.binary_search(&mark(hash)).is_ok() {
                    self.matches(key, found(places));
                    frequent.extend(places);
                } else {
                    let cost = 30 + 16 * length as u32 + cost;
                    self.add(key, hash, cost, Content::Places(places.to_vec()));
                }
            }
            self.frequent.push(marks);
        }
    }

    fn matches(&mut self, key: Vec<char>, matches: Vec<Match>) {
        let cost = matches_cost(matches.len() as u32, self.measures.documents) + 30;
        let hash = hash(&key);
        self.add(key, hash, cost, Content::Matches(matches));
    }

    fn add(&mut self, key: Vec<char>, hash: u32, cost: u32, content: Content) {
        self.bits += u64::from(cost);
        self.records.push(Record { key, hash, content });
    }

    /// Deals the records out into shards and writes them.
    fn finish(mut self, pairs: &Pairs, files: &mut BTreeMap<String, Vec<u8>>) -> Tier {
        let shards = (self.bits / SHARD) as u32 + 1;
        self.records.sort_unstable_by(|one, other| {
            let (first, second) = (place(one.hash, shards), place(other.hash, shards));
            first
                .cmp(&second)
                .then_with(|| order(&one.key).cmp(&order(&other.key)))
        });
        let mut written = Vec::new();
        let mut rest = self.records.as_slice();
        for number in 0..shards {
            let count = rest.partition_point(|record| place(record.hash, shards) == number);
            let (records, others) = rest.split_at(count);
            rest = others;
            let mut shard = ShardWriter::new(count as u32, self.measures);
            for record in records {
                match &record.content {
                    Content::Matches(matches) => shard.matches(&record.key, matches),
                    Content::Places(places) => shard.lists(&record.key, &[(None, places)]),
                    Content::Pairs(start, end) => {
                        shard.lists(&record.key, &lists(pairs, *start, *end));
                    }
                }
            }
            written.push(shard);
        }
        let contents: Vec<Vec<u8>> = written.into_iter().map(ShardWriter::finish).collect();
        let generation = super::generation(contents.iter().map(Vec::as_slice));
        for (number, content) in (0..).zip(contents) {
            let file = super::sealed(seed(generation, number), &content);
            files.insert(path(generation, number), file);
        }
        Tier {
            documents: self.measures.documents,
            generation,
            shards,
            frequent: self.frequent,
        }
    }
}

/// The lists of a pair.
fn lists(pairs: &Pairs, start: usize, end: usize) -> Vec<List<'_>> {
    let mut lists: Vec<List> = Vec::new();
    let mut at = start;
    while at < end {
        let next = run_end(&pairs.keys, at, 0);
        let letter = char::from_u32((pairs.keys[at] & 0x1f_ffff) as u32);
        let letter = letter.filter(|letter| *letter != GAP);
        lists.push((letter, &pairs.places[at..next]));
        at = next;
    }
    lists.sort_unstable_by_key(|(letter, _)| super::record::next_number(*letter));
    lists
}

fn sorted(mut marks: Vec<u32>) -> Vec<u32> {
    marks.sort_unstable();
    marks.dedup();
    marks
}

fn first_match(document: u32, position: u32) -> Match {
    Match {
        document,
        frequency: 0,
        in_heading: position < HEADING,
        part: position / PART,
    }
}

/// The documents of places that are in order.
fn found(places: &[Place]) -> Vec<Match> {
    places
        .chunk_by(|one, other| document(*one) == document(*other))
        .filter_map(|group| {
            let first = *group.first()?;
            let frequency = frequency(group.len() as u32);
            Some(Match {
                frequency,
                ..first_match(document(first), position(first))
            })
        })
        .collect()
}
