//! Questions of the search client.

use crate::route::SearchQuery;
use web_sys::UrlSearchParams;

/// A question.
#[derive(Debug)]
pub(crate) struct Question {
    /// Number that the answer repeats.
    pub(crate) number: u32,
    /// Place on the page that asks.
    pub(crate) place: String,
    /// Maximum number of hits.
    pub(crate) many: usize,
    /// `true` if kept files are dropped and the browser's cache is bypassed, because they were
    /// damaged.
    pub(crate) afresh: bool,
    /// Search query of the address.
    pub(crate) asked: SearchQuery,
    /// Parts of texts whose excerpts are requested; empty for a search.
    pub(crate) parts: Vec<String>,
}

impl Question {
    /// Parses a question, which has the form of a query string.
    pub(crate) fn read(query: &str) -> Option<Self> {
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
            asked: SearchQuery::read(|name| parameters.get(name)),
            parts: parts.iter().filter_map(|part| part.as_string()).collect(),
        })
    }
}
