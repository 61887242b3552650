//! What is known of an index that was written before, so that it need not be written again.

use super::super::shard::Measures;
use super::super::tier::Tier;
use super::{Document, TEXTS};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// What is known of an index. Nothing of the same documents has to be read again, and their
/// files are [kept](super::File::Kept).
///
/// It belongs to the program that gave it, which may write the same documents otherwise
/// than another one, and to the files that were written with it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownIndex {
    /// The tiers by the keys of their documents. There is one of each kind and base at most.
    tiers: BTreeMap<Key, KnownTier>,
    /// The folders of texts likewise.
    folders: BTreeMap<Key, KnownFolder>,
}

/// A tier without what its key says already.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct KnownTier {
    kind: Kind,
    documents: u32,
    base: u32,
    class_bits: u32,
    generation: u32,
    shards: u32,
    frequent: Vec<Vec<u32>>,
}

/// What a tier files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Kind {
    /// Texts.
    Texts,
    /// Names in pinyin.
    Spelled,
}

/// A tier that may have some shards in common with the one that takes its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct LastTier {
    pub(super) generation: u32,
    pub(super) shards: u32,
}

/// A folder of texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct KnownFolder {
    pub(super) name: u32,
    /// Of how many parts each document's text is.
    pub(super) parts: Vec<u32>,
    /// How long each document is.
    pub(super) lengths: Vec<u32>,
}

impl KnownIndex {
    pub(super) fn tier(&self, key: &Key) -> Option<Tier> {
        self.tiers.get(key).map(|known| Tier {
            measures: Measures {
                documents: known.documents,
                base: known.base,
                class_bits: known.class_bits,
            },
            generation: known.generation,
            shards: known.shards,
            frequent: known.frequent.clone(),
        })
    }

    /// The tier of a kind and base, whatever its documents were.
    pub(super) fn last_tier(&self, kind: Kind, base: u32) -> Option<LastTier> {
        let mut tiers = self.tiers.values();
        let last = tiers.find(|tier| tier.kind == kind && tier.base == base)?;
        Some(LastTier {
            generation: last.generation,
            shards: last.shards,
        })
    }

    pub(super) fn add_tier(&mut self, key: Key, kind: Kind, tier: &Tier) {
        let known = KnownTier {
            kind,
            documents: tier.measures.documents,
            base: tier.measures.base,
            class_bits: tier.measures.class_bits,
            generation: tier.generation,
            shards: tier.shards,
            frequent: tier.frequent.clone(),
        };
        self.tiers.insert(key, known);
    }

    pub(super) fn folder(&self, key: &Key) -> Option<&KnownFolder> {
        self.folders.get(key)
    }

    pub(super) fn add_folder(&mut self, key: Key, folder: KnownFolder) {
        self.folders.insert(key, folder);
    }
}

/// A hash of everything that files depend on, in hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Key(String);

impl Key {
    /// The keys of the folders of texts. What is known by a key of its own is not made for
    /// it, and the rest is hashed as it is, for it is its normalisation that is to be saved.
    pub(super) fn of_folders(documents: &[Document]) -> Vec<Self> {
        let folders = documents.par_chunks(TEXTS as usize).zip(0..u32::MAX);
        let keys = folders.map(|(documents, number)| {
            let mut hash = Hash::new("folder", number.into());
            for document in documents {
                hash.texts(&document.card);
                hash.texts(&document.headings);
                hash.texts(&document.blocks);
                hash.text(&document.text);
            }
            hash.finish()
        });
        keys.collect()
    }

    /// The key of a tier whose documents are in folders of these keys.
    pub(super) fn of_tier(folders: &[Self], base: u32) -> Self {
        let mut hash = Hash::new("tier", base.into());
        for Self(key) in folders {
            hash.text(key);
        }
        hash.finish()
    }

    /// The key of a tier of names in pinyin.
    pub(super) fn of_spelled(documents: &[Document], base: u32) -> Self {
        let mut hash = Hash::new("pinyin", base.into());
        for document in documents {
            hash.texts(&document.headings);
        }
        hash.finish()
    }
}

struct Hash(Sha256);

impl Hash {
    fn new(kind: &str, number: u64) -> Self {
        let mut hash = Self(Sha256::new());
        hash.text(kind);
        hash.number(number);
        hash
    }

    fn number(&mut self, number: u64) {
        self.0.update(number.to_be_bytes());
    }

    fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.0.update(text);
    }

    fn texts(&mut self, texts: &[String]) {
        self.number(texts.len() as u64);
        for text in texts {
            self.text(text);
        }
    }

    fn finish(self) -> Key {
        let digest = self.0.finalize();
        Key(digest.iter().map(|byte| format!("{byte:02x}")).collect())
    }
}
