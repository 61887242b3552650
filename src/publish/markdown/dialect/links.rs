//! Links and images with full-width brackets, or with whitespace in the address.

use std::ops::Range;

use super::super::resolve::ITEM_KINDS;
use super::Order;
use super::inline::{LONGEST_ADDRESS, Scanner};

/// Schemes of addresses, in addition to those of items.
const SCHEMES: [&str; 4] = ["https", "http", "mailto", "tel"];
/// File extensions of images.
const PICTURES: [&str; 7] = ["jpg", "jpeg", "png", "gif", "svg", "webp", "avif"];

/// The part of a link after its text.
struct Target<'a> {
    /// Range from the bracket that closes the text to the one that opens the address.
    opening: Range<usize>,
    address: Range<usize>,
    written: &'a str,
    closing: Range<usize>,
}

impl Scanner<'_, '_> {
    /// Reads the text after a closing bracket. If it is the address of a link, inserts the marks
    /// that it lacks.
    pub(super) fn read_link(&mut self, bracket: usize, length: usize) {
        let Some((opening, opening_length)) = self.brackets.pop() else {
            return;
        };
        let Some(target) = Target::parse(self.source, bracket, length, self.end) else {
            return;
        };
        let picture_mark = self.picture_mark(opening);
        let ending = target.written.rsplit_once('.').map_or("", |(_, end)| end);
        let is_picture = PICTURES.iter().any(|end| end.eq_ignore_ascii_case(ending));
        let written_opening = self.source.get(target.opening.clone());
        let is_standard = opening_length == 1 && written_opening == Some("](");
        let is_address = has_scheme(target.written)
            || target.written.starts_with('/')
            || (is_standard && target.written.starts_with('#'))
            || (is_standard && picture_mark.is_some() && is_picture);
        if !is_address {
            return;
        }
        let scheme = target.written.split_once('：').map(|(scheme, _)| scheme);
        let colon = scheme.filter(|scheme| is_scheme(scheme)).map(str::len);
        let needs_brackets = target.written.contains(char::is_whitespace);
        let (address, after) = (target.address, target.closing.end);
        if opening_length != 1 {
            let range = opening..opening + opening_length;
            self.findings.replace(range, Order::Mark, "[");
        }
        if let Some((mark, "！")) = picture_mark
            && is_picture
        {
            self.findings.replace(mark, Order::Block, "!");
        }
        if written_opening != Some("](") {
            self.findings.replace(target.opening, Order::Mark, "](");
        }
        if needs_brackets {
            self.findings.put_in_angles(&address);
        }
        if let Some(colon) = colon {
            let start = address.start + colon;
            let colon = start..start + '：'.len_utf8();
            self.findings.replace(colon, Order::Mark, ":");
        }
        if target.closing.len() != 1 {
            self.findings.replace(target.closing, Order::Mark, ")");
        }
        self.addresses.retain(|address| address.end <= opening);
        self.at = after;
    }

    /// Returns the marker before a bracket that makes a link an image: `!`, or `！` at the
    /// beginning of a line, where it cannot end a sentence.
    fn picture_mark(&self, bracket: usize) -> Option<(Range<usize>, &'static str)> {
        let before = self.source.get(self.line_start..bracket)?;
        if before.ends_with('!') {
            return Some((bracket - 1..bracket, "!"));
        }
        (before.trim_start() == "！").then(|| (bracket - '！'.len_utf8()..bracket, "！"))
    }
}

impl<'a> Target<'a> {
    /// Parses `](address "title")`, also with full-width brackets and whitespace between them.
    fn parse(source: &'a str, bracket: usize, length: usize, end: usize) -> Option<Self> {
        let after = source.get(bracket + length..end)?;
        let paren_at = after.len() - after.trim_start().len();
        let paren = after.trim_start().chars().next()?;
        if !matches!(paren, '(' | '（') {
            return None;
        }
        let start = bracket + length + paren_at + paren.len_utf8();
        let end = source.floor_char_boundary(end.min(start + LONGEST_ADDRESS));
        let inside = source.get(start..end)?;
        let (close, closing) = closing(inside, paren)?;
        let inside = inside.get(..close)?;
        if inside.trim_start().starts_with('<') {
            return None;
        }
        let written = without_title(inside);
        let address = start + inside.len() - inside.trim_start().len();
        Some(Self {
            opening: bracket..start,
            address: address..address + written.len(),
            written,
            closing: start + close..start + close + closing.len_utf8(),
        })
    }
}

/// Returns the bracket that closes an address, and its position. A full-width one closes the
/// address at any nesting depth.
fn closing(text: &str, opening: char) -> Option<(usize, char)> {
    let mut depth = 0_usize;
    let mut wide = None;
    for (place, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            '（' if opening == '（' => depth += 1,
            ')' if depth == 0 => return Some((place, c)),
            '）' if depth == 0 && opening == '（' => return Some((place, c)),
            ')' => depth -= 1,
            '）' if opening == '（' => depth -= 1,
            '）' if wide.is_none() => wide = Some((place, c)),
            _ => {}
        }
    }
    wide
}

/// Returns the address without a title in quotes.
fn without_title(inside: &str) -> &str {
    let inside = inside.trim();
    let title = inside.strip_suffix('"').and_then(|rest| rest.rfind('"'));
    match title.and_then(|quote| inside.get(..quote)) {
        Some(address) if address.ends_with(char::is_whitespace) => address.trim_end(),
        _ => inside,
    }
}

fn has_scheme(address: &str) -> bool {
    address
        .split_once([':', '：'])
        .is_some_and(|(scheme, rest)| is_scheme(scheme) && !rest.is_empty())
}

fn is_scheme(text: &str) -> bool {
    ITEM_KINDS.contains(&text)
        || SCHEMES
            .iter()
            .any(|scheme| text.eq_ignore_ascii_case(scheme))
}
