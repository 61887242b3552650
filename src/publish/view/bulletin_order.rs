//! Order of the bulletins of all series.

use crate::content::items::bulletin::Bulletin;
use crate::route::{IssueId, IssueSeries};
use crate::wire::IssueNumber;
use std::collections::BTreeMap;

/// Returns the year under which the archive files a bulletin, if it is known: that of its number,
/// if numbers begin anew each year, else that of its date.
pub(crate) fn year(id: IssueId, bulletin: &Bulletin) -> Option<i32> {
    let named = id.year().map(i32::from);
    let published = bulletin.published.map(|published| published.date().year());
    let written = bulletin.year.map(i32::from);
    named.or(published).or(written)
}

/// Returns the number or numbers of a bulletin.
pub(crate) fn number_of(id: IssueId, bulletin: &Bulletin) -> IssueNumber {
    IssueNumber {
        id,
        last: bulletin.last_number(),
    }
}

/// Returns the bulletins of all series in chronological order, from the oldest.
///
/// A series is in the order of its numbers, and an issue of unknown date has the position of the
/// one before it. A supplement is placed by its date, but not before the issue that it belongs
/// to; a supplement of a year without a date is placed at the end of that year.
pub(crate) fn bulletins_in_order(
    bulletins: &BTreeMap<IssueId, Bulletin>,
) -> Vec<(IssueId, &Bulletin)> {
    let mut times: BTreeMap<IssueId, String> = BTreeMap::new();
    // Latest times so far of the running series and of the series of the years.
    let [mut of_all, mut of_years] = [String::new(), String::new()];
    for (id, bulletin) in bulletins {
        let written = bulletin
            .published
            .map(|published| published.date().to_string());
        let year = || year(*id, bulletin).map(|year| year.to_string());
        let written = written.or_else(year).unwrap_or_default();
        let time = match id.series() {
            IssueSeries::Running => latest(&mut of_all, written),
            IssueSeries::Year(_) => latest(&mut of_years, written),
            IssueSeries::SupplementTo(issue) => {
                let issues = ..=IssueId::running(issue);
                let issue = times.range(issues).next_back().map(|(_, time)| time);
                issue.cloned().unwrap_or_default().max(written)
            }
            IssueSeries::SupplementOf(year) if bulletin.published.is_none() => format!("{year}~"),
            IssueSeries::SupplementOf(_) => written,
        };
        times.insert(*id, time);
    }
    let mut order: Vec<_> = bulletins
        .iter()
        .map(|(id, bulletin)| (*id, bulletin))
        .collect();
    order.sort_by_cached_key(|(id, _)| {
        let number = id.number();
        let beside = match id.series() {
            IssueSeries::Running => (0, number, 0),
            IssueSeries::SupplementTo(issue) => (0, issue, number),
            IssueSeries::Year(year) => (year, number, 0),
            IssueSeries::SupplementOf(year) => (year, u32::MAX, number),
        };
        (times.get(id).cloned(), beside)
    });
    order
}

/// Raises a time to a later one, and returns it.
fn latest(time: &mut String, other: String) -> String {
    if *time < other {
        *time = other;
    }
    time.clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bulletins_of_all_series_stand_in_the_order_of_time() {
        let bulletins: BTreeMap<IssueId, Bulletin> = [
            ("2024-1", r#""published": "2024-01-31""#),
            ("2023-12", r#""published": "2024-01-10""#),
            ("2023-2", ""),
            ("2023-10", r#""year": 2023"#),
            ("9", ""),
            ("10", r#""published": "2022-10-31""#),
            ("11", ""),
            ("9-s1", r#""published": "2022-11-30""#),
            ("10-s2", ""),
            ("11-s1", r#""published": "2022-01-01""#),
            ("2023-s1", ""),
            ("2024-s1", r#""published": "2024-01-20""#),
        ]
        .into_iter()
        .map(|(id, fields)| {
            let id = IssueId::parse(id).expect("an id");
            let comma = if fields.is_empty() { "" } else { ", " };
            let json = format!(r#"{{"number": {}{comma}{fields}}}"#, id.number());
            (id, serde_json::from_str(&json).expect("a bulletin"))
        })
        .collect();
        let order = bulletins_in_order(&bulletins);
        let order: Vec<_> = order.iter().map(|(id, _)| id.to_string()).collect();
        let expected = [
            "9", "10", "10-s2", "11", "11-s1", "9-s1", "2023-2", "2023-10", "2023-s1", "2023-12",
            "2024-s1", "2024-1",
        ];
        assert_eq!(order, expected);
    }
}
