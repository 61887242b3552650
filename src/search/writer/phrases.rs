//! Grams longer than the base, whose ends are both frequent.

use super::grams::bare;
use super::marks::{is_marked, mark};
use super::positions::{Keyed, Position, key, keyed, place};
use super::record::{Codes, RecordWriter, list_cost};
use super::shards::Records;
use super::shards::file_matches;
use super::statistics::{LONGEST_LIST, has_same_key, sorted};
use super::texts::Texts;
use crate::search::gram::hash;
use rayon::prelude::*;

/// Maximum length of a gram; a gram of this length is not marked as frequent.
const LONGEST_GRAM: u32 = 40;
/// Number of grams written at a time.
const CHUNK: usize = 1 << 10;

/// A gram that is indexed with its positions.
struct Rare {
    length: u32,
    hash: u32,
    places: Vec<Position>,
}

/// Writes the longer grams; adds the marks of the frequent ones and their positions.
pub(super) fn write(
    texts: &mut Texts,
    codes: Codes,
    records: &Records,
    frequent: &mut Vec<Vec<u32>>,
) {
    let mut all_rare = Vec::new();
    let mut lengths = Vec::new();
    let mut starts = texts.frequent_map.pairs();
    for length in codes.measures.base + 1..=LONGEST_GRAM {
        if starts.is_empty() {
            break;
        }
        let places = by_gram(texts, &starts, length);
        let grams = places
            .par_chunk_by(|one, other| is_same(texts, *one, *other, length))
            .map(|places| (key(places[0]), places, list_cost(texts, places, codes)));
        let grams: Vec<(u32, &[Keyed], u32)> = grams.collect();
        let long = grams
            .iter()
            .filter(|(.., cost)| *cost > LONGEST_LIST && length < LONGEST_GRAM);
        let marks = sorted(long.map(|(hash, ..)| mark(*hash)).collect());
        let mut writer = RecordWriter::new(texts, codes);
        let mut found = Vec::new();
        for (hash, places, _) in grams {
            if is_marked(&marks, hash) {
                let gram: Vec<char> = texts.letters(place(places[0]), length).collect();
                let matches = texts.matches(bare(places));
                file_matches(records, &mut writer, &gram, hash, &matches);
                found.extend(bare(places));
            } else {
                all_rare.push(Rare {
                    length,
                    hash,
                    places: bare(places).collect(),
                });
            }
        }
        found.sort_unstable();
        lengths.extend(found.iter().map(|start| (*start, length as u8)));
        let pairs = found.windows(2).filter(|pair| pair[0] + 1 == pair[1]);
        starts = pairs.map(|pair| pair[0]).collect();
        frequent.push(marks);
    }
    texts.frequent_map.add(lengths);
    // The neighbours of a gram are known when the frequent grams of all lengths are.
    file(texts, codes, records, &all_rare);
}

/// Returns positions sorted by the grams that begin there; the keys are the grams' hashes.
fn by_gram(texts: &Texts, starts: &[Position], length: u32) -> Vec<Keyed> {
    let hash_of = |start| hash(&texts.letters(start, length).collect::<Vec<char>>());
    let places = starts.par_iter();
    let places = places.map(|start| keyed(hash_of(*start), *start));
    let mut places: Vec<Keyed> = places.collect();
    places.par_sort_unstable();
    tell_apart(texts, &mut places, length);
    places
}

fn file(texts: &Texts, codes: Codes, records: &Records, rare: &[Rare]) {
    rare.par_chunks(CHUNK).for_each(|some| {
        let mut writer = RecordWriter::new(texts, codes);
        for rare in some {
            let mut places: Vec<Keyed> = rare.places.iter().map(|place| keyed(0, *place)).collect();
            let gram: Vec<char> = texts.letters(place(places[0]), rare.length).collect();
            writer.list(&gram, &mut places);
            records.add(&gram, rare.hash, &mut writer.bits);
        }
    });
}

fn is_same(texts: &Texts, one: Keyed, other: Keyed, length: u32) -> bool {
    has_same_key(one, other)
        && texts
            .compare((place(one), length), (place(other), length))
            .is_eq()
}

/// Separates grams with the same hash, which are rare.
pub(super) fn tell_apart(texts: &Texts, places: &mut [Keyed], length: u32) {
    let runs = places.par_chunk_by_mut(|one, other| has_same_key(*one, *other));
    runs.for_each(|places| {
        let first = places[0];
        let mut others = places.iter();
        if !others.all(|other| is_same(texts, first, *other, length)) {
            let piece = |each: &Keyed| (place(*each), length);
            places.sort_by(|one, other| texts.compare(piece(one), piece(other)));
        }
    });
}
