//! Sequence of the numbers of bulletins.

use std::collections::BTreeMap;

use crate::route::{IssueId, IssueSeries};

/// Maximum number of numbers in a double issue: those of a year of a monthly.
pub(crate) const MOST_OF_AN_ISSUE: u32 = 12;

/// Returns the id that a file name with leading zeros or another separator probably means.
pub(crate) fn mended_issue(name: &str) -> Option<IssueId> {
    let lower = name.trim().to_ascii_lowercase();
    let parts: Vec<&str> = lower
        .split(['-', '_', '.', ' '])
        .map(|part| part.trim_start_matches('0'))
        .collect();
    IssueId::parse(&parts.join("-"))
}

/// Returns the first and last of the numbers that are missing before each issue in its series.
///
/// `issues` are sorted, each with its last number if it has several. No number is missing
/// before the first issue of all; each later year of a series that restarts begins with 1.
/// Supplements are not counted.
pub fn missing_numbers(
    issues: impl IntoIterator<Item = (IssueId, Option<u32>)>,
) -> BTreeMap<IssueId, (u32, u32)> {
    let mut missing = BTreeMap::new();
    let mut latest: Option<(IssueSeries, u32)> = None;
    for (id, last) in issues {
        if id.is_supplement() {
            continue;
        }
        let series = id.series();
        let reached = match (latest, series) {
            (Some((known, reached)), _) if known == series => Some(reached),
            (Some((IssueSeries::Year(_), _)), IssueSeries::Year(_)) => Some(0),
            _ => None,
        };
        if let Some(reached) = reached
            && id.number() - 1 > reached
        {
            missing.insert(id, (reached + 1, id.number() - 1));
        }
        let last = last.unwrap_or(id.number()).max(id.number());
        latest = Some((series, reached.map_or(last, |reached| reached.max(last))));
    }
    missing
}

/// Returns the last number of a double issue in its title: `第143—144期`, `Nos. 143–144`.
pub(crate) fn last_in_title(title: &str, number: u32) -> Option<u32> {
    let number = number.to_string();
    title.match_indices(&number).find_map(|(place, _)| {
        let (before, rest) = title.split_at_checked(place)?;
        let rest = rest.strip_prefix(number.as_str())?;
        if before.ends_with(|sign: char| sign.is_ascii_digit()) {
            return None;
        }
        let rest = rest.trim_start();
        let rest = rest.strip_prefix('期').unwrap_or(rest);
        let after = rest.trim_start_matches(|sign: char| is_dash(sign) || sign.is_whitespace());
        let dash = rest.strip_suffix(after)?.trim();
        if dash.is_empty() || dash.chars().count() > 2 {
            return None;
        }
        let after = after.strip_prefix('第').unwrap_or(after).trim_start();
        let end = after
            .find(|sign: char| !sign.is_ascii_digit())
            .unwrap_or(after.len());
        let (last, after) = after.split_at_checked(end)?;
        let is_called_issue = after.trim_start().starts_with('期')
            || before.trim_end().ends_with("No.")
            || before.trim_end().ends_with("Nos.");
        last.parse().ok().filter(|_| is_called_issue)
    })
}

/// Returns `true` if a double issue that begins with one number can end with another.
pub(crate) fn is_last_of(number: u32, last: u32) -> bool {
    number < last && last - number < MOST_OF_AN_ISSUE
}

fn is_dash(sign: char) -> bool {
    "-–—―‑－−~～〜至/／、,，&和".contains(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_may_say_that_an_issue_is_double() {
        for (title, number, expected) in [
            ("示例联盟简报（第143—144期合刊）", 143, Some(144)),
            ("第 143-144 期", 143, Some(144)),
            ("第143、144期", 143, Some(144)),
            ("第143期—第144期", 143, Some(144)),
            ("第143至第144期", 143, Some(144)),
            ("第143——145期", 143, Some(145)),
            ("2024年第3/4期", 3, Some(4)),
            ("Bulletin Nos. 143–144", 143, Some(144)),
            ("第143期", 143, None),
            ("第1143—144期", 143, None),
            ("10—12月要闻（第10期）", 10, None),
            ("2010—2023年度合集（第140期）", 140, None),
            ("第143—99999999999期", 143, None),
            ("", 1, None),
        ] {
            assert_eq!(last_in_title(title, number), expected, "{title}");
        }
    }

    #[test]
    fn numbers_are_missing_within_their_series() {
        for (issues, expected) in [
            (&[("1", None), ("3", None)][..], &[("3", 2, 2)][..]),
            (&[("142", None), ("143", Some(144)), ("145", None)], &[]),
            (
                &[("142", None), ("143", Some(144)), ("147", None)],
                &[("147", 145, 146)],
            ),
            (
                &[
                    ("5", None),
                    ("2023-4", None),
                    ("2023-6", None),
                    ("2024-2", None),
                ],
                &[("2023-6", 5, 5), ("2024-2", 1, 1)],
            ),
            (
                &[("2023-11", Some(12)), ("2024-1", None), ("2024-s1", None)],
                &[],
            ),
            (
                &[("1", None), ("2", None), ("1-s1", None), ("1-s3", None)],
                &[],
            ),
            (&[("4294967295", None)], &[]),
        ] {
            let id = |text: &str| IssueId::parse(text).expect("an id");
            let issues = issues.iter().map(|(text, last)| (id(text), *last));
            let found: Vec<_> = missing_numbers(issues).into_iter().collect();
            let expected: Vec<_> = expected
                .iter()
                .map(|(text, first, last)| (id(text), (*first, *last)))
                .collect();
            assert_eq!(found, expected);
        }
    }
}
