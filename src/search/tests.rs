//! Comparison of the index with plain search.

use super::*;
use proptest::prelude::*;
use std::collections::BTreeMap;

type Files = BTreeMap<String, Vec<u8>>;

/// Returns all files of an index.
fn write(documents: &[Document], vocabulary: &Vocabulary) -> Files {
    let mut files = Files::new();
    let put = |path, bytes| {
        files.insert(path, bytes);
        Ok::<_, std::convert::Infallible>(())
    };
    super::write(documents.to_vec(), vocabulary, put).expect("no error");
    files
}

fn document(heading: &str, blocks: &[&str]) -> Document {
    Document {
        kind: "article".to_owned(),
        card: vec![heading.to_owned()],
        headings: vec![heading.to_owned()],
        blocks: blocks.iter().map(|block| (*block).to_owned()).collect(),
        ..Document::default()
    }
}

fn entry(files: &Files) -> Entry {
    Entry::read(&files[ENTRY]).expect("an entry")
}

fn query(text: &str) -> Query {
    Query::parse(Normalizer::shared(), text).expect("a query")
}

fn run(files: &Files, text: &str) -> Outcome {
    answer(&entry(files), files, &query(text))
}

/// Runs a search with files from memory.
fn answer(entry: &Entry, files: &Files, query: &Query) -> Outcome {
    let mut search = Search::new(entry, query);
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

/// Returns the numbers of the documents that were found, in order.
fn numbers(outcome: &Outcome) -> Vec<u32> {
    assert!(!outcome.incomplete);
    let mut numbers: Vec<u32> = outcome.hits.iter().map(|hit| hit.document).collect();
    numbers.sort_unstable();
    numbers
}

fn normalized(text: &str) -> String {
    Normalizer::shared().normalize(text).iter().collect()
}

/// Returns the results of plain search: the documents in which each word is in some block.
fn plain(documents: &[Document], text: &str) -> Vec<u32> {
    let words: Vec<String> = query(text).words().iter().map(String::from_iter).collect();
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
                .iter()
                .all(|word| blocks.iter().any(|block| block.contains(word)))
        })
        .map(|(number, _)| number)
        .collect()
}

/// Generates texts of few characters in several scripts, so that grams repeat.
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
        let files = write(&documents, &Vocabulary::default());
        let blocks: Vec<&String> = documents
            .iter()
            .flat_map(|document| document.headings.iter().chain(&document.blocks))
            .collect();
        let inside: String = which.get(&blocks).chars().skip(start).take(length).collect();
        let outside: String = other.chars().take(length).collect();
        for text in [&inside, &outside, &format!("{inside} {outside}")] {
            // Zero-width characters leave nothing to search for.
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
    // The first tier indexes pairs, the second trigrams.
    let documents: Vec<Document> = (0..250_usize)
        .map(|number| {
            let before = fill[number % fill.len()];
            let after = fill[number * 7 % fill.len()];
            let block =
                format!("{before}{phrase}{after}、{phrase}的{before}纺织{after}").repeat(40);
            document(&format!("第{number}期"), &[&block])
        })
        .collect();
    let files = write(&documents, &Vocabulary::default());
    let lengths = entry(&files).tiers[0].frequent.len();
    assert!(lengths > 8, "only {lengths} lengths of grams are frequent");
    let text = normalized(&documents[17].blocks[0]);
    let letters: Vec<char> = text.chars().collect();
    for start in (0..36).step_by(4) {
        for length in [2, 3, 6, 13, 20] {
            let query: String = letters[start..start + length].iter().collect();
            // The blocks are already normalised, which saves most of the time.
            let has = |document: &Document| document.blocks[0].contains(&query);
            let expected = (0..).zip(&documents).filter(|(_, document)| has(document));
            let expected: Vec<u32> = expected.map(|(number, _)| number).collect();
            assert_eq!(numbers(&run(&files, &query)), expected, "{query}");
        }
    }
}

/// Returns some hundred documents with many common words, which fill both tiers.
fn archive(count: usize) -> Vec<Document> {
    let words = [
        "纺织",
        "标准",
        "聚酯",
        "PET",
        "联盟",
        "绿色",
        "发展",
        "第143期",
        "，",
        "的",
    ];
    (0..count)
        .map(|number| {
            let word = |place: usize| words[(number * (place + 3) + place * place) % words.len()];
            let block: String = (0..20).map(word).collect();
            Document {
                section: ["news", "notices"][number % 2].to_owned(),
                year: 2000 + number as u32 / 100,
                ..document(&format!("{}{number}", word(2)), &[&block])
            }
        })
        .collect()
}

#[test]
fn the_same_documents_give_the_same_bytes() {
    let documents = archive(150);
    let vocabulary = Vocabulary::default();
    assert!(write(&documents, &vocabulary) == write(&documents, &vocabulary));
}

/// Returns the number of new files when a document is added to an archive of this size.
fn new_files(count: usize) -> usize {
    let mut documents = archive(count);
    let before = write(&documents, &Vocabulary::default());
    documents.push(document("新的一期", &["新的一段话，新的一段话"]));
    let after = write(&documents, &Vocabulary::default());
    let is_new = |(path, bytes): &(&String, &Vec<u8>)| before.get(*path) != Some(*bytes);
    after.iter().filter(is_new).count()
}

#[test]
fn an_added_document_changes_no_more_files_in_a_large_archive() {
    // Both have as many documents in the fresh tier and in the last folder of texts.
    let small = new_files(128 + 20);
    let large = new_files(1024 + 20);
    assert!(large <= small + 2, "{large} files instead of {small}");
}

#[test]
fn all_words_have_to_occur_but_not_in_one_block() {
    let documents = [
        document("甲", &["绿色纺织", "聚酯纤维"]),
        document("乙", &["绿色", "纤维 纺织"]),
        document("丙", &["绿色聚酯"]),
    ];
    let files = write(&documents, &Vocabulary::default());
    assert_eq!(numbers(&run(&files, "纤维 绿色")), [0, 1]);
    assert_eq!(numbers(&run(&files, "绿色聚")), [2]);
    assert_eq!(numbers(&run(&files, "色纺 聚酯")), [0]);
    assert_eq!(numbers(&run(&files, "绿色 没有")), [0; 0]);
}

#[test]
fn titles_come_first_then_what_is_dense_then_what_is_fresh() {
    let filler = "其他内容".repeat(120);
    let documents = [
        document("聚酯年会", &["正文"]),
        document("甲", &["聚酯一次", &filler]),
        document("乙", &["聚酯聚酯，聚酯再聚酯", &filler]),
        document("丙", &["聚酯一次", &filler]),
        document("丁", &["聚酯一次"]),
    ];
    let files = write(&documents, &Vocabulary::default());
    let order = |hits: &[Hit]| hits.iter().map(|hit| hit.document).collect::<Vec<_>>();
    let mut outcome = run(&files, "聚酯");
    assert_eq!(order(&outcome.hits), [0, 2, 4, 3, 1]);
    sort_by_date(&mut outcome.hits);
    assert_eq!(order(&outcome.hits), [4, 3, 2, 1, 0]);
}

#[test]
fn hits_are_counted_by_type_section_and_year() {
    let documents = archive(300);
    let files = write(&documents, &Vocabulary::default());
    let outcome = run(&files, "的");
    let entry = entry(&files);
    let counts = facets(&entry, &outcome.hits);
    for (facts, count) in &counts {
        let expected = plain(&documents, "的").into_iter().filter(|number| {
            let document = &documents[*number as usize];
            (document.section.as_str(), document.year) == (facts.section, facts.year)
        });
        assert_eq!(*count as usize, expected.count(), "{facts:?}");
    }
    let total: u32 = counts.iter().map(|(_, count)| count).sum();
    assert_eq!(total as usize, outcome.hits.len());
}

#[test]
fn a_file_that_is_missing_makes_the_outcome_incomplete() {
    let documents = archive(200);
    let files = write(&documents, &Vocabulary::default());
    let entry = entry(&files);
    let query = query("纺织标准");
    for missing in Search::new(&entry, &query).needed() {
        let mut files = files.clone();
        files.remove(missing.path());
        assert!(
            answer(&entry, &files, &query).incomplete,
            "{}",
            missing.path()
        );
    }
}

#[test]
fn a_file_in_the_place_of_another_is_noticed() {
    let files = write(&archive(200), &Vocabulary::default());
    let entry = entry(&files);
    let query = query("纺织");
    let needed = Search::new(&entry, &query).needed();
    let [one, other] = needed.as_slice() else {
        panic!("a word of two letters needs a file for each tier: {needed:?}");
    };
    let mut swapped = files.clone();
    swapped.insert(one.path().to_owned(), files[other.path()].clone());
    assert!(answer(&entry, &swapped, &query).incomplete);
}

#[test]
fn names_are_found_by_pinyin_and_initials() {
    let documents = [
        document("恒力化纤联盟", &["正文"]),
        document("年会通知", &["恒力"]),
        document("成立大会", &[]),
    ];
    let files = write(&documents, &Vocabulary::default());
    let path = entry(&files).spelled_file();
    let spelled_entry = Entry::read(&files[&path]).expect("an entry");
    for (text, expected) in [
        ("hengli", vec![0]),
        ("hlhx", vec![0]),
        ("nian hui", vec![1]),
        ("chengl", vec![2]),
        ("pa6", vec![]),
    ] {
        let ways = spelled(&query(text));
        let found = ways.iter().map(|way| answer(&spelled_entry, &files, way));
        let found: Vec<u32> = found.flat_map(|outcome| numbers(&outcome)).collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn an_excerpt_shows_the_hit_in_its_surroundings() {
    let long = "前面的话，".repeat(500) + "这里才说到《聚酯》标准，" + &"后面的话。".repeat(50);
    let documents = [document("標題", &["第一段", &long, "PＥＴ切片"])];
    let files = write(&documents, &Vocabulary::default());
    let entry = entry(&files);
    for (text, before, hit) in [("聚酯", "《", "聚酯"), ("pet", "", "PＥＴ")] {
        let query = query(text);
        let found = answer(&entry, &files, &query).hits[0];
        let path = entry.text_file(0, found.part).expect("a file");
        let file = std::str::from_utf8(&files[&path]).expect("text");
        let part = Part::read(0, file).expect("a part");
        let pieces = part.excerpt(Normalizer::shared(), query.words());
        let at = pieces.iter().position(|piece| piece.is_hit).expect("a hit");
        assert_eq!(pieces[at].text, hit);
        let left: String = pieces[..at].iter().map(|piece| piece.text).collect();
        assert!(left.ends_with(before), "{left}");
        let length: usize = pieces.iter().map(|piece| piece.text.chars().count()).sum();
        assert!(length <= 120, "{length} letters");
    }
    let path = entry.text_file(0, 0).expect("a file");
    let file = std::str::from_utf8(&files[&path]).expect("text");
    assert_eq!(Part::read(1, file), None);
}

#[test]
fn a_card_is_found_beside_its_neighbours() {
    let titles: Vec<String> = (0..70)
        .map(|number| format!("第{number}期\n简报"))
        .collect();
    let documents: Vec<Document> = titles.iter().map(|title| document(title, &[])).collect();
    let files = write(&documents, &Vocabulary::default());
    let entry = entry(&files);
    for number in [0, 15, 16, 63, 64, 69] {
        let path = entry.card_file(number).expect("a file");
        let file = std::str::from_utf8(&files[&path]).expect("text");
        let expected = format!("第{number}期 简报");
        assert_eq!(card(number, file), Some(vec![expected.as_str()]));
        assert_eq!(card(number + 16, file), None);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn a_damaged_file_never_gives_a_wrong_answer(
        place in any::<prop::sample::Index>(),
        flipped in 1_u8..,
        cut in any::<bool>(),
    ) {
        let documents = archive(140);
        let files = write(&documents, &Vocabulary::default());
        let entry = entry(&files);
        let query = query("纺织标准");
        for needed in Search::new(&entry, &query).needed() {
            let mut files = files.clone();
            let file = files.get_mut(needed.path()).expect("a file");
            let place = place.index(file.len());
            if cut {
                file.truncate(place);
            } else {
                file[place] ^= flipped;
            }
            prop_assert!(answer(&entry, &files, &query).incomplete);
        }
    }

    #[test]
    fn reading_any_bytes_ends(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let mut file = gram::checksum(5, &bytes).to_be_bytes().to_vec();
        file.extend(&bytes);
        for base in [2, 3] {
            let measures = shard::Measures { documents: 100, base, class_bits: 3 };
            let lookup = shard::Lookup::of(&['纺', '织']);
            let found = shard::find(&file, 5, measures, &lookup);
            prop_assert!(!matches!(found, Ok(shard::Record::Matches(list)) if list.len() > 3200));
        }
        let mut file = gram::checksum(entry::SEED, &bytes).to_be_bytes().to_vec();
        file.extend(&bytes);
        if let Ok(entry) = Entry::read(&file) {
            prop_assert!(entry.documents() as usize <= bytes.len());
        }
    }
}
