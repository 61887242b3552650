//! Exact search over static files.
//!
//! The results equal those of a plain substring search: a document is a hit if and only if one
//! of its blocks contains the word, both normalised in the same way. No dictionary is used,
//! since Chinese cannot be segmented into words without errors. The module accesses neither the
//! network nor the disk: it names the files it needs and takes their bytes.
//!
//! ```text
//! documents --write--> files:   index.bin                         the one mutable file
//!                               files/<generation>/<n>.bin        shards, of one tier each
//!                               files/text/<folder>/<d>.txt       result cards
//!                               files/text/<folder>/<d>.<p>.txt   texts for excerpts
//!                               files/pinyin-<hash>.bin           entry of the pinyin index
//!                               files/words-<hash>.txt            synonyms and known terms
//!
//! typed text --Query::parse--> Query --Search::new(entry)--> needed() --give()--> outcome()
//! ```
//!
//! # Exactness
//!
//! The index lists all pairs of adjacent characters with their positions: document and offset.
//! A word occurs where its pairs are at the right distance from each other. Pairs that together
//! contain all characters suffice, so `abcdef` needs `ab`, `cd` and `ef`. A pair that is so
//! frequent that its list would be long to load is indexed with its documents only. Instead,
//! the records of the adjacent rare grams state that it is next to them, which costs them a bit
//! or two; the trigrams made of two frequent pairs are indexed like pairs, and so on. So every
//! word is found by short lists, and a frequent word is a list of documents.
//!
//! # Costs
//!
//! Grams are distributed by their hash over shards of about 2.5 kB, so that no list of the
//! contents of the shards has to be loaded. The documents, numbered from the oldest, form two
//! tiers: the archive, which is rewritten only after a number of additions, and the fresh tier,
//! which has few files. A shard is named by its number, in a folder named by the content of its
//! tier. So the entry needs no hashes of single shards, and adding a document changes nothing
//! in the archive; an edit in the archive renames all of its shards. The fresh tier indexes
//! trigrams, of which a word needs two at most, so that a cold query takes six requests in two
//! round trips.
//!
//! An archive is written by ranges of first characters, so that only the positions of some of
//! its grams are in memory at once with its texts. Records become bits as soon as their
//! positions are known, and shards when all records are complete.
//!
//! For numbers and layouts see `entry` and `writer::record`; for the cover of a word see
//! `tier`.

mod answer;
mod bits;
#[cfg(feature = "ssr")]
mod document;
mod entry;
mod excerpt;
mod gram;
mod normalize;
mod paths;
mod pinyin;
mod query;
mod related;
mod result_card;
mod run;
mod shard;
mod sort;
#[cfg(all(test, feature = "ssr"))]
mod tests;
mod tier;
#[cfg(feature = "ssr")]
mod writer;

pub use answer::{Hit, Outcome, facets, sort_by_date, sort_by_relevance};
#[cfg(feature = "ssr")]
pub use document::{Document, Vocabulary};
pub use entry::{ENTRY, Entry, Facts};
pub use excerpt::{Part, Piece, highlight, markup};
#[cfg(feature = "ssr")]
pub use normalize::compose;
pub use normalize::{Compose, Normalizer};
#[cfg(feature = "ssr")]
pub use pinyin::reading::{sort_key, spellings};
pub use pinyin::spelled;
pub use query::{NoQuery, Query};
pub use related::{Alternative, Words};
pub use result_card::card;
pub use run::{Needed, Search};
pub use shard::Damaged;
#[cfg(feature = "ssr")]
pub use writer::write;
