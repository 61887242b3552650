//! Periods of time of events.

use super::Text;
use crate::wire::Date;

/// A period in parts, so that the dates can be marked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// Text after the first date: its time, and the dash before another date or time.
    pub after_start: String,
    /// Last day, if it is not the first one.
    pub last: Option<Date>,
    /// Text after the last day.
    pub after_last: String,
}

impl Text {
    /// Returns the parts of a period. An end on the same day is given by its time only, and is
    /// left out when it adds nothing to the beginning.
    #[must_use]
    pub fn period(&self, start: &Date, end: Option<&Date>) -> Period {
        let mut after_start = after(start);
        let mut period = Period {
            after_start: String::new(),
            last: None,
            after_last: String::new(),
        };
        if let Some(end) = end {
            if end.day() != start.day() {
                after_start.push_str(self.range_dash);
                period.last = Some(end.clone());
                period.after_last = after(end);
            } else if let Some(time) = end.time()
                && start.time().is_some_and(|from| from != time)
            {
                after_start.push_str(self.range_dash);
                after_start.push_str(time);
            }
        }
        period.after_start = after_start;
        period
    }

    /// Returns a period as plain text.
    #[must_use]
    pub fn period_in_words(&self, start: &Date, end: Option<&Date>) -> String {
        let period = self.period(start, end);
        let mut words = self.date(start) + &period.after_start;
        if let Some(last) = period.last {
            words.push_str(&self.date(&last));
            words.push_str(&period.after_last);
        }
        words
    }
}

/// Returns the time of day of a date, after a space; empty when there is none.
fn after(date: &Date) -> String {
    date.time()
        .map_or_else(String::new, |time| [" ", time].concat())
}

#[cfg(all(test, not(feature = "hydrate")))]
mod tests {
    use crate::text::{CHINESE, ENGLISH};
    use crate::wire::Date;

    #[test]
    fn ends_and_times_are_told() {
        let at = |day: &str, time: &str| format!("2026-12-{day}T{time}:00+08:00");
        for (start, end, chinese, english) in [
            (
                at("10", "14:30"),
                at("10", "16:00"),
                "2026年12月10日 14:30—16:00",
                "10 December 2026 14:30 – 16:00",
            ),
            (
                at("10", "09:00"),
                at("12", "17:00"),
                "2026年12月10日 09:00—2026年12月12日 17:00",
                "10 December 2026 09:00 – 12 December 2026 17:00",
            ),
            (
                at("10", "14:30"),
                at("10", "14:30"),
                "2026年12月10日 14:30",
                "10 December 2026 14:30",
            ),
            (
                at("10", "14:30"),
                "2026-12-10".to_owned(),
                "2026年12月10日 14:30",
                "10 December 2026 14:30",
            ),
            (
                at("10", "14:30"),
                "2026-12-12".to_owned(),
                "2026年12月10日 14:30—2026年12月12日",
                "10 December 2026 14:30 – 12 December 2026",
            ),
            (
                "2026-12-10".to_owned(),
                "2026-12-12".to_owned(),
                "2026年12月10日—2026年12月12日",
                "10 December 2026 – 12 December 2026",
            ),
        ] {
            let (start, end) = (Date::new(start), Date::new(end));
            assert_eq!(CHINESE.period_in_words(&start, Some(&end)), chinese);
            assert_eq!(ENGLISH.period_in_words(&start, Some(&end)), english);
        }
        let day = Date::new("2026-12-10".to_owned());
        assert_eq!(CHINESE.period_in_words(&day, None), "2026年12月10日");
    }
}
