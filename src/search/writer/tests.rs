//! Tests of the bytes of an index, which do not depend on the number of threads.

use super::super::bits::BitWriter;
use super::super::shard::Measures;
use super::phrases::tell_apart;
use super::positions::{keyed, place};
use super::record::Codes;
use super::shards::Records;
use super::texts::GAP;
use super::*;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::convert::Infallible;

type Files = BTreeMap<String, Vec<u8>>;

fn index(documents: &[Document]) -> Files {
    let mut files = Files::new();
    let put = |path, bytes| {
        files.insert(path, bytes);
        Ok::<_, Infallible>(())
    };
    write(documents.to_vec(), &Vocabulary::default(), put).expect("no error");
    files
}

/// Returns documents of a phrase that each has `times` times at most.
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

/// Published portals have these files, and those of an archive stay unchanged when the next
/// version of the program writes them. A change of them requires another format version.
#[test]
fn the_bytes_are_those_that_were_published() {
    let hashes = [0, 100, 300].map(|count| {
        let mut hash = Sha256::new();
        for (path, bytes) in index(&documents(count, 50)) {
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
        pool.expect("threads").install(|| index(&documents))
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
    // Some collections have a part of a shard each, others several shards.
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
fn an_added_document_leaves_the_archive_alone() {
    let mut documents = documents(300, 3);
    let archive = index(&documents[..256]);
    documents.push(documents[7].clone());
    let files = index(&documents);
    let is_in_folder = |path: &&String| path.matches('/').count() > 1;
    for path in archive.keys().filter(is_in_folder) {
        assert!(files.get(path) == archive.get(path), "{path}");
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
