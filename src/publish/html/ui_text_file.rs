//! The interface's words, in a file that the app fetches beside its code.
//!
//! The app carries no language. It gets the one of the site in a file of its own, and not
//! inside each page, for a page would grow by it with every visit, while a file whose name
//! changes with its content is kept by the browser for good.

use super::shell::FOLDER;
use crate::text::Text;
use sha2::{Digest, Sha256};

/// Hexadecimal digits of the hash in the file's name, as many as Trunk gives its own.
const DIGITS: usize = 16;

/// The file with the words.
#[derive(Debug)]
pub(crate) struct UiTextFile {
    /// Its path in the portal; a part of it is the hash of what it holds.
    pub path: String,
    /// What it holds: a list of phrases, as JSON.
    pub json: String,
}

impl UiTextFile {
    /// The file with the words of a language.
    ///
    /// # Errors
    /// When a list of strings cannot be written as JSON, which cannot happen.
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
