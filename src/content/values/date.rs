//! Dates of content files. All of them are in Chinese time (Asia/Shanghai).

use std::fmt;
use std::str::FromStr;

use super::text_value::{Fault, Format, TextValue, is_digits, text_value_in_json};

/// Day of the calendar, written `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(time::Date);

impl Date {
    /// Returns the day with this year, month (1–12) and day (1–31); `None` if it does not
    /// exist.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Date> {
        let month = time::Month::try_from(month).ok()?;
        time::Date::from_calendar_date(year, month, day)
            .ok()
            .map(Date)
    }

    /// Returns the year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// Returns the month, 1–12.
    pub fn month(self) -> u8 {
        self.0.month().into()
    }

    /// Returns the day of the month, 1–31.
    pub fn day(self) -> u8 {
        self.0.day()
    }

    /// Returns the number of days from `earlier` to this day; negative if this day is earlier.
    pub fn days_since(self, earlier: Date) -> i64 {
        i64::from(self.0.to_julian_day()) - i64::from(earlier.0.to_julian_day())
    }

    /// Returns the next day, for the exclusive ends of iCalendar; the last day of the calendar
    /// is returned unchanged.
    pub fn next_day(self) -> Date {
        Date(self.0.next_day().unwrap_or(self.0))
    }
}

impl From<time::Date> for Date {
    fn from(date: time::Date) -> Date {
        Date(date)
    }
}

impl TextValue for Date {
    const FORMAT: Format = Format::Date;

    fn parse(text: &str) -> Result<Date, Fault> {
        parse_day(text, Format::Date)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{:04}-{:02}-{:02}",
            self.year(),
            self.month(),
            self.day()
        )
    }
}

text_value_in_json!(Date, pattern: r"^\d{4}-\d{2}-\d{2}$", example: "2023-03-03");

/// Time of day in Chinese time, to the second.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay {
    /// 0–23.
    pub hour: u8,
    /// 0–59.
    pub minute: u8,
    /// 0–59.
    pub second: u8,
}

/// Day, with its time of day if it is known: `YYYY-MM-DD` or RFC 3339 with `+08:00`.
///
/// Moments of one day are ordered by their time; one without a time comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    date: Date,
    time: Option<TimeOfDay>,
}

impl Moment {
    /// Returns the day.
    pub fn date(self) -> Date {
        self.date
    }

    /// Returns the time of day, if one is written.
    pub fn time(self) -> Option<TimeOfDay> {
        self.time
    }

    /// Returns `true` if this is certainly before `other`; a day without a time is the whole
    /// day.
    pub fn is_before(self, other: Moment) -> bool {
        match (self.time, other.time) {
            (Some(_), Some(_)) => self < other,
            _ => self.date < other.date,
        }
    }

    /// Returns the moment in RFC 3339; a day without a time begins at midnight.
    pub fn rfc3339(self) -> String {
        let time = self.time.unwrap_or_default();
        format!(
            "{}T{:02}:{:02}:{:02}+08:00",
            self.date, time.hour, time.minute, time.second
        )
    }
}

impl From<Date> for Moment {
    fn from(date: Date) -> Moment {
        Moment { date, time: None }
    }
}

impl TextValue for Moment {
    const FORMAT: Format = Format::Moment;

    fn parse(text: &str) -> Result<Moment, Fault> {
        let Some((day, time)) = text.split_once('T') else {
            return parse_day(text, Format::Moment).map(Moment::from);
        };
        let date = parse_day(day, Format::Moment)?;
        let clock = time.get(..8).and_then(parse_clock);
        match (clock, time.get(8..)) {
            (Some(_), Some("+08:00")) => Ok(Moment { date, time: clock }),
            (Some(_), Some("" | "Z")) => Err(Fault::WrongOffset),
            (Some(_), Some(offset)) if offset.starts_with(['+', '-']) => Err(Fault::WrongOffset),
            _ => Err(Self::misshapen(None)),
        }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.time {
            Some(_) => formatter.write_str(&self.rfc3339()),
            None => self.date.fmt(formatter),
        }
    }
}

text_value_in_json!(
    Moment,
    pattern: r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}\+08:00)?$",
    example: "2023-03-03"
);

/// Date of which only the year, or the year and the month, may be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartialDate {
    /// `YYYY`.
    Year(i32),
    /// `YYYY-MM`.
    Month(i32, u8),
    /// `YYYY-MM-DD`.
    Day(Date),
}

impl PartialDate {
    /// Returns the year.
    pub fn year(self) -> i32 {
        match self {
            PartialDate::Year(year) | PartialDate::Month(year, _) => year,
            PartialDate::Day(date) => date.year(),
        }
    }

    /// Returns `true` if every day of this date is after every day of `other`.
    pub fn is_after(self, other: PartialDate) -> bool {
        let (mine, theirs) = (self.parts(), other.parts());
        for (mine, theirs) in mine.into_iter().zip(theirs) {
            let (Some(mine), Some(theirs)) = (mine, theirs) else {
                return false;
            };
            if mine != theirs {
                return theirs < mine;
            }
        }
        false
    }

    fn parts(self) -> [Option<i32>; 3] {
        match self {
            PartialDate::Year(year) => [Some(year), None, None],
            PartialDate::Month(year, month) => [Some(year), Some(month.into()), None],
            PartialDate::Day(date) => [
                Some(date.year()),
                Some(date.month().into()),
                Some(date.day().into()),
            ],
        }
    }
}

impl TextValue for PartialDate {
    const FORMAT: Format = Format::PartialDate;

    fn parse(text: &str) -> Result<PartialDate, Fault> {
        match text.len() {
            4 => digits(text, 4)
                .map(PartialDate::Year)
                .ok_or(Self::misshapen(None)),
            7 => {
                let parts = text.split_once('-');
                match parts.map(|(year, month)| (digits(year, 4), digits(month, 2))) {
                    Some((Some(year), Some(month @ 1..=12))) => Ok(PartialDate::Month(year, month)),
                    Some((Some(_), Some(_))) => Err(Fault::NoSuchDay),
                    _ => Err(Self::misshapen(None)),
                }
            }
            _ => parse_day(text, Format::PartialDate).map(PartialDate::Day),
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PartialDate::Year(year) => write!(formatter, "{year:04}"),
            PartialDate::Month(year, month) => write!(formatter, "{year:04}-{month:02}"),
            PartialDate::Day(date) => date.fmt(formatter),
        }
    }
}

text_value_in_json!(PartialDate, pattern: r"^\d{4}(-\d{2}){0,2}$", example: "2010");

fn parse_day(text: &str, form: Format) -> Result<Date, Fault> {
    match numbers_of_day(text) {
        Some((year, month, day)) => Date::new(year, month, day).ok_or(Fault::NoSuchDay),
        None => Err(Fault::Shape {
            form,
            mended: mend(text),
        }),
    }
}

fn numbers_of_day(text: &str) -> Option<(i32, u8, u8)> {
    let (year, rest) = text.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    Some((digits(year, 4)?, digits(month, 2)?, digits(day, 2)?))
}

fn parse_clock(text: &str) -> Option<TimeOfDay> {
    let (hour, rest) = text.split_once(':')?;
    let (minute, second) = rest.split_once(':')?;
    let time = TimeOfDay {
        hour: digits(hour, 2)?,
        minute: digits(minute, 2)?,
        second: digits(second, 2)?,
    };
    (time.hour < 24 && time.minute < 60 && time.second < 60).then_some(time)
}

/// Parses a number of so many ASCII digits only; `parse` alone also accepts signs.
fn digits<T: FromStr>(text: &str, count: usize) -> Option<T> {
    is_digits(text, count..=count).then(|| text.parse().ok())?
}

/// Corrects other common notations of dates: `2023/3/3`, `2023.3.3`, `2023年3月3日`, `2023-3-3`.
fn mend(text: &str) -> Option<String> {
    let parts: Vec<&str> = text
        .trim()
        .trim_end_matches('日')
        .split(['-', '/', '.', '年', '月'])
        .map(str::trim)
        .collect();
    let &[year, month, day] = parts.as_slice() else {
        return None;
    };
    let (month, day) = (digits(month, month.len())?, digits(day, day.len())?);
    Date::new(digits(year, 4)?, month, day).map(|date| date.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(form: Format, mended: Option<&str>) -> Fault {
        Fault::Shape {
            form,
            mended: mended.map(str::to_owned),
        }
    }

    #[test]
    fn dates_must_be_days_of_the_calendar() {
        let table = [
            ("2024-02-29", Ok(())),
            ("2023-02-29", Err(Fault::NoSuchDay)),
            ("2023-13-01", Err(Fault::NoSuchDay)),
            ("2023-3-3", Err(shape(Format::Date, Some("2023-03-03")))),
            ("2023/03/03", Err(shape(Format::Date, Some("2023-03-03")))),
            ("2023年3月3日", Err(shape(Format::Date, Some("2023-03-03")))),
            ("2023.2.30", Err(shape(Format::Date, None))),
            ("+023-03-03", Err(shape(Format::Date, None))),
            ("", Err(shape(Format::Date, None))),
            ("昨天", Err(shape(Format::Date, None))),
        ];
        for (text, expected) in table {
            assert_eq!(Date::parse(text).map(drop), expected, "{text:?}");
        }
    }

    #[test]
    fn moments_are_days_or_times_in_chinese_time() {
        let shape = || shape(Format::Moment, None);
        let table = [
            ("2023-03-03", Ok("2023-03-03T00:00:00+08:00")),
            ("2023-03-03T09:30:00+08:00", Ok("2023-03-03T09:30:00+08:00")),
            ("2023-03-03T09:30:00Z", Err(Fault::WrongOffset)),
            ("2023-03-03T09:30:00", Err(Fault::WrongOffset)),
            ("2023-03-03T09:30:00-05:00", Err(Fault::WrongOffset)),
            ("2023-03-03T25:30:00+08:00", Err(shape())),
            ("2023-03-03T9:30+08:00", Err(shape())),
            ("2023-03-03T上午九点", Err(shape())),
            ("2023-02-30T09:30:00+08:00", Err(Fault::NoSuchDay)),
        ];
        for (text, expected) in table {
            let expected = expected.map(str::to_owned);
            assert_eq!(
                Moment::parse(text).map(Moment::rfc3339),
                expected,
                "{text:?}"
            );
        }
    }

    #[test]
    fn a_day_without_a_time_is_not_before_a_time_of_that_day() {
        let table = [
            ("2023-03-03", "2023-03-03T09:00:00+08:00", false),
            ("2023-03-03T09:00:00+08:00", "2023-03-03", false),
            (
                "2023-03-03T09:00:00+08:00",
                "2023-03-03T09:00:01+08:00",
                true,
            ),
            ("2023-03-02", "2023-03-03T09:00:00+08:00", true),
        ];
        for (left, right, expected) in table {
            let before = Moment::parse(left)
                .and_then(|left| Moment::parse(right).map(|right| left.is_before(right)));
            assert_eq!(before, Ok(expected), "{left} {right}");
        }
    }

    #[test]
    fn partial_dates_compare_as_far_as_they_are_known() {
        let table = [
            ("2023", "2010", true),
            ("2010", "2023", false),
            ("2010-05", "2010", false),
            ("2010-05", "2010-04", true),
            ("2010-05-02", "2010-05-01", true),
            ("2010-05-02", "2010-05", false),
        ];
        for (left, right, expected) in table {
            let after = PartialDate::parse(left)
                .and_then(|left| PartialDate::parse(right).map(|right| left.is_after(right)));
            assert_eq!(after, Ok(expected), "{left} {right}");
        }
        assert_eq!(PartialDate::parse("2010-13"), Err(Fault::NoSuchDay));
        assert_eq!(
            PartialDate::parse("年年"),
            Err(shape(Format::PartialDate, None))
        );
        assert_eq!(
            PartialDate::parse("abcd-ef"),
            Err(shape(Format::PartialDate, None))
        );
    }
}
