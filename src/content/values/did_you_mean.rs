//! Suggestions for misspelt words.

use strsim::damerau_levenshtein;

/// Returns the candidate closest to `word`, if one is close enough; the first of equally close
/// ones.
///
/// Case and the difference between `-` and `_` are ignored.
pub fn closest<T: AsRef<str>>(word: &str, candidates: impl IntoIterator<Item = T>) -> Option<T> {
    // The comparison takes time quadratic in the length, and no name is that long.
    const LONGEST: usize = 100;
    let length = word.chars().count();
    if LONGEST < length {
        return None;
    }
    let word = fold(word);
    // Any two short Latin words are close to each other; two Han characters are a whole word.
    let limit = if word.is_ascii() {
        length / 3
    } else {
        (length / 3).max(1)
    };
    let mut best: Option<(usize, T)> = None;
    for candidate in candidates {
        if length + limit < candidate.as_ref().chars().count() {
            continue;
        }
        let distance = damerau_levenshtein(&word, &fold(candidate.as_ref()));
        if distance <= limit && best.as_ref().is_none_or(|(least, _)| distance < *least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

fn fold(word: &str) -> String {
    word.to_lowercase().replace('_', "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_near_words_are_proposed() {
        let table = [
            ("titel", Some("title")),
            ("Title", Some("title")),
            ("legacy-url", Some("legacy_urls")),
            ("x", None),
            ("bo", None),
            ("标题", None),
            ("", None),
        ];
        for (word, expected) in table {
            assert_eq!(
                closest(word, ["title", "legacy_urls", "body"]),
                expected,
                "{word:?}"
            );
        }
        assert_eq!(closest("标提", ["标题"]), Some("标题"));
        assert_eq!(closest(&"title".repeat(1000), ["title"]), None);
    }
}
