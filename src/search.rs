//! Exact search over static files.
//!
//! What is found is what plain search would find: a document is a hit exactly if one of its
//! blocks holds the word, both normalised alike. No dictionary takes part, since Chinese
//! cannot be cut into words without mistakes. The module knows neither the network nor the
//! disk: it says which files it needs and takes their bytes.
//!
//! ```text
//! documents --write--> files:   index.bin                         the one mutable file
//!                               files/<generation>/<n>.bin        shards, of one tier each
//!                               files/text/<folder>/<d>.txt       cards of results
//!                               files/text/<folder>/<d>.<p>.txt   texts for excerpts
//!                               files/pinyin-<hash>.bin           the entry of names in pinyin
//!                               files/words-<hash>.txt            synonyms and known terms
//!
//! typed text --Query::parse--> Query --Search::new(entry)--> needed() --give()--> outcome()
//! ```
//!
//! # How it is exact
//!
//! All pairs of neighbouring letters are filed, each with its places: document and position.
//! A word is where its pairs are at the right distance from each other; pairs that together
//! hold all letters suffice, so `abcdef` needs `ab`, `cd` and `ef`. A pair so frequent that
//! its list would be long to load is filed with its documents alone. Instead the records of
//! the rare grams beside it say where it is at their side, which costs them a bit or two,
//! and the trigrams of two frequent pairs are filed like pairs, and so on. Thus every word
//! is proved by short lists, and a frequent word is a list of documents.
//!
//! # What it costs
//!
//! Grams are dealt out into shards of about two and a half kilobytes by their hash, so that
//! no list of what is where has to be loaded. The documents, numbered from the oldest, form
//! two tiers: the archive, which is written anew only after so many additions, and what is
//! fresh, whose files are few. A shard is named by its tier's content and its number. So the
//! entry needs no hashes of single shards, and an added document changes nothing in the
//! archive; an edit there gives all of its shards new names. The fresh tier files trigrams,
//! of which a word needs two at most, so that a cold query takes six requests in two round
//! trips.
//!
//! An archive is written a range of first letters at a time, so that the places of few of its
//! grams are in memory at once beside its texts; records become bits as soon as their places
//! are known, and shards when all records are.
//!
//! Numbers, layouts: `entry`, `writer::record`; how a word is covered: `tier`.

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
