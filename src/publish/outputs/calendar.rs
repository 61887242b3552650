//! Writer for iCalendar (RFC 5545): content lines with escaping and folding.
//!
//! Existing libraries fold some lines one octet too late. As folding is most of the work, it is
//! implemented here; the tests parse the result with an independent parser.

/// Maximum length of a line in octets, without its end (RFC 5545, 3.1).
const LONGEST: usize = 75;

/// A calendar that is being written.
#[derive(Debug)]
pub(crate) struct Calendar(String);

impl Calendar {
    /// Creates a calendar of a host, with the name that programs show.
    pub(crate) fn new(host: &str, name: &str) -> Self {
        let mut calendar = Self(String::new());
        calendar.line("BEGIN", "VCALENDAR");
        calendar.line("VERSION", "2.0");
        calendar.text("PRODID", &format!("-//{host}//Alliance Portal//ZH"));
        calendar.line("CALSCALE", "GREGORIAN");
        calendar.line("METHOD", "PUBLISH");
        // Programs support the older `X-WR-CALNAME` rather than the standard's `NAME`.
        calendar.text("NAME", name);
        calendar.text("X-WR-CALNAME", name);
        calendar.line("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
        calendar
    }

    /// Writes the time zone. China has had no daylight saving time since 1992.
    pub(crate) fn zone(&mut self) {
        for (name, value) in [
            ("BEGIN", "VTIMEZONE"),
            ("TZID", "Asia/Shanghai"),
            ("BEGIN", "STANDARD"),
            ("DTSTART", "19920101T000000"),
            ("TZOFFSETFROM", "+0800"),
            ("TZOFFSETTO", "+0800"),
            ("TZNAME", "CST"),
            ("END", "STANDARD"),
            ("END", "VTIMEZONE"),
        ] {
            self.line(name, value);
        }
    }

    /// Writes a line whose value is not of type text: a date, an address, a keyword of the
    /// standard.
    pub(crate) fn line(&mut self, name: &str, value: &str) {
        let mut octets = 0;
        for letter in name.chars().chain([':']).chain(value.chars()) {
            if octets + letter.len_utf8() > LONGEST {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(letter);
            octets += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// Writes a line whose value is of type text (RFC 5545, 3.3.11).
    pub(crate) fn text(&mut self, name: &str, value: &str) {
        let mut escaped = String::with_capacity(value.len());
        for letter in value.chars() {
            match letter {
                '\n' => escaped.push_str("\\n"),
                '\\' | ';' | ',' => escaped.extend(['\\', letter]),
                letter if letter.is_control() => escaped.push(' '),
                letter => escaped.push(letter),
            }
        }
        self.line(name, &escaped);
    }

    /// Returns the contents of the finished calendar.
    pub(crate) fn finish(mut self) -> String {
        self.line("END", "VCALENDAR");
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(name: &str, value: &str) -> Vec<String> {
        let mut calendar = Calendar(String::new());
        calendar.text(name, value);
        let lines = calendar.0.strip_suffix("\r\n").map(str::to_owned);
        lines
            .unwrap_or_default()
            .split("\r\n")
            .map(str::to_owned)
            .collect()
    }

    #[test]
    fn lines_are_folded_at_75_octets_and_no_letter_is_split() {
        for letter in ["a", "é", "纤", "🧵"] {
            for count in 1..200 {
                let value = letter.repeat(count);
                let lines = folded("SUMMARY", &value);
                let longest = lines.iter().map(String::len).max().unwrap_or_default();
                assert!(longest <= LONGEST, "{count} × {letter}: {longest}");
                let whole: String = lines
                    .iter()
                    .enumerate()
                    .map(|(at, line)| line.strip_prefix(' ').filter(|_| at > 0).unwrap_or(line))
                    .collect();
                assert_eq!(whole, format!("SUMMARY:{value}"));
            }
        }
    }

    #[test]
    fn what_would_end_a_value_is_escaped() {
        for (value, expected) in [
            ("a,b;c", r"X:a\,b\;c"),
            (r"a\b", r"X:a\\b"),
            ("a\nb", r"X:a\nb"),
            ("a\r\u{7}b", "X:a  b"),
            ("甲：乙", "X:甲：乙"),
        ] {
            assert_eq!(folded("X", value), [expected]);
        }
    }
}
