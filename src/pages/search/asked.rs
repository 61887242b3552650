//! What the address of the search asks for.

use leptos_router::params::ParamsMap;

/// The parameters of the address, in the order of the fields.
const PARAMETERS: [&str; 5] = ["q", "type", "section", "year", "sort"];
/// The value of the last one that sorts by date.
pub(super) const BY_DATE: &str = "date";

/// The words that are searched for, and what the hits are narrowed to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Asked(pub(super) [String; 5]);

impl Asked {
    pub(super) fn read(query: &ParamsMap) -> Self {
        Self(PARAMETERS.map(|name| query.get(name).unwrap_or_default()))
    }

    /// The part of the address after the path; nothing for what is left open.
    pub(super) fn query(&self) -> String {
        let mut query = ParamsMap::new();
        for (name, value) in PARAMETERS.into_iter().zip(&self.0) {
            if !value.is_empty() {
                query.insert(name, value.clone());
            }
        }
        query.to_query_string()
    }

    /// The same with another value in one place. Other words are searched for everywhere.
    pub(super) fn with(&self, place: usize, value: String) -> Self {
        let mut asked = if place == 0 {
            Self::default()
        } else {
            self.clone()
        };
        if let Some(own) = asked.0.get_mut(place) {
            *own = value;
        }
        asked
    }

    pub(super) fn words(&self) -> &str {
        &self.0[0]
    }
}
