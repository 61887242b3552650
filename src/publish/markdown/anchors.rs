//! Ids of headings: readable if possible, always ASCII and unique.

use crate::ids;
use std::collections::{BTreeMap, BTreeSet};

/// Maximum length of a slug in bytes. A longer one is cut between words.
const LONGEST_SLUG: usize = 60;

/// All ids of a text; assigns an id to each heading.
#[derive(Debug)]
pub(super) struct AnchorIds {
    taken: BTreeSet<String>,
    /// Number of times each id was requested, so that the next free one is found without a
    /// search.
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

    /// Returns the id of the next heading: its ASCII words (`pet-recycling`) or, if it has none,
    /// its number among the headings (`h-3`).
    ///
    /// An id depends on the heading's own words first, so that rewording or adding other headings
    /// leaves most links intact.
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

    /// Adds an id that belongs to no heading.
    pub(super) fn add(&mut self, id: String) {
        self.taken.insert(id);
    }

    pub(super) fn contains(&self, id: &str) -> bool {
        self.taken.contains(id)
    }
}

/// Returns the ASCII words of a text joined by hyphens, or `None` if the text has no ASCII
/// letter.
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
    // An initial digit would need escaping in a CSS selector. The prefixes `fn-`, `fnref-` and
    // `h-` are reserved for footnotes and numbered headings, and so are those of ids that are
    // numbered elsewhere.
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
