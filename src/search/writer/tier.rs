//! Writer of a tier: the shards of a range of documents.

use super::grams::{Grams, bare, each_prefix, ranges};
use super::marks::is_marked;
use super::phrases;
use super::positions::{Keyed, key};
use super::record::{Codes, RecordWriter, next_number};
use super::shards::file_matches;
use super::shards::{Records, content, seal};
use super::statistics::{Statistics, has_same_key};
use super::texts::{GAP, Texts};
use crate::search::bits::rice_parameter;
use crate::search::gram::hash;
use crate::search::shard::{Match, Measures};
use crate::search::tier::{Tier, group_hash};
use rayon::prelude::*;

/// Writes the shards of some documents.
pub(super) fn write(mut texts: Texts, base: u32) -> (Tier, Vec<Vec<u8>>) {
    let mean = texts.len() as u32 / texts.documents().max(1);
    let mut codes = Codes {
        measures: Measures {
            documents: texts.documents(),
            base,
            class_bits: 0,
        },
        position: rice_parameter(mean / 2),
    };
    let statistics = Statistics::of(&texts, codes);
    let long = statistics.long();
    statistics.frequent_map(&mut texts, base, &long);
    codes.measures.class_bits = statistics.class_bits(base, &long);
    let wide = statistics.wide(codes.measures, &long);
    drop(statistics);
    let mut frequent = vec![Vec::new(); base as usize - 2];
    frequent.extend([wide, long]);
    let records = Records::new(texts.len());
    phrases::write(&mut texts, codes, &records, &mut frequent);
    ranges(&texts).par_iter().for_each(|range| {
        let mut builder = Builder {
            records: &records,
            writer: RecordWriter::new(&texts, codes),
            texts: &texts,
            codes,
            frequent: &frequent,
        };
        let grams = Grams::of(&texts, range);
        grams.each_letter(|letter, places| builder.letter(letter, places));
    });
    drop(texts);
    let mut shards = records.into_shards(codes);
    let generation = super::generation(shards.iter().map(|shard| content(shard)));
    shards
        .par_iter_mut()
        .zip(0..u32::MAX)
        .for_each(|(shard, number)| seal(shard, base, number));
    let tier = Tier {
        measures: codes.measures,
        generation,
        shards: shards.len() as u32,
        frequent,
    };
    (tier, shards)
}

/// Writer of the grams that begin with the characters of a range.
struct Builder<'a> {
    texts: &'a Texts,
    codes: Codes,
    /// Marks of frequent grams, by their length from 1.
    frequent: &'a [Vec<u32>],
    records: &'a Records,
    writer: RecordWriter<'a>,
}

/// A list of a group.
struct List<'a> {
    class: u32,
    /// Number of the gram's last character.
    number: u32,
    places: &'a mut [Keyed],
}

impl Builder<'_> {
    fn is_frequent(&self, gram: &[char], hash: u32) -> bool {
        let marks = self.frequent.get(gram.len() - 1);
        marks.is_some_and(|marks| is_marked(marks, hash))
    }

    /// Writes the grams that begin with a character, whose positions are in ascending order.
    /// The character itself is indexed with its documents only, since it is contained in no
    /// cover.
    fn letter(&mut self, letter: u32, places: &mut [Keyed]) {
        let texts = self.texts;
        let base = self.codes.measures.base;
        let matches = texts.matches(bare(places));
        let letters = [texts.alphabet[letter as usize]];
        self.matches(&letters, hash(&letters), &matches);
        each_prefix(texts, base, letter, places, |prefix, places| {
            self.prefix(prefix, places);
        });
    }

    /// Writes the grams that are one character longer than a prefix, by their last characters.
    fn prefix(&mut self, prefix: &[char], places: &mut [Keyed]) {
        let texts = self.texts;
        let hash_of_prefix = hash(prefix);
        let is_frequent = self.is_frequent(prefix, hash_of_prefix);
        if prefix.len() > 1 && is_frequent {
            // A pair with more groups, or one that lacks the list of a frequent trigram.
            let mut all: Vec<u32> = bare(places).collect();
            all.sort_unstable();
            let matches = texts.matches(all.into_iter());
            self.matches(prefix, hash_of_prefix, &matches);
        }
        let class_bits = self.codes.measures.class_bits(is_frequent);
        let mut gram = prefix.to_vec();
        gram.push(GAP);
        let mut lists = Vec::new();
        for places in places.chunk_by_mut(|one, other| has_same_key(*one, *other)) {
            let last = texts.alphabet[key(places[0]) as usize];
            gram[prefix.len()] = last;
            let hash = hash(&gram);
            if last != GAP && self.is_frequent(&gram, hash) {
                let matches = texts.matches(bare(places));
                self.matches(&gram, hash, &matches);
                continue;
            }
            let number = next_number(last);
            lists.push(List {
                class: number & ((1 << class_bits) - 1),
                number,
                places,
            });
        }
        lists.sort_unstable_by_key(|list| (list.class, list.number));
        for lists in lists.chunk_by_mut(|one, other| one.class == other.class) {
            self.group(prefix, is_frequent, lists);
        }
    }

    /// Writes the lists of a prefix whose next characters are of one class.
    fn group(&mut self, prefix: &[char], is_frequent: bool, lists: &mut [List<'_>]) {
        let Some(class) = lists.first().map(|list| list.class) else {
            return;
        };
        let base = self.codes.measures.base;
        let class_bits = self.codes.measures.class_bits(is_frequent);
        let count = lists.len() as u32;
        self.writer.group(prefix, is_frequent, class, count);
        let mut free = 0;
        for list in lists {
            let number = list.number >> class_bits;
            self.writer.next(number - free, is_frequent, count);
            free = number + 1;
            self.writer.variants(list.places, base);
        }
        let hash = group_hash(prefix, class);
        self.records.add(prefix, hash, &mut self.writer.bits);
    }

    fn matches(&mut self, key: &[char], hash: u32, matches: &[Match]) {
        file_matches(self.records, &mut self.writer, key, hash, matches);
    }
}
