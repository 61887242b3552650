//! What a character is, as far as rendering has to know.

/// Whether a character is a Han character (Unicode blocks of CJK ideographs
/// and `〇`).
pub(super) fn is_han(c: char) -> bool {
    matches!(c,
        '\u{3007}'
        | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}')
}

/// Whether a line break next to this character is no word space: Han, kana,
/// and full-width punctuation (CSS Text 4, segment break transformation).
pub(super) fn is_wide(c: char) -> bool {
    is_han(c) || matches!(c, '\u{3000}'..='\u{30FF}' | '\u{FF01}'..='\u{FF60}')
}

/// Whether HTML forbids the character in a text: controls but tab and line
/// feed, and noncharacters (HTML standard, section 13.2.3.5).
pub(crate) fn is_forbidden_in_html(c: char) -> bool {
    let is_noncharacter = matches!(c, '\u{FDD0}'..='\u{FDEF}') || u32::from(c) & 0xFFFE == 0xFFFE;
    is_noncharacter || (c.is_control() && !matches!(c, '\t' | '\n'))
}

/// Whether a character is one of the quotation marks, dashes and dots that Chinese shares with
/// other scripts, so that its neighbours tell how wide it is.
pub(super) fn is_quote_or_dash(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '—' | '…' | '·' | '⸺')
}
