//! Cards: the data that the list of results shows of each document.
//!
//! The cards of neighbouring documents share a file of about a kilobyte, so that the list costs
//! one request for each result at most, and fewer for results that are close to each other in
//! time. The file is text: the number of the first document, then one card per line, its fields
//! separated by tabs.

use super::paths::push_number;

/// Number of documents whose cards share a file.
pub(super) const CARDS: u32 = 16;

/// Returns the fields of a document's card; `None` if it is not in the file.
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

/// Returns the file with the cards of some documents, of which the first has this number.
#[cfg(feature = "ssr")]
pub(super) fn write_cards(documents: &[super::Document], first: u32) -> String {
    let mut text = String::new();
    push_number(&mut text, first);
    for document in documents {
        let fields: Vec<String> = document.card.iter().map(|field| one_line(field)).collect();
        text.push('\n');
        text.push_str(&fields.join("\t"));
    }
    text
}

/// Returns a text with each run of white space replaced by one space.
#[cfg(feature = "ssr")]
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
