//! Ids of bulletins, which consist of a series and a number.

use super::parse_number;
use std::fmt;

/// Series in which bulletins are numbered from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum IssueSeries {
    /// All issues since the first one: `143`.
    Running,
    /// Issues of one year, where numbers start again at 1 each year: `2024-3`.
    Year(u16),
    /// Supplements to an issue of the running series: `143-s1`.
    SupplementTo(u32),
    /// Supplements of a year: `2024-s1`.
    SupplementOf(u16),
}

/// Id of a bulletin: the name of its file, and the last segment of its address.
///
/// Ids are ordered by series, and by number within a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct IssueId {
    series: IssueSeries,
    number: u32,
}

impl IssueId {
    /// Creates the id of the issue with this number in a series.
    #[must_use]
    pub const fn new(series: IssueSeries, number: u32) -> Self {
        Self { series, number }
    }

    /// Creates the id of the issue with this number in the running series.
    #[must_use]
    pub const fn running(number: u32) -> Self {
        Self::new(IssueSeries::Running, number)
    }

    /// Parses an id. Numbers have no leading zeros, so that each id has one spelling.
    ///
    /// The first number of `2024-3` and `2024-s1` is a year if it has four digits and is in
    /// the 20th to 22nd century; no running series has reached such numbers.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let Some((first, second)) = text.split_once('-') else {
            return parse_number(text).map(Self::running);
        };
        let first = parse_number(first)?;
        let year = u16::try_from(first)
            .ok()
            .filter(|year| (1900..2200).contains(year));
        let (series, number) = match (second.strip_prefix('s'), year) {
            (Some(number), Some(year)) => (IssueSeries::SupplementOf(year), number),
            (Some(number), None) => (IssueSeries::SupplementTo(first), number),
            (None, Some(year)) => (IssueSeries::Year(year), second),
            (None, None) => return None,
        };
        parse_number(number).map(|number| Self::new(series, number))
    }

    /// Returns the series.
    #[must_use]
    pub const fn series(self) -> IssueSeries {
        self.series
    }

    /// Returns the number within the series.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.number
    }

    /// Returns the id with another number in the same series.
    #[must_use]
    pub const fn with_number(self, number: u32) -> Self {
        Self::new(self.series, number)
    }

    /// Returns the year that the id contains.
    #[must_use]
    pub const fn year(self) -> Option<u16> {
        match self.series {
            IssueSeries::Year(year) | IssueSeries::SupplementOf(year) => Some(year),
            IssueSeries::Running | IssueSeries::SupplementTo(_) => None,
        }
    }

    /// Returns `true` if it is a supplement, which is not part of the numbering of the issues.
    #[must_use]
    pub const fn is_supplement(self) -> bool {
        matches!(
            self.series,
            IssueSeries::SupplementTo(_) | IssueSeries::SupplementOf(_)
        )
    }
}

impl fmt::Display for IssueId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.number;
        match self.series {
            IssueSeries::Running => write!(f, "{number}"),
            IssueSeries::Year(year) => write!(f, "{year}-{number}"),
            IssueSeries::SupplementTo(issue) => write!(f, "{issue}-s{number}"),
            IssueSeries::SupplementOf(year) => write!(f, "{year}-s{number}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_has_one_spelling() {
        for (text, series, number) in [
            ("143", IssueSeries::Running, 143),
            ("2024", IssueSeries::Running, 2024),
            ("202403", IssueSeries::Running, 202_403),
            ("2024-3", IssueSeries::Year(2024), 3),
            ("143-s1", IssueSeries::SupplementTo(143), 1),
            ("2024-s2", IssueSeries::SupplementOf(2024), 2),
        ] {
            let id = IssueId::parse(text);
            assert_eq!(id, Some(IssueId::new(series, number)), "{text}");
            assert_eq!(id.map(|id| id.to_string()).as_deref(), Some(text));
        }
        for text in [
            "",
            "0",
            "0143",
            "+1",
            "143-144",
            "2024-03",
            "2024-0",
            "2024-",
            "-3",
            "2024-s",
            "2024-s0",
            "2024-S1",
            "2024-3-4",
            "s1",
            "4294967296",
        ] {
            assert_eq!(IssueId::parse(text), None, "{text}");
        }
    }

    #[test]
    fn issues_of_a_series_are_ordered_by_number() {
        let ids = ["9", "10", "2023-12", "2024-1", "2024-10"].map(IssueId::parse);
        assert!(ids.is_sorted());
    }
}
