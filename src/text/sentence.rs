//! Sentences with variable parts, as data.
//!
//! A pattern contains `{0}`, `{1}` and so on in place of values, in the order that the
//! language requires. A single function fills all patterns; a closure for each sentence and
//! language would be code that every visitor loads.

/// A sentence with placeholders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence(pub &'static str);

impl Sentence {
    /// Returns the sentence with its values.
    #[must_use]
    pub fn with(self, values: &[&str]) -> String {
        let mut text = String::new();
        let mut parts = self.0.split('{');
        text.push_str(parts.next().unwrap_or_default());
        for part in parts {
            let (place, rest) = part.split_once('}').unwrap_or(("", part));
            let place: usize = place.parse().unwrap_or(usize::MAX);
            text.push_str(values.get(place).copied().unwrap_or_default());
            text.push_str(rest);
        }
        text
    }

    /// Returns the sentence with its only value, a number.
    #[must_use]
    pub fn number(self, number: u32) -> String {
        self.with(&[&number.to_string()])
    }
}

/// A sentence about a number of things, with a separate form for one.
///
/// That is enough for English, and Chinese needs only one form; further forms of another
/// language would be added here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// Form for one.
    pub one: Sentence,
    /// Form for every other number.
    pub other: Sentence,
}

impl Counted {
    /// Creates a sentence with two forms.
    #[cfg(not(feature = "hydrate"))]
    #[must_use]
    pub const fn new(one: &'static str, other: &'static str) -> Self {
        Self {
            one: Sentence(one),
            other: Sentence(other),
        }
    }

    /// Creates a sentence with one form for every number.
    #[cfg(not(feature = "hydrate"))]
    #[must_use]
    pub const fn always(form: &'static str) -> Self {
        Self::new(form, form)
    }

    /// Returns the sentence for a number of things.
    #[must_use]
    pub fn of(self, count: u32) -> String {
        let form = if count == 1 { self.one } else { self.other };
        form.number(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_go_where_the_language_wants_them() {
        for (pattern, expected) in [
            ("{0} of {1}", "甲 of 乙"),
            ("{1}中的{0}", "乙中的甲"),
            ("none", "none"),
            ("{0}{0}", "甲甲"),
            ("{7}!", "!"),
        ] {
            assert_eq!(Sentence(pattern).with(&["甲", "乙"]), expected);
        }
    }

    #[test]
    #[cfg(not(feature = "hydrate"))]
    fn one_has_a_form_of_its_own() {
        let pages = Counted::new("1 page", "{0} pages");
        let said = [0, 1, 2].map(|count| pages.of(count));
        assert_eq!(said, ["0 pages", "1 page", "2 pages"]);
    }
}
