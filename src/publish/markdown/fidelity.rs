//! Check of the whole rendering: every character of the source is in the output in the same
//! order, except marks that took effect.
//!
//! The check knows only the parser's events and their ranges, not how they are written. It
//! therefore also finds faults in the dialect and in the writer.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag};

use super::dialect::GUARD;
use super::events::Events;
use super::script::is_forbidden_in_html;
use crate::content::BodyFault;

/// A fault and its range in the parsed text.
pub(super) type Finding = (Range<usize>, BodyFault);

/// The bytes of a text that the events account for.
#[derive(Debug)]
pub(super) struct Coverage {
    /// `true` for each byte that is shown, or belongs to a mark that took effect.
    is_told: Vec<bool>,
    tables: Vec<Range<usize>>,
    findings: Vec<Finding>,
}

impl Coverage {
    pub(super) fn new(source: &str, events: &Events<'_>) -> Self {
        let mut coverage = Self {
            is_told: vec![false; source.len()],
            tables: Vec::new(),
            findings: Vec::new(),
        };
        coverage.read(source, events);
        coverage
    }

    pub(super) fn is_told(&self, at: usize) -> bool {
        self.is_told.get(at).copied().unwrap_or_default()
    }

    /// Returns the parts of the source that no event shows and no mark explains.
    pub(super) fn lost(self, source: &str) -> Vec<Finding> {
        let mut findings = self.findings;
        let mut open: Option<Range<usize>> = None;
        let mut last_blank = 0;
        for (at, c) in source.char_indices() {
            // Escapes and spaces between two lost parts are lost with them.
            if matches!(c, ' ' | '\t' | '\\') && open.is_some() {
                last_blank = at + c.len_utf8();
                continue;
            }
            let is_lost = !self.is_told.get(at).copied().unwrap_or_default()
                && !c.is_whitespace()
                && !is_forbidden_in_html(c)
                && c != '\\';
            let end = at + c.len_utf8();
            match &mut open {
                Some(range) if is_lost && (range.end == at || last_blank == at) => range.end = end,
                _ => {
                    if let Some(range) = open.take() {
                        findings.push(lost_part(source, &self.tables, range));
                    }
                    open = is_lost.then_some(at..end);
                }
            }
        }
        if let Some(range) = open {
            findings.push(lost_part(source, &self.tables, range));
        }
        findings
    }

    fn tell(&mut self, range: Range<usize>) {
        if let Some(bytes) = self.is_told.get_mut(range) {
            bytes.fill(true);
        }
    }

    fn read(&mut self, source: &str, events: &Events<'_>) {
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
                            self.tell_quotation_marks(source, span);
                        }
                    }
                    if matches!(tag, Tag::Link { .. } | Tag::Image { .. }) {
                        link_end = link_end.max(events.end_of(index));
                    }
                    self.read_element(source, events, index, tag, span);
                }
                Event::End(_) => {}
                _ => self.tell(span.clone()),
            }
        }
    }

    fn read_element(
        &mut self,
        source: &str,
        events: &Events<'_>,
        index: usize,
        tag: &Tag<'_>,
        span: &Range<usize>,
    ) {
        let written = source.get(span.clone()).unwrap_or_default();
        let run = |sign: char| written.len() - written.trim_start_matches(sign).len();
        match tag {
            Tag::Emphasis => self.tell_both(span, 1),
            Tag::Strong => self.tell_both(span, 2),
            Tag::Strikethrough => self.tell_both(span, run('~').min(2)),
            Tag::HtmlBlock => self.tell(span.clone()),
            Tag::Heading { .. } => {
                self.tell(span.start..span.start + run('#'));
                let kept = written.trim_end();
                let closing = kept.len() - kept.trim_end_matches('#').len();
                self.tell(span.start + kept.len() - closing..span.start + kept.len());
            }
            Tag::Link {
                link_type: LinkType::Autolink | LinkType::Email,
                ..
            } => self.tell_both(span, 1),
            Tag::Link { .. } => self.tell_address(events, index, span, 1),
            Tag::Image { .. } => self.tell_address(events, index, span, 2),
            Tag::FootnoteDefinition(_) => {
                let mark = written.find("]:").map_or(0, |end| end + 2);
                self.tell(span.start..span.start + mark);
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
                self.read_fence(events, index, written, span, info);
            }
            Tag::Item => {
                let start = span.end - written.trim_start().len();
                let mark = written.trim_start();
                let digits =
                    mark.len() - mark.trim_start_matches(|c: char| c.is_ascii_digit()).len();
                self.tell(start..start + digits + 1);
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
    fn tell_address(
        &mut self,
        events: &Events<'_>,
        index: usize,
        span: &Range<usize>,
        opening: usize,
    ) {
        let last = events.end_of(index).saturating_sub(1);
        let text_end = if last == index {
            span.start
        } else {
            events.span_of(last).end
        };
        self.tell(span.start..(span.start + opening).min(span.end));
        self.tell(text_end.max(span.start)..span.end);
    }

    /// Accounts for the two fences of a code block, and the language after the first.
    fn read_fence(
        &mut self,
        events: &Events<'_>,
        index: usize,
        written: &str,
        span: &Range<usize>,
        info: &str,
    ) {
        let sign = written.chars().next().unwrap_or_default();
        let length = written.len() - written.trim_start_matches(sign).len();
        let first = written.find('\n').unwrap_or(written.len());
        let is_language = info
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "+#-_. ".contains(c));
        self.tell(span.start..span.start + if is_language { first } else { length });
        let last = written.trim_end().rsplit('\n').next().unwrap_or_default();
        let fence = last.trim_start_matches(|c: char| c == '>' || c.is_whitespace());
        let is_closed = written.trim_end().contains('\n')
            && fence.len() >= length
            && fence.chars().all(|c| c == sign);
        if is_closed {
            let start = span.start + written.trim_end().len() - fence.len();
            let last = events.end_of(index).saturating_sub(1);
            let text_end = if last == index {
                span.start
            } else {
                events.span_of(last).end
            };
            self.tell(start.max(text_end.min(span.end))..span.end);
        } else {
            let mark = span.start..span.start + length;
            self.findings.push((mark, BodyFault::OpenFence));
        }
    }

    fn tell_quotation_marks(&mut self, source: &str, span: &Range<usize>) {
        let mut start = span.start;
        for line in source.get(span.clone()).unwrap_or_default().split('\n') {
            let text = line.trim_start_matches(['>', ' ', '\t']);
            self.tell(start..start + line.len() - text.len());
            start += line.len() + 1;
        }
    }
}

fn lost_part(source: &str, tables: &[Range<usize>], range: Range<usize>) -> Finding {
    let text = source.get(range.clone()).unwrap_or_default();
    let text = text.replace(GUARD, "");
    let after = tables.partition_point(|table| table.start <= range.start);
    let table = after.checked_sub(1).and_then(|before| tables.get(before));
    let fault = if table.is_some_and(|table| range.start < table.end) {
        BodyFault::ExtraTableCells(text)
    } else {
        BodyFault::LostText(text)
    };
    (range, fault)
}

/// Returns the texts of the events that are missing from the written text. The result is empty
/// unless the writer has a fault.
///
/// Footnote definitions are written elsewhere in the text, so each is searched separately. Those
/// that start at one of `unwritten` are not searched.
pub(super) fn missing(events: &Events<'_>, written: &str, unwritten: &[usize]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut main = Reader::new(written);
    let mut note: Option<(usize, Reader<'_>)> = None;
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
                note = Some((events.end_of(index), Reader::new(written)));
            }
            Event::Text(text) | Event::Code(text) => {
                let reader = note.as_mut().map_or(&mut main, |(_, reader)| reader);
                if !reader.passes(text) {
                    findings.push((span.clone(), BodyFault::LostText(text.to_string())));
                }
            }
            _ => {}
        }
        index += 1;
    }
    findings
}

/// A position in a text that only advances.
struct Reader<'a> {
    rest: std::str::Chars<'a>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        Self { rest: text.chars() }
    }

    /// Returns `true` if the characters of a piece follow in order, and advances past them.
    fn passes(&mut self, piece: &str) -> bool {
        let mut rest = self.rest.clone();
        let mut wanted = piece
            .chars()
            .filter(|c| !c.is_whitespace() && !is_forbidden_in_html(*c));
        let follows = wanted.all(|wanted| rest.any(|c| c == wanted));
        if follows {
            self.rest = rest;
        }
        follows
    }
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
