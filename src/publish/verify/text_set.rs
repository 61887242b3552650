//! Many short texts.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What stands between two texts; no HTML has it.
const SEPARATOR: char = '\0';

/// Texts in order, each once. They are in one string, for there are some for each page, and
/// a set of strings takes several times the room of what is written in them.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct TextSet(Box<str>);

impl TextSet {
    /// The texts in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        // Each text has a separator after it, so that there may be an empty one.
        self.0.split_terminator(SEPARATOR)
    }

    /// Whether a text is among them.
    pub(super) fn contains(&self, text: &str) -> bool {
        self.iter().any(|other| other == text)
    }
}

impl From<BTreeSet<String>> for TextSet {
    fn from(texts: BTreeSet<String>) -> Self {
        let mut joined = String::new();
        for text in texts {
            joined.push_str(&text);
            joined.push(SEPARATOR);
        }
        Self(joined.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_in_comes_out() {
        for texts in [&[][..], &[""], &["", "a", "甲 b"]] {
            let set: BTreeSet<String> = texts.iter().map(|text| (*text).to_owned()).collect();
            let set = TextSet::from(set);
            assert_eq!(set.iter().collect::<Vec<_>>(), texts);
            assert!(texts.iter().all(|text| set.contains(text)));
            assert!(!set.contains("b"));
        }
    }
}
