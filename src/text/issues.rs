//! Names of bulletins by their numbers.

use super::Text;
use crate::route::IssueSeries;
use crate::wire::{Contact, IssueNumber};

impl Text {
    /// Returns the ways of contact for requesting an issue that is not on the site.
    #[must_use]
    pub fn ways_to_ask(&self, contact: &Contact) -> Option<String> {
        let phones = contact.phones.iter();
        let phones = phones.map(|phone| (self.phone, &phone.number));
        let mails = contact.email.iter().map(|mail| (self.email, mail));
        let ways: Vec<String> = phones
            .chain(mails)
            .map(|(name, value)| self.fact_in_line.with(&[name, value]))
            .collect();
        self.list(&ways)
    }

    /// Returns the name of an issue: `第 143 期`, `2024年第3—4期`, `第143期增刊1`.
    #[must_use]
    pub fn issue(&self, number: IssueNumber) -> String {
        let numbers = self.numbers_of_issue(number);
        let (form, of) = match number.id.series() {
            IssueSeries::Running => return self.bulletin_number.with(&[&numbers]),
            IssueSeries::Year(year) => (self.bulletin_of_year, u32::from(year)),
            IssueSeries::SupplementTo(issue) => (self.supplement_to, issue),
            IssueSeries::SupplementOf(year) => (self.supplement_of, u32::from(year)),
        };
        form.with(&[&of.to_string(), &numbers])
    }

    /// Returns the number of an issue in the short form for a cover without a picture.
    #[must_use]
    pub fn issue_on_cover(&self, number: IssueNumber) -> String {
        let numbers = self.numbers_of_issue(number);
        match number.id.series() {
            IssueSeries::Running => numbers,
            IssueSeries::Year(year) => format!("{year}-{numbers}"),
            IssueSeries::SupplementTo(_) | IssueSeries::SupplementOf(_) => {
                [self.bulletin_supplement, " ", &numbers].concat()
            }
        }
    }

    /// Returns the default title of an issue, given the short name of the site.
    #[cfg(feature = "ssr")]
    #[must_use]
    pub fn title_of_issue(&self, name: &str, number: IssueNumber) -> String {
        match number.id.series() {
            IssueSeries::Running => {
                let numbers = self.numbers_of_issue(number);
                self.title_of_bulletin.with(&[name, &numbers])
            }
            _ => self.title_of_issue.with(&[name, &self.issue(number)]),
        }
    }

    fn numbers_of_issue(&self, number: IssueNumber) -> String {
        let first = number.id.number().to_string();
        match number.last {
            Some(last) => [&first, self.range_dash.trim(), &last.to_string()].concat(),
            None => first,
        }
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use crate::route::IssueId;
    use crate::text::{CHINESE, ENGLISH};
    use crate::wire::IssueNumber;

    #[test]
    fn issues_are_called_by_their_numbers() {
        for (id, last, chinese, english, title) in [
            ("143", None, "第 143 期", "No. 143", "示例简报（第143期）"),
            (
                "143",
                Some(144),
                "第 143—144 期",
                "No. 143–144",
                "示例简报（第143—144期）",
            ),
            (
                "2024-3",
                None,
                "2024年第3期",
                "No. 3, 2024",
                "示例简报（2024年第3期）",
            ),
            (
                "2024-3",
                Some(4),
                "2024年第3—4期",
                "No. 3–4, 2024",
                "示例简报（2024年第3—4期）",
            ),
            (
                "143-s1",
                None,
                "第143期增刊1",
                "Supplement 1 to No. 143",
                "示例简报（第143期增刊1）",
            ),
            (
                "2024-s2",
                None,
                "2024年增刊2",
                "Supplement 2, 2024",
                "示例简报（2024年增刊2）",
            ),
        ] {
            let id = IssueId::parse(id).expect("an id");
            let number = IssueNumber { id, last };
            assert_eq!(CHINESE.issue(number), chinese);
            assert_eq!(ENGLISH.issue(number), english);
            assert_eq!(CHINESE.title_of_issue("示例", number), title);
        }
    }
}
