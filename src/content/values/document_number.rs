//! Numbers of official documents and standards.

use unicode_normalization::UnicodeNormalization;

use super::text::is_unshown;
use super::text_value::{Fault, Format, TextValue, is_digits, text_value_in_json};

/// Number of an official document (GB/T 9704-2012, 7.2.5) or of a standard: `示例部发〔2022〕43号`,
/// `示例部公告2025年第38号`, `示例部令第12号`, `GB/T 9994-2018`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentNumber(String);

/// Kinds of documents that are numbered with 第, by the word at the end of their issuer.
const NUMBERED_KINDS: [&str; 8] = ["令", "公告", "通告", "公报", "布告", "通报", "决定", "命令"];

impl TextValue for DocumentNumber {
    const FORMAT: Format = Format::DocumentNumber;

    fn parse(text: &str) -> Result<DocumentNumber, Fault> {
        if is_document_number(text) {
            return Ok(DocumentNumber(text.to_owned()));
        }
        Err(Self::misshapen(mend(text)))
    }
}

text_value_in_json!(
    DocumentNumber,
    written: 0,
    pattern: r"^(.+〔\d{4}〕第?\d+号|.*第[\d〇零一二三四五六七八九十百千两]+号.*|[A-Z][A-Z\d/]* ?\d[\d.-]*([—–:]\d{2,4})?)$",
    examples: ["示例部发〔2022〕43号", "示例部公告2025年第38号", "示例部令第12号", "GB/T 9994-2018"]
);

fn is_document_number(text: &str) -> bool {
    let is_plain = text.trim() == text && !text.chars().any(is_unshown);
    is_plain && (is_bracketed(text) || is_ordinal(text) || is_standard(text))
}

/// Returns `true` if a number has its year in brackets; only announcements put 第 after them.
fn is_bracketed(text: &str) -> bool {
    let Some((issuer, rest)) = text.split_once('〔') else {
        return false;
    };
    let Some((year, number)) = rest.split_once('〕') else {
        return false;
    };
    let Some(number) = number.strip_suffix('号') else {
        return false;
    };
    let digits = match number.strip_prefix('第') {
        Some(digits) if names_kind(issuer) => digits,
        _ => number,
    };
    !issuer.trim().is_empty() && is_digits(year, 4..=4) && is_digits(digits, 1..)
}

/// Returns `true` if a number has 第, with the kind of document before or after it, or with a
/// year.
fn is_ordinal(text: &str) -> bool {
    // The last 第, since the name of the issuer may contain another one.
    let Some((before, rest)) = text.rsplit_once('第') else {
        return false;
    };
    let Some((number, kind)) = rest.split_once('号') else {
        return false;
    };
    let is_number = is_digits(number, 1..)
        || (!number.is_empty()
            && number
                .chars()
                .all(|c| "〇零一二三四五六七八九十百千两".contains(c)));
    if !is_number || before.contains(['〔', '〕', '[', ']', '(', '\u{ff08}', '\u{ff3b}', '【']) {
        return false;
    }
    let has_year = before.strip_suffix('年').is_some_and(|before| {
        let digits = before
            .chars()
            .rev()
            .take_while(char::is_ascii_digit)
            .count();
        // There is no space between issuer and year.
        digits == 4
            && !before
                .trim_end_matches(|c: char| c.is_ascii_digit())
                .ends_with(' ')
    });
    if kind.is_empty() {
        return has_year || (names_kind(before) && !before.ends_with('年'));
    }
    NUMBERED_KINDS.contains(&kind) && (has_year || !before.ends_with([' ', '年']))
}

fn names_kind(issuer: &str) -> bool {
    NUMBERED_KINDS.iter().any(|kind| issuer.ends_with(kind))
}

/// Returns `true` if a text is the number of a standard, Chinese or other: code, serial number,
/// year.
fn is_standard(text: &str) -> bool {
    let (code, number) = match text.split_once(' ') {
        Some(parts) => parts,
        None => text.split_at(
            text.find(|c: char| c.is_ascii_digit())
                .unwrap_or(text.len()),
        ),
    };
    let is_part = |part: &str| {
        (1..=8).contains(&part.len())
            && part.starts_with(|c: char| c.is_ascii_uppercase())
            && part
                .bytes()
                .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
    };
    // The part of a standard follows a point, or a hyphen as the year does.
    let is_serial = |serial: &str| serial.split(['.', '-']).all(|part| is_digits(part, 1..));
    let has_year = number
        .rsplit_once(['-', '—', '–', ':'])
        .is_some_and(|(serial, year)| {
            is_serial(serial) && (is_digits(year, 2..=2) || is_digits(year, 4..=4))
        });
    1 < code.len() && code.split('/').all(is_part) && (has_year || is_serial(number))
}

/// Corrects common mistakes: other brackets, brackets around a year that needs none, spaces,
/// full-width digits, a misplaced 第, a missing 号.
fn mend(text: &str) -> Option<String> {
    let plain: String = text
        .nfkc()
        .map(|character| match character {
            '[' | '(' | '【' | '{' | '<' | '〈' | '《' => '〔',
            ']' | ')' | '】' | '}' | '>' | '〉' | '》' => '〕',
            other => other,
        })
        .collect();
    let plain = plain.trim();
    let tight = without_blanks_in_number(plain);
    let compact: String = plain.split_whitespace().collect();
    [plain.to_owned(), tight, compact]
        .into_iter()
        .find_map(|text| {
            [
                text.clone(),
                format!("{text}号"),
                text.replace("〕第", "〕"),
                text.replace(['〔', '〕'], ""),
                text.to_ascii_uppercase(),
            ]
            .into_iter()
            .find(|mended| is_document_number(mended))
        })
}

/// Returns the text without the spaces beside digits and the marks of a number.
fn without_blanks_in_number(text: &str) -> String {
    let is_mark = |c: char| c.is_ascii_digit() || "年第号〔〕".contains(c);
    let mut tight = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        let beside = tight.chars().next_back().is_some_and(is_mark)
            || rest
                .peek()
                .is_some_and(|next| is_mark(*next) || next.is_whitespace());
        if !(character.is_whitespace() && beside) {
            tight.push(character);
        }
    }
    tight
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_numbered_in_the_ways_of_their_kinds() {
        for text in [
            "示例部发〔2022〕43号",
            "国发〔2021〕4号",
            "工信部联消费〔2022〕43号",
            "财政部 税务总局公告2023年第12号",
            "示例部公告2025年第38号",
            "2025年第38号",
            "2025年第38号令",
            "公告2025年第38号",
            "中国人民银行公告〔2023〕第1号",
            "示例部令第12号",
            "国务院令第748号",
            "主席令第五十号",
            "第12号令",
            "国家发展和改革委员会第29号令",
            "第十四届全国人民代表大会第一次会议公告第三号",
            "GB/T 9994-2018",
            "GB 18401—2010",
            "GB18401-2010",
            "FZ/T 54007-2019",
            "T/CCFA 01003-2021",
            "DB32/T 4321-2022",
            "ISO 2076:2021",
            "ISO 1833-1:2020",
        ] {
            assert_eq!(DocumentNumber::parse(text).map(drop), Ok(()), "{text:?}");
        }
    }

    #[test]
    fn other_numbers_are_told_with_the_right_form() {
        for (text, mended) in [
            ("示例部发[2022]43号", Some("示例部发〔2022〕43号")),
            ("示例部发(2022)43号", Some("示例部发〔2022〕43号")),
            (
                "示例部发\u{ff08}2022\u{ff09} 43号",
                Some("示例部发〔2022〕43号"),
            ),
            ("示例部发【2022】43号", Some("示例部发〔2022〕43号")),
            ("示例部发〔2022〕第43号", Some("示例部发〔2022〕43号")),
            ("示例部发〔2022〕43", Some("示例部发〔2022〕43号")),
            ("示例部发〔２０２２〕４３号", Some("示例部发〔2022〕43号")),
            ("示例部公告 2025年 第38号", Some("示例部公告2025年第38号")),
            (
                "示例部公告\u{ff08}2025年第38号\u{ff09}",
                Some("示例部公告2025年第38号"),
            ),
            (
                "财政部 税务总局公告 2023年 第12号",
                Some("财政部 税务总局公告2023年第12号"),
            ),
            ("示例部令第 12 号", Some("示例部令第12号")),
            ("gb/t 9994-2018", Some("GB/T 9994-2018")),
            ("〔2022〕43号", None),
            ("示例部发〔22〕43号", None),
            ("示例部发第43号", None),
            ("第43号", None),
            ("43号", None),
            ("示例部", None),
            ("", None),
        ] {
            let expected = Err(Fault::Shape {
                form: Format::DocumentNumber,
                mended: mended.map(str::to_owned),
            });
            assert_eq!(DocumentNumber::parse(text).map(drop), expected, "{text:?}");
        }
    }
}
