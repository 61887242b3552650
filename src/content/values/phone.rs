//! Telephone and fax numbers as they are written in China.

mod mend;

use super::text_value::{Fault, Format, TextValue, is_digits, text_value_in_json};
use mend::mend;

/// One telephone or fax number, or several in one field.
///
/// Landlines with area code and extension, mobile numbers, service numbers (400, 800, 95xxx),
/// and numbers of other countries and regions, which begin with `+`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone {
    written: String,
    numbers: Vec<PhoneNumber>,
}

/// One telephone number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PhoneNumber {
    written: String,
    dialled: Dialled,
}

/// Kind of a number, with the digits that are dialled.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Dialled {
    /// Landline of the mainland; one without area code can only be dialled in its city.
    Landline {
        area: Option<String>,
        local: String,
        extension: Option<String>,
    },
    /// Mobile number of the mainland.
    Mobile(String),
    /// Number that is dialled as it is, and only from within the mainland.
    Service(String),
    /// Number of another country or region, with its code.
    Abroad {
        digits: String,
        extension: Option<String>,
    },
}

/// Separators of the numbers of one field.
const SEPARATORS: [char; 9] = ['/', '／', ',', '，', '、', ';', '；', '|', '\n'];

/// Words between a number and its extension.
const EXTENSION_WORDS: [&str; 5] = ["转分机", "分机", "转", "ext.", "ext"];

/// Maximum number of words in one field.
const MOST_WORDS: usize = 24;

impl Phone {
    /// Returns the numbers, in the order in which they are written.
    pub fn numbers(&self) -> &[PhoneNumber] {
        &self.numbers
    }
}

impl PhoneNumber {
    /// Returns the number as written.
    pub fn as_str(&self) -> &str {
        &self.written
    }

    /// Returns the number as programs dial it (RFC 3966), without `tel:`.
    pub fn dialled(&self) -> String {
        let (number, extension) = match &self.dialled {
            Dialled::Landline {
                area: Some(area),
                local,
                extension,
            } => {
                let area = area.trim_start_matches('0');
                (format!("+86-{area}-{local}"), extension)
            }
            Dialled::Landline {
                area: None,
                local,
                extension,
            } => (local.clone(), extension),
            Dialled::Mobile(digits) => (format!("+86-{digits}"), &None),
            Dialled::Service(digits) => (digits.clone(), &None),
            Dialled::Abroad { digits, extension } => (format!("+{digits}"), extension),
        };
        match extension {
            Some(extension) => format!("{number};ext={extension}"),
            None => number,
        }
    }

    /// Returns the URI that dials the number (RFC 3966).
    pub fn uri(&self) -> String {
        format!("tel:{}", self.dialled())
    }
}

impl TextValue for Phone {
    const FORMAT: Format = Format::Phone;

    fn parse(text: &str) -> Result<Phone, Fault> {
        match numbers(text) {
            Some(numbers) => Ok(Phone {
                written: text.to_owned(),
                numbers,
            }),
            None => {
                Err(Self::misshapen(mend(text).filter(|mended| {
                    mended != text && numbers(mended).is_some()
                })))
            }
        }
    }
}

text_value_in_json!(
    Phone,
    written: written,
    pattern: pattern(),
    examples: ["010-65000000-801", "13800138000", "400-810-0000", "+852-2345-6789"]
);

/// Returns a pattern of all forms of numbers.
fn pattern() -> String {
    let extension = r"(-\d{1,6}| ?-?(转分机|分机|转|[eE][xX][tT]\.?) ?\d{1,6})?";
    let forms = [
        r"(0\d{2,3}[- ])?(\d{7,8}|\d{3,4}[- ]\d{4})",
        r"1[3-9]([- ]?\d){9}",
        r"[48]00([- ]?\d){7}",
        r"9[56]\d{3,6}",
        r"1[0-2]\d{1,4}",
        r"\+\d[\d(). -]{5,24}\d",
    ];
    let number = format!("({}){extension}", forms.join("|"));
    format!(r"^{number}(( *[/／,，、;；|\n] *| +){number})*$")
}

/// Parses the numbers of a field; a landline without area code has that of the previous one.
fn numbers(text: &str) -> Option<Vec<PhoneNumber>> {
    let mut numbers: Vec<PhoneNumber> = Vec::new();
    for piece in text.split(SEPARATORS) {
        let words: Vec<&str> = piece.split(' ').filter(|word| !word.is_empty()).collect();
        if words.is_empty() || MOST_WORDS < words.len() {
            return None;
        }
        numbers.extend(numbers_of_words(&words)?);
    }
    if text.starts_with(' ') || text.ends_with(' ') {
        return None;
    }
    let mut last: Option<String> = None;
    for number in &mut numbers {
        match &mut number.dialled {
            Dialled::Landline { area, .. } if area.is_none() => area.clone_from(&last),
            Dialled::Landline { area, .. } => last.clone_from(area),
            _ => {}
        }
    }
    Some(numbers)
}

/// Parses words as numbers, each from as many words as possible.
fn numbers_of_words(words: &[&str]) -> Option<Vec<PhoneNumber>> {
    if words.is_empty() {
        return Some(Vec::new());
    }
    (1..=words.len()).rev().find_map(|count| {
        let (first, rest) = words.split_at(count);
        let written = first.join(" ");
        let dialled = number(&written)?;
        let mut numbers = vec![PhoneNumber { written, dialled }];
        numbers.extend(numbers_of_words(rest)?);
        Some(numbers)
    })
}

/// Parses one number, whose groups of digits are separated by hyphens or spaces.
fn number(text: &str) -> Option<Dialled> {
    let (main, extension) = without_extension(text)?;
    if let Some(abroad) = main.strip_prefix('+') {
        return international(abroad, extension);
    }
    national(main, extension)
}

/// Returns the text before the word that introduces an extension, and the extension.
fn without_extension(text: &str) -> Option<(&str, Option<&str>)> {
    let lower = text.to_ascii_lowercase();
    let found = EXTENSION_WORDS
        .iter()
        .find_map(|word| Some((lower.find(word)?, word.len())));
    let Some((at, length)) = found else {
        return Some((text, None));
    };
    let extension = text.get(at + length..)?.trim();
    let main = text.get(..at)?.trim_end_matches([' ', '-']);
    is_digits(extension, 1..=6).then_some((main, Some(extension)))
}

fn national(main: &str, extension: Option<&str>) -> Option<Dialled> {
    let groups: Vec<&str> = main.split(['-', ' ']).collect();
    if !groups.iter().all(|group| is_digits(group, 1..)) {
        return None;
    }
    let digits = groups.concat();
    if extension.is_none() && is_mobile(&digits) {
        return Some(Dialled::Mobile(digits));
    }
    if extension.is_none() && is_service(&digits, groups.len()) {
        return Some(Dialled::Service(digits));
    }
    let (area, rest) = match groups.split_first() {
        Some((area, rest)) if area.starts_with('0') && is_digits(area, 3..=4) => {
            (Some((*area).to_owned()), rest)
        }
        _ => (None, groups.as_slice()),
    };
    let (local, own) = local_number(rest)?;
    // Two numbers may be separated by a space, so an extension has to have a hyphen.
    if own.is_some() && (extension.is_some() || !last_joint_is_hyphen(main)) {
        return None;
    }
    Some(Dialled::Landline {
        area,
        local,
        extension: own.or(extension).map(str::to_owned),
    })
}

/// Returns a number inside of a city, of one or two groups of digits, and its extension.
fn local_number<'a>(groups: &[&'a str]) -> Option<(String, Option<&'a str>)> {
    let is_extension = |group: &str| is_digits(group, 1..=6);
    match groups {
        [local] if is_digits(local, 7..=8) => Some(((*local).to_owned(), None)),
        [local, extension] if is_digits(local, 7..=8) && is_extension(extension) => {
            Some(((*local).to_owned(), Some(extension)))
        }
        [head, tail] if is_digits(head, 3..=4) && tail.len() == 4 => {
            Some(([*head, *tail].concat(), None))
        }
        [head, tail, extension]
            if is_digits(head, 3..=4) && tail.len() == 4 && is_extension(extension) =>
        {
            Some(([*head, *tail].concat(), Some(extension)))
        }
        _ => None,
    }
}

fn last_joint_is_hyphen(text: &str) -> bool {
    let joint = text.rfind(['-', ' ']).and_then(|at| text.get(at..));
    joint.is_some_and(|joint| joint.starts_with('-'))
}

/// Parses a number after its `+`. ITU-T E.164 allows fifteen digits.
fn international(text: &str, extension: Option<&str>) -> Option<Dialled> {
    if let Some(rest) = text.strip_prefix("86") {
        return chinese(rest.trim_start_matches(['-', ' ']), extension);
    }
    let is_part = |byte: u8| byte.is_ascii_digit() || b"-. ()".contains(&byte);
    if !text.bytes().all(is_part) || text.contains("(0)") {
        return None;
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let has = |code: &str, first: &[char], length: std::ops::RangeInclusive<usize>| {
        let rest = digits.strip_prefix(code)?;
        Some(rest.starts_with(first) && length.contains(&rest.len()))
    };
    let from_two = ['2', '3', '4', '5', '6', '7', '8', '9'];
    // The numbering plans of Hong Kong, Macau, Taiwan and North America are simple.
    let is_fine = has("852", &from_two, 8..=8)
        .or_else(|| has("853", &['2', '6', '8'], 8..=8))
        .or_else(|| has("886", &from_two, 8..=9))
        .or_else(|| has("1", &from_two, 10..=10))
        .unwrap_or_else(|| !digits.starts_with('0') && (7..=15).contains(&digits.len()));
    is_fine.then(|| Dialled::Abroad {
        digits,
        extension: extension.map(str::to_owned),
    })
}

/// Parses a number of the mainland after its `+86`, where the area code has no leading zero.
fn chinese(rest: &str, extension: Option<&str>) -> Option<Dialled> {
    if rest.starts_with('0') {
        return None;
    }
    let zero = format!("0{rest}");
    match national(rest, extension) {
        Some(number @ (Dialled::Mobile(_) | Dialled::Service(_))) => Some(number),
        _ => national(&zero, extension),
    }
}

fn is_mobile(digits: &str) -> bool {
    let second = digits
        .strip_prefix('1')
        .and_then(|rest| rest.chars().next());
    digits.len() == 11 && matches!(second, Some('3'..='9'))
}

/// Returns `true` if digits are a service number: 400 and 800 numbers in groups, short ones in
/// one.
fn is_service(digits: &str, groups: usize) -> bool {
    let starts = |prefixes: &[&str]| prefixes.iter().any(|prefix| digits.starts_with(prefix));
    match digits.len() {
        10 => starts(&["400", "800"]),
        5..=8 if groups == 1 && starts(&["95"]) => true,
        5..=6 if groups == 1 => starts(&["96", "10", "11", "12"]),
        3 if groups == 1 => starts(&["11", "12"]),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the numbers of a field as they are dialled, or the suggested correction.
    fn read(text: &str) -> Result<Vec<String>, Option<String>> {
        match Phone::parse(text) {
            Ok(phone) => Ok(phone.numbers().iter().map(PhoneNumber::dialled).collect()),
            Err(Fault::Shape {
                form: Format::Phone,
                mended,
            }) => Err(mended),
            Err(other) => panic!("{text:?}: {other:?}"),
        }
    }

    #[test]
    fn numbers_are_dialled_as_their_kind_asks_for() {
        for (text, dialled) in [
            ("010-65000000", &["+86-10-65000000"][..]),
            ("65000000", &["65000000"]),
            ("0512-5877123-801", &["+86-512-5877123;ext=801"]),
            ("010-65000000转801", &["+86-10-65000000;ext=801"]),
            ("010-6500 0000", &["+86-10-65000000"]),
            ("010 65000000", &["+86-10-65000000"]),
            ("13800138000", &["+86-13800138000"]),
            ("138 0013 8000", &["+86-13800138000"]),
            ("138-0013-8000", &["+86-13800138000"]),
            ("+86 13800138000", &["+86-13800138000"]),
            ("+8613800138000", &["+86-13800138000"]),
            ("+86-10-65000000", &["+86-10-65000000"]),
            ("+86 512 5877 1234-12", &["+86-512-58771234;ext=12"]),
            ("400-810-0000", &["4008100000"]),
            ("8008100000", &["8008100000"]),
            ("95588", &["95588"]),
            ("12315", &["12315"]),
            ("+852-2345-6789", &["+85223456789"]),
            ("+853 2833 1234", &["+85328331234"]),
            ("+886-2-2345-6789", &["+886223456789"]),
            ("+44 20 7946 0000", &["+442079460000"]),
            ("+1 (212) 555-0100 ext. 7", &["+12125550100;ext=7"]),
            (
                "010-65000000/65000001",
                &["+86-10-65000000", "+86-10-65000001"],
            ),
            (
                "010-65000000 65000001",
                &["+86-10-65000000", "+86-10-65000001"],
            ),
            (
                "010-65000000、13800138000",
                &["+86-10-65000000", "+86-13800138000"],
            ),
            (
                "010-65000000-801；021-60000000",
                &["+86-10-65000000;ext=801", "+86-21-60000000"],
            ),
            (
                "13800138000，13900139000",
                &["+86-13800138000", "+86-13900139000"],
            ),
            (
                "+852 2345 6789 / +86 138 0013 8000",
                &["+85223456789", "+86-13800138000"],
            ),
        ] {
            let dialled = dialled.iter().map(ToString::to_string).collect();
            assert_eq!(read(text), Ok(dialled), "{text:?}");
        }
    }

    #[test]
    fn what_is_no_number_is_told_with_a_remedy() {
        for (text, mended) in [
            ("010-010-65010837", Some("010-65010837")),
            ("010-010-65010837/65010838", Some("010-65010837/65010838")),
            ("\u{ff08}010\u{ff09}65000000", Some("010-65000000")),
            ("(010)65000000", Some("010-65000000")),
            ("010—65000000", Some("010-65000000")),
            ("+86-010-65000000", Some("010-65000000")),
            ("0086-10-65000000", Some("010-65000000")),
            ("00852-23456789", Some("+852-23456789")),
            ("01065000000", Some("010-65000000")),
            ("051258771234", Some("0512-58771234")),
            ("010-65000000-65000001", Some("010-65000000/65000001")),
            ("010-65000000/01", Some("010-65000000/010-65000001")),
            (
                "010-65000000-801/802",
                Some("010-65000000-801/010-65000000-802"),
            ),
            ("852-23456789", Some("+852-23456789")),
            ("+861065000000", Some("010-65000000")),
            ("010-65000000 801", Some("010-65000000-801")),
            ("电话:010-65000000", Some("010-65000000")),
            ("13800138000(张)", Some("13800138000")),
            ("１３８００１３８０００", Some("13800138000")),
            ("+44 (0)20 7946 0000", Some("+44-20-7946-0000")),
            ("12800138000", None),
            ("1380013800", None),
            ("+852-1234", None),
            ("+0123456789", None),
            ("010-6500", None),
            ("010-65000000/", None),
            ("电话", None),
            ("", None),
        ] {
            assert_eq!(read(text), Err(mended.map(str::to_owned)), "{text:?}");
        }
    }

    #[test]
    fn no_text_takes_long() {
        let long = "+1 234 567 ".repeat(400);
        assert!(Phone::parse(&long).is_err());
        assert!(Phone::parse(&"65000000/".repeat(9_999)).is_err());
    }
}
