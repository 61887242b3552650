//! Questions of the search client.

use crate::route::Asked;
use web_sys::UrlSearchParams;

/// A question.
#[derive(Debug)]
pub(super) struct Question {
    /// Number that the answer repeats.
    pub(super) number: u32,
    /// Place on the page that asks.
    pub(super) place: String,
    /// Maximum number of hits.
    pub(super) many: usize,
    /// `true` if kept files are dropped and the browser's cache is bypassed, because they were
    /// damaged.
    pub(super) afresh: bool,
    /// Search query of the address.
    pub(super) asked: Asked,
    /// Parts of texts whose excerpts are requested; empty for a search.
    pub(super) parts: Vec<String>,
}

impl Question {
    /// Parses a question, which has the form of a query string.
    pub(super) fn read(query: &str) -> Option<Self> {
        let parameters = UrlSearchParams::new_with_str(query).ok()?;
        let parts = parameters.get_all("part");
        Some(Self {
            number: parameters.get("number")?.parse().ok()?,
            place: parameters.get("place")?,
            many: parameters
                .get("many")
                .and_then(|many| many.parse().ok())
                .unwrap_or(0),
            afresh: parameters.has("afresh"),
            asked: Asked::read(|name| parameters.get(name)),
            parts: parts.iter().filter_map(|part| part.as_string()).collect(),
        })
    }
}
