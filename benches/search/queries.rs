//! Queries of the benchmark.

use crate::corpus::{Article, Random};

/// Returns random substrings of the documents, of 2 to 6 Han characters.
pub(crate) fn queries(articles: &[Article], count: usize) -> Vec<String> {
    let mut random = Random::new(7);
    let is_han = |letter: &char| ('一'..='鿿').contains(letter);
    let mut queries = Vec::new();
    while queries.len() < count {
        let article = &articles[random.below(articles.len())];
        let paragraph: Vec<char> = article.paragraphs[random.below(article.paragraphs.len())]
            .chars()
            .collect();
        let start = random.below(paragraph.len());
        let length = 2 + queries.len() % 5;
        let piece = paragraph.get(start..start + length).unwrap_or_default();
        if piece.len() == length && piece.iter().all(is_han) {
            queries.push(piece.iter().collect());
        }
    }
    queries
}
