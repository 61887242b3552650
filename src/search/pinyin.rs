//! Search of names and titles by their pinyin: an index of its own, in the same format, whose
//! entry the main entry names.
//!
//! In this index 恒力 is stored as `'heng'li` and as `h-l`. The marks prevent a spelling from
//! being found inside of another one, such as `hengli` in `chengli`. Visitors do not type them;
//! [`spelled`] inserts them, in each way that splits the text into syllables. [`reading`]
//! determines the pinyin of names.

#[cfg(feature = "ssr")]
pub(super) mod reading;

use super::query::Query;

/// Mark before each syllable of a spelling.
const SYLLABLE: char = super::normalize::QUOTE;
/// Mark between initials.
const INITIAL: char = '-';
/// Maximum number of ways to split the same text.
const MOST: usize = 4;
/// Length of the longest syllables, such as `zhuang`.
const LONGEST: usize = 6;

/// Initials of syllables, the longer ones first.
const BEGINNINGS: &str = "zh ch sh b p m f d t n l g k h j q x r z c s y w";
/// Finals of syllables.
const ENDS: &str = "a o e i u v ai ei ui ao ou iu ie ve er an en in un ang eng ing ong ia iao \
                    ian iang iong ua uo uai uan uang ue";

/// Returns the queries for a typed text, if it may be pinyin or initials.
#[must_use]
pub fn spelled(query: &Query) -> Vec<Query> {
    let letters = query.words().concat();
    let typed: String = letters
        .into_iter()
        .filter(|letter| *letter != SYLLABLE)
        .collect();
    let mut ways: Vec<Vec<char>> = Vec::new();
    if typed.len() < 2 || !typed.bytes().all(|letter| letter.is_ascii_lowercase()) {
        return Vec::new();
    }
    read(&typed, &mut Vec::new(), &mut ways);
    let mut initials = Vec::new();
    for letter in typed.chars() {
        initials.extend([letter, INITIAL]);
    }
    initials.pop();
    ways.push(initials);
    ways.into_iter().map(|way| Query::of(vec![way])).collect()
}

/// Splits a text into syllables, the longer ones first; the last one may be incomplete.
fn read(typed: &str, before: &mut Vec<char>, ways: &mut Vec<Vec<char>>) {
    let length = before.len();
    for at in (1..=LONGEST.min(typed.len())).rev() {
        let (Some(syllable), Some(rest)) = (typed.get(..at), typed.get(at..)) else {
            continue;
        };
        let fits = if rest.is_empty() {
            is_beginning(syllable)
        } else {
            is_syllable(syllable)
        };
        if !fits || ways.len() >= MOST {
            continue;
        }
        before.push(SYLLABLE);
        before.extend(syllable.chars());
        if rest.is_empty() {
            ways.push(before.clone());
        } else {
            read(rest, before, ways);
        }
        before.truncate(length);
    }
}

fn is_syllable(letters: &str) -> bool {
    let end = end(letters);
    ENDS.split(' ').any(|other| other == end)
}

/// Returns `true` if the text is the beginning of a syllable.
fn is_beginning(letters: &str) -> bool {
    let end = end(letters);
    ENDS.split(' ').any(|other| other.starts_with(end))
}

/// Returns a syllable without its initial.
fn end(letters: &str) -> &str {
    let mut beginnings = BEGINNINGS.split(' ');
    beginnings
        .find_map(|beginning| letters.strip_prefix(beginning))
        .unwrap_or(letters)
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::super::Normalizer;
    use super::*;

    #[test]
    fn letters_are_read_as_syllables_and_as_initials() {
        for (typed, expected) in [
            ("hengli", vec!["'heng'li", "h-e-n-g-l-i"]),
            ("heng li", vec!["'heng'li", "h-e-n-g-l-i"]),
            ("hengl", vec!["'heng'l", "h-e-n-g-l"]),
            ("hlhx", vec!["h-l-h-x"]),
            (
                "xian",
                vec!["'xian", "'xia'n", "'xi'an", "'xi'a'n", "x-i-a-n"],
            ),
            (
                "Xi'an",
                vec!["'xian", "'xia'n", "'xi'an", "'xi'a'n", "x-i-a-n"],
            ),
            ("恒力", vec![]),
            ("pa6", vec![]),
            ("h", vec![]),
        ] {
            let query = Query::parse(Normalizer::shared(), typed).expect("a query");
            let ways: Vec<String> = spelled(&query)
                .iter()
                .map(|query| query.words()[0].iter().collect())
                .collect();
            assert_eq!(ways, expected, "{typed}");
        }
    }
}
