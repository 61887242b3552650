//! Distribution of records over shards.
//!
//! The number of shards is known only when all records are complete. So records are collected
//! by the highest bits of their hashes, by which shards are ordered too, and each collection is
//! converted to shards and freed separately.

use super::super::bits::{BitWriter, rice_parameter};
use super::super::gram::{checksum, compact, place};
use super::super::shard::ALPHABET;
use super::super::shard::Match;
use super::super::tier::seed;
use super::record::Codes;
use super::record::RecordWriter;
use rayon::prelude::*;
use std::sync::{Mutex, PoisonError};

/// Target size of a shard in bits. Smaller shards save transfer and cost more files.
const SHARD: u64 = 2_480 * 8;
/// Approximate number of bits of a record before its second character.
const FIRST_LETTER: u32 = 12;
/// Approximate number of characters of the texts for each collection.
const LETTERS: usize = 200_000;
/// Length of a checksum in bytes.
const SUM: usize = 4;

/// A record. An archive has more than a million, so its fields are compact.
struct Record {
    /// First three characters of its key, which are all of nearly every key. Shards are sorted
    /// by these numbers, since the first character is compact.
    letters: u64,
    /// Number of the collection's rest with the other characters, counted from 1.
    rest: u32,
    hash: u32,
    /// Start of its bits in the collection's blocks.
    start: u32,
    /// Number of its bits.
    bits: u32,
}

/// Bits of a character in a record's key; compact characters have no more either.
const LETTER: u32 = 21;

impl Record {
    fn new(key: &[char], hash: u32, bits: u32) -> Self {
        let letter = |at: usize| key.get(at).map_or(0, |letter| u64::from(*letter as u32));
        let first = key.first().map_or(0, |letter| u64::from(compact(*letter)));
        Self {
            letters: first << (2 * LETTER) | letter(1) << LETTER | letter(2),
            rest: 0,
            hash,
            start: 0,
            bits,
        }
    }

    /// Returns the number of the first character.
    const fn first(&self) -> u32 {
        (self.letters >> (2 * LETTER)) as u32
    }

    /// Returns the number of characters among the first three.
    fn letters(&self) -> u32 {
        let is_there = |at: u32| self.letters >> (at * LETTER) & ((1 << LETTER) - 1) > 0;
        [0, 1, 2].map(|at| u32::from(is_there(at))).iter().sum()
    }
}

#[derive(Default)]
struct Collection {
    records: Vec<Record>,
    /// Characters of keys from the fourth on.
    rests: Vec<Box<[char]>>,
    bits: Blocks,
    /// Approximate number of bits of the records.
    weight: u64,
}

impl Collection {
    fn bytes_of(&self, record: &Record) -> &[u8] {
        let length = record.bits.div_ceil(8);
        self.bits.get(record.start, length as usize)
    }

    fn rest_of(&self, record: &Record) -> &[char] {
        let rest = self.rests.get((record.rest as usize).wrapping_sub(1));
        rest.map_or(&[], |rest| rest)
    }

    fn add(&mut self, bytes: &[u8], rest: &[char], record: Record) {
        let start = self.bits.add(bytes);
        let mut record = Record { start, ..record };
        if !rest.is_empty() {
            self.rests.push(rest.into());
            record.rest = self.rests.len() as u32;
        }
        self.records.push(record);
    }
}

/// Bytes in blocks: a single growing vector would leave freed memory and unused capacity.
#[derive(Default)]
struct Blocks(Vec<Vec<u8>>);

impl Blocks {
    /// Number of low bits of a place that are its offset in the block. Blocks are no longer than
    /// the texts that have been dropped before, whose place in memory they take.
    const OFFSET: u32 = 11;

    /// Adds bytes contiguously; returns their place.
    fn add(&mut self, bytes: &[u8]) -> u32 {
        let block = 1 << Self::OFFSET;
        let begun = self.0.last().map_or(block, Vec::len);
        if begun + bytes.len() > block {
            self.0.push(Vec::with_capacity(block.max(bytes.len())));
        }
        let block = (self.0.len() as u32).saturating_sub(1);
        let offset = self.0.last().map_or(0, Vec::len) as u32;
        if let Some(last) = self.0.last_mut() {
            last.extend(bytes);
        }
        block << Self::OFFSET | offset
    }

    fn get(&self, place: u32, length: usize) -> &[u8] {
        let block = self.0.get((place >> Self::OFFSET) as usize);
        let start = (place & ((1 << Self::OFFSET) - 1)) as usize;
        let bytes = block.and_then(|block| block.get(start..start + length));
        bytes.unwrap_or_default()
    }
}

/// Records of a tier.
pub(super) struct Records {
    collections: Vec<Mutex<Collection>>,
}

impl Records {
    /// Creates collections for texts of `letters` characters.
    pub(super) fn new(letters: usize) -> Self {
        let count = (letters / LETTERS + 1).min(256);
        Self {
            collections: (0..count).map(|_| Mutex::default()).collect(),
        }
    }

    /// Adds a record by its bits from the second character on.
    pub(super) fn add(&self, key: &[char], hash: u32, bits: &mut BitWriter) {
        let count = self.collections.len() as u32;
        let collection = &self.collections[place(hash, count) as usize];
        // No code under the lock can leave a collection in an inconsistent state.
        let mut collection = collection.lock().unwrap_or_else(PoisonError::into_inner);
        let record = Record::new(key, hash, bits.len());
        let rest = key.get(3..).unwrap_or_default();
        collection.weight += u64::from(FIRST_LETTER + record.bits);
        bits.take(|bytes| collection.add(bytes, rest, record));
    }

    /// Returns the shards, each with space for its checksum at the start.
    pub(super) fn into_shards(self, codes: Codes) -> Vec<Vec<u8>> {
        let mut collections: Vec<Collection> = self
            .collections
            .into_iter()
            .map(|each| each.into_inner().unwrap_or_else(PoisonError::into_inner))
            .collect();
        let weight: u64 = collections.iter().map(|each| each.weight).sum();
        let shards = count(weight);
        let limits = hand_on(&mut collections, shards);
        let numbered = collections.into_par_iter().zip(limits);
        let shards: Vec<Vec<Vec<u8>>> = numbered
            .map(|(collection, (first, end))| collection.into_shards(first, end, shards, codes))
            .collect();
        shards.into_iter().flatten().collect()
    }
}

/// Returns the number of shards for records of this size.
///
/// Another number would redistribute all records, so it is a multiple of a power of two up to a
/// sixty-fourth of it: after an edit of a text it is nearly always the same, and so are most of
/// the shards.
fn count(weight: u64) -> u32 {
    let least = (weight / SHARD) as u32 + 1;
    let step = (least / 64).checked_ilog2().map_or(1, |bits| 1 << bits);
    least.next_multiple_of(step)
}

/// Moves the records of a shard that two collections share to the later one. Returns the first
/// shard of each collection and the one after its last.
fn hand_on(collections: &mut [Collection], shards: u32) -> Vec<(u32, u32)> {
    let count = collections.len() as u64;
    let mut first = 0;
    let mut limits = Vec::new();
    for at in 0..collections.len() {
        // The first hash of the next collection, if there is one, is in the shared shard.
        let next = ((at as u64 + 1) << 32).div_ceil(count);
        let shared = u32::try_from(next).map_or(shards, |hash| place(hash, shards));
        if let [one, other, ..] = &mut collections[at..] {
            let (kept, handed): (Vec<Record>, Vec<Record>) = std::mem::take(&mut one.records)
                .into_iter()
                .partition(|record| place(record.hash, shards) < shared);
            one.records = kept;
            for record in handed {
                other.add(one.bytes_of(&record), one.rest_of(&record), record);
            }
        }
        limits.push((first, shared));
        first = shared;
    }
    limits
}

impl Collection {
    fn into_shards(mut self, first: u32, end: u32, shards: u32, codes: Codes) -> Vec<Vec<u8>> {
        let mut records = std::mem::take(&mut self.records);
        let shard_of = |record: &Record| place(record.hash, shards);
        records.sort_unstable_by(|one, other| {
            let in_shard = shard_of(one).cmp(&shard_of(other));
            in_shard
                .then_with(|| one.letters.cmp(&other.letters))
                .then_with(|| self.rest_of(one).cmp(self.rest_of(other)))
                .then_with(|| one.hash.cmp(&other.hash))
                // Records arrive from several threads in no fixed order.
                .then_with(|| self.bytes_of(one).cmp(self.bytes_of(other)))
        });
        let mut rest = records.as_slice();
        let shard = |number| {
            let count = rest.partition_point(|record| shard_of(record) == number);
            let (records, others) = rest.split_at(count);
            rest = others;
            self.shard(records, codes)
        };
        (first..end).map(shard).collect()
    }

    fn shard(&self, records: &[Record], codes: Codes) -> Vec<u8> {
        let mut bits = BitWriter::default();
        bits.fixed(0, 8 * SUM as u32);
        bits.fixed(codes.position, 5);
        let count = records.len() as u32;
        bits.gamma(count + 1);
        let gap = rice_parameter(ALPHABET / count.max(1));
        let mut first = 0;
        for record in records {
            bits.gamma(record.letters() + self.rest_of(record).len() as u32);
            bits.rice(record.first() - first, gap);
            first = record.first();
            bits.append(self.bytes_of(record), record.bits);
        }
        let mut bytes = bits.finish();
        // The shards are kept until all are complete, so unused capacity is freed.
        bytes.shrink_to_fit();
        bytes
    }
}

/// Returns the content of a shard, without the space for its checksum.
pub(super) fn content(shard: &[u8]) -> &[u8] {
    shard.get(SUM..).unwrap_or_default()
}

/// Writes the checksum into its space.
pub(super) fn seal(shard: &mut [u8], base: u32, number: u32) {
    if let Some((sum, content)) = shard.split_first_chunk_mut::<SUM>() {
        *sum = checksum(seed(base, number), content).to_be_bytes();
    }
}

/// Writes a record of the documents of a gram.
pub(super) fn file_matches(
    records: &Records,
    writer: &mut RecordWriter<'_>,
    key: &[char],
    hash: u32,
    matches: &[Match],
) {
    writer.matches(key, matches);
    records.add(key, hash, &mut writer.bits);
}
