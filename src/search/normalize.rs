//! What is compared: texts and queries without the differences that readers do not see.
//!
//! The first half, NFKC and lower case, every platform has: natively it is
//! [`compose`], in a browser `String.prototype.normalize` and `toLowerCase`, which cost no
//! WebAssembly. The second half is [`Folder`]: traditional characters become simplified ones,
//! white space becomes single blanks, characters without a width vanish. Both halves are
//! applied to texts when the index is written and to queries when it is read, so a query in
//! either script finds texts in both.

/// Each line of the list: a traditional character, its simplified one, a line feed.
///
/// From OpenCC's `TSCharacters` (Apache-2.0), without what leads outside of GB 2312: those
/// characters are rare, and every visitor who searches loads the list.
const LIST: &[u8] = include_bytes!("simplified.txt");
const LINE: usize = 7;
const COUNT: usize = LIST.len() / LINE;
const FIRST_HAN: u32 = 0x4e00;

/// The list in three columns, which compress better than its lines: the gaps between the
/// traditional characters, then the high and the low bytes of the simplified ones.
static COLUMNS: [[u8; COUNT]; 3] = columns();

const fn columns() -> [[u8; COUNT]; 3] {
    let mut columns = [[0; COUNT]; 3];
    let mut previous = FIRST_HAN;
    let mut index = 0;
    while index < COUNT {
        let traditional = three_bytes(index * LINE);
        let simplified = three_bytes(index * LINE + 3) - FIRST_HAN;
        assert!(traditional - previous < 256);
        columns[0][index] = (traditional - previous) as u8;
        columns[1][index] = (simplified >> 8) as u8;
        columns[2][index] = simplified as u8;
        previous = traditional;
        index += 1;
    }
    columns
}

/// The character whose UTF-8 begins here; all in the list have three bytes.
const fn three_bytes(at: usize) -> u32 {
    (LIST[at] as u32 & 0x0f) << 12 | (LIST[at + 1] as u32 & 0x3f) << 6 | LIST[at + 2] as u32 & 0x3f
}

/// Folds texts. Making it unpacks the list once.
#[derive(Debug, Clone)]
pub struct Folder {
    /// Traditional characters in order, each with its simplified one.
    simplified: Vec<(u16, u16)>,
    /// A bit for each code point of two bytes that is traditional. Nearly no letter is, and
    /// this says so at once.
    traditional: Vec<u64>,
}

impl Default for Folder {
    fn default() -> Self {
        let mut code = FIRST_HAN as u16;
        let mut traditional = vec![0; 1 << 10];
        let simplified = (0..COUNT)
            .map(|index| {
                code += u16::from(COLUMNS[0][index]);
                traditional[usize::from(code >> 6)] |= 1 << (code & 63);
                let offset = u16::from_be_bytes([COLUMNS[1][index], COLUMNS[2][index]]);
                (code, FIRST_HAN as u16 + offset)
            })
            .collect();
        Self {
            simplified,
            traditional,
        }
    }
}

impl Folder {
    /// The second half of the normalisation, of a text that is in NFKC and lower case.
    #[must_use]
    pub fn fold(&self, text: &str) -> Vec<char> {
        let mut folded = Vec::new();
        for letter in text.chars() {
            if is_blank(letter) {
                if folded.last().is_some_and(|last| *last != ' ') {
                    folded.push(' ');
                }
            } else if !is_ignorable(letter) {
                folded.push(self.simplify(letter));
            }
        }
        if folded.last() == Some(&' ') {
            folded.pop();
        }
        folded
    }

    fn simplify(&self, letter: char) -> char {
        let Ok(code) = u16::try_from(letter as u32) else {
            return letter;
        };
        if self.traditional[usize::from(code >> 6)] >> (code & 63) & 1 == 0 {
            return letter;
        }
        let found = self.simplified.binary_search_by_key(&code, |pair| pair.0);
        match found.ok().and_then(|index| self.simplified.get(index)) {
            Some((_, simplified)) => char::from_u32(u32::from(*simplified)).unwrap_or(letter),
            None => letter,
        }
    }
}

/// White space after NFKC, and controls, which some editors leave in texts.
fn is_blank(letter: char) -> bool {
    letter <= ' '
        || matches!(
            letter,
            '\u{7f}'..='\u{a0}' | '\u{1680}' | '\u{2028}' | '\u{2029}'
        )
}

/// Soft hyphens, joiners, marks of direction, variation selectors, byte order marks: two
/// texts that differ in these look the same.
fn is_ignorable(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    )
}

/// The first half of the normalisation: NFKC and lower case, as browsers have them.
#[cfg(feature = "ssr")]
#[must_use]
pub fn compose(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let mut composed = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let is_plain = stands_alone(letter);
        let run = rest.find(|letter| stands_alone(letter) != is_plain);
        let (run, others) = rest.split_at(run.unwrap_or(rest.len()));
        if is_plain {
            // The comma of Chinese texts is the one that is not as it should be.
            composed.extend(
                run.chars()
                    .map(|letter| if letter == '，' { ',' } else { letter }),
            );
        } else {
            composed.push_str(&run.nfkc().collect::<String>().to_lowercase());
        }
        rest = others;
    }
    composed
}

/// Most of a Chinese text: letters that neither change what is beside them nor are changed
/// by it, so that the tables of Unicode need not be asked for each of them.
#[cfg(feature = "ssr")]
fn stands_alone(letter: char) -> bool {
    matches!(letter, '一'..='鿿' | '，' | '。' | '、')
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    fn check(text: &str, expected: &str) {
        let folded: String = Folder::default().fold(&compose(text)).iter().collect();
        assert_eq!(folded, expected, "{text:?}");
    }

    #[test]
    fn what_readers_do_not_see_makes_no_difference() {
        check("聯盟標準", "联盟标准");
        check("產業用紡織品行業協會", "产业用纺织品行业协会");
        check("ＰＥＴ　第１４３期", "pet 第143期");
        check("  聚酯-55\t\n纤维 ", "聚酯-55 纤维");
        check("㎡ Ⅳ ﬁ", "m2 iv fi");
        check("零\u{200b}宽\u{feff}", "零宽");
        check("❤\u{fe0f}", "❤");
        check("e\u{301}", "é");
        check("\u{0}\u{1}", "");
        check("中国、“引号”。", "中国、“引号”。");
    }

    proptest! {
        #[test]
        fn letters_that_stand_alone_change_nothing(
            letters in prop::collection::vec(
                prop::sample::select("一龥鿿，。、ＡａΣσeＥ<'’·.\u{301}\u{327}\u{338}\u{3099}か각ᄀ…ſ ".chars().collect::<Vec<_>>()),
                0..12,
            )
        ) {
            let text: String = letters.into_iter().collect();
            prop_assert_eq!(compose(&text), text.nfkc().collect::<String>().to_lowercase());
        }
    }

    #[test]
    fn folding_twice_changes_nothing() {
        let folder = Folder::default();
        let list = std::str::from_utf8(LIST).expect("UTF-8");
        let once = folder.fold(list);
        let again = folder.fold(&once.iter().collect::<String>());
        assert_eq!(once, again);
    }

    #[test]
    fn the_list_is_in_order() {
        let folder = Folder::default();
        assert!(folder.simplified.is_sorted_by(|one, other| one.0 < other.0));
        let lines = std::str::from_utf8(LIST).expect("UTF-8").lines();
        for (line, (traditional, simplified)) in lines.zip(&folder.simplified) {
            let letters: Vec<u32> = line.chars().map(u32::from).collect();
            assert_eq!(letters, [u32::from(*traditional), u32::from(*simplified)]);
        }
    }
}
