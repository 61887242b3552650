//! Suggestions shown beside the exact hits and never mixed with them: synonyms, corrections,
//! names by their pinyin.
//!
//! For names by their pinyin see [`pinyin`](super::pinyin). Synonyms and known terms are in one
//! small text file, which is read on demand.

use super::normalize::Normalizer;
use super::query::Query;

/// Maximum number of alternatives.
const MOST: usize = 6;

/// Parsed synonyms and terms.
#[derive(Debug, Clone, Default)]
pub struct Words<'a> {
    /// Groups of words with the same meaning, as they are shown.
    synonyms: Vec<Vec<&'a str>>,
    /// Words offered as corrections.
    terms: Vec<&'a str>,
}

/// An alternative query and its label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alternative {
    /// Word as it is shown.
    pub text: String,
    /// Query for it.
    pub query: Query,
}

impl<'a> Words<'a> {
    /// Parses the file: groups of synonyms with their words separated by tabs, an empty line,
    /// terms.
    #[must_use]
    pub fn read(text: &'a str) -> Self {
        let (synonyms, terms) = text.split_once("\n\n").unwrap_or((text, ""));
        Self {
            synonyms: synonyms
                .split('\n')
                .map(|group| group.split('\t').collect())
                .collect(),
            terms: terms.split('\n').filter(|term| !term.is_empty()).collect(),
        }
    }

    /// Returns the query with a word replaced by each of its synonyms.
    #[must_use]
    pub fn synonyms(&self, normalizer: &Normalizer, query: &Query) -> Vec<Alternative> {
        let mut alternatives = Vec::new();
        for group in &self.synonyms {
            let folded: Vec<Vec<char>> = group
                .iter()
                .map(|word| normalizer.normalize(word))
                .collect();
            for word in query.words().iter().filter(|word| folded.contains(word)) {
                for (text, other) in group.iter().zip(&folded) {
                    if let Some(query) = query.replaced(word, other)
                        && alternatives.len() < MOST
                    {
                        let text = (*text).to_owned();
                        alternatives.push(Alternative { text, query });
                    }
                }
            }
        }
        alternatives
    }

    /// Returns corrections: pieces of known terms that differ from the query in few characters,
    /// the most similar first.
    #[must_use]
    pub fn meant(&self, normalizer: &Normalizer, query: &Query) -> Vec<String> {
        let [word] = query.words() else {
            return Vec::new();
        };
        let allowed = match word.len() {
            0..=2 => return Vec::new(),
            3..=5 => 1,
            _ => 2,
        };
        let mut found: Vec<(usize, String)> = Vec::new();
        for term in &self.terms {
            let folded = normalizer.normalize(term);
            let (distance, start, end) = nearest(word, &folded);
            let piece: String = folded.get(start..end).unwrap_or_default().iter().collect();
            if (1..=allowed).contains(&distance) && found.iter().all(|(_, other)| *other != piece) {
                found.push((distance, piece));
            }
        }
        let of_distance = |wanted| {
            found
                .iter()
                .filter(move |(distance, _)| *distance == wanted)
        };
        let nearest_first = of_distance(1).chain(of_distance(2));
        let pieces = nearest_first.map(|(_, piece)| piece.clone());
        pieces.take(MOST).collect()
    }
}

/// Returns the piece of a text that is most similar to a word: its edit distance, start and end
/// (Sellers' algorithm).
fn nearest(word: &[char], text: &[char]) -> (usize, usize, usize) {
    // For each prefix of the word, its distance to a piece that ends here and the start of that
    // piece.
    let mut column: Vec<(usize, usize)> = (0..=word.len()).map(|length| (length, 0)).collect();
    let mut best = (word.len(), 0, 0);
    for (at, letter) in text.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut column[0], (0, at + 1));
        if diagonal.0 == 0 {
            diagonal.1 = at;
        }
        for (index, own) in word.iter().enumerate() {
            let changed = (diagonal.0 + usize::from(own != letter), diagonal.1);
            let surplus = (column[index + 1].0 + 1, column[index + 1].1);
            let missing = (column[index].0 + 1, column[index].1);
            diagonal = std::mem::replace(&mut column[index + 1], changed.min(surplus).min(missing));
        }
        let (distance, start) = column[word.len()];
        if distance < best.0 {
            best = (distance, start, at + 1);
        }
    }
    best
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    const FILE: &str = "涤纶\t聚酯纤维\tPET\n锦纶\t尼龙\n\n江苏恒力化纤股份有限公司\n产业用纺织品";

    fn query(text: &str) -> Query {
        Query::parse(Normalizer::shared(), text).expect("a query")
    }

    #[track_caller]
    fn check_meant(text: &str, expected: &[&str]) {
        let normalizer = Normalizer::shared();
        let meant = Words::read(FILE).meant(normalizer, &query(text));
        assert_eq!(meant, expected, "{text}");
    }

    #[test]
    fn what_was_meant_differs_in_few_letters() {
        check_meant("恒历化纤", &["恒力化纤"]);
        check_meant("产业用仿织品", &["产业用纺织品"]);
        check_meant("恒化纤", &["恒力化纤"]);
        check_meant("恒力化纤", &[]);
        check_meant("恒历", &[]);
        check_meant("毫无关系的词", &[]);
    }

    #[test]
    fn synonyms_replace_whole_words() {
        let synonyms = |text| {
            let normalizer = Normalizer::shared();
            let found = Words::read(FILE).synonyms(normalizer, &query(text));
            found
                .into_iter()
                .map(|found| (found.text, found.query))
                .collect::<Vec<_>>()
        };
        let expected = [("聚酯纤维", "聚酯纤维 价格"), ("PET", "pet 价格")];
        let expected = expected.map(|(text, words)| (text.to_owned(), query(words)));
        assert_eq!(synonyms("滌綸 价格"), expected);
        assert_eq!(synonyms("涤纶布"), []);
    }
}
