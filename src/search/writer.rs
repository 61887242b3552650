//! Writer of an index.

mod entry;
mod frequent_map;
mod grams;
mod marks;
mod neighbours;
mod phrases;
mod positions;
mod record;
mod shards;
mod statistics;
#[cfg(test)]
mod tests;
mod texts;
mod tier;

use super::document::{Document, Vocabulary};
use super::entry::{ENTRY, SEED, TEXTS};
use super::excerpt::write_parts;
use super::gram::checksum;
use super::normalize::Normalizer;
use super::paths::{card_path, shard_path, spelled_path, text_path, words_path};
use super::pinyin::reading::pinyin;
use super::result_card::{CARDS, write_cards};
use super::shard::{HEADING, PART};
use super::tier::Tier;
use entry::write_entry;
use rayon::prelude::*;
use std::mem::take;
use texts::{Collected, GAP};

/// Number of documents at which the last tier is merged into the first. An added document
/// changes the files of the last tier, so a small number keeps those few; a large number keeps
/// the files of the first tier unchanged for longer.
const FRESH: usize = 128;

/// Writes the index of documents, the oldest first: passes all of its files to `put`, with
/// their paths in the folder of the index.
///
/// The same documents give the same bytes. Files are passed on as they are made, since together
/// they are longer than the texts.
///
/// # Errors
/// Returns the error of `put`.
pub fn write<E>(
    mut documents: Vec<Document>,
    vocabulary: &Vocabulary,
    mut put: impl FnMut(String, Vec<u8>) -> Result<(), E>,
) -> Result<(), E> {
    let mut writer = Writer {
        normalizer: Normalizer::shared(),
        put: &mut put,
    };
    writer.write(&mut documents, vocabulary)
}

struct Writer<'a, E> {
    normalizer: &'static Normalizer,
    put: &'a mut dyn FnMut(String, Vec<u8>) -> Result<(), E>,
}

/// Folder of the cards and texts of some documents.
struct Folder {
    name: u32,
    /// Classes of the documents' lengths.
    lengths: Vec<u32>,
}

impl<E> Writer<'_, E> {
    fn write(&mut self, documents: &mut [Document], vocabulary: &Vocabulary) -> Result<(), E> {
        let mut spelled = Vec::new();
        let mut tiers = Vec::new();
        let mut folders = Vec::new();
        // Trigrams need fewer files per query and take twice the bytes of pairs. So the small
        // tier indexes trigrams and the large one pairs: together they need six requests at
        // most.
        let (archive, fresh) = documents.split_at_mut(documents.len() - documents.len() % FRESH);
        for (range, base) in [(archive, 2), (fresh, 3)] {
            if !range.is_empty() {
                spelled.push(self.spelled(range, base)?);
                tiers.push(self.tier(range, base, &mut folders)?);
            }
        }
        let spelled = sealed(SEED, &write_entry(&[], &spelled, &[], [0, 0]));
        let spelled_name = generation([spelled.as_slice()].into_iter());
        (self.put)(spelled_path(spelled_name), spelled)?;
        let words = write_words(vocabulary);
        let words_name = generation([words.as_bytes()].into_iter());
        (self.put)(words_path(words_name), words.into_bytes())?;
        let entry = write_entry(documents, &tiers, &folders, [spelled_name, words_name]);
        (self.put)(ENTRY.to_owned(), sealed(SEED, &entry))
    }

    /// Writes the tier of names in pinyin.
    fn spelled(&mut self, documents: &[Document], base: u32) -> Result<Tier, E> {
        let mut texts = Collected::default();
        for documents in documents.chunks(TEXTS as usize) {
            let layouts = documents.par_iter();
            let layouts = layouts.map(|document| layout(self.normalizer, &spelled(document)));
            let layouts: Vec<Vec<char>> = layouts.collect();
            layouts.iter().for_each(|letters| texts.push(letters));
        }
        self.shards(texts, base)
    }

    /// Writes the tier of some documents, with their cards and texts; adds their folders. Of
    /// each document only its groups are kept, since the grams take as much memory as the texts.
    fn tier(
        &mut self,
        documents: &mut [Document],
        base: u32,
        folders: &mut Vec<Folder>,
    ) -> Result<Tier, E> {
        let mut texts = Collected::default();
        for documents in documents.chunks_mut(TEXTS as usize) {
            let first = folders.len() as u32 * TEXTS;
            let layouts = documents.par_iter();
            let layouts = layouts.map(|document| layout(self.normalizer, document));
            let layouts: Vec<Vec<char>> = layouts.collect();
            layouts.iter().for_each(|letters| texts.push(letters));
            folders.push(self.folder(first, documents, &layouts)?);
            for document in documents {
                let kind = take(&mut document.kind);
                let section = take(&mut document.section);
                *document = Document {
                    kind,
                    section,
                    year: document.year,
                    ..Document::default()
                };
            }
        }
        self.shards(texts, base)
    }

    fn shards(&mut self, texts: Collected, base: u32) -> Result<Tier, E> {
        let (tier, shards) = tier::write(texts.finish(), base);
        for (number, shard) in (0..).zip(shards) {
            (self.put)(shard_path(tier.generation, number), shard)?;
        }
        Ok(tier)
    }

    /// Writes the cards and texts of some documents.
    fn folder(
        &mut self,
        first: u32,
        documents: &[Document],
        layouts: &[Vec<char>],
    ) -> Result<Folder, E> {
        let texts: Vec<Vec<String>> = documents
            .par_iter()
            .zip(layouts)
            .zip(first..u32::MAX)
            .map(|((document, letters), number)| {
                let parts = letters.len() as u32 / PART + 1;
                write_parts(blocks(document), number, parts)
            })
            .collect();
        let cards = documents.chunks(CARDS as usize).zip(0..);
        let cards: Vec<String> = cards
            .map(|(some, number)| write_cards(some, first + number * CARDS))
            .collect();
        let files = cards.iter().chain(texts.iter().flatten());
        let name = generation(files.map(String::as_bytes));
        for (document, cards) in (first..).step_by(CARDS as usize).zip(cards) {
            (self.put)(card_path(name, document), cards.into_bytes())?;
        }
        for (document, parts) in (first..).zip(texts) {
            for (part, text) in (0..).zip(parts) {
                (self.put)(text_path(name, document, part), text.into_bytes())?;
            }
        }
        let lengths = documents.iter().map(length_class).collect();
        Ok(Folder { name, lengths })
    }
}

/// Returns a document with the headings of another one in pinyin.
fn spelled(document: &Document) -> Document {
    Document {
        headings: document
            .headings
            .iter()
            .flat_map(|text| pinyin(text))
            .collect(),
        ..Document::default()
    }
}

fn write_words(vocabulary: &Vocabulary) -> String {
    let groups = vocabulary.synonyms.iter().map(|group| group.join("\t"));
    let groups: Vec<String> = groups.collect();
    groups.join("\n") + "\n\n" + &vocabulary.terms.join("\n")
}

/// Returns the characters of a document at their positions: headings first, the other blocks
/// after the positions reserved for headings, and a gap after each block, so that no gram spans
/// two blocks.
fn layout(normalizer: &Normalizer, document: &Document) -> Vec<char> {
    let mut text = Vec::new();
    for heading in &document.headings {
        text.extend(normalizer.normalize(heading));
        text.push(GAP);
    }
    text.resize(text.len().max(HEADING as usize), GAP);
    for block in blocks(document) {
        text.extend(normalizer.normalize(block));
        text.push(GAP);
    }
    text
}

/// Returns all blocks of a document. Its text comes first, since in an excerpt a sentence is
/// more useful than a tag.
fn blocks(document: &Document) -> impl Iterator<Item = &str> {
    let blocks = document.blocks.iter().map(String::as_str);
    document.text.lines().chain(blocks)
}

/// Returns the class of a text's length: up to 300 characters, up to 1,200, up to 4,800, or
/// more.
fn length_class(document: &Document) -> u32 {
    let letters = blocks(document).map(|block| block.chars().count());
    match letters.sum::<usize>() {
        0..=300 => 0,
        301..=1200 => 1,
        1201..=4800 => 2,
        _ => 3,
    }
}

/// Returns a name that depends on all bytes.
fn generation<'a>(contents: impl Iterator<Item = &'a [u8]>) -> u32 {
    use sha2::{Digest, Sha256};
    let mut hash = Sha256::new();
    for content in contents {
        hash.update((content.len() as u64).to_be_bytes());
        hash.update(content);
    }
    hash.finalize()
        .first_chunk()
        .map_or(0, |bytes| u32::from_be_bytes(*bytes))
}

/// Returns a file: the content preceded by its checksum.
fn sealed(seed: u32, content: &[u8]) -> Vec<u8> {
    let mut file = checksum(seed, content).to_be_bytes().to_vec();
    file.extend(content);
    file
}
