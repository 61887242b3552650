//! Writing an index.

mod entry;
mod grams;
mod known;
mod phrases;
mod reach;
mod record;
mod shards;
mod sides;
mod survey;
#[cfg(test)]
mod tests;
mod texts;
mod tier;

use super::card::{CARDS, write_cards};
use super::entry::{ENTRY, SEED, TEXTS, card_path, spelled_path, text_path, words_path};
use super::excerpt::write_parts;
use super::gram::checksum;
use super::normalize::Normalizer;
use super::pinyin::reading::pinyin;
use super::shard::{HEADING, PART};
use super::tier::{Tier, path};
use entry::write_entry;
pub use known::KnownIndex;
use known::{Key, Kind, KnownFolder};
use rayon::prelude::*;
use texts::{Collected, GAP};

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
    /// Whatever else can be found; no match spans two of them.
    pub blocks: Vec<String>,
    /// The key of its text, of which each paragraph is a block too: the same key, the same
    /// paragraphs. Nothing for what has no text.
    pub text: String,
}

/// What the site knows about words.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    /// Groups of words with one meaning.
    pub synonyms: Vec<Vec<String>>,
    /// Names and terms that visitors may have meant when nothing is found.
    pub terms: Vec<String>,
}

/// A file of an index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum File {
    /// Its bytes.
    Written(Vec<u8>),
    /// Its bytes, and the path of a file of the index that was known, which had a name of its
    /// own and, more likely than not, the same bytes.
    Rewritten(Vec<u8>, String),
    /// The index that was known has it under the same path, with the same bytes.
    Kept,
}

/// Writes the index of documents, the oldest first: gives out all of its files, by their
/// paths in the folder of the index, and says in the end what is now known of it.
///
/// The same documents give the same bytes, whatever is known. Files are given out as they
/// are made, for together they are longer than the texts; for the same reason `paragraphs`
/// makes those of a document, given its place among them, whenever they are needed.
///
/// # Errors
/// When a file is not taken.
pub fn write<E>(
    documents: &[Document],
    paragraphs: impl Fn(usize) -> Vec<String> + Sync,
    vocabulary: &Vocabulary,
    known: &KnownIndex,
    mut put: impl FnMut(String, File) -> Result<(), E>,
) -> Result<KnownIndex, E> {
    let mut writer = Writer {
        normalizer: Normalizer::shared(),
        paragraphs: &paragraphs,
        known,
        now: KnownIndex::default(),
        put: &mut put,
    };
    writer.write(documents, vocabulary)?;
    Ok(writer.now)
}

/// Makes the paragraphs of a document, given its place among all.
type Paragraphs<'a> = dyn Fn(usize) -> Vec<String> + Sync + 'a;

struct Writer<'a, E> {
    normalizer: &'static Normalizer,
    paragraphs: &'a Paragraphs<'a>,
    known: &'a KnownIndex,
    now: KnownIndex,
    put: &'a mut dyn FnMut(String, File) -> Result<(), E>,
}

impl<E> Writer<'_, E> {
    fn write(&mut self, documents: &[Document], vocabulary: &Vocabulary) -> Result<(), E> {
        let mut spelled = Vec::new();
        let mut tiers = Vec::new();
        let mut folders: Vec<KnownFolder> = Vec::new();
        let mut keys = Key::of_folders(documents);
        // Trigrams need fewer files for a query and take twice the bytes of pairs, so the
        // small tier has those and the large one has these: together they stay within six
        // requests.
        let (archive, fresh) = documents.split_at(documents.len() - documents.len() % FRESH);
        let keys_of_fresh = keys.split_off(archive.len() / TEXTS as usize);
        for (range, base, keys) in [(archive, 2, keys), (fresh, 3, keys_of_fresh)] {
            if !range.is_empty() {
                spelled.push(self.spelled(range, base)?);
                tiers.push(self.tier(range, base, keys, &mut folders)?);
            }
        }
        let spelled = sealed(SEED, &write_entry(&[], &spelled, &[], [0, 0]));
        let spelled_name = generation([spelled.as_slice()].into_iter());
        self.put(spelled_path(spelled_name), spelled)?;
        let words = write_words(vocabulary);
        let words_name = generation([words.as_bytes()].into_iter());
        self.put(words_path(words_name), words.into_bytes())?;
        let entry = write_entry(documents, &tiers, &folders, [spelled_name, words_name]);
        self.put(ENTRY.to_owned(), sealed(SEED, &entry))
    }

    fn put(&mut self, path: String, bytes: Vec<u8>) -> Result<(), E> {
        (self.put)(path, File::Written(bytes))
    }

    /// The tier of names in pinyin.
    fn spelled(&mut self, documents: &[Document], base: u32) -> Result<Tier, E> {
        let key = Key::of_spelled(documents, base);
        if let Some(tier) = self.known.tier(&key) {
            return self.keep(key, Kind::Spelled, tier);
        }
        let mut texts = Collected::default();
        for documents in documents.chunks(TEXTS as usize) {
            let layouts = documents.par_iter();
            let layouts = layouts.map(|document| layout(self.normalizer, &spelled(document), &[]));
            let layouts: Vec<Vec<char>> = layouts.collect();
            layouts.iter().for_each(|letters| texts.push(letters));
        }
        self.shards(key, Kind::Spelled, texts, base)
    }

    /// The tier of some documents, with their cards and texts; adds the folders of these,
    /// which have the keys.
    fn tier(
        &mut self,
        documents: &[Document],
        base: u32,
        keys: Vec<Key>,
        folders: &mut Vec<KnownFolder>,
    ) -> Result<Tier, E> {
        let key = Key::of_tier(&keys, base);
        let known = self.known.tier(&key);
        let mut texts = Collected::default();
        for (documents, key) in documents.chunks(TEXTS as usize).zip(keys) {
            let first = folders.len() as u32 * TEXTS;
            let known_folder = self.known.folder(&key);
            let (mut texts_of, mut letters) = (Vec::new(), Vec::new());
            if known.is_none() || known_folder.is_none() {
                let (normalizer, make) = (self.normalizer, self.paragraphs);
                let numbered = documents.par_iter().zip(first..u32::MAX);
                let laid_out = numbered.map(|(document, number)| {
                    let paragraphs = paragraphs(make, document, number);
                    let letters = layout(normalizer, document, &paragraphs);
                    (paragraphs, letters)
                });
                (texts_of, letters) = laid_out.unzip();
            }
            if known.is_none() {
                letters.iter().for_each(|letters| texts.push(letters));
            }
            let folder = match known_folder {
                Some(folder) => {
                    for path in paths(folder, first) {
                        (self.put)(path, File::Kept)?;
                    }
                    folder.clone()
                }
                None => self.folder(first, documents, &texts_of, &letters)?,
            };
            folders.push(folder.clone());
            self.now.add_folder(key, folder);
        }
        match known {
            Some(tier) => self.keep(key, Kind::Texts, tier),
            None => self.shards(key, Kind::Texts, texts, base),
        }
    }

    fn keep(&mut self, key: Key, kind: Kind, tier: Tier) -> Result<Tier, E> {
        for number in 0..tier.shards {
            (self.put)(path(tier.generation, number), File::Kept)?;
        }
        self.now.add_tier(key, kind, &tier);
        Ok(tier)
    }

    fn shards(&mut self, key: Key, kind: Kind, texts: Collected, base: u32) -> Result<Tier, E> {
        let (tier, shards) = tier::write(texts.finish(), base);
        let last = self.known.last_tier(kind, base);
        let last = last.filter(|last| last.shards == tier.shards);
        for (number, shard) in (0..).zip(shards) {
            let file = match last {
                Some(last) => File::Rewritten(shard, path(last.generation, number)),
                None => File::Written(shard),
            };
            (self.put)(path(tier.generation, number), file)?;
        }
        self.now.add_tier(key, kind, &tier);
        Ok(tier)
    }

    /// Writes the cards and texts of some documents.
    fn folder(
        &mut self,
        first: u32,
        documents: &[Document],
        paragraphs: &[Vec<String>],
        letters: &[Vec<char>],
    ) -> Result<KnownFolder, E> {
        let contents = documents.par_iter().zip(paragraphs).zip(letters);
        let texts: Vec<Vec<String>> = contents
            .zip(first..u32::MAX)
            .map(|(((document, paragraphs), letters), number)| {
                let parts = letters.len() as u32 / PART + 1;
                write_parts(blocks(document, paragraphs), number, parts)
            })
            .collect();
        let cards = documents.chunks(CARDS as usize).zip(0..);
        let cards = cards.map(|(some, number)| write_cards(some, first + number * CARDS));
        let parts = texts.iter().map(|texts| texts.len() as u32).collect();
        let contents = documents.iter().zip(paragraphs);
        let lengths = contents.map(|(document, paragraphs)| length_class(document, paragraphs));
        let files: Vec<String> = cards.chain(texts.into_iter().flatten()).collect();
        let name = generation(files.iter().map(String::as_bytes));
        let folder = KnownFolder {
            name,
            parts,
            lengths: lengths.collect(),
        };
        for (path, text) in paths(&folder, first).zip(files) {
            self.put(path, text.into_bytes())?;
        }
        Ok(folder)
    }
}

/// The paths of a folder's files: cards first, then the parts of each text.
fn paths(folder: &KnownFolder, first: u32) -> impl Iterator<Item = String> {
    let name = folder.name;
    let end = first + folder.parts.len() as u32;
    let cards = (first..end).step_by(CARDS as usize);
    let cards = cards.map(move |document| card_path(name, document));
    let texts = (first..)
        .zip(&folder.parts)
        .flat_map(move |(document, parts)| {
            (0..*parts).map(move |part| text_path(name, document, part))
        });
    cards.chain(texts)
}

/// A document whose headings are spelled in pinyin.
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

/// The letters of a document at their positions: headings first, the rest after the places
/// that are kept for headings, and a gap after each block, so that nothing is adjacent
/// across it.
fn layout(normalizer: &Normalizer, document: &Document, paragraphs: &[String]) -> Vec<char> {
    let mut text = Vec::new();
    for heading in &document.headings {
        text.extend(normalizer.normalize(heading));
        text.push(GAP);
    }
    text.resize(text.len().max(HEADING as usize), GAP);
    for block in blocks(document, paragraphs) {
        text.extend(normalizer.normalize(block));
        text.push(GAP);
    }
    text
}

/// The paragraphs of a document's text, if it has one.
fn paragraphs(make: &Paragraphs<'_>, document: &Document, number: u32) -> Vec<String> {
    if document.text.is_empty() {
        return Vec::new();
    }
    make(number as usize)
}

/// All blocks of a document. Its text comes first, for a sentence tells more in an excerpt
/// than a tag.
fn blocks<'a>(
    document: &'a Document,
    paragraphs: &'a [String],
) -> impl Iterator<Item = &'a String> {
    paragraphs.iter().chain(&document.blocks)
}

/// How long a text is: up to 300 letters, up to 1,200, up to 4,800, or more.
fn length_class(document: &Document, paragraphs: &[String]) -> u32 {
    let letters = blocks(document, paragraphs).map(|block| block.chars().count());
    match letters.sum::<usize>() {
        0..=300 => 0,
        301..=1200 => 1,
        1201..=4800 => 2,
        _ => 3,
    }
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
