//! Readings of names.
//!
//! A character with several readings has the reading of the word that contains it, if the list
//! of words has one, else its most frequent one. Names are sorted by these readings. They are
//! found by every usual reading of each character.

use super::super::Normalizer;
use super::{INITIAL, SYLLABLE};
use pinyin::ToPinyin as _;
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

const CHARACTERS: &str = include_str!("readings.txt");
const WORDS: &str = include_str!("words.txt");

/// Characters of context on both sides of a reading that is not the first one.
const REACH: usize = 8;
/// Maximum distance of characters whose readings are combined.
const NEAR: usize = 2;
/// Maximum number of combinations of readings of characters close to each other.
const MOST: usize = 24;

static READER: LazyLock<Reader> = LazyLock::new(Reader::new);

struct Reader {
    normalizer: &'static Normalizer,
    characters: HashMap<char, Vec<&'static str>>,
    words: HashMap<Vec<char>, Vec<&'static str>>,
    /// Length of the longest word in characters.
    longest: usize,
}

/// A character of a text.
enum Sign {
    /// Han character with its readings; the right one comes first.
    Han(Vec<Cow<'static, str>>),
    /// Any other character.
    Other(char),
}

/// Returns a text in pinyin without tones, for sorting. Words have their readings; all other
/// characters are in lower case.
#[must_use]
pub fn sort_key(text: &str) -> String {
    let signs = READER.signs(text);
    let spelled = signs.iter().map(|sign| match sign {
        Sign::Han(readings) => readings.first().map_or("", AsRef::as_ref).to_owned(),
        Sign::Other(letter) => letter.to_string(),
    });
    spelled.collect()
}

/// Returns the pinyin of a text and its initials, in all usual readings, without marks.
#[must_use]
pub fn spellings(text: &str) -> Vec<String> {
    let is_mark = |letter: char| letter == SYLLABLE || letter == INITIAL;
    let mut plain = Vec::new();
    for form in pinyin(text) {
        let form = form.replace(is_mark, "");
        if !plain.contains(&form) {
            plain.push(form);
        }
    }
    plain
}

/// Returns the forms under which a text is indexed: its pinyin and its initials, then those of
/// the surroundings of characters with other readings. Empty if the text has no Han characters.
pub(in crate::search) fn pinyin(text: &str) -> Vec<String> {
    let signs = READER.signs(text);
    let mut forms = Vec::new();
    if signs.iter().any(|sign| matches!(sign, Sign::Han(_))) {
        forms.extend(spell(&signs, &[]));
        for run in runs(&signs) {
            let (Some(first), Some(last)) = (run.first(), run.last()) else {
                continue;
            };
            let start = first.saturating_sub(REACH);
            let end = signs.len().min(last + 1 + REACH);
            let around = signs.get(start..end).unwrap_or_default();
            for choices in combinations(&signs, &run).into_iter().skip(1) {
                let here = run.iter().map(|at| at - start);
                let choices: Vec<(usize, usize)> = here.zip(choices).collect();
                for form in spell(around, &choices) {
                    // Different readings may have the same initial.
                    if !forms.contains(&form) {
                        forms.push(form);
                    }
                }
            }
        }
    }
    forms
}

/// Returns the characters with several readings, grouped by proximity.
fn runs(signs: &[Sign]) -> Vec<Vec<usize>> {
    let mut runs: Vec<Vec<usize>> = Vec::new();
    let mut ways = 1;
    for (at, sign) in signs.iter().enumerate() {
        let count = sign.readings();
        if count < 2 {
            continue;
        }
        match runs.last_mut() {
            Some(run)
                if run.last().is_some_and(|last| at - last <= NEAR) && ways * count <= MOST =>
            {
                ways *= count;
                run.push(at);
            }
            _ => {
                ways = count;
                runs.push(vec![at]);
            }
        }
    }
    runs
}

/// Returns all combinations of readings of some characters; the first one has the right
/// readings only.
fn combinations(signs: &[Sign], run: &[usize]) -> Vec<Vec<usize>> {
    let mut ways = vec![Vec::new()];
    for at in run {
        let count = signs.get(*at).map_or(1, Sign::readings);
        ways = ways
            .into_iter()
            .flat_map(|way: Vec<usize>| {
                (0..count).map(move |choice| {
                    let mut way = way.clone();
                    way.push(choice);
                    way
                })
            })
            .collect();
    }
    ways
}

/// Returns the pinyin and the initials, with the chosen readings at some positions.
fn spell(signs: &[Sign], choices: &[(usize, usize)]) -> [String; 2] {
    let mut spelling = String::new();
    let mut initials = String::new();
    for (at, sign) in signs.iter().enumerate() {
        let initial = match sign {
            Sign::Han(readings) => {
                let choice = choices.iter().find(|(place, _)| *place == at);
                let choice = choice.map_or(0, |(_, choice)| *choice);
                let reading = readings.get(choice).map_or("", AsRef::as_ref);
                spelling.push(SYLLABLE);
                spelling.push_str(reading);
                reading.chars().next().unwrap_or(' ')
            }
            Sign::Other(letter) => {
                let letter = if letter.is_ascii_alphanumeric() {
                    *letter
                } else {
                    ' '
                };
                spelling.push(letter);
                letter
            }
        };
        if at > 0 {
            initials.push(INITIAL);
        }
        initials.push(initial);
    }
    [spelling, initials]
}

impl Sign {
    fn readings(&self) -> usize {
        match self {
            Self::Han(readings) => readings.len(),
            Self::Other(_) => 0,
        }
    }
}

impl Reader {
    fn new() -> Self {
        let mut characters = HashMap::new();
        for (character, readings) in entries(CHARACTERS) {
            characters.extend(character.chars().next().map(|letter| (letter, readings)));
        }
        let normalizer = Normalizer::shared();
        let simplified = |word: &str| {
            word.chars()
                .map(|letter| normalizer.simplify(letter))
                .collect()
        };
        let words: HashMap<Vec<char>, _> = entries(WORDS)
            .map(|(word, readings)| (simplified(word), readings))
            .collect();
        let longest = words.keys().map(Vec::len).max().unwrap_or(0);
        Self {
            normalizer,
            characters,
            words,
            longest,
        }
    }

    fn signs(&self, text: &str) -> Vec<Sign> {
        let letters = self.normalizer.unified(text);
        let simplified = letters
            .iter()
            .map(|letter| self.normalizer.simplify(*letter));
        let simplified: Vec<char> = simplified.collect();
        let mut signs = Vec::with_capacity(letters.len());
        while signs.len() < letters.len() {
            let at = signs.len();
            let word = self.word(simplified.get(at..).unwrap_or_default());
            let count = word.map_or(1, <[_]>::len);
            let here = letters.iter().zip(&simplified).skip(at).take(count);
            for (place, (letter, simple)) in here.enumerate() {
                let right = word.and_then(|readings| readings.get(place)).copied();
                signs.push(self.sign(*letter, *simple, right));
            }
        }
        signs
    }

    /// Returns the readings of the longest word at the beginning of a text.
    fn word(&self, letters: &[char]) -> Option<&[&'static str]> {
        let lengths = (2..=self.longest.min(letters.len())).rev();
        lengths
            .filter_map(|length| self.words.get(letters.get(..length)?))
            .map(Vec::as_slice)
            .next()
    }

    fn sign(&self, letter: char, simple: char, right: Option<&'static str>) -> Sign {
        let known = self.characters.get(&letter);
        let known = known.or_else(|| self.characters.get(&simple));
        let mut readings: Vec<Cow<'static, str>> = match (known, letter.to_pinyin()) {
            (Some(known), _) => known
                .iter()
                .map(|reading| Cow::Borrowed(*reading))
                .collect(),
            (None, Some(pinyin)) => vec![plain(pinyin.plain())],
            (None, None) => return Sign::Other(letter),
        };
        if let Some(right) = right {
            readings.retain(|reading| reading != right);
            readings.insert(0, Cow::Borrowed(right));
        }
        Sign::Han(readings)
    }
}

/// Returns a syllable in ASCII.
fn plain(syllable: &'static str) -> Cow<'static, str> {
    if syllable.is_ascii() {
        Cow::Borrowed(syllable)
    } else {
        Cow::Owned(syllable.replace('ü', "v").replace('ê', "e"))
    }
}

/// Returns the entries of a list: each key with its readings.
fn entries(list: &'static str) -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| {
        let (about, readings) = line.split_once(' ')?;
        Some((about, readings.split(' ').collect()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_spelled_with_their_marks() {
        for (name, expected) in [
            ("恒力PET", vec!["'heng'lipet", "h-l-p-e-t"]),
            ("合成 (二)", vec!["'he'cheng  'er ", "h-c- - -e- "]),
            ("ＰＥＴ", vec![]),
        ] {
            assert_eq!(pinyin(name), expected, "{name}");
        }
    }

    #[test]
    fn every_usual_reading_is_filed_the_right_one_first() {
        for (name, expected) in [
            ("重庆", vec!["'chong'qing", "c-q", "'zhong'qing", "z-q"]),
            ("行业", vec!["'hang'ye", "h-y", "'xing'ye", "x-y"]),
            (
                "长乐",
                vec![
                    "'chang'le",
                    "c-l",
                    "'chang'yue",
                    "c-y",
                    "'zhang'le",
                    "z-l",
                    "'zhang'yue",
                    "z-y",
                ],
            ),
            ("六安", vec!["'lu'an", "l-a", "'liu'an"]),
        ] {
            assert_eq!(pinyin(name), expected, "{name}");
        }
    }

    #[test]
    fn a_long_title_is_spelled_anew_only_around_another_reading() {
        let title = "甲".repeat(20) + "重庆" + &"乙".repeat(20);
        let forms = pinyin(&title);
        let other = "'jia".repeat(8) + "'zhong'qing" + &"'yi".repeat(7);
        assert_eq!(forms.get(2), Some(&other));
        assert_eq!(forms.len(), 4);
    }

    #[test]
    fn words_say_how_they_are_read() {
        for (name, expected) in [
            ("重庆示例公司", "chongqingshiligongsi"),
            ("重點實驗室", "zhongdianshiyanshi"),
            ("厦门", "xiamen"),
            ("廈門", "xiamen"),
            ("⻓沙", "changsha"),
            ("长乐锦纶", "changlejinlun"),
            ("长丝", "changsi"),
            ("示例行业协会", "shilihangyexiehui"),
            ("协会长沙分会", "xiehuichangshafenhui"),
            ("举行会议", "juxinghuiyi"),
            ("会计学会", "kuaijixuehui"),
            ("西藏", "xizang"),
            ("朝阳", "chaoyang"),
            ("加弹", "jiatan"),
            ("调研与调整", "diaoyanyutiaozheng"),
            ("银行", "yinhang"),
            ("增长", "zengzhang"),
            ("单县", "shanxian"),
            ("乐清", "yueqing"),
            ("蚌埠", "bengbu"),
            ("薄膜", "bomo"),
            ("率先提高效率", "shuaixiantigaoxiaolv"),
            ("ＡＢＣ 化纤", "abc huaxian"),
        ] {
            assert_eq!(sort_key(name), expected, "{name}");
        }
    }

    #[test]
    fn the_lists_have_a_reading_for_each_character() {
        let reader = &*READER;
        assert!(reader.characters.len() > 300 && reader.words.len() > 1000);
        for (word, readings) in &reader.words {
            assert_eq!(word.len(), readings.len(), "{word:?}");
        }
        let all = reader.words.values().chain(reader.characters.values());
        for reading in all.flatten() {
            assert!(
                reading.bytes().all(|letter| letter.is_ascii_lowercase()),
                "{reading}"
            );
        }
    }
}
