//! A tier: the shards of a range of documents.

use super::grams::{GAP, Grams, LETTER_BITS, List, last_letter, runs, sorted_grams, unpack};
use super::record::{
    Codes, Place, ShardWriter, Texts, document, list_cost, matches_cost, order, position,
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
/// A gram whose list takes more bits than this has its documents filed only.
const LONGEST_LIST: u32 = 6_000 * 8;
/// A phrase that is longer than this and still frequent is left as it is.
const LONGEST_GRAM: usize = 40;
/// Lists of a group, on the average: fewer repeat the prefix too often, more make a
/// visitor load what is not asked for.
const LISTS: usize = 6;
enum Content {
    Matches(Vec<Match>),
    Places(Vec<Place>),
    Group {
        is_frequent: bool,
        class: u32,
        lists: Vec<List>,
    },
}

struct Record {
    key: Vec<char>,
    hash: u32,
    content: Content,
}

/// Collects the records of a tier.
struct Builder<'a> {
    texts: Texts<'a>,
    codes: Codes,
    records: Vec<Record>,
    bits: u64,
    /// The marks of frequent grams, by their length from 1 on.
    frequent: Vec<Vec<u32>>,
}

/// Writes the shards of some documents. A text has its blocks at their positions and
/// [`GAP`] everywhere else.
pub(super) fn write(texts: &[Vec<char>], base: u32, files: &mut BTreeMap<String, Vec<u8>>) -> Tier {
    let letters: usize = texts.iter().map(Vec::len).sum();
    let mean = letters / texts.len().max(1);
    let measures = Measures {
        documents: texts.len() as u32,
        base,
        class_bits: 0,
    };
    let mut builder = Builder {
        texts: Texts {
            letters: texts,
            reach: texts.iter().map(|text| vec![0; text.len()]).collect(),
        },
        codes: Codes {
            measures,
            position: rice_parameter(mean as u32 / 2),
        },
        records: Vec::new(),
        bits: 0,
        frequent: Vec::new(),
    };
    builder.letters();
    let mut grams = sorted_grams(texts, base);
    let lists = builder.lists(&grams);
    builder.longer(base as usize + 1);
    builder.groups(&mut grams, &lists);
    builder.finish(&grams, files)
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
        for (number, text) in self.texts.letters.iter().enumerate() {
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

    /// The lists of the grams of the base's length. Those that are too long are marked, and
    /// only their documents are filed.
    fn lists(&mut self, grams: &Grams) -> Vec<List> {
        let Grams { keys, places } = grams;
        let base = self.codes.measures.base as usize;
        let mut lists: Vec<List> = runs(keys, 0)
            .map(|(key, start, end)| List {
                key,
                start,
                end,
                cost: list_cost(&places[start..end], self.codes),
            })
            .collect();
        let long = lists
            .iter()
            .filter(|list| list.cost > LONGEST_LIST && last_letter(list.key).is_some())
            .map(|list| mark(hash(&unpack(list.key))));
        let long = sorted(long.collect());
        lists.retain(|list| {
            let gram = unpack(list.key);
            let is_long = last_letter(list.key).is_some() && is_marked(&long, hash(&gram));
            if is_long {
                self.frequent_gram(gram, &places[list.start..list.end]);
            }
            !is_long
        });
        self.frequent = vec![Vec::new(); base - 1];
        self.frequent.push(long);
        lists
    }

    /// Files a gram's documents alone, and remembers where it is.
    fn frequent_gram(&mut self, gram: Vec<char>, places: &[Place]) {
        for place in places {
            self.texts.reach[document(*place) as usize][position(*place) as usize] =
                gram.len() as u8;
        }
        self.matches(gram, found(places));
    }

    /// Longer grams: those whose both ends are frequent.
    fn longer(&mut self, first: usize) {
        let mut rare = Vec::new();
        for length in first..=LONGEST_GRAM {
            let mut places = Vec::new();
            for (number, reach) in self.texts.reach.iter().enumerate() {
                let is_filed = |pair: &[u8]| pair.iter().all(|reach| *reach as usize == length - 1);
                let starts = reach
                    .windows(2)
                    .enumerate()
                    .filter(|(_, pair)| is_filed(pair));
                places.extend(starts.map(|(at, _)| (number as u64) << 32 | at as u64));
            }
            if places.is_empty() {
                break;
            }
            let letters = self.texts.letters;
            let gram = |place: Place| {
                let start = position(place) as usize;
                letters[document(place) as usize].get(start..start + length)
            };
            places.sort_unstable_by(|one, other| {
                gram(*one).cmp(&gram(*other)).then_with(|| one.cmp(other))
            });
            let groups: Vec<(Vec<char>, &[Place])> = places
                .chunk_by(|one, other| gram(*one) == gram(*other))
                .filter_map(|places| Some((gram(*places.first()?)?.to_vec(), places)))
                .collect();
            let marks = groups
                .iter()
                .filter(|(_, places)| list_cost(places, self.codes) > LONGEST_LIST)
                .filter(|_| length < LONGEST_GRAM)
                .map(|(gram, _)| mark(hash(gram)));
            let marks = sorted(marks.collect());
            for (gram, places) in groups {
                let hash = hash(&gram);
                if is_marked(&marks, hash) {
                    self.frequent_gram(gram, places);
                } else {
                    let cost = 30 + 16 * length as u32 + list_cost(places, self.codes);
                    rare.push((gram, hash, cost, places.to_vec()));
                }
            }
            self.frequent.push(marks);
        }
        // What is beside a gram is known when the frequent grams of all lengths are.
        for (gram, hash, cost, mut places) in rare {
            let sides = self.sort_by_sides(&mut places, gram.len());
            self.add(gram, hash, cost + sides, Content::Places(places));
        }
    }

    /// Groups of lists.
    fn groups(&mut self, grams: &mut Grams, lists: &[List]) {
        let base = self.codes.measures.base;
        let prefixes: Vec<&[List]> = lists
            .chunk_by(|one, other| one.key >> LETTER_BITS == other.key >> LETTER_BITS)
            .collect();
        if base == 2 {
            let mean = lists.len() / (LISTS * prefixes.len().max(1));
            self.codes.measures.class_bits = mean.max(1).ilog2().min(8);
        }
        let class_bits = self.codes.measures.class_bits;
        let mut wide = Vec::new();
        for lists in &prefixes {
            let cost: u32 = lists.iter().map(|list| list.cost + 10).sum();
            if cost >> class_bits > WIDEST_GROUP {
                let prefix = lists.first().map_or(0, |list| list.key >> LETTER_BITS);
                wide.push(mark(hash(&unpack(prefix))));
            }
        }
        if base == 3 {
            wide = self.pairs(grams, lists, wide);
        }
        let wide = sorted(wide);
        for lists in prefixes {
            let prefix = lists.first().map_or(0, |list| list.key >> LETTER_BITS);
            self.groups_of(unpack(prefix), &wide, grams, lists);
        }
        if let Some(marks) = self.frequent.get_mut(base as usize - 2) {
            *marks = wide;
        }
    }

    /// In a tier of trigrams: pairs whose groups are many, or that lack the list of a
    /// frequent trigram, have their documents filed. Gives the marks of all of them.
    fn pairs(&mut self, grams: &Grams, lists: &[List], wide: Vec<u32>) -> Vec<u32> {
        let mut rest = lists.iter().peekable();
        let pairs: Vec<(Vec<char>, usize, usize, bool)> = runs(&grams.keys, LETTER_BITS)
            .map(|(key, start, end)| {
                let mut listed = 0;
                while let Some(list) = rest.next_if(|list| list.start < end) {
                    listed += list.end - list.start;
                }
                (unpack(key >> LETTER_BITS), start, end, listed < end - start)
            })
            .collect();
        let lacking = pairs.iter().filter(|(.., is_lacking)| *is_lacking);
        let lacking = lacking.map(|(pair, ..)| mark(hash(pair)));
        let wide = sorted(lacking.chain(wide).collect());
        for (pair, start, end, _) in pairs {
            if is_marked(&wide, hash(&pair)) {
                let mut all = grams.places[start..end].to_vec();
                all.sort_unstable();
                self.matches(pair, found(&all));
            }
        }
        wide
    }

    fn groups_of(&mut self, prefix: Vec<char>, wide: &[u32], grams: &mut Grams, lists: &[List]) {
        let base = self.codes.measures.base;
        let is_wide = is_marked(wide, hash(&prefix));
        let class_bits = self.codes.measures.class_bits(is_wide);
        let class = |list: &List| list.number() & ((1 << class_bits) - 1);
        let mut lists = lists.to_vec();
        lists.sort_unstable_by_key(|list| (class(list), list.number()));
        for lists in lists.chunk_by(|one, other| class(one) == class(other)) {
            let mut cost = 14 + 16 * (base - 2) + class_bits;
            for list in lists {
                let places = &mut grams.places[list.start..list.end];
                cost += 10 + list.cost + self.sort_by_sides(places, base as usize);
            }
            let class = lists.first().map_or(0, class);
            let hash = group_hash(&prefix, class);
            let content = Content::Group {
                is_frequent: is_wide,
                class,
                lists: lists.to_vec(),
            };
            self.add(prefix.clone(), hash, cost, content);
        }
    }

    /// Puts places with the same sides together; gives about how many bits those take.
    fn sort_by_sides(&self, places: &mut [Place], length: usize) -> u32 {
        let texts = &self.texts;
        let sides = |place: &Place| texts.sides(*place, length);
        if places.iter().all(|place| sides(place) == (&[], &[])) {
            return 1;
        }
        places.sort_by(|one, other| sides(one).cmp(&sides(other)));
        let variants = places.chunk_by(|one, other| sides(one) == sides(other));
        variants.count() as u32 * 20
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
            let mut shard = ShardWriter::new(&self.texts, count as u32, self.codes);
            for record in records {
                match &record.content {
                    Content::Matches(matches) => shard.matches(&record.key, matches),
                    Content::Places(places) => shard.list(&record.key, places),
                    Content::Group {
                        is_frequent,
                        class,
                        lists,
                    } => {
                        let lists = lists
                            .iter()
                            .map(|list| (list.number(), &grams.places[list.start..list.end]));
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
