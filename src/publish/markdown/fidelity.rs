//! Check of the whole rendering: every character of the source is in the output in the same
//! order, except marks that took effect.
//!
//! The check knows only the parser's events and their ranges, not how they are written. It
//! therefore also finds faults in the dialect and in the writer.

use std::ops::Range;
use std::str::Chars;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag};

use super::dialect::GUARD;
use super::events::Events;
use super::problem::MarkdownProblem;
use super::script::{is_forbidden_in_html, run_length, unquoted};
use crate::content::BodyFault;

/// The bytes of a text that the events account for.
pub(super) struct Coverage<'a> {
    source: &'a str,
    events: &'a Events<'a>,
    /// `true` for each byte that is shown, or belongs to a mark that took effect.
    is_told: Vec<bool>,
    tables: Vec<Range<usize>>,
    findings: Vec<MarkdownProblem>,
}

impl<'a> Coverage<'a> {
    pub(super) fn new(source: &'a str, events: &'a Events<'a>) -> Self {
        let mut coverage = Self {
            source,
            events,
            is_told: vec![false; source.len()],
            tables: Vec::new(),
            findings: Vec::new(),
        };
        coverage.read();
        coverage
    }

    pub(super) fn is_told(&self, at: usize) -> bool {
        self.is_told.get(at).copied().unwrap_or_default()
    }

    /// Returns the parts of the source that no event shows and no mark explains.
    pub(super) fn lost(mut self) -> Vec<MarkdownProblem> {
        let mut open: Option<Range<usize>> = None;
        let mut last_blank = 0;
        for (at, c) in self.source.char_indices() {
            let end = at + c.len_utf8();
            // Escapes and spaces between two lost parts are lost with them.
            if matches!(c, ' ' | '\t' | '\\') && open.is_some() {
                last_blank = end;
                continue;
            }
            let is_lost =
                !self.is_told(at) && !c.is_whitespace() && !is_forbidden_in_html(c) && c != '\\';
            match &mut open {
                Some(range) if is_lost && (range.end == at || last_blank == at) => range.end = end,
                _ => {
                    self.lose(open.take());
                    open = is_lost.then_some(at..end);
                }
            }
        }
        self.lose(open);
        self.findings
    }

    fn lose(&mut self, range: Option<Range<usize>>) {
        let Some(range) = range else { return };
        let text = self.source.get(range.clone()).unwrap_or_default();
        let text = text.replace(GUARD, "");
        let after = self
            .tables
            .partition_point(|table| table.start <= range.start);
        let table = self.tables.get(..after).and_then(<[_]>::last);
        let fault = if table.is_some_and(|table| range.start < table.end) {
            BodyFault::ExtraTableCells(text)
        } else {
            BodyFault::LostText(text)
        };
        self.findings.push((range, fault));
    }

    fn tell(&mut self, range: Range<usize>) {
        if let Some(bytes) = self.is_told.get_mut(range) {
            bytes.fill(true);
        }
    }

    fn read(&mut self) {
        let events = self.events;
        for (definition, _) in &events.definitions {
            self.tell(definition.clone());
        }
        // Ends of the outermost block quote, and of the links and images.
        let (mut quotation_end, mut link_end) = (0, 0);
        for (index, (event, span)) in events.list.iter().enumerate() {
            match event {
                Event::FootnoteReference(_) if index < link_end => {}
                Event::Start(tag) => {
                    if matches!(tag, Tag::BlockQuote(_)) {
                        self.tell(span.start..span.start + 1);
                        if index >= quotation_end {
                            quotation_end = events.end_of(index);
                            self.tell_quotation_marks(span);
                        }
                    }
                    if matches!(tag, Tag::Link { .. } | Tag::Image { .. }) {
                        link_end = link_end.max(events.end_of(index));
                    }
                    self.read_element(index, tag, span);
                }
                Event::End(_) => {}
                _ => self.tell(span.clone()),
            }
        }
    }

    fn read_element(&mut self, index: usize, tag: &Tag<'_>, span: &Range<usize>) {
        let written = self.source.get(span.clone()).unwrap_or_default();
        match tag {
            Tag::Emphasis => self.tell_both(span, 1),
            Tag::Strong => self.tell_both(span, 2),
            Tag::Strikethrough => self.tell_both(span, run_length(written, '~').min(2)),
            Tag::HtmlBlock => self.tell(span.clone()),
            Tag::Heading { .. } => {
                self.tell(span.start..span.start + run_length(written, '#'));
                let kept = written.trim_end();
                let closing = kept.len() - kept.trim_end_matches('#').len();
                self.tell(span.start + kept.len() - closing..span.start + kept.len());
            }
            Tag::Link {
                link_type: LinkType::Autolink | LinkType::Email,
                ..
            } => self.tell_both(span, 1),
            Tag::Link { .. } => self.tell_address(index, span, 1),
            Tag::Image { .. } => self.tell_address(index, span, 2),
            Tag::FootnoteDefinition(_) => {
                let mark = written.find("]:").map_or(0, |end| end + 2);
                self.tell(span.start..span.start + mark);
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
                self.read_fence(index, written, span, info);
            }
            Tag::Item => {
                let mark = written.trim_start();
                let text = mark.trim_start_matches(|c: char| c.is_ascii_digit());
                self.tell(span.end - mark.len()..span.end - text.len() + 1);
            }
            Tag::Table(_) => {
                self.tables.push(span.clone());
                for (at, _) in written.match_indices('|') {
                    self.tell(span.start + at..span.start + at + 1);
                }
                if let Some((head, rest)) = written.split_once('\n') {
                    let rule = span.start + head.len() + 1;
                    let length = rest.find('\n').unwrap_or(rest.len());
                    self.tell(rule..rule + length);
                }
            }
            _ => {}
        }
    }

    /// Accounts for the delimiters before and after an element.
    fn tell_both(&mut self, span: &Range<usize>, length: usize) {
        self.tell(span.start..span.start + length);
        self.tell(span.end.saturating_sub(length)..span.end);
    }

    /// Accounts for the brackets and the address of a link or image, which end it.
    fn tell_address(&mut self, index: usize, span: &Range<usize>, opening: usize) {
        self.tell(span.start..(span.start + opening).min(span.end));
        self.tell(self.events.text_end(index).max(span.start)..span.end);
    }

    /// Accounts for the two fences of a code block, and the language after the first.
    fn read_fence(&mut self, index: usize, written: &str, span: &Range<usize>, info: &str) {
        let sign = written.chars().next().unwrap_or_default();
        let length = run_length(written, sign);
        let first = written.find('\n').unwrap_or(written.len());
        let is_language = info
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "+#-_. ".contains(c));
        self.tell(span.start..span.start + if is_language { first } else { length });
        let written = written.trim_end();
        let last = written.rsplit('\n').next().unwrap_or_default();
        let fence = unquoted(last);
        let is_closed =
            written.contains('\n') && fence.len() >= length && fence.chars().all(|c| c == sign);
        if is_closed {
            let start = span.start + written.len() - fence.len();
            let text_end = self.events.text_end(index).min(span.end);
            self.tell(start.max(text_end)..span.end);
        } else {
            let mark = span.start..span.start + length;
            self.findings.push((mark, BodyFault::OpenFence));
        }
    }

    fn tell_quotation_marks(&mut self, span: &Range<usize>) {
        let mut start = span.start;
        let written = self.source.get(span.clone()).unwrap_or_default();
        for line in written.split('\n') {
            let text = line.trim_start_matches(['>', ' ', '\t']);
            self.tell(start..start + line.len() - text.len());
            start += line.len() + 1;
        }
    }
}

/// Returns the texts of the events that are missing from the written text. The result is empty
/// unless the writer has a fault.
///
/// Footnote definitions are written elsewhere in the text, so each is searched separately. Those
/// that start at one of `unwritten` are not searched.
pub(super) fn missing(
    events: &Events<'_>,
    written: &str,
    unwritten: &[usize],
) -> Vec<MarkdownProblem> {
    let mut findings = Vec::new();
    let mut main = written.chars();
    let mut note: Option<(usize, Chars<'_>)> = None;
    let mut index = 0;
    while let Some((event, span)) = events.list.get(index) {
        if note.as_ref().is_some_and(|(end, _)| *end <= index) {
            note = None;
        }
        match event {
            Event::Start(Tag::Image { .. }) => index = events.end_of(index),
            Event::Start(Tag::FootnoteDefinition(_)) if unwritten.contains(&span.start) => {
                index = events.end_of(index);
            }
            Event::Start(Tag::FootnoteDefinition(_)) => {
                note = Some((events.end_of(index), written.chars()));
            }
            Event::Text(text) | Event::Code(text) => {
                let rest = note.as_mut().map_or(&mut main, |(_, rest)| rest);
                if !passes(rest, text) {
                    findings.push((span.clone(), BodyFault::LostText(text.to_string())));
                }
            }
            _ => {}
        }
        index += 1;
    }
    findings
}

/// Returns `true` if the characters of a piece follow in order, and advances past them.
fn passes(rest: &mut Chars<'_>, piece: &str) -> bool {
    let mut ahead = rest.clone();
    let mut wanted = piece
        .chars()
        .filter(|c| !c.is_whitespace() && !is_forbidden_in_html(*c));
    let follows = wanted.all(|wanted| ahead.any(|c| c == wanted));
    if follows {
        *rest = ahead;
    }
    follows
}

/// Returns the text of HTML that was escaped by the writer.
pub(super) fn text_of_html(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    for part in html.split('<') {
        let shown = part.split_once('>').map_or(part, |(_, shown)| shown);
        text.push_str(shown);
    }
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}
