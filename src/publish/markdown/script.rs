//! Properties of characters, and of the marks at the beginning of a text.

/// Returns `true` if a character is a Han character (Unicode blocks of CJK ideographs and `〇`).
pub(super) fn is_han(c: char) -> bool {
    matches!(c,
        '\u{3007}'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}')
}

/// Returns `true` if a character is an ASCII or a full-width digit.
pub(super) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// Returns `true` if a line break beside this character is not a word space: Han, kana, and
/// full-width punctuation (CSS Text 4, segment break transformation).
pub(super) fn is_wide(c: char) -> bool {
    is_han(c) || matches!(c, '\u{3000}'..='\u{30FF}' | '\u{FF01}'..='\u{FF60}')
}

/// Returns `true` if HTML forbids the character in a text: controls except tab and line feed, and
/// noncharacters (HTML standard, section 13.2.3.5).
pub(crate) fn is_forbidden_in_html(c: char) -> bool {
    let is_noncharacter = matches!(c, '\u{FDD0}'..='\u{FDEF}') || u32::from(c) & 0xFFFE == 0xFFFE;
    is_noncharacter || (c.is_control() && !matches!(c, '\t' | '\n'))
}

/// Returns `true` if a character is one of the quotation marks, dashes and dots that Chinese
/// shares with other scripts, whose width depends on the neighbouring characters.
pub(super) fn is_quote_or_dash(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '—' | '…' | '·' | '⸺')
}

/// Returns a text without the markers of block quotes and whitespace before it.
pub(super) fn unquoted(text: &str) -> &str {
    text.trim_start_matches(|c: char| c == '>' || c.is_whitespace())
}

/// Returns the number of bytes of the run of one character at the beginning of a text.
pub(super) fn run_length(text: &str, sign: char) -> usize {
    text.len() - text.trim_start_matches(sign).len()
}
