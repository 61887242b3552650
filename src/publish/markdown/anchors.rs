//! Ids of headings: readable where they can be, ASCII and unique always.

use crate::ids;
use std::collections::{BTreeMap, BTreeSet};

/// Longest slug in bytes; a longer one is cut between words.
const LONGEST_SLUG: usize = 60;

/// All ids of a text; gives each heading its own.
#[derive(Debug)]
pub(super) struct AnchorIds {
    taken: BTreeSet<String>,
    /// How often each id was wanted, so that the next free one is found at once.
    wanted: BTreeMap<String, usize>,
    headings: usize,
}

impl AnchorIds {
    pub(super) fn new(reserved: &[&str]) -> Self {
        Self {
            taken: reserved.iter().map(|&id| id.to_owned()).collect(),
            wanted: BTreeMap::new(),
            headings: 0,
        }
    }

    /// The id of the next heading: its ASCII words (`pet-recycling`) or, where
    /// it has none, its number among the headings (`h-3`).
    ///
    /// An id follows from the heading's own words first, so that rewording or
    /// adding other headings leaves most links intact.
    pub(super) fn next_heading(&mut self, text: &str) -> String {
        self.headings += 1;
        let wanted = slug(text).unwrap_or_else(|| format!("h-{}", self.headings));
        let copy = self.wanted.entry(wanted.clone()).or_default();
        loop {
            *copy += 1;
            let id = match *copy {
                1 => wanted.clone(),
                copy => format!("{wanted}-{copy}"),
            };
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }

    /// Adds the id of something else than a heading.
    pub(super) fn add(&mut self, id: String) {
        self.taken.insert(id);
    }

    pub(super) fn contains(&self, id: &str) -> bool {
        self.taken.contains(id)
    }
}

/// The ASCII words of a text, joined by hyphens; `None` without a letter.
fn slug(text: &str) -> Option<String> {
    let mut slug = String::new();
    let words = text
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    for word in words {
        if slug.len() + word.len() >= LONGEST_SLUG {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word.to_ascii_lowercase());
    }
    if !slug.contains(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    // A digit in front would need escaping in a CSS selector, and the
    // beginnings `fn-`, `fnref-` and `h-` belong to footnotes and to numbers. So do those
    // of ids that are numbered elsewhere.
    let needs_prefix = slug.starts_with(|c: char| c.is_ascii_digit())
        || ["fn-", "fnref-", "h-"]
            .iter()
            .chain(&ids::NUMBERED)
            .any(|own| slug.starts_with(own));
    Some(if needs_prefix {
        format!("h-{slug}")
    } else {
        slug
    })
}
