//! By what it is known that something would come out the same.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// All that a result depends on, in short: the same key, the same result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Key(String);

impl Key {
    /// The key of what depends on these parts.
    #[must_use]
    pub(super) fn of<T: AsRef<[u8]>>(parts: impl IntoIterator<Item = T>) -> Self {
        let mut hash = Sha256::new();
        for part in parts {
            let part = part.as_ref();
            // With its length, so that where one ends and the next begins counts too.
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
        Self(STANDARD_NO_PAD.encode(hash.finalize()))
    }

    /// The key as a text.
    #[must_use]
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_counts_and_so_does_where_it_ends() {
        let keys = [
            Key::of(["ab", "c"]),
            Key::of(["a", "bc"]),
            Key::of(["abc"]),
            Key::of(["ab", "c", ""]),
        ];
        for (place, key) in keys.iter().enumerate() {
            assert!(!keys[place + 1..].contains(key), "{keys:?}");
        }
        assert_eq!(Key::of(["ab", "c"]), keys[0]);
    }
}
