//! What the app asks.

use crate::route::Asked;
use web_sys::UrlSearchParams;

/// A question.
#[derive(Debug)]
pub(super) struct Question {
    /// The number that its answer bears.
    pub(super) number: u32,
    /// From where on the page it comes.
    pub(super) place: String,
    /// How many hits are shown.
    pub(super) many: usize,
    /// Whether what is kept is passed by, for it was no good.
    pub(super) afresh: bool,
    /// What the search's address asks for.
    pub(super) asked: Asked,
    /// The parts of texts of which excerpts are wanted, if it is these that are asked for.
    pub(super) parts: Vec<String>,
}

impl Question {
    /// Reads a question in the form of an address's query.
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
