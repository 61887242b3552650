//! A tier: the shards of a range of documents.

use super::record::{
    Codes, Place, ShardWriter, document, list_cost, matches_cost, next_number, order, position,
};
use crate::search::bits::rice_parameter;
use crate::search::gram::{hash, place};
use crate::search::shard::{HEADING, Match, Measures, PART, frequency};
use crate::search::tier::{FREQUENT_BITS, Tier, group_hash, path, seed};
use std::collections::{BTreeMap, HashMap};

/// What a shard is to weigh, in bits. Lighter ones save transfer and cost files.
const SHARD: u64 = 2_300 * 8;
/// A prefix whose groups take more bits than this is split into more of them.
const WIDEST_GROUP: u32 = 1_200 * 8;
/// A gram whose list takes more bits than this is split by its neighbours.
const LONGEST_LIST: u32 = 2_000 * 8;
/// A phrase that is longer than this and still frequent is left as it is.
const LONGEST_GRAM: usize = 40;
/// Lists of a group, on the average: fewer repeat the prefix too often, more make a
/// visitor load what is not asked for.
const LISTS: usize = 6;
/// What stands in a text between blocks.
pub(super) const GAP: char = '\0';

/// The low bits of a packed key: its last letter.
const LETTER_BITS: u32 = 21;
const LETTER: u64 = (1 << LETTER_BITS) - 1;

/// The places of all grams of the base's length, sorted by gram.
struct Grams {
    keys: Vec<u64>,
    places: Vec<Place>,
}

enum Content {
    Matches(Vec<Match>),
    Places(Vec<Place>),
    Group {
        is_frequent: bool,
        class: u32,
        lists: Vec<List>,
    },
}

/// A list of a group: the number of the letter after the prefix, and a range of places.
#[derive(Debug, Clone, Copy)]
struct List {
    number: u32,
    start: u32,
    end: u32,
}

struct Record {
    key: Vec<char>,
    hash: u32,
    content: Content,
}

/// Collects the records of a tier.
struct Builder<'a> {
    texts: &'a [Vec<char>],
    codes: Codes,
    records: Vec<Record>,
    bits: u64,
    /// The marks of frequent grams, by their length from 1 on.
    frequent: Vec<Vec<u32>>,
}

/// Writes the shards of some documents. A text has its blocks at their positions and
/// [`GAP`] everywhere else.
pub(super) fn write(
    texts: &[Vec<char>],
    base: u32,
    files: &mut BTreeMap<String, Vec<u8>>,
) -> Tier {
    let letters: usize = texts.iter().map(Vec::len).sum();
    let mean = letters / texts.len().max(1);
    let measures = Measures {
        documents: texts.len() as u32,
        base,
        class_bits: 0,
    };
    let mut builder = Builder {
        texts,
        codes: Codes {
            measures,
            position: rice_parameter(mean as u32 / 2),
        },
        records: Vec::new(),
        bits: 0,
        frequent: Vec::new(),
    };
    builder.letters();
    let grams = sorted_grams(texts, base);
    let frequent = builder.groups(&grams);
    builder.longer(base as usize + 1, frequent);
    builder.finish(&grams, files)
}

fn sorted_grams(texts: &[Vec<char>], base: u32) -> Grams {
    let mut entries: Vec<(u64, Place)> = Vec::with_capacity(texts.iter().map(Vec::len).sum());
    for (number, text) in texts.iter().enumerate() {
        let letter = |index: usize| text.get(index).map_or(0, |letter| u64::from(*letter as u32));
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
fn runs(keys: &[u64], shift: u32) -> impl Iterator<Item = (u64, usize, usize)> {
    let mut end = 0;
    keys.chunk_by(move |one, other| one >> shift == other >> shift)
        .map(move |run| {
            let start = end;
            end += run.len();
            (run[0], start, end)
        })
}

/// The letters of a packed key, without gaps.
fn unpack(key: u64) -> Vec<char> {
    [key >> (2 * LETTER_BITS), key >> LETTER_BITS & LETTER, key & LETTER]
        .into_iter()
        .filter_map(|code| char::from_u32(code as u32))
        .filter(|letter| *letter != GAP)
        .collect()
}

fn last_letter(key: u64) -> Option<char> {
    char::from_u32((key & LETTER) as u32).filter(|letter| *letter != GAP)
}

/// The mark of a frequent gram in the index's entry.
fn mark(hash: u32) -> u32 {
    hash >> (32 - FREQUENT_BITS)
}

fn is_marked(marks: &[u32], hash: u32) -> bool {
    marks.binary_search(&mark(hash)).is_ok()
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

    /// Groups of lists, one list for each gram of the base's length. Gives the places of the
    /// grams that are too frequent for a list.
    fn groups(&mut self, grams: &Grams) -> Vec<Place> {
        let Grams { keys, places } = grams;
        let base = self.codes.measures.base;
        let lists: Vec<(u64, usize, usize, u32)> = runs(keys, 0)
            .map(|(key, start, end)| (key, start, end, list_cost(&places[start..end], self.codes)))
            .collect();
        let long = lists
            .iter()
            .filter(|(key, .., cost)| *cost > LONGEST_LIST && last_letter(*key).is_some());
        let long = sorted(long.map(|(key, ..)| mark(hash(&unpack(*key)))).collect());
        let prefixes: Vec<&[(u64, usize, usize, u32)]> = lists
            .chunk_by(|one, other| one.0 >> LETTER_BITS == other.0 >> LETTER_BITS)
            .collect();
        if base == 2 {
            let mean = lists.len() / (LISTS * prefixes.len().max(1));
            self.codes.measures.class_bits = mean.max(1).ilog2().min(8);
        }
        let class_bits = self.codes.measures.class_bits;
        let wide = prefixes.iter().filter_map(|lists| {
            let costs = lists.iter().map(|list| list.3 + 10);
            let cost: u32 = costs.filter(|cost| *cost <= LONGEST_LIST).sum();
            let prefix = unpack(lists.first()?.0 >> LETTER_BITS);
            (cost >> class_bits > WIDEST_GROUP).then(|| mark(hash(&prefix)))
        });
        let wide = sorted(wide.collect());
        let mut frequent = Vec::new();
        for lists in prefixes {
            let Some((first, last)) = lists.first().zip(lists.last()) else {
                continue;
            };
            let prefix = unpack(first.0 >> LETTER_BITS);
            let is_wide = is_marked(&wide, hash(&prefix));
            if is_wide && base == 3 {
                let mut all = places[first.1..last.2].to_vec();
                all.sort_unstable();
                self.matches(prefix.clone(), found(&all));
            }
            let class_bits = self.codes.measures.class_bits(is_wide);
            let mut kept = Vec::new();
            for &(key, start, end, cost) in lists {
                let gram = unpack(key);
                if last_letter(key).is_some() && is_marked(&long, hash(&gram)) {
                    self.matches(gram, found(&places[start..end]));
                    frequent.extend(&places[start..end]);
                    continue;
                }
                let number = next_number(last_letter(key));
                let list = List {
                    number,
                    start: start as u32,
                    end: end as u32,
                };
                kept.push((number & ((1 << class_bits) - 1), list, cost));
            }
            kept.sort_unstable_by_key(|(class, list, _)| (*class, list.number));
            for group in kept.chunk_by(|one, other| one.0 == other.0) {
                let class = group[0].0;
                let costs = group.iter().map(|(.., cost)| cost + 10);
                let cost = 14 + 16 * (base - 2) + class_bits + costs.sum::<u32>();
                let content = Content::Group {
                    is_frequent: is_wide,
                    class,
                    lists: group.iter().map(|(_, list, _)| *list).collect(),
                };
                let hash = group_hash(&prefix, class);
                self.add(prefix.clone(), hash, cost, content);
            }
        }
        if base == 3 {
            self.frequent.push(Vec::new());
        }
        self.frequent.extend([wide, long]);
        frequent
    }

    /// Longer grams: those that hold a frequent one at either end.
    fn longer(&mut self, first: usize, mut frequent: Vec<Place>) {
        let texts = self.texts;
        for length in first.. {
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
                    Some((hash(&key), key, list_cost(places, self.codes), places))
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
        let cost = matches_cost(matches.len() as u32, self.codes.measures.documents) + 30;
        let hash = hash(&key);
        self.add(key, hash, cost, Content::Matches(matches));
    }

    fn add(&mut self, key: Vec<char>, hash: u32, cost: u32, content: Content) {
        self.bits += u64::from(cost);
        self.records.push(Record { key, hash, content });
    }

    /// Deals the records out into shards and writes them.
    fn finish(mut self, grams: &Grams, files: &mut BTreeMap<String, Vec<u8>>) -> Tier {
        let shards = (self.bits / SHARD) as u32 + 1;
        self.records.sort_unstable_by(|one, other| {
            let (first, second) = (place(one.hash, shards), place(other.hash, shards));
            first
                .cmp(&second)
                .then_with(|| order(&one.key).cmp(&order(&other.key)))
                .then_with(|| one.hash.cmp(&other.hash))
        });
        let mut written = Vec::new();
        let mut rest = self.records.as_slice();
        for number in 0..shards {
            let count = rest.partition_point(|record| place(record.hash, shards) == number);
            let (records, others) = rest.split_at(count);
            rest = others;
            let mut shard = ShardWriter::new(count as u32, self.codes);
            for record in records {
                match &record.content {
                    Content::Matches(matches) => shard.matches(&record.key, matches),
                    Content::Places(places) => shard.list(&record.key, places),
                    Content::Group {
                        is_frequent,
                        class,
                        lists,
                    } => {
                        let lists = lists.iter().map(|list| {
                            let range = list.start as usize..list.end as usize;
                            (list.number, &grams.places[range])
                        });
                        shard.group(&record.key, *is_frequent, *class, lists);
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
            measures: self.codes.measures,
            generation,
            shards,
            frequent: self.frequent,
        }
    }
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
