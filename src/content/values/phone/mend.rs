//! Correction of common mistakes in telephone numbers.

use unicode_normalization::UnicodeNormalization;

use super::{Dialled, MOST_WORDS, SEPARATORS, is_mobile, number, numbers, numbers_of_words};
use crate::content::values::text_value::is_digits;

/// Corrects common mistakes: an area code written twice or without hyphen, full-width
/// characters, brackets, long dashes, `0086`, words around the number, and a second number of
/// which only the end is written.
pub(crate) fn mend(text: &str) -> Option<String> {
    let plain: String = text.nfkc().collect();
    let mut pieces: Vec<String> = Vec::new();
    for piece in plain.split(SEPARATORS) {
        let mended = match mend_piece(piece) {
            Some(mended) => mended,
            None => with_end_of(pieces.last()?, piece.trim())?,
        };
        pieces.push(mended);
    }
    Some(pieces.join("/"))
}

fn mend_piece(piece: &str) -> Option<String> {
    let trimmed = piece.trim();
    if numbers(trimmed).is_some() {
        return Some(trimmed.to_owned());
    }
    let bare = trimmed.replace("(0)", "");
    // A label such as 电话: before the number, or a name in brackets after it.
    let bare = bare.trim_matches(|c: char| !c.is_ascii_digit() && !matches!(c, '+' | '('));
    let hyphened: String =
        bare.chars()
            .map(|character| match character {
                '(' | ')' | '—' | '–' | '−' | '‐' | '‑' | '~' | '.' | '转' | '\u{a0}' | '\t'
                | ' ' => '-',
                other => other,
            })
            .collect();
    // `+861065000000`: the country code is followed by an area code and a number without a
    // hyphen.
    let hyphened = match hyphened.strip_prefix("+86") {
        Some(rest) if is_digits(rest, 9..=11) => format!("0{rest}"),
        _ => hyphened,
    };
    let mut groups: Vec<&str> = hyphened
        .split('-')
        .filter(|group| !group.is_empty())
        .collect();
    let code = groups.first().and_then(|first| {
        let is_near = matches!(*first, "852" | "853" | "886");
        let code = first
            .strip_prefix("00")
            .filter(|code| !code.starts_with("86"));
        code.or(is_near.then_some(*first))
    });
    let with_plus = code.map(|code| format!("+{code}"));
    if let Some(with_plus) = &with_plus {
        groups.splice(..1, [with_plus.as_str()]);
    }
    let with_zero;
    if matches!(groups.first(), Some(&("+86" | "86" | "0086"))) {
        groups.remove(0);
        if let [area, _, ..] = groups.as_slice()
            && is_digits(area, 2..=3)
            && !area.starts_with('0')
            && !matches!(*area, "400" | "800")
            && !is_mobile(&groups.concat())
        {
            with_zero = format!("0{area}");
            groups.splice(..1, [with_zero.as_str()]);
        }
    }
    while let [first, second, ..] = groups.as_slice()
        && first == second
    {
        groups.remove(0);
    }
    let joined = groups.join("-");
    if number(&joined).is_some() {
        return Some(joined);
    }
    let (area, local);
    if let [digits, ..] = groups.as_slice()
        && digits.starts_with('0')
        && is_digits(digits, 10..=12)
    {
        let length = if matches!(digits.get(..2), Some("01" | "02")) {
            3
        } else {
            4
        };
        (area, local) = digits.split_at(length);
        groups.splice(..1, [area, local]);
        let joined = groups.join("-");
        return number(&joined).is_some().then_some(joined);
    }
    if MOST_WORDS < groups.len() {
        return None;
    }
    let several = numbers_of_words(&groups)?;
    let several: Vec<String> = several
        .iter()
        .map(|number| number.written.replace(' ', "-"))
        .collect();
    Some(several.join("/"))
}

/// Returns a number with another end than the previous one: `65000000/01` means 65000001, and
/// `65000000-801/802` another extension.
fn with_end_of(before: &str, end: &str) -> Option<String> {
    if !is_digits(end, 1..=4) {
        return None;
    }
    let last = before.rsplit('/').next()?;
    let Dialled::Landline {
        area,
        local,
        extension,
    } = number(last)?
    else {
        return None;
    };
    if let Some(extension) = extension {
        let same_length = extension.len() == end.len();
        let number = last.strip_suffix(&extension).filter(|_| same_length)?;
        return Some(format!("{number}{end}"));
    }
    let kept = local.get(..local.len().checked_sub(end.len())?)?;
    let local = format!("{kept}{end}");
    Some(match area {
        Some(area) => format!("{area}-{local}"),
        None => local,
    })
}
