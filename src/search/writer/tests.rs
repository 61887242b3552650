//! What an index is written like: the same bytes whatever is known, on however many threads.

use super::super::bits::BitWriter;
use super::super::shard::Measures;
use super::phrases::tell_apart;
use super::record::Codes;
use super::shards::Records;
use super::texts::{GAP, keyed, place};
use super::*;
use proptest::prelude::*;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::convert::Infallible;

type Files = BTreeMap<String, File>;

fn index(documents: &[Document], known: &KnownIndex) -> (Files, KnownIndex) {
    let mut files = Files::new();
    let put = |path, file| {
        files.insert(path, file);
        Ok::<_, Infallible>(())
    };
    let none = |_| Vec::new();
    let known = write(documents, none, &Vocabulary::default(), known, put).expect("no error");
    (files, known)
}

/// The files of an index of which nothing is known.
fn anew(documents: &[Document]) -> Files {
    index(documents, &KnownIndex::default()).0
}

/// Documents of a phrase that comes so many times at most in each.
fn documents(count: usize, times: usize) -> Vec<Document> {
    let fill: Vec<char> = ('一'..'乴').chain('ぁ'..'ん').collect();
    let phrase = "中国产业用纺织品行业协会";
    let document = |number: usize| {
        let before = fill[number % fill.len()];
        let after = fill[number * 7 % fill.len()];
        let block = format!("{before}{phrase}{after}、{phrase}的{before}😀纺织{after}");
        Document {
            kind: ["article", "bulletin"][number % 2].to_owned(),
            year: 2000 + number as u32 / 100,
            card: vec![format!("第{number}期")],
            headings: vec![format!("第{number}期标准{after}")],
            blocks: vec![block.repeat(number % times), phrase.chars().rev().collect()],
            ..Document::default()
        }
    };
    (0..count).map(document).collect()
}

/// Portals that stand have these files, and those of an archive stay as they are when the
/// next program writes them too. Whoever means to change them changes the format's version.
#[test]
fn the_bytes_are_those_that_were_published() {
    let hashes = [0, 100, 300].map(|count| {
        let mut hash = Sha256::new();
        for (path, file) in anew(&documents(count, 50)) {
            let File::Written(bytes) = file else {
                panic!("{path} is kept, though nothing is known");
            };
            hash.update(path);
            hash.update(Sha256::digest(bytes));
        }
        let hash: String = hash.finalize()[..8]
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        (count, hash)
    });
    let hashes = hashes
        .each_ref()
        .map(|(count, hash)| (*count, hash.as_str()));
    assert_eq!(
        hashes,
        [
            (0, "c1ab88bfced56830"),
            (100, "5d9185177053811c"),
            (300, "dab0bd958132ae86"),
        ]
    );
}

#[test]
fn the_number_of_threads_makes_no_difference() {
    let documents = documents(300, 3);
    let with = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
        pool.expect("threads").install(|| anew(&documents))
    };
    assert!(with(1) == with(3));
}

#[test]
fn in_how_many_collections_records_are_makes_no_difference() {
    let measures = Measures {
        documents: 10,
        base: 2,
        class_bits: 0,
    };
    let codes = Codes {
        measures,
        position: 3,
    };
    // Some collections have a part of a shard each, others some shards.
    for count in [0_u32, 5, 20_000] {
        let shards = |letters| {
            let records = Records::new(letters);
            for number in 0..count {
                let letters = ['纺', '织', '品', '的'];
                let key = &letters[..number as usize % 4 + 1];
                let hash = number.wrapping_mul(0x9e37_79b1);
                let mut bits = BitWriter::default();
                bits.fixed(number, 20);
                records.add(key, hash, &mut bits);
            }
            records.into_shards(codes)
        };
        assert!(shards(0) == shards(10_000_000), "{count} records");
    }
}

#[test]
fn nothing_of_the_same_documents_is_written_again() {
    let documents = documents(300, 3);
    let (files, known) = index(&documents, &KnownIndex::default());
    let (again, known_again) = index(&documents, &known);
    assert_eq!(known_again, known);
    assert!(files.keys().eq(again.keys()));
    let is_written = |(_, file): &(&String, &File)| **file != File::Kept;
    let written: Vec<&str> = again
        .iter()
        .filter(is_written)
        .map(|(path, _)| path.split(['-', '.']).next().unwrap_or_default())
        .collect();
    assert_eq!(written, ["files/pinyin", "files/words", "index"]);
}

#[test]
fn an_added_document_leaves_the_archive_alone() {
    let mut documents = documents(300, 3);
    let archive = anew(&documents[..256]);
    let (_, known) = index(&documents, &KnownIndex::default());
    documents.push(documents[7].clone());
    let (files, _) = index(&documents, &known);
    let is_of_folder = |path: &&String| path.matches('/').count() > 1;
    for path in archive.keys().filter(is_of_folder) {
        assert_eq!(files.get(path), Some(&File::Kept), "{path}");
    }
}

#[test]
fn an_edit_leaves_what_most_shards_of_the_archive_say() {
    let letters: Vec<char> = ('一'..'鿿').collect();
    let mut number = 1_u32;
    let mut text = |length: usize| -> String {
        let letter = |_| {
            number = number.wrapping_mul(0x9e37_79b1).rotate_left(7) ^ 0x5bd1_e995;
            letters[number as usize % letters.len()]
        };
        (0..length).map(letter).collect()
    };
    let document = |text: String| Document {
        blocks: vec![text],
        ..Document::default()
    };
    let mut documents: Vec<Document> = (0..FRESH).map(|_| document(text(2_000))).collect();
    let (before, known) = index(&documents, &KnownIndex::default());
    documents[64].blocks.push("后来加的一句".to_owned());
    let (after, _) = index(&documents, &known);
    let (mut same, mut other) = (0, 0);
    for file in after.into_values() {
        if let File::Rewritten(bytes, last) = file {
            let is_same = before.get(&last) == Some(&File::Written(bytes));
            *(if is_same { &mut same } else { &mut other }) += 1;
        }
    }
    assert!(
        same > 200 && other < 20,
        "{same} say the same, {other} do not"
    );
}

#[derive(Debug, Clone)]
enum Edit {
    Add(usize),
    Remove(prop::sample::Index),
    Rewrite(prop::sample::Index, &'static str),
    Rename(prop::sample::Index, &'static str),
}

fn edit() -> impl Strategy<Value = Edit> {
    let words = || prop::sample::select(vec!["新", "纺织", "聚酯 PET", ""]);
    prop_oneof![
        (1_usize..70).prop_map(Edit::Add),
        any::<prop::sample::Index>().prop_map(Edit::Remove),
        (any::<prop::sample::Index>(), words()).prop_map(|(at, word)| Edit::Rewrite(at, word)),
        (any::<prop::sample::Index>(), words()).prop_map(|(at, word)| Edit::Rename(at, word)),
    ]
}

fn apply(edit: &Edit, documents: &mut Vec<Document>) {
    match edit {
        Edit::Add(count) => {
            let more: Vec<Document> = documents.iter().take(*count).cloned().collect();
            documents.extend(more);
        }
        Edit::Remove(at) => {
            documents.remove(at.index(documents.len()));
        }
        Edit::Rewrite(at, word) => {
            let at = at.index(documents.len());
            documents[at].blocks.push((*word).to_owned());
        }
        Edit::Rename(at, word) => {
            let at = at.index(documents.len());
            documents[at].card[0].push_str(word);
            documents[at].headings[0].push_str(word);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn what_is_known_makes_no_difference(
        count in 120_usize..200,
        edits in prop::collection::vec(edit(), 1..4),
    ) {
        let mut documents = documents(count, 3);
        let (mut before, mut known) = index(&documents, &KnownIndex::default());
        for edit in &edits {
            apply(edit, &mut documents);
            let (mut files, now) = index(&documents, &known);
            for (path, file) in &mut files {
                *file = match std::mem::replace(file, File::Kept) {
                    File::Kept => before.get(path).cloned().expect("a file that is kept was there"),
                    File::Rewritten(bytes, last) => {
                        prop_assert!(before.contains_key(&last), "{} was not there", last);
                        File::Written(bytes)
                    }
                    written @ File::Written(_) => written,
                };
            }
            let (expected, known_anew) = index(&documents, &KnownIndex::default());
            prop_assert!(files == expected);
            prop_assert_eq!(&now, &known_anew);
            (before, known) = (files, now);
        }
    }
}

#[test]
fn more_letters_than_two_bytes_can_number_are_told_apart() {
    let letters: Vec<char> = ('一'..=char::MAX).take(70_000).collect();
    let mut texts = Collected::default();
    let backwards: Vec<char> = letters.iter().rev().copied().chain([GAP]).collect();
    texts.push(&backwards);
    let texts = texts.finish();
    assert!(texts.letters(0, 70_000).eq(letters.into_iter().rev()));
    assert!(texts.number(0) > texts.number(1));
    assert_eq!(texts.number(69_999), 1);
}

#[test]
fn grams_with_the_same_hash_are_told_apart() {
    let mut texts = Collected::default();
    texts.push(&['甲', '乙', '丙', '甲', '乙', '丁', '甲', '乙', '丙', GAP]);
    let mut places = [keyed(7, 0), keyed(7, 3), keyed(7, 6), keyed(9, 1)];
    tell_apart(&texts.finish(), &mut places, 3);
    assert_eq!(places.map(place), [3, 0, 6, 1]);
}
