//! The index against plain search.

use super::*;
use proptest::prelude::*;
use std::collections::BTreeMap;

type Files = BTreeMap<String, Vec<u8>>;

fn document(heading: &str, blocks: &[&str]) -> Document {
    Document {
        kind: "article".to_owned(),
        card: vec![heading.to_owned()],
        headings: vec![heading.to_owned()],
        blocks: blocks.iter().map(|block| (*block).to_owned()).collect(),
        ..Document::default()
    }
}

/// Runs a search with files from memory.
fn run(files: &Files, text: &str) -> Outcome {
    let entry = Entry::read(&files[ENTRY]).expect("an entry");
    let query = Query::parse(&Folder::default(), &compose(text)).expect("a query");
    let mut search = Search::new(&entry, &query);
    loop {
        let needed = search.needed();
        if needed.is_empty() {
            return search.outcome();
        }
        let given: Vec<_> = needed
            .into_iter()
            .map(|file| {
                let bytes = files.get(file.path()).map(Vec::as_slice);
                (file, bytes)
            })
            .collect();
        search.give(&given);
    }
}

/// The numbers of the documents that were found, in order.
fn numbers(outcome: &Outcome) -> Vec<u32> {
    assert!(!outcome.incomplete);
    let mut numbers: Vec<u32> = outcome.hits.iter().map(|hit| hit.document).collect();
    numbers.sort_unstable();
    numbers
}

fn normalized(text: &str) -> String {
    Folder::default().fold(&compose(text)).iter().collect()
}

/// What plain search finds: the documents in which each word is in some block.
fn plain(documents: &[Document], text: &str) -> Vec<u32> {
    let words = normalized(text);
    (0..)
        .zip(documents)
        .filter(|(_, document)| {
            let blocks: Vec<String> = document
                .headings
                .iter()
                .chain(&document.blocks)
                .map(|block| normalized(block))
                .collect();
            words
                .split(' ')
                .all(|word| blocks.iter().any(|block| block.contains(word)))
        })
        .map(|(number, _)| number)
        .collect()
}

#[track_caller]
fn check(documents: &[Document], text: &str) {
    assert_eq!(
        numbers(&run(&write(documents), text)),
        plain(documents, text),
        "{text:?}"
    );
}

/// Few letters, so that grams recur, in several scripts.
fn block() -> impl Strategy<Value = String> {
    let letters = "纺织品纺织品产业用聯盟联盟ABab 1４3-“”😀é";
    let letters: Vec<char> = letters.chars().collect();
    prop::collection::vec(prop::sample::select(letters), 0..30)
        .prop_map(|letters| letters.into_iter().collect())
}

fn documents() -> impl Strategy<Value = Vec<Document>> {
    let document = (block(), prop::collection::vec(block(), 0..6)).prop_map(|(heading, blocks)| {
        let blocks: Vec<&str> = blocks.iter().map(String::as_str).collect();
        document(&heading, &blocks)
    });
    prop::collection::vec(document, 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn a_search_finds_what_plain_search_finds(
        documents in documents(),
        which in any::<prop::sample::Index>(),
        start in 0_usize..20,
        length in 1_usize..8,
        other in block(),
    ) {
        let files = write(&documents);
        let blocks: Vec<&String> = documents
            .iter()
            .flat_map(|document| document.headings.iter().chain(&document.blocks))
            .collect();
        let inside: String = which.get(&blocks).chars().skip(start).take(length).collect();
        let outside: String = other.chars().take(length).collect();
        for text in [&inside, &outside, &format!("{inside} {outside}")] {
            if normalized(text).is_empty() {
                continue;
            }
            prop_assert_eq!(numbers(&run(&files, text)), plain(&documents, text), "{:?}", text);
        }
    }
}

#[test]
fn frequent_phrases_are_found_exactly() {
    let phrase = "中国产业用纺织品行业协会";
    let fill: Vec<char> = ('一'..'丂').chain('三'..'乴').collect();
    let documents: Vec<Document> = (0..300_usize)
        .map(|number| {
            let before = fill[number % fill.len()];
            let after = fill[number * 7 % fill.len()];
            let block =
                format!("{before}{phrase}{after}，{phrase}的{before}纺织{after}").repeat(12);
            document(&format!("第{number}期"), &[&block, &block])
        })
        .collect();
    let files = write(&documents);
    let entry = Entry::read(&files[ENTRY]).expect("an entry");
    let lengths = entry.tiers[0].frequent.len();
    assert!(lengths > 8, "only {lengths} lengths of grams are split");
    let text = normalized(&documents[17].blocks[0]);
    let letters: Vec<char> = text.chars().collect();
    for start in 0..60 {
        for length in [2, 3, 4, 6, 13, 14, 20] {
            let query: String = letters[start..start + length].iter().collect();
            assert_eq!(
                numbers(&run(&files, &query)),
                plain(&documents, &query),
                "{query}"
            );
        }
    }
}
