//! Normalisation of texts and queries, which removes differences that readers do not see.
//!
//! The index, the queries, the suggestions and the filter of the directory use one function:
//! [`Normalizer::normalize`]. It removes zero-width characters, then applies NFKC and lower
//! case, which every platform provides: natively this is [`compose`], in a browser
//! `String.prototype.normalize` and `toLowerCase`, which cost no WebAssembly. It then maps
//! similar marks (hyphens and dashes, quotation marks, middle dots), radicals, traditional
//! characters and white space. So a query in either script finds texts in both, and typed text
//! finds text that was copied from a PDF.

/// List of characters; each line is a traditional character, its simplified one, a line feed.
///
/// From OpenCC's `TSCharacters` (Apache-2.0), without pairs outside of GB 2312: those
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

/// Decodes the character at a position; all characters in the list have three bytes in UTF-8.
const fn three_bytes(at: usize) -> u32 {
    (LIST[at] as u32 & 0x0f) << 12 | (LIST[at + 1] as u32 & 0x3f) << 6 | LIST[at + 2] as u32 & 0x3f
}

/// The radicals from U+2E80 on, each as the character that it looks like.
///
/// From `EquivalentUnifiedIdeograph.txt` of Unicode 14, where that character has four digits.
/// NFKC maps the Kangxi radicals, but only two of these.
const RADICALS: &str = "\
    ⺀厂乛乚乙亻冂⺇刀刂卜㔾小小兀尣尢⺑巳幺彑彐忄心扌攵⺚旡日\
    月歺母民氵氺灬爫爫丬牛犭王⺪目示礻⺮糹纟罓罒㓁冗⺵羊⺷⺸耂\
    肀聿肉⺽艹艹艹虎衤覀西见角⻇讠贝⻊车辶辶辶邑钅長镸长门⻕阝\
    雨青韦页风飞食⻞飠饣⻡马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟\
";
const FIRST_RADICAL: u32 = 0x2e80;

/// First half of the normalisation, as the platform provides it.
pub type Compose = fn(&str) -> String;

/// Normaliser of texts. Its construction unpacks the list of traditional characters once.
#[derive(Debug, Clone)]
pub struct Normalizer {
    compose: Compose,
    /// Traditional characters in order, each with its simplified one.
    simplified: Vec<(u16, u16)>,
    /// Bit set of the traditional characters, which excludes others without a search.
    traditional: Vec<u64>,
}

impl Normalizer {
    /// Returns the native normaliser, which is made once.
    #[cfg(feature = "ssr")]
    #[must_use]
    pub fn shared() -> &'static Self {
        static SHARED: std::sync::LazyLock<Normalizer> =
            std::sync::LazyLock::new(|| Normalizer::new(compose));
        &SHARED
    }

    /// Returns a normaliser with all traditional characters of the list.
    #[must_use]
    pub fn new(compose: Compose) -> Self {
        let mut code = FIRST_HAN as u16;
        let simplified = (0..COUNT).map(|index| {
            code += u16::from(COLUMNS[0][index]);
            let offset = u16::from_be_bytes([COLUMNS[1][index], COLUMNS[2][index]]);
            (code, FIRST_HAN as u16 + offset)
        });
        Self::of(compose, simplified.collect())
    }

    /// Returns a normaliser with only the [`variants`](Self::variants) of some texts. For these
    /// texts its results equal those of the complete one, and their page needs no list.
    #[must_use]
    pub fn with_variants(compose: Compose, variants: &str) -> Self {
        let mut codes = variants
            .chars()
            .map(|letter| u16::try_from(u32::from(letter)).unwrap_or(0));
        let mut simplified = Vec::new();
        while let (Some(traditional), Some(simple)) = (codes.next(), codes.next()) {
            simplified.push((traditional, simple));
        }
        Self::of(compose, simplified)
    }

    fn of(compose: Compose, simplified: Vec<(u16, u16)>) -> Self {
        let mut traditional = vec![0; 1 << 10];
        for (code, _) in &simplified {
            if let Some(bits) = traditional.get_mut(usize::from(code >> 6)) {
                *bits |= 1 << (code & 63);
            }
        }
        Self {
            compose,
            simplified,
            traditional,
        }
    }

    /// Returns the traditional characters whose simplified ones are in normalised texts, each
    /// followed by its simplified one, in order.
    #[must_use]
    pub fn variants<'a>(&self, texts: impl IntoIterator<Item = &'a str>) -> String {
        let letters: std::collections::BTreeSet<char> =
            texts.into_iter().flat_map(str::chars).collect();
        let pairs = self.simplified.iter().filter_map(|(traditional, simple)| {
            let pair = [traditional, simple].map(|code| char::from_u32(u32::from(*code)));
            Some([pair[0]?, pair[1]?])
        });
        pairs
            .filter(|[_, simple]| letters.contains(simple))
            .flatten()
            .collect()
    }

    /// Returns a text in the form that is compared. The operation is idempotent.
    #[must_use]
    pub fn normalize(&self, text: &str) -> Vec<char> {
        self.fold(&self.composed(text))
    }

    /// Returns the characters of a text in lower case with similar characters mapped to one;
    /// traditional characters are unchanged.
    #[cfg(feature = "ssr")]
    pub(super) fn unified(&self, text: &str) -> Vec<char> {
        self.composed(text).chars().map(typed).collect()
    }

    /// Composes a text without its zero-width characters, which have to be removed first: one
    /// between a character and its combining mark prevents the composition.
    fn composed(&self, text: &str) -> String {
        if text.contains(is_ignorable) {
            let is_visible = |letter: &char| !is_ignorable(*letter);
            return (self.compose)(&text.chars().filter(is_visible).collect::<String>());
        }
        (self.compose)(text)
    }

    /// Applies the second half of the normalisation to a text in NFKC and lower case.
    pub(super) fn fold(&self, text: &str) -> Vec<char> {
        let mut folded = Vec::new();
        for letter in text.chars() {
            if is_blank(letter) {
                if folded.last().is_some_and(|last| *last != ' ') {
                    folded.push(' ');
                }
            } else if !is_ignorable(letter) {
                folded.push(self.simplify(typed(letter)));
            }
        }
        if folded.last() == Some(&' ') {
            folded.pop();
        }
        folded
    }

    /// Returns the simplified form of a character.
    pub(super) fn simplify(&self, letter: char) -> char {
        let Ok(code) = u16::try_from(letter as u32) else {
            return letter;
        };
        let bits = self.traditional.get(usize::from(code >> 6));
        if bits.is_none_or(|bits| bits >> (code & 63) & 1 == 0) {
            return letter;
        }
        let found = self.simplified.binary_search_by_key(&code, |pair| pair.0);
        match found.ok().and_then(|index| self.simplified.get(index)) {
            Some((_, simplified)) => char::from_u32(u32::from(*simplified)).unwrap_or(letter),
            None => letter,
        }
    }
}

/// Returns the character that a keyboard types for similar ones. Characters that NFKC already
/// maps are not included.
fn typed(letter: char) -> char {
    if is_han(letter) {
        return letter;
    }
    match letter {
        // Hyphens, dashes, minus signs, and lines used as dashes.
        '\u{2010}'..='\u{2015}'
        | '\u{2043}'
        | '\u{2212}'
        | '\u{2500}'
        | '\u{2501}'
        | '\u{2796}'
        | '\u{2e3a}'
        | '\u{2e3b}'
        | '\u{2d7}' => '-',
        // Quotation marks, apostrophes, primes.
        '"'
        | '`'
        | '«'
        | '»'
        | '\u{2b9}'..='\u{2bc}'
        | '\u{2018}'..='\u{201f}'
        | '\u{2032}'..='\u{2037}'
        | '‹'
        | '›'
        | '\u{275b}'..='\u{275e}'
        | '「'..='』'
        | '〝'..='〟' => QUOTE,
        // Middle dots, bullets, and the dot between the parts of a foreign name.
        '\u{16eb}' | '•' | '\u{2027}' | '\u{2219}' | '⋅' | '\u{2e31}' | '\u{2e33}' | '・'
        | '\u{a78f}' => '·',
        // Wave dashes, the ratio sign, the fraction slash, operators.
        '\u{2053}' | '\u{223c}' | '\u{223d}' | '〜' | '〰' => '~',
        '\u{2236}' => ':',
        '\u{2044}' | '\u{2215}' => '/',
        '\u{2217}' => '*',
        // Brackets around the year of a document number.
        '〔' | '【' | '〖' | '\u{2772}' => '[',
        '〕' | '】' | '〗' | '\u{2773}' => ']',
        // Circles used as the character zero, and the final sigma.
        '\u{25cb}' | '\u{25ef}' => '〇',
        'ς' => 'σ',
        '\u{2e80}'..='\u{2ef3}' => {
            let radical = RADICALS
                .chars()
                .nth((letter as u32 - FIRST_RADICAL) as usize);
            radical.unwrap_or(letter)
        }
        _ => letter,
    }
}

/// Returns `true` for the characters of most of a Chinese text, of which only traditional ones
/// are changed here.
pub(super) fn is_han(letter: char) -> bool {
    ('一'..='鿿').contains(&letter)
}

/// Character to which all quotation marks are mapped.
pub(super) const QUOTE: char = '\'';

/// Returns `true` for white space after NFKC and for control characters, which some editors
/// leave in texts.
fn is_blank(letter: char) -> bool {
    letter <= ' '
        || matches!(
            letter,
            '\u{7f}'..='\u{a0}' | '\u{1680}' | '\u{2028}' | '\u{2029}'
        )
}

/// Returns `true` for zero-width characters: soft hyphens, joiners, fillers, direction marks,
/// variation selectors, tags, byte order marks. Texts that differ only in these look the same.
fn is_ignorable(letter: char) -> bool {
    if is_han(letter) {
        return false;
    }
    matches!(
        letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Applies the first half of the normalisation: NFKC, lower case, and NFKC again, as browsers
/// do.
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
            // The Chinese comma is the only character here that NFKC changes.
            composed.extend(
                run.chars()
                    .map(|letter| if letter == '，' { ',' } else { letter }),
            );
        } else {
            let lower = run.nfkc().collect::<String>().to_lowercase();
            // J with a caron has no composed form, but j with a caron (U+01F0) has one.
            composed.extend(lower.nfkc());
        }
        rest = others;
    }
    composed
}

/// Returns `true` for the characters of most of a Chinese text that neither change their
/// neighbours nor are changed by them, so that no lookup in the Unicode tables is needed.
#[cfg(feature = "ssr")]
fn stands_alone(letter: char) -> bool {
    matches!(letter, '一'..='鿿' | '，' | '。' | '、')
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    fn normalized(text: &str) -> String {
        Normalizer::shared().normalize(text).iter().collect()
    }

    fn check(text: &str, expected: &str) {
        assert_eq!(normalized(text), expected, "{text:?}");
    }

    #[test]
    fn what_readers_do_not_see_makes_no_difference() {
        check("聯盟標準", "联盟标准");
        check("產業用紡織品行業協會", "产业用纺织品行业协会");
        check("ＰＥＴ　第１４３期", "pet 第143期");
        check("  聚酯-55\t\n纤维 ", "聚酯-55 纤维");
        check("㎡ Ⅳ ﬁ", "m2 iv fi");
        check("Ölfaser O\u{308}lfaser", "ölfaser ölfaser");
        check("零\u{200b}宽\u{feff}", "零宽");
        check("软\u{ad}连字符", "软连字符");
        check("❤\u{fe0f}葛\u{e0104}布", "❤葛布");
        check("e\u{301}e\u{200b}\u{301}", "éé");
        check("\u{0}\u{1}", "");
        check("中国、“引号”。", "中国、'引号'。");
    }

    #[test]
    fn marks_that_look_alike_are_one() {
        for hyphen in "-‐‑‒–—―−﹘﹣－⁃─⸺\u{fe31}\u{fe32}".chars() {
            check(&format!("聚酯{hyphen}55"), "聚酯-55");
        }
        for quote in "\"'`“”‘’‚‛„‟«»‹›「」『』〝〞〟＂＇｢｣﹁﹂﹃﹄′".chars()
        {
            check(&format!("{quote}双碳"), "'双碳");
        }
        for dot in "·•‧∙⋅・･⸱\u{387}".chars() {
            check(&format!("杜邦{dot}中国"), "杜邦·中国");
        }
        for tilde in "~～〜∼〰".chars() {
            check(&format!("3{tilde}5月"), "3~5月");
        }
        check(
            "〔2025〕【2025】［2025］﹝2025﹞",
            "[2025][2025][2025][2025]",
        );
        check("二○二五年 1∶2 １／２", "二〇二五年 1:2 1/2");
    }

    #[test]
    fn radicals_are_the_characters_they_look_like() {
        // From scanned documents: the CJK Radicals Supplement and the Kangxi radicals.
        check(
            "⻓丝⻋间⻩麻⻢海毛⻛⻰⻥⻦⻔⻚⻅⻉⻬⻮⺠",
            "长丝车间黄麻马海毛风龙鱼鸟门页见贝齐齿民",
        );
        check("⾼分⼦⻑⾧⼾⽇", "高分子长长户日");
        assert_eq!(RADICALS.chars().count(), 0x74);
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
            let lower = text.nfkc().collect::<String>().to_lowercase();
            prop_assert_eq!(compose(&text), lower.nfkc().collect::<String>());
        }

        #[test]
        fn normalising_twice_changes_nothing(
            letters in prop::collection::vec(any_letter(), 0..12)
        ) {
            let once = normalized(&letters.into_iter().collect::<String>());
            prop_assert_eq!(normalized(&once), once);
        }

        #[test]
        fn the_variants_of_texts_are_all_that_a_query_for_them_needs(
            texts in prop::collection::vec("[联盟聯恒恆力纤維维纖長长丝絲]{1,6}", 1..4),
            query in "[联盟聯恒恆力纤維维纖長长丝絲龍龙]{1,3}",
        ) {
            let all = Normalizer::shared();
            let texts: Vec<String> = texts.iter().map(|text| normalized(text)).collect();
            let variants = all.variants(texts.iter().map(String::as_str));
            let some = Normalizer::with_variants(compose, &variants);
            let query_by_all = normalized(&query);
            let query_by_some: String = some.normalize(&query).iter().collect();
            for text in texts {
                prop_assert_eq!(text.contains(&query_by_some), text.contains(&query_by_all));
            }
        }
    }

    /// Generates any character, and more often those that the normalisation treats specially.
    fn any_letter() -> impl Strategy<Value = char> {
        let marks = "J\u{30c}T\u{308}ΣςİßẞÅK\u{200b}\u{301}\u{307}\u{345}\u{fe0f}\u{e0100}\u{3164}\u{ffa0}각か\u{3099}\"“—−・⻓⾧○〔〜聯 \u{a0}\u{85}Ǆ㋿ﬃ½…⁄ⅷ";
        let marks: Vec<char> = marks.chars().collect();
        prop_oneof![any::<char>(), prop::sample::select(marks)]
    }

    #[test]
    fn normalising_any_one_character_twice_changes_nothing() {
        let normalizer = Normalizer::shared();
        for letter in '\0'..=char::MAX {
            let once: String = normalizer.normalize(&letter.to_string()).iter().collect();
            let again: String = normalizer.normalize(&once).iter().collect();
            assert_eq!(once, again, "{letter:?}");
        }
    }

    #[test]
    fn the_list_is_in_order() {
        let normalizer = Normalizer::shared();
        assert!(
            normalizer
                .simplified
                .is_sorted_by(|one, other| one.0 < other.0)
        );
        let lines = std::str::from_utf8(LIST).expect("UTF-8").lines();
        for (line, (traditional, simplified)) in lines.zip(&normalizer.simplified) {
            let letters: Vec<u32> = line.chars().map(u32::from).collect();
            assert_eq!(letters, [u32::from(*traditional), u32::from(*simplified)]);
        }
    }
}
