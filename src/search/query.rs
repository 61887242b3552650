//! Queries of visitors.

use super::normalize::{Normalizer, QUOTE};

/// Maximum length of a query in characters. A pasted paragraph is allowed; a chapter is
/// refused, since it would request hundreds of files.
const LONGEST: usize = 200;

/// Words, all of which have to occur.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    words: Vec<Vec<char>>,
}

/// Reason for which a text is not a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoQuery {
    /// Nothing is left after normalisation.
    Empty,
    /// The text has too many characters.
    TooLong,
}

impl Query {
    /// Parses a typed text.
    pub fn parse(normalizer: &Normalizer, typed: &str) -> Result<Self, NoQuery> {
        let letters = normalizer.normalize(typed);
        if letters.is_empty() {
            return Err(NoQuery::Empty);
        }
        if letters.len() > LONGEST {
            return Err(NoQuery::TooLong);
        }
        let letters = without_quotes(letters);
        let words = letters.split(|letter| *letter == ' ');
        let words = words.filter(|word| !word.is_empty());
        Ok(Self::of(words.map(<[char]>::to_vec).collect()))
    }

    /// Returns a query for words that are normalised and not empty.
    pub(super) fn of(all: Vec<Vec<char>>) -> Self {
        let mut words: Vec<Vec<char>> = Vec::new();
        for word in all {
            // A word inside of another one is found with it.
            if words.iter().any(|other| contains(other, &word)) {
                continue;
            }
            words.retain(|other| !contains(&word, other));
            words.push(word);
        }
        Self { words }
    }

    /// Returns the query with one word replaced by another; `None` if this changes nothing.
    pub(super) fn replaced(&self, word: &[char], other: &[char]) -> Option<Self> {
        let words = self
            .words
            .iter()
            .map(|own| if own == word { other } else { own });
        // Spaces separate words in a synonym as they do in a query.
        let words = words.flat_map(|word| word.split(|letter| *letter == ' '));
        let replaced = Self::of(words.map(<[char]>::to_vec).collect());
        (replaced != *self && !other.is_empty()).then_some(replaced)
    }

    /// Returns the words in the form that is compared. No word is part of another one.
    #[must_use]
    pub fn words(&self) -> &[Vec<char>] {
        &self.words
    }
}

/// Removes quotation marks around words, which are not part of the text that the visitor looks
/// for. Quotation marks inside of a word, or around a part of it, are kept.
fn without_quotes(mut letters: Vec<char>) -> Vec<char> {
    while let Some((open, close)) = quoted(&letters) {
        letters.remove(close);
        letters.remove(open);
    }
    letters
}

/// Returns the positions of a quotation mark at the beginning of a word and of the next one at
/// the end of a word.
fn quoted(letters: &[char]) -> Option<(usize, usize)> {
    let is = |at: usize, wanted: char| letters.get(at) == Some(&wanted);
    let opens = |at: &usize| is(*at, QUOTE) && (*at == 0 || is(at - 1, ' '));
    let closes = |at: &usize| is(*at, QUOTE) && (at + 1 == letters.len() || is(at + 1, ' '));
    let is_something = |letter: &char| !matches!(*letter, ' ' | QUOTE);
    (0..letters.len()).filter(opens).find_map(|open| {
        let close = (open + 1..letters.len()).find(closes)?;
        let between = letters.get(open..close)?;
        between.iter().any(is_something).then_some((open, close))
    })
}

/// Returns the first position of a word in a text.
pub(super) fn position(text: &[char], word: &[char]) -> Option<usize> {
    text.windows(word.len()).position(|window| window == word)
}

fn contains(text: &[char], word: &[char]) -> bool {
    position(text, word).is_some()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    fn check(text: &str, expected: Result<&[&str], NoQuery>) {
        let words = Query::parse(Normalizer::shared(), text).map(|query| {
            let words = query.words.iter();
            words
                .map(|word| word.iter().collect())
                .collect::<Vec<String>>()
        });
        let expected = expected.map(|words| words.iter().map(|word| (*word).to_owned()).collect());
        assert_eq!(words, expected, "{text:?}");
    }

    #[test]
    fn words_are_split_at_blanks() {
        check("聚酯-55", Ok(&["聚酯-55"]));
        check(" 恒力　化纖 ", Ok(&["恒力", "化纤"]));
        check("“引号 <script>", Ok(&["'引号", "<script>"]));
        check(".*[a-", Ok(&[".*[a-"]));
        check("\u{202e}مرحبا", Ok(&["مرحبا"]));
        check("纺", Ok(&["纺"]));
    }

    #[test]
    fn quotation_marks_around_words_are_not_searched_for() {
        for quoted in [
            "\"规划\"",
            "'规划'",
            "“规划”",
            "‘规划’",
            "「规划」",
            "『规划』",
            "＂规划＂",
            "«规划»",
            "“‘规划’”",
            " “ 规划 ” ",
        ] {
            check(quoted, Ok(&["规划"]));
        }
        check("“绿色 纤维” 标准", Ok(&["绿色", "纤维", "标准"]));
        check("“十四五”规划", Ok(&["'十四五'规划"]));
        check("关于“十四五”", Ok(&["关于'十四五'"]));
        check("”规", Ok(&["'规"]));
        check("“”", Ok(&["''"]));
        check("“ ”", Ok(&["'"]));
        check("Xi'an", Ok(&["xi'an"]));
    }

    #[test]
    fn a_word_inside_of_another_asks_for_nothing() {
        check("纤维 化学纤维 化学", Ok(&["化学纤维"]));
        check("化纤 化纤", Ok(&["化纤"]));
    }

    #[test]
    fn what_is_no_query_says_why() {
        check("", Err(NoQuery::Empty));
        check(" ", Err(NoQuery::Empty));
        check("\u{feff}\u{200b}", Err(NoQuery::Empty));
        check(&"纺织".repeat(5000), Err(NoQuery::TooLong));
    }
}
