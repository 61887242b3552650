//! Lines, and the constructs that can begin them.

use super::super::script::is_digit;

/// A line without its terminator.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    pub(super) start: usize,
    pub(super) text: &'a str,
}

impl Line<'_> {
    /// Returns the rest of the line after some bytes.
    pub(super) fn after(self, bytes: usize) -> Self {
        Self {
            start: self.start + bytes,
            text: self.text.get(bytes..).unwrap_or_default(),
        }
    }

    pub(super) const fn end(&self) -> usize {
        self.start + self.text.len()
    }

    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

pub(super) fn lines(source: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    source
        .split('\n')
        .map(|text| {
            let line = Line {
                start,
                text: text.strip_suffix('\r').unwrap_or(text),
            };
            start += text.len() + 1;
            line
        })
        .collect()
}

/// Whitespace at the beginning of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Indent {
    pub(super) bytes: usize,
    pub(super) columns: usize,
    /// `true` if all of it is ASCII spaces, the only whitespace whose columns the parser counts.
    pub(super) is_plain: bool,
    pub(super) has_wide: bool,
}

pub(super) fn indent(text: &str) -> Indent {
    let mut indent = Indent {
        bytes: 0,
        columns: 0,
        is_plain: true,
        has_wide: false,
    };
    for c in text.chars().take_while(|c| c.is_whitespace()) {
        indent.bytes += c.len_utf8();
        indent.columns += match c {
            '\t' => 4 - indent.columns % 4,
            '\u{3000}' => 2,
            _ => 1,
        };
        indent.is_plain &= c == ' ';
        indent.has_wide |= !matches!(c, ' ' | '\t');
    }
    indent
}

/// A list marker.
#[derive(Clone, Copy, Debug)]
pub(super) struct Marker<'a> {
    /// Digits of an ordered item.
    pub(super) number: Option<&'a str>,
    /// `-`, `*`, `+`, `.` or `)`.
    pub(super) sign: char,
    /// Length of digits and sign in bytes.
    pub(super) length: usize,
    /// Text after the sign.
    pub(super) after: &'a str,
}

impl<'a> Marker<'a> {
    pub(super) fn parse(text: &'a str) -> Option<Self> {
        let digits = text
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(text.len());
        let (number, rest) = text.split_at(digits);
        let sign = rest.chars().next()?;
        let is_marker = match digits {
            0 => matches!(sign, '-' | '*' | '+'),
            1..=9 => matches!(sign, '.' | ')'),
            _ => false,
        };
        is_marker.then(|| Self {
            number: (digits > 0).then_some(number),
            sign,
            length: digits + 1,
            after: rest.get(1..).unwrap_or_default(),
        })
    }

    /// Returns `true` if whitespace follows, so that the marker is unambiguous.
    pub(super) fn has_blank(&self) -> bool {
        self.after.chars().next().is_none_or(char::is_whitespace)
    }

    /// Returns `true` if it may be a marker that lacks its space: `-第一条`, `1.第一项`; not
    /// `-5`, `1.5`.
    pub(super) fn may_lack_blank(&self) -> bool {
        let begins_text = self.after.starts_with(|c: char| {
            c.is_alphabetic() || matches!(c, '“' | '‘' | '《' | '（' | '【' | '「' | '[' | '(')
        });
        begins_text && matches!(self.sign, '-' | '.' | ')')
    }

    /// Returns `true` if the number is a year, or begins with a zero that a list would not show.
    pub(super) fn is_text(&self) -> bool {
        self.number
            .is_some_and(|number| number.len() > 3 || (number.len() > 1 && number.starts_with('0')))
    }
}

/// Returns `true` if a text is a thematic break: three or more of one character, ignoring
/// whitespace.
pub(super) fn is_rule(text: &str) -> bool {
    let mut signs = text.chars().filter(|c| !c.is_whitespace());
    let Some(first @ ('-' | '*' | '_')) = signs.next() else {
        return false;
    };
    let mut count = 1;
    signs.all(|c| {
        count += 1;
        c == first
    }) && count >= 3
}

/// Returns `true` if a line begins with a list number or bullet that Markdown does not support,
/// such as `（一）`, `①`, `1、` or `•`, so that it is not joined to the previous line.
pub(super) fn is_enumerated(text: &str) -> bool {
    let is_numeral = |c: char| {
        c.is_ascii_digit() || "零〇一二三四五六七八九十百０１２３４５６７８９".contains(c)
    };
    // A numeral has at most four characters.
    let after_numeral = |text: &str| {
        let count = text.chars().take_while(|&c| is_numeral(c)).count();
        let after = text.chars().nth(count);
        after.filter(|_| (1..=4).contains(&count))
    };
    match text.chars().next() {
        Some('\u{2460}'..='\u{24FF}' | '\u{2776}'..='\u{2793}') => true,
        Some(bullet) if "•●○◆◇■□▪★☆※➢".contains(bullet) => true,
        Some(bracket @ ('（' | '(')) => {
            let inside = text.get(bracket.len_utf8()..).unwrap_or_default();
            matches!(after_numeral(inside), Some('）' | ')'))
        }
        Some('第') => {
            let inside = text.get('第'.len_utf8()..).unwrap_or_default();
            matches!(after_numeral(inside), Some('条' | '章' | '节' | '款'))
        }
        Some(first) if first.is_ascii_digit() => {
            let rest = text.trim_start_matches(is_numeral);
            match after_numeral(text) {
                Some('、' | '．' | '）' | ')') => true,
                Some('.') => !rest
                    .get(1..)
                    .unwrap_or_default()
                    .starts_with(|c: char| c.is_ascii_digit()),
                _ => false,
            }
        }
        Some(_) => matches!(after_numeral(text), Some('、')),
        None => false,
    }
}

/// Meaning of a `>` at the beginning of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum GreaterThan {
    Quotation,
    Sign,
    Unsure,
}

/// Classifies a text that begins with `>`. Before a number it is a comparison, as in `>500 吨`.
pub(super) fn greater_than(text: &str) -> GreaterThan {
    let after = text.trim_start_matches('>');
    let money = ['¥', '￥', '$', '€', '£'];
    if !after.starts_with(char::is_whitespace) {
        let unsigned = after.trim_start_matches(['+', '-', '−', '±', '.', '约']);
        let compares = after.starts_with(['=', '＝'])
            || unsigned.trim_start_matches(money).starts_with(is_digit);
        return if compares {
            GreaterThan::Sign
        } else {
            GreaterThan::Quotation
        };
    }
    let text = after.trim_start();
    if text.starts_with(['=', '＝']) {
        return GreaterThan::Sign;
    }
    let figure = text.trim_start_matches(money);
    if !figure.starts_with(is_digit) {
        return GreaterThan::Quotation;
    }
    let after = figure.trim_start_matches(|c| is_digit(c) || c == ',');
    let after = match after.strip_prefix('.') {
        Some(decimals) if decimals.starts_with(is_digit) => decimals.trim_start_matches(is_digit),
        _ => after,
    };
    // Dates, ordinals and list numbers can begin block quotes as well.
    let begins_quotation = after.starts_with([
        '年', '月', '日', '届', '期', '、', '.', ')', '）', '-', '/', ':', '：',
    ]);
    if begins_quotation {
        GreaterThan::Quotation
    } else {
        GreaterThan::Unsure
    }
}
