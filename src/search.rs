//! Searching.
mod answer;
mod bits;
mod entry;
mod excerpt;
mod gram;
mod normalize;
mod query;
mod related;
mod run;
mod shard;
#[cfg(all(test, feature = "ssr"))]
mod tests;
mod tier;
#[cfg(feature = "ssr")]
mod writer;

pub use answer::{Hit, Outcome, facets, sort_by_date, sort_by_relevance};
pub use entry::{ENTRY, Entry, Facts};
pub use excerpt::{Part, Piece, highlight};
pub use normalize::Folder;
#[cfg(feature = "ssr")]
pub use normalize::compose;
pub use query::{NoQuery, Query};
pub use related::{Alternative, Words, spelled};
pub use run::{Needed, Search};
pub use shard::Damaged;
#[cfg(feature = "ssr")]
pub use writer::{Document, Vocabulary, write};
