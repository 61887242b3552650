//! What a visitor asks for.

use super::normalize::Folder;

/// Letters of a query that are compared. A paragraph may be pasted; a chapter is refused
/// before it asks for hundreds of files.
const LONGEST: usize = 200;

/// Words, all of which have to occur.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    words: Vec<Vec<char>>,
}

/// Why a text is not a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoQuery {
    /// Nothing is left after normalisation.
    Empty,
    /// More letters than are searched for.
    TooLong,
}

impl Query {
    /// Reads what was typed, in NFKC and lower case.
    pub fn parse(folder: &Folder, composed: &str) -> Result<Self, NoQuery> {
        let folded = folder.fold(composed);
        if folded.is_empty() {
            return Err(NoQuery::Empty);
        }
        if folded.len() > LONGEST {
            return Err(NoQuery::TooLong);
        }
        let words = folded.split(|letter| *letter == ' ');
        Ok(Self::of(words.map(<[char]>::to_vec).collect()))
    }

    /// A query for words that are normalised and not empty.
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

    /// The query with another word in the place of one; nothing if that changes nothing.
    pub(super) fn replaced(&self, word: &[char], other: &[char]) -> Option<Self> {
        let words = self
            .words
            .iter()
            .map(|own| if own == word { other } else { own });
        // Blanks part words in a synonym as they do in a query.
        let words = words.flat_map(|word| word.split(|letter| *letter == ' '));
        let replaced = Self::of(words.map(<[char]>::to_vec).collect());
        (replaced != *self && !other.is_empty()).then_some(replaced)
    }

    /// The words as they are compared. None is a part of another one.
    #[must_use]
    pub fn words(&self) -> &[Vec<char>] {
        &self.words
    }
}

/// Where a word begins in a text.
pub(super) fn position(text: &[char], word: &[char]) -> Option<usize> {
    text.windows(word.len()).position(|window| window == word)
}

fn contains(text: &[char], word: &[char]) -> bool {
    position(text, word).is_some()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::search::compose;

    fn check(text: &str, expected: Result<&[&str], NoQuery>) {
        let words = Query::parse(&Folder::default(), &compose(text)).map(|query| {
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
        check("“引号” <script>", Ok(&["“引号”", "<script>"]));
        check(".*[a-", Ok(&[".*[a-"]));
        check("\u{202e}مرحبا", Ok(&["مرحبا"]));
        check("纺", Ok(&["纺"]));
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
