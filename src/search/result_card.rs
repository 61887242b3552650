//! Cards: what the list of results shows of each document.
//!
//! The cards of neighbouring documents share a file of about a kilobyte, so that the list
//! costs a request for each of its results at most, and fewer where the results are near
//! each other in time. The file is text: the number of the first document, then one card a
//! line, its fields parted by tabs.

use super::paths::push_number;

/// Documents whose cards share a file.
pub(super) const CARDS: u32 = 16;

/// The fields of a document's card, from the file that it is in, unless it is another file.
#[must_use]
pub fn card(document: u32, file: &str) -> Option<Vec<&str>> {
    let first = document - document % CARDS;
    let mut number = String::new();
    push_number(&mut number, first);
    let mut lines = file.split('\n');
    if lines.next()? != number {
        return None;
    }
    let line = lines.nth((document - first) as usize)?;
    Some(line.split('\t').collect())
}

/// The file of the cards of some documents, of which the first has this number.
#[cfg(feature = "ssr")]
pub(super) fn write_cards(documents: &[super::Document<'_>], first: u32) -> String {
    let mut text = String::new();
    push_number(&mut text, first);
    for document in documents {
        let fields: Vec<String> = document.card.iter().map(|field| one_line(field)).collect();
        text.push('\n');
        text.push_str(&fields.join("\t"));
    }
    text
}

/// A text whose white space is single blanks.
#[cfg(feature = "ssr")]
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
