//! Inline marks: code, addresses, paths, and the positions of runs of `*` and `~`.

pub(crate) mod runs;
use std::collections::BTreeMap;
use std::ops::Range;

use url::Url;

use super::super::script::run_length;
use super::Findings;
use runs::Run;

/// Reads a part of a source that contains text and no block marker.
pub(super) fn read(source: &str, line: Range<usize>, findings: &mut Findings) {
    let mut scanner = Scanner {
        source,
        is_definition: is_definition(source.get(line.clone()).unwrap_or_default()),
        line_start: line.start,
        end: line.end,
        at: line.start,
        findings,
        brackets: Vec::new(),
        addresses: Vec::new(),
        runs: Vec::new(),
        has_angle: true,
        backticks: None,
    };
    scanner.scan();
    // Bare addresses become links, except those that are already part of one.
    for address in &scanner.addresses {
        scanner.findings.put_in_angles(address);
    }
    scanner.judge_runs();
}

/// State of reading one line.
pub(super) struct Scanner<'a, 'f> {
    pub(super) source: &'a str,
    /// `true` if the line defines an address for links elsewhere.
    is_definition: bool,
    pub(super) line_start: usize,
    pub(super) end: usize,
    pub(super) at: usize,
    pub(super) findings: &'f mut Findings,
    /// Open brackets: position and length in bytes.
    pub(super) brackets: Vec<(usize, usize)>,
    /// Ranges of bare addresses.
    pub(super) addresses: Vec<Range<usize>>,
    pub(super) runs: Vec<Run>,
    /// `true` if a `>` may follow. A search for each `<` would take quadratic time.
    has_angle: bool,
    /// Positions of runs of backticks, by their length.
    backticks: Option<BTreeMap<usize, Vec<usize>>>,
}

/// Maximum length of an address in bytes.
pub(super) const LONGEST_ADDRESS: usize = 2000;

impl<'a> Scanner<'a, '_> {
    fn scan(&mut self) {
        while self.at < self.end {
            let Some(c) = self.after(self.at) else {
                return;
            };
            let start = self.at;
            self.at += c.len_utf8();
            match c {
                '\\' => self.read_backslash(start),
                '`' => self.read_code(start),
                '<' => self.skip_angle(start),
                '[' | '【' | '［' => self.brackets.push((start, c.len_utf8())),
                ']' | '】' | '］' => self.read_link(start, c.len_utf8()),
                'h' | 'H' => self.read_address(start),
                '*' | '~' => self.read_run(start, c),
                '_' => self.read_underscores(start),
                _ => {}
            }
        }
    }

    fn rest(&self, from: usize) -> &'a str {
        self.source.get(from..self.end).unwrap_or_default()
    }

    pub(super) fn after(&self, at: usize) -> Option<char> {
        self.rest(at).chars().next()
    }

    pub(super) fn before(&self, at: usize) -> Option<char> {
        let text = self.source.get(self.line_start..at)?;
        text.chars().next_back()
    }

    /// Skips an escape, or escapes the marks in a Windows path, whose backslashes are not
    /// escapes.
    fn read_backslash(&mut self, start: usize) {
        let written = self.source.get(self.line_start..start).unwrap_or_default();
        let mut before = written.chars().rev();
        let is_drive = before.next() == Some(':')
            && before.next().is_some_and(|c| c.is_ascii_alphabetic())
            && before.next().is_none_or(|c| !c.is_ascii_alphanumeric());
        let rest = self.rest(start);
        let share = rest.strip_prefix("\\\\").unwrap_or_default();
        let name = share.trim_start_matches(|c: char| c.is_alphanumeric() || "-_.".contains(c));
        let is_share = name.len() < share.len() && name.starts_with('\\');
        if !is_drive && !is_share {
            self.at = start + 1 + self.after(start + 1).map_or(0, char::len_utf8);
            return;
        }
        let length = rest
            .find(|c: char| c.is_whitespace() || "，。；：、！？“”‘’（）《》【】|\"".contains(c))
            .unwrap_or(rest.len());
        for (offset, c) in rest.get(..length).unwrap_or_default().char_indices() {
            let place = start + offset;
            let next = self.source.get(place + c.len_utf8()..).unwrap_or_default();
            let is_escape =
                next.starts_with(|c: char| c.is_ascii_punctuation() || c == '\n' || c == '\r');
            let is_mark = matches!(c, '*' | '_' | '~' | '`' | '[' | ']' | '<' | '!');
            if is_mark || (c == '\\' && is_escape) {
                self.findings.escape(place);
            }
        }
        self.at = start + length.max(1);
    }

    /// Skips code up to a run with the same number of backticks.
    fn read_code(&mut self, start: usize) {
        let length = run_length(self.rest(start), '`');
        self.at = start + length;
        let runs = self.backticks.take();
        let runs = runs.unwrap_or_else(|| self.runs_of_backticks(start));
        let alike = runs.get(&length).map_or(&[][..], Vec::as_slice);
        if let Some(end) = alike.get(alike.partition_point(|&run| run < self.at)) {
            self.at = end + length;
        }
        self.backticks = Some(runs);
    }

    fn runs_of_backticks(&self, start: usize) -> BTreeMap<usize, Vec<usize>> {
        let mut runs: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut place = start;
        while let Some(found) = self.rest(place).find('`') {
            let length = run_length(self.rest(place + found), '`');
            runs.entry(length).or_default().push(place + found);
            place += found + length;
        }
        runs
    }

    /// Skips an address or a tag in angle brackets.
    fn skip_angle(&mut self, start: usize) {
        let inside = self.rest(start + 1);
        let is_tag = inside.starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c));
        if !is_tag || !self.has_angle {
            return;
        }
        match inside.find('>') {
            Some(length) => self.at = start + 1 + length + 1,
            None => self.has_angle = false,
        }
    }

    /// Records a bare address in the text.
    fn read_address(&mut self, start: usize) {
        let rest = self.rest(start);
        let before = self.before(start);
        let is_word = before.is_some_and(|c| c.is_ascii_alphanumeric());
        if is_word || self.is_definition || !is_web(rest) {
            return;
        }
        let length = address_length(rest);
        let address = Url::parse(rest.get(..length).unwrap_or_default());
        if address.is_ok_and(|url| url.has_host()) {
            self.addresses.push(start..start + length);
            self.at = start + length;
        }
    }

    fn read_run(&mut self, start: usize, sign: char) {
        let range = start..start + run_length(self.rest(start), sign);
        self.at = range.end;
        self.runs.push(Run {
            range,
            sign,
            is_text: false,
        });
    }

    /// Escapes three or more underscores, which are a blank to be filled in.
    fn read_underscores(&mut self, start: usize) {
        let length = run_length(self.rest(start), '_');
        self.at = start + length;
        if length > 2 {
            for place in start..self.at {
                self.findings.escape(place);
            }
        }
    }
}

pub(super) fn is_web(text: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| {
        text.get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    })
}

fn is_definition(line: &str) -> bool {
    line.starts_with('[') && !line.starts_with("[^") && line.contains("]:")
}

/// Returns the length of the address at the beginning of a text.
///
/// The address ends before text that follows it without whitespace: at punctuation, and at Han
/// characters unless they form a whole part of the path.
fn address_length(text: &str) -> usize {
    let host = text.find("://").map_or(0, |scheme| scheme + 3);
    let mut length = 0;
    let mut in_word = false;
    for c in text.chars() {
        if length > LONGEST_ADDRESS {
            return 0;
        }
        let begins_part = || {
            let path = text.get(host..length).unwrap_or_default();
            path.matches('/').count() > 1 && path.ends_with(['/', '='])
        };
        in_word = !c.is_ascii() && c.is_alphanumeric() && (in_word || begins_part());
        let belongs = (c.is_ascii_graphic() && !"<>\"`|\\^{}[]*".contains(c)) || in_word;
        if !belongs {
            break;
        }
        length += c.len_utf8();
    }
    loop {
        let written = text.get(..length).unwrap_or_default();
        let closes = written.matches(')').count() > written.matches('(').count();
        let Some(last) = written.chars().next_back() else {
            return length;
        };
        let is_outside = ".,;:!?'_~".contains(last) || last == ')' && closes;
        if !is_outside {
            return length;
        }
        length -= last.len_utf8();
    }
}
