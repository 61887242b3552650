//! RenderedBodies of the interface, in a file that the app fetches in addition to its code.
//!
//! The app contains no language. The texts of the site's language are in a separate file and not
//! inside each page: every page would be larger by them, while a file whose name changes with its
//! content can be cached indefinitely.

use super::shell::FOLDER;
use crate::text::Text;
use sha2::{Digest, Sha256};

/// Number of hexadecimal digits of the hash in the file's name, the same as in Trunk's output.
const DIGITS: usize = 16;

/// The file with the texts.
#[derive(Debug)]
pub(crate) struct UiTextFile {
    /// Path in the portal, which contains the hash of the content.
    pub path: String,
    /// Content: a list of phrases, as JSON.
    pub json: String,
}

impl UiTextFile {
    /// Creates the file with the texts of a language.
    ///
    /// # Errors
    /// Returns an error if a list of strings cannot be serialised as JSON, which cannot happen.
    pub(crate) fn of(text: &Text) -> Result<Self, serde_json::Error> {
        let json = serde_json::to_string(&text.words())?;
        let mut hash: String = Sha256::digest(&json)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        hash.truncate(DIGITS);
        let path = format!("{FOLDER}/words-{hash}.json");
        Ok(Self { path, json })
    }
}
