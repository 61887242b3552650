//! Reader of shards, files with the records of some grams.
//!
//! The bits are written by [`writer::record`](super::writer), which documents the layout.
//! Records are not indexed inside of a shard: reading a few kilobytes sequentially takes some
//! 10 µs, and an index would make them longer.

use super::bits::{BitReader, rice_parameter};
use super::gram::{checksum, expand};
use super::sort::{both, sorted};

/// Error: a file does not have the expected content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Damaged;

/// Approximate range of the numbers of characters in grams.
pub(super) const ALPHABET: u32 = 21_000;
/// Width in bits of the numbers of most characters.
pub(super) const SHORT_LETTER: u32 = 15;
pub(super) const LONG_LETTER: u32 = 21;
/// Number of positions reserved for the headings: title and names.
pub(super) const HEADING: u32 = 128;
/// Number of positions in a part of a text.
pub(super) const PART: u32 = 960;

/// Properties of a document's match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Match {
    /// Number within the tier.
    pub(super) document: u32,
    /// Class of the number of occurrences: 0 for one, 1 for two or three, 2 for more.
    pub(super) frequency: u32,
    pub(super) in_heading: bool,
    /// Part of the text with the first occurrence.
    pub(super) part: u32,
}

/// Returns the class of a number of occurrences, which is at least 1.
pub(super) fn frequency(count: u32) -> u32 {
    match count {
        0 | 1 => 0,
        2 | 3 => 1,
        _ => 2,
    }
}

/// Documents and positions, sorted by both.
pub(super) type Occurrences = Vec<(u32, u32)>;

/// Content of a shard for a gram.
#[derive(Debug)]
pub(super) enum Record {
    /// Documents only, for a frequent gram.
    Matches(Vec<Match>),
    /// All positions, for a rare gram.
    Occurrences(Occurrences),
}

impl Record {
    pub(super) fn into_matches(self) -> Vec<Match> {
        match self {
            Self::Matches(matches) => matches,
            Self::Occurrences(occurrences) => matches(&occurrences),
        }
    }
}

/// Returns the documents of occurrences.
pub(super) fn matches(occurrences: &[(u32, u32)]) -> Vec<Match> {
    occurrences
        .chunk_by(|one, other| one.0 == other.0)
        .filter_map(|places| {
            let &(document, first) = places.first()?;
            Some(Match {
                document,
                frequency: frequency(places.len() as u32),
                in_heading: first < HEADING,
                part: first / PART,
            })
        })
        .collect()
}

/// Request to a shard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Lookup {
    /// Key of the record.
    pub(super) key: Vec<char>,
    /// Lists wanted of a group; `None` if the record is not a group.
    pub(super) group: Option<Wanted>,
    /// Characters required before the gram, of a frequent gram that overlaps with it.
    pub(super) left: Vec<char>,
    /// Characters required after the gram.
    pub(super) right: Vec<char>,
}

impl Lookup {
    /// Returns the lookup of a gram that has its own record.
    pub(super) fn of(gram: &[char]) -> Self {
        Self {
            key: gram.to_vec(),
            group: None,
            left: Vec::new(),
            right: Vec::new(),
        }
    }
}

/// Lists wanted of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wanted {
    /// Class of the group.
    pub(super) class: u32,
    /// Number of the character that follows; `None` for all lists.
    pub(super) next: Option<u32>,
}

/// Parameters shared by all lists of a tier.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measures {
    pub(super) documents: u32,
    /// Length of the grams that are all indexed, 2 or 3.
    pub(super) base: u32,
    /// Low bits of the next character's number that the lists of a group have in common.
    pub(super) class_bits: u32,
}

impl Measures {
    /// Returns the number of bits that distinguish the groups of a prefix. A frequent prefix
    /// has more groups.
    pub(super) fn class_bits(self, is_frequent: bool) -> u32 {
        self.class_bits + if is_frequent { FREQUENT_CLASS_BITS } else { 0 }
    }
}

const FREQUENT_CLASS_BITS: u32 = 4;

/// Looks up a gram. A gram without a record occurs nowhere.
pub(super) fn find(
    bytes: &[u8],
    seed: u32,
    measures: Measures,
    lookup: &Lookup,
) -> Result<Record, Damaged> {
    let (sum, content) = bytes.split_first_chunk().ok_or(Damaged)?;
    if u32::from_be_bytes(*sum) != checksum(seed, content) {
        return Err(Damaged);
    }
    Shard::open(content, measures)
        .and_then(|mut shard| shard.find(lookup))
        .ok_or(Damaged)
}

fn in_order(found: &[(u32, u32)]) -> Occurrences {
    sorted(found, |(document, position)| both(*document, *position))
}

struct Shard<'a> {
    bits: BitReader<'a>,
    records: u32,
    measures: Measures,
    position: u32,
}

impl<'a> Shard<'a> {
    fn open(content: &'a [u8], measures: Measures) -> Option<Self> {
        let mut bits = BitReader::new(content);
        let position = bits.fixed(5)?;
        let records = bits.gamma()? - 1;
        Some(Self {
            bits,
            records,
            measures,
            position,
        })
    }

    fn find(&mut self, lookup: &Lookup) -> Option<Record> {
        let gap = rice_parameter(ALPHABET / self.records.max(1));
        let mut first = 0_u32;
        let mut key = Vec::new();
        for _ in 0..self.records {
            let length = self.bits.gamma()?;
            first = first.checked_add(self.bits.rice(gap)?)?;
            key.clear();
            key.push(expand(first)?);
            for _ in 1..length {
                key.push(self.letter()?);
            }
            let is_key = key == lookup.key;
            if self.bits.bit()? {
                let matches = self.matches()?;
                if is_key && lookup.group.is_none() {
                    return Some(Record::Matches(matches));
                }
            } else if length < self.measures.base {
                let wanted = lookup.group.filter(|_| is_key);
                if let Some(found) = self.group(wanted, lookup)? {
                    return Some(Record::Occurrences(found));
                }
            } else {
                let is_wanted = is_key && lookup.group.is_none();
                let mut found = Vec::new();
                self.variants(&mut found, is_wanted.then_some(lookup))?;
                if is_wanted {
                    return Some(Record::Occurrences(in_order(&found)));
                }
            }
        }
        Some(Record::Occurrences(Vec::new()))
    }

    fn letter(&mut self) -> Option<char> {
        let is_long = self.bits.bit()?;
        let width = if is_long { LONG_LETTER } else { SHORT_LETTER };
        expand(self.bits.fixed(width)?)
    }

    fn matches(&mut self) -> Option<Vec<Match>> {
        let count = self.bits.gamma()?;
        let gap = rice_parameter(self.measures.documents / count);
        let has_headings = self.bits.bit()?;
        let has_parts = self.bits.bit()?;
        let mut matches = Vec::new();
        let mut document = 0_u32;
        for _ in 0..count {
            document = document.checked_add(self.bits.rice(gap)?)?;
            let frequency = self.bits.unary(2)?;
            let in_heading = has_headings && self.bits.bit()?;
            let part = if has_parts {
                self.bits.unary(1 << 16)?
            } else {
                0
            };
            matches.push(Match {
                document,
                frequency,
                in_heading,
                part,
            });
            document = document.checked_add(1)?;
        }
        Some(matches)
    }

    /// Reads a group; returns the wanted lists if it is the wanted group.
    fn group(&mut self, wanted: Option<Wanted>, lookup: &Lookup) -> Option<Option<Occurrences>> {
        let class_bits = self.measures.class_bits(self.bits.bit()?).min(16);
        let class = self.bits.fixed(class_bits)?;
        let wanted = wanted.filter(|wanted| wanted.class == class);
        let count = self.bits.gamma()?;
        let gap = rice_parameter((ALPHABET >> class_bits) / count);
        let mut found = Vec::new();
        let mut number = 0_u32;
        for _ in 0..count {
            number = number.checked_add(self.bits.rice(gap)?)?;
            let is_wanted = wanted
                .is_some_and(|wanted| wanted.next.is_none_or(|next| next >> class_bits == number));
            self.variants(&mut found, is_wanted.then_some(lookup))?;
            number = number.checked_add(1)?;
        }
        Some(wanted.map(|_| in_order(&found)))
    }

    /// Reads a gram's list and adds the wanted positions. Positions next to frequent grams are
    /// listed by their neighbours.
    fn variants(&mut self, found: &mut Occurrences, wanted: Option<&Lookup>) -> Option<()> {
        let count = if self.bits.bit()? {
            self.bits.gamma()?
        } else {
            0
        };
        for _ in 0..count {
            let (left, right) = (self.letters()?, self.letters()?);
            let is_wanted = wanted.is_some_and(|lookup| {
                left.ends_with(&lookup.left) && right.starts_with(&lookup.right)
            });
            self.occurrences(found, is_wanted)?;
        }
        if count == 0 {
            let is_plain = |lookup: &Lookup| lookup.left.is_empty() && lookup.right.is_empty();
            self.occurrences(found, wanted.is_some_and(is_plain))?;
        }
        Some(())
    }

    fn letters(&mut self) -> Option<Vec<char>> {
        let count = self.bits.gamma()? - 1;
        let mut letters = Vec::new();
        for _ in 0..count {
            letters.push(self.letter()?);
        }
        Some(letters)
    }

    fn occurrences(&mut self, found: &mut Occurrences, keep: bool) -> Option<()> {
        let count = self.bits.gamma()?;
        let gap = rice_parameter(self.measures.documents / count);
        let mut document = 0_u32;
        for _ in 0..count {
            document = document.checked_add(self.bits.rice(gap)?)?;
            let mut position = 0_u32;
            loop {
                position = position.checked_add(self.bits.rice(self.position)?)?;
                if keep {
                    found.push((document, position));
                }
                if !self.bits.bit()? {
                    break;
                }
                position = position.checked_add(1)?;
            }
            document = document.checked_add(1)?;
        }
        Some(())
    }
}
