//! Query of the search page.

/// Search words, filters and order of a search; values that are not set are empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchQuery([String; SearchQuery::PARAMETERS.len()]);

impl SearchQuery {
    /// Parameters of the address, in the order of the indices below.
    pub const PARAMETERS: [&str; 5] = ["q", "type", "section", "year", "sort"];
    /// Index of the words.
    pub const WORDS: usize = 0;
    /// Index of the type.
    pub const TYPE: usize = 1;
    /// Index of the section.
    pub const SECTION: usize = 2;
    /// Index of the year.
    pub const YEAR: usize = 3;
    /// Index of the order.
    pub const ORDER: usize = 4;
    /// Value for the order by date; the default is by relevance.
    pub const BY_DATE: &str = "date";

    /// Reads the parameters of an address.
    pub fn read(parameter: impl Fn(&'static str) -> Option<String>) -> Self {
        Self(Self::PARAMETERS.map(|name| parameter(name).unwrap_or_default()))
    }

    /// Returns the value of the parameter at an index.
    #[must_use]
    pub fn get(&self, place: usize) -> &str {
        self.0.get(place).map_or("", String::as_str)
    }

    /// Returns the search words.
    #[must_use]
    pub fn words(&self) -> &str {
        self.get(Self::WORDS)
    }

    /// Returns `true` if a type, a section or a year is set.
    #[must_use]
    pub fn is_narrowed(&self) -> bool {
        [Self::TYPE, Self::SECTION, Self::YEAR]
            .into_iter()
            .any(|place| !self.get(place).is_empty())
    }

    /// Returns the query with another value at one index.
    #[must_use]
    pub fn with(&self, place: usize, value: String) -> Self {
        let mut asked = self.clone();
        if let Some(own) = asked.0.get_mut(place) {
            *own = value;
        }
        asked
    }

    /// Returns the query string, including the `?`.
    #[must_use]
    pub fn query(&self) -> String {
        let mut query = String::new();
        for (name, value) in Self::PARAMETERS.into_iter().zip(&self.0) {
            if !value.is_empty() {
                query.push(if query.is_empty() { '?' } else { '&' });
                query.push_str(name);
                query.push('=');
                super::percent::push_encoded(&mut query, value);
            }
        }
        query
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_it_was_written() {
        let asked = SearchQuery::default()
            .with(SearchQuery::YEAR, "2025".to_owned())
            .with(SearchQuery::WORDS, "聚酯 &<".to_owned());
        assert_eq!(asked.query(), "?q=%E8%81%9A%E9%85%AF%20%26%3C&year=2025");
        let read = SearchQuery::read(|name| match name {
            "q" => Some("聚酯 &<".to_owned()),
            "year" => Some("2025".to_owned()),
            _ => None,
        });
        assert_eq!(read, asked);
        assert_eq!(SearchQuery::default().query(), "");
    }
}
