//! Writing an index.

mod grams;
mod record;
mod tier;

use super::card::{CARDS, write_cards};
use super::entry::{ENTRY, SEED, TEXTS, VERSION, card_path, spelled_path, text_path, words_path};
use super::excerpt::write_part;
use super::gram::checksum;
use super::normalize::{Folder, compose};
use super::pinyin::pinyin;
use super::shard::{HEADING, PART};
use super::tier::FREQUENT_BITS;
use super::tier::Tier;
use crate::search::bits::{BitWriter, rice_parameter};
use grams::GAP;
use std::collections::BTreeMap;

/// How many documents the last tier grows to before it becomes part of the first one. An
/// added document changes the files of the last tier, so a small number keeps those few; a
/// large one lets the files of the first tier stand longer.
const FRESH: usize = 128;

/// Something that can be found.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// The type, by which results are counted.
    pub kind: String,
    /// The section, or nothing.
    pub section: String,
    /// The year, or 0.
    pub year: u32,
    /// What a result shows beside its excerpt, for instance address, title and date; none of
    /// them has a tab.
    pub card: Vec<String>,
    /// Title, names and former names.
    pub headings: Vec<String>,
    /// Summary and paragraphs, and whatever else can be found; no match spans two of them.
    pub blocks: Vec<String>,
}

/// What the site knows about words.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    /// Groups of words with one meaning.
    pub synonyms: Vec<Vec<String>>,
    /// Names and terms that visitors may have meant when nothing is found.
    pub terms: Vec<String>,
}

type Files = BTreeMap<String, Vec<u8>>;

/// Writes the index of documents, the oldest first: all files, by their paths in the
/// folder of the index.
///
/// The same documents give the same bytes.
#[must_use]
pub fn write(documents: &[Document], vocabulary: &Vocabulary) -> Files {
    let folder = Folder::default();
    let mut files = BTreeMap::new();
    let mut folders = Vec::new();
    for (number, some) in (0..).zip(documents.chunks(TEXTS as usize)) {
        folders.push(write_texts(&folder, number * TEXTS, some, &mut files));
    }
    let spelled: Vec<Document> = documents.iter().map(spelled).collect();
    let spelled = write_tiers(&folder, &spelled, &mut files);
    let spelled = sealed(SEED, &write_entry(&[], &spelled, &[], [0, 0]));
    let spelled_name = generation([spelled.as_slice()].into_iter());
    files.insert(spelled_path(spelled_name), spelled);
    let words = write_words(vocabulary);
    let words_name = generation([words.as_bytes()].into_iter());
    files.insert(words_path(words_name), words.into_bytes());
    let tiers = write_tiers(&folder, documents, &mut files);
    let entry = write_entry(documents, &tiers, &folders, [spelled_name, words_name]);
    files.insert(ENTRY.to_owned(), sealed(SEED, &entry));
    files
}

/// The tiers of the archive and of what is fresh.
///
/// Trigrams need fewer files for a query and take twice the bytes of pairs, so the small
/// tier has those and the large one has these: together they stay within six requests.
fn write_tiers(folder: &Folder, documents: &[Document], files: &mut Files) -> Vec<Tier> {
    let (archive, fresh) = documents.split_at(documents.len() - documents.len() % FRESH);
    let mut tiers = Vec::new();
    for (range, base) in [(archive, 2), (fresh, 3)] {
        if !range.is_empty() {
            let texts: Vec<Vec<char>> = range.iter().map(|each| layout(folder, each)).collect();
            tiers.push(tier::write(&texts, base, files));
        }
    }
    tiers
}

/// A document whose headings are spelled in pinyin.
fn spelled(document: &Document) -> Document {
    Document {
        headings: document
            .headings
            .iter()
            .filter_map(|text| pinyin(text))
            .flatten()
            .collect(),
        ..Document::default()
    }
}

fn write_words(vocabulary: &Vocabulary) -> String {
    let groups = vocabulary.synonyms.iter().map(|group| group.join("\t"));
    let groups: Vec<String> = groups.collect();
    groups.join("\n") + "\n\n" + &vocabulary.terms.join("\n")
}

/// A block as it is compared.
fn normalized(folder: &Folder, block: &str) -> Vec<char> {
    folder.fold(&compose(block))
}

/// The letters of a document at their positions: headings first, the rest after the places
/// that are kept for headings, and a gap after each block, so that nothing is adjacent
/// across it.
fn layout(folder: &Folder, document: &Document) -> Vec<char> {
    let mut text = Vec::new();
    for heading in &document.headings {
        text.extend(normalized(folder, heading));
        text.push(GAP);
    }
    text.resize(text.len().max(HEADING as usize), GAP);
    for block in &document.blocks {
        text.extend(normalized(folder, block));
        text.push(GAP);
    }
    text
}

/// Writes the cards and texts of some documents; gives the name of their folder.
fn write_texts(folder: &Folder, first: u32, documents: &[Document], files: &mut Files) -> u32 {
    // Each text with its document and, unless it is the file of the cards, its part.
    let mut parts = Vec::new();
    for (number, some) in (0..).zip(documents.chunks(CARDS as usize)) {
        let first = first + number * CARDS;
        parts.push((first, None, write_cards(some, first)));
    }
    for (number, document) in (first..).zip(documents) {
        let count = layout(folder, document).len() as u32 / PART + 1;
        for part in 0..count {
            parts.push((number, Some(part), write_part(document, number, part)));
        }
    }
    let name = generation(parts.iter().map(|(.., text)| text.as_bytes()));
    for (document, part, text) in parts {
        let path = match part {
            Some(part) => text_path(name, document, part),
            None => card_path(name, document),
        };
        files.insert(path, text.into_bytes());
    }
    name
}

/// A name that depends on all of the bytes.
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

/// A file with its checksum before its content.
fn sealed(seed: u32, content: &[u8]) -> Vec<u8> {
    let mut file = checksum(seed, content).to_be_bytes().to_vec();
    file.extend(content);
    file
}

fn number(bytes: &mut Vec<u8>, number: u32) {
    let mut left = number;
    while left >= 0x80 {
        bytes.push(left as u8 | 0x80);
        left >>= 7;
    }
    bytes.push(left as u8);
}

fn string(bytes: &mut Vec<u8>, text: &str) {
    number(bytes, text.len() as u32);
    bytes.extend(text.as_bytes());
}

fn write_entry(
    documents: &[Document],
    tiers: &[Tier],
    folders: &[u32],
    related: [u32; 2],
) -> Vec<u8> {
    let mut bytes = Vec::new();
    number(&mut bytes, VERSION);
    number(&mut bytes, tiers.len() as u32);
    for tier in tiers {
        number(&mut bytes, tier.measures.documents);
        number(&mut bytes, tier.measures.base);
        number(&mut bytes, tier.measures.class_bits);
        bytes.extend(tier.generation.to_be_bytes());
        number(&mut bytes, tier.shards);
        number(&mut bytes, tier.frequent.len() as u32);
        for marks in &tier.frequent {
            write_marks(&mut bytes, marks);
        }
    }
    let groups: BTreeMap<(&str, &str), u32> = documents
        .iter()
        .map(|document| ((document.kind.as_str(), document.section.as_str()), 0))
        .collect();
    let groups: BTreeMap<(&str, &str), u32> = groups.into_keys().zip(0..).collect();
    number(&mut bytes, groups.len() as u32);
    for (kind, section) in groups.keys() {
        string(&mut bytes, kind);
        string(&mut bytes, section);
    }
    number(&mut bytes, documents.len() as u32);
    for document in documents {
        let group = groups[&(document.kind.as_str(), document.section.as_str())];
        number(&mut bytes, group << 2 | length_class(document));
    }
    let years: Vec<&[Document]> = documents
        .chunk_by(|one, other| one.year == other.year)
        .collect();
    number(&mut bytes, years.len() as u32);
    for run in years {
        number(&mut bytes, run[0].year);
        number(&mut bytes, run.len() as u32);
    }
    number(&mut bytes, folders.len() as u32);
    for folder in folders {
        bytes.extend(folder.to_be_bytes());
    }
    for name in related {
        bytes.extend(name.to_be_bytes());
    }
    bytes
}

/// How long a text is: up to 300 letters, up to 1,200, up to 4,800, or more.
fn length_class(document: &Document) -> u32 {
    let letters: usize = document
        .blocks
        .iter()
        .map(|block| block.chars().count())
        .sum();
    match letters {
        0..=300 => 0,
        301..=1200 => 1,
        1201..=4800 => 2,
        _ => 3,
    }
}

fn write_marks(bytes: &mut Vec<u8>, marks: &[u32]) {
    let mut bits = BitWriter::default();
    let count = marks.len() as u32;
    let gap = rice_parameter((1 << FREQUENT_BITS) / count.max(1));
    let mut previous = 0;
    for mark in marks {
        bits.rice(mark - previous, gap);
        previous = *mark;
    }
    let written = bits.finish();
    number(bytes, count);
    number(bytes, written.len() as u32);
    bytes.extend(written);
}
