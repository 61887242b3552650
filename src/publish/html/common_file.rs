//! What all pages have in common, in a file that the app fetches in addition to its code: the
//! data of the frame and the messages of the interface.
//!
//! The app contains no alliance and no language, and every page shows the frame already. Inside
//! each page both would be loaded again with each of them, while a file whose name changes with
//! its content can be cached indefinitely.

use super::shell::FOLDER;
use crate::text::Text;
use crate::wire::Site;
use sha2::{Digest, Sha256};

/// Number of hexadecimal digits of the hash in the file's name, the same as in Trunk's output.
const DIGITS: usize = 16;

/// The file with what all pages have in common.
#[derive(Debug)]
pub(crate) struct CommonFile {
    /// Path in the portal, which contains the hash of the content.
    pub path: String,
    /// Content as JSON: the site, and the list of phrases.
    pub json: String,
}

impl CommonFile {
    /// Creates the file of a site, with the texts in its language.
    ///
    /// # Errors
    /// Returns an error if the site cannot be serialised as JSON, which its type cannot cause.
    pub(crate) fn of(site: &Site, text: &Text) -> Result<Self, serde_json::Error> {
        let json = serde_json::to_string(&(site, text.words()))?;
        let mut hash: String = Sha256::digest(&json)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        hash.truncate(DIGITS);
        let path = format!("{FOLDER}/common-{hash}.json");
        Ok(Self { path, json })
    }
}
