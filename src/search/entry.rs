//! The entry: the file that every search reads first.
//!
//! ```text
//! entry    checksum:4 bytes  version  tiers  groups  facts  years  texts  related
//! tiers    count ( documents  base  class bits  generation:4  shards  lengths ( marks ) )
//! marks    count  bytes  rice(gap)*           frequent grams, by length from 1
//! groups   count ( kind  section )            strings are preceded by their length
//! facts    documents ( group * 4 + length )   usually one byte each
//! years    count ( year  documents )          runs, since documents are sorted by time
//! texts    count ( folder:4 )                 one for each 64 documents
//! related  entry of the pinyin:4  words:4     names of files
//! ```
//!
//! The entry of the pinyin index has tiers only. Numbers are LEB128. The facts are bytes, not
//! bits, since hosts compress the file, and Brotli compresses bytes better.

use super::bits::{BitReader, rice_parameter};
use super::gram::checksum;
use super::paths::{card_path, spelled_path, text_path, words_path};
use super::result_card::CARDS;
use super::shard::{Damaged, Measures};
use super::tier::{FREQUENT_BITS, Tier};

/// Name of the entry's file, the only one that is not named by its content.
pub const ENTRY: &str = "index.bin";
pub(super) const VERSION: u32 = 3;
/// Seed of the entry's checksum.
pub(super) const SEED: u32 = 0x5ea2_c41d;
/// Number of documents whose texts share a folder.
pub(super) const TEXTS: u32 = 64;

/// Properties by which documents are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts<'a> {
    /// Type, as given to the writer.
    pub kind: &'a str,
    /// Section; may be empty.
    pub section: &'a str,
    /// Year; 0 if there is none.
    pub year: u32,
}

/// A parsed entry.
#[derive(Debug, Clone)]
pub struct Entry {
    pub(super) tiers: Vec<Tier>,
    groups: Vec<[String; 2]>,
    facts: Vec<u32>,
    years: Vec<(u32, u32)>,
    texts: Vec<u32>,
    related: [u32; 2],
}

impl Entry {
    /// Parses the entry's file.
    pub fn read(bytes: &[u8]) -> Result<Self, Damaged> {
        let (sum, content) = bytes.split_first_chunk().ok_or(Damaged)?;
        if u32::from_be_bytes(*sum) != checksum(SEED, content) {
            return Err(Damaged);
        }
        Bytes(content).entry().ok_or(Damaged)
    }

    /// Returns `true` if the other entry refers to the same files.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        let generations = |entry: &Self| {
            entry
                .tiers
                .iter()
                .map(|tier| tier.generation)
                .collect::<Vec<_>>()
        };
        generations(self) == generations(other) && self.texts == other.texts
    }

    /// Returns the number of documents.
    #[must_use]
    pub fn documents(&self) -> u32 {
        self.facts.len() as u32
    }

    /// Returns the properties by which a document is counted.
    #[must_use]
    pub fn facts(&self, document: u32) -> Option<Facts<'_>> {
        let number = *self.facts.get(document as usize)?;
        let [kind, section] = self.groups.get((number >> 2) as usize)?;
        let mut before = 0_u32;
        let run = self.years.iter().find(|(_, documents)| {
            before = before.saturating_add(*documents);
            document < before
        });
        let year = run.map_or(0, |(year, _)| *year);
        Some(Facts {
            kind,
            section,
            year,
        })
    }

    /// Returns the number of a document's type and section; the numbers have their order.
    pub(super) fn group(&self, document: u32) -> u32 {
        self.facts
            .get(document as usize)
            .map_or(0, |number| number >> 2)
    }

    /// Returns the class of a document's length, 0 to 3.
    pub(super) fn length(&self, document: u32) -> u32 {
        self.facts
            .get(document as usize)
            .map_or(0, |number| number & 3)
    }

    /// Returns the path of the file with a document's card.
    #[must_use]
    pub fn card_file(&self, document: u32) -> Option<String> {
        let folder = *self.texts.get((document / TEXTS) as usize)?;
        Some(card_path(folder, document - document % CARDS))
    }

    /// Returns the path of the file with a part of a document's text, for an excerpt.
    #[must_use]
    pub fn text_file(&self, document: u32, part: u32) -> Option<String> {
        let folder = *self.texts.get((document / TEXTS) as usize)?;
        Some(text_path(folder, document, part))
    }

    /// Returns the path of the entry of the pinyin index.
    #[must_use]
    pub fn spelled_file(&self) -> String {
        spelled_path(self.related[0])
    }

    /// Returns the path of the file with synonyms and known terms.
    #[must_use]
    pub fn words_file(&self) -> String {
        words_path(self.related[1])
    }
}

struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, count: u32) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count as usize)?;
        self.0 = rest;
        Some(taken)
    }

    fn number(&mut self) -> Option<u32> {
        let mut number = 0;
        for shift in [0, 7, 14, 21, 28] {
            let byte = *self.take(1)?.first()?;
            number |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn hash(&mut self) -> Option<u32> {
        let bytes = self.take(4)?.first_chunk()?;
        Some(u32::from_be_bytes(*bytes))
    }

    fn text(&mut self) -> Option<String> {
        let length = self.number()?;
        String::from_utf8(self.take(length)?.to_vec()).ok()
    }

    /// Reads a count and as many values. Each value takes at least one byte, so a wrong count
    /// ends at the end of the file.
    fn list<T>(&mut self, mut read: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.number()?;
        let mut list = Vec::new();
        for _ in 0..count {
            list.push(read(self)?);
        }
        Some(list)
    }

    fn entry(&mut self) -> Option<Entry> {
        if self.number()? != VERSION {
            return None;
        }
        let entry = Entry {
            tiers: self.list(Self::tier)?,
            groups: self.list(|bytes| Some([bytes.text()?, bytes.text()?]))?,
            facts: self.list(Self::number)?,
            years: self.list(|bytes| Some((bytes.number()?, bytes.number()?)))?,
            texts: self.list(Self::hash)?,
            related: [self.hash()?, self.hash()?],
        };
        let mut documents = 0_u32;
        for tier in &entry.tiers {
            documents = documents.checked_add(tier.measures.documents)?;
        }
        let is_whole = entry.facts.is_empty() || documents == entry.documents();
        is_whole.then_some(entry)
    }

    fn tier(&mut self) -> Option<Tier> {
        Some(Tier {
            measures: Measures {
                documents: self.number()?,
                base: self.number()?.clamp(2, 3),
                class_bits: self.number()?.min(8),
            },
            generation: self.hash()?,
            shards: self.number()?,
            frequent: self.list(Self::marks)?,
        })
    }

    fn marks(&mut self) -> Option<Vec<u32>> {
        let count = self.number()?;
        let length = self.number()?;
        let mut bits = BitReader::new(self.take(length)?);
        let gap = rice_parameter((1 << FREQUENT_BITS) / count.max(1));
        let mut marks = Vec::new();
        let mut mark = 0_u32;
        for _ in 0..count {
            mark = mark.checked_add(bits.rice(gap)?)?;
            marks.push(mark);
        }
        Some(marks)
    }
}
