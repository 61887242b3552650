//! Writing of events as HTML and plain text: the traversal, and the simple elements. Each of the
//! others has its own file.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::anchors::AnchorIds;
use super::events::{Events, is_word_space};
use super::footnotes::Footnotes;
use super::resolve::Resolver;
use super::script::is_forbidden_in_html;
use super::tables::Table;
use super::{RenderOptions, Rendered};
use crate::content::BodyFault;
use crate::publish::html::escape::push_escaped;

/// Maximum nesting depth that is written. An HTML parser searches its open elements for each new
/// one, so unbounded nesting would take quadratic time.
const DEEPEST: usize = 48;

/// Renders the events of a text without sanitising. Positions are those in the text.
pub(super) fn write(
    source: &str,
    events: &Events<'_>,
    resolver: &dyn Resolver,
    options: &RenderOptions<'_>,
) -> Rendered {
    let mut writer = Writer {
        source,
        events,
        resolver,
        options,
        html: String::with_capacity(source.len() + source.len() / 4),
        plain: String::with_capacity(source.len()),
        open: Vec::new(),
        unwritten: 0,
        table: None,
        tables: 0,
        lists: Vec::new(),
        in_link: false,
        anchors: AnchorIds::new(options.reserved_ids),
        last_level: 1,
        anchor_links: Vec::new(),
        footnotes: Footnotes::default(),
        rendered: Rendered::default(),
    };
    writer.collect_footnotes();
    writer.write_range(0..events.list.len());
    writer.write_footnotes();
    writer.check_anchor_links();
    let Writer {
        mut rendered,
        html,
        mut plain,
        ..
    } = writer;
    plain.truncate(plain.trim_end().len());
    (rendered.html, rendered.plain_text) = (html, plain);
    rendered
}

/// State of one rendering.
pub(super) struct Writer<'a> {
    pub(super) source: &'a str,
    pub(super) events: &'a Events<'a>,
    pub(super) resolver: &'a dyn Resolver,
    pub(super) options: &'a RenderOptions<'a>,
    pub(super) html: String,
    pub(super) plain: String,
    /// Closing tags of open elements, outermost first.
    open: Vec<&'static str>,
    /// Number of open elements that are not written because they are nested too deep.
    unwritten: usize,
    pub(super) table: Option<Table>,
    pub(super) tables: usize,
    /// Next number of each open list; `None` for unordered lists.
    lists: Vec<Option<u64>>,
    pub(super) in_link: bool,
    pub(super) anchors: AnchorIds,
    pub(super) last_level: u8,
    /// Links into this text, checked when all its anchors are known.
    pub(super) anchor_links: Vec<(String, Range<usize>)>,
    pub(super) footnotes: Footnotes,
    pub(super) rendered: Rendered,
}

impl<'a> Writer<'a> {
    /// Writes the events of a range, except footnote definitions, which are written at the end of
    /// the text.
    pub(super) fn write_range(&mut self, range: Range<usize>) {
        let events = self.events;
        let mut index = range.start;
        while index < range.end {
            let Some((event, span)) = events.list.get(index) else {
                return;
            };
            index = self.write_event(index, event, span) + 1;
        }
    }

    /// Writes an event and returns its index, or that of the end event if the element was written
    /// or left out as a whole.
    fn write_event(&mut self, index: usize, event: &'a Event<'a>, span: &Range<usize>) -> usize {
        match event {
            Event::Start(Tag::FootnoteDefinition(_)) => return self.events.end_of(index),
            Event::Start(Tag::HtmlBlock) => {
                self.report(span, BodyFault::RawHtml);
                return self.events.end_of(index);
            }
            Event::Html(_) | Event::InlineHtml(_) => self.report(span, BodyFault::RawHtml),
            Event::Start(_) if self.unwritten > 0 => self.unwritten += 1,
            Event::End(_) if self.unwritten > 0 => self.unwritten -= 1,
            Event::Start(tag) if self.lies_too_deep(tag) => {
                self.report(span, BodyFault::NestedTooDeep);
                self.unwritten = 1;
            }
            Event::Start(Tag::Image { .. }) => {
                self.write_image(index);
                return self.events.end_of(index);
            }
            Event::Start(Tag::Paragraph) if self.is_only_image(index) => {
                self.write_figure(index + 1);
                return self.events.end_of(index);
            }
            Event::Start(Tag::Heading { level, .. }) => {
                return self.start_heading(index, *level, span);
            }
            Event::Start(tag) => self.start(index, tag, span),
            Event::End(tag) => self.end(index, *tag),
            Event::Text(text) => self.push_text(text),
            Event::Code(code) => {
                self.html.push_str("<code>");
                self.push_text(code);
                self.html.push_str("</code>");
            }
            Event::SoftBreak => self.write_soft_break(index),
            Event::HardBreak => {
                self.html.push_str("<br>\n");
                self.plain.push(' ');
            }
            Event::Rule => {
                self.break_block();
                self.html.push_str("<hr>\n");
            }
            Event::FootnoteReference(label) if self.unwritten == 0 => {
                self.write_reference(label);
            }
            // The rest belongs to extensions that are not enabled.
            _ => {}
        }
        index
    }

    fn start(&mut self, index: usize, tag: &'a Tag<'a>, span: &Range<usize>) {
        match tag {
            Tag::Paragraph => self.start_block("<p>", "</p>\n"),
            Tag::BlockQuote(_) => self.start_block("<blockquote>\n", "</blockquote>\n"),
            Tag::CodeBlock(_) => {
                // Focusable, so that a long line can be scrolled by keyboard.
                self.start_block("<pre tabindex=\"0\"><code>", "</code></pre>\n");
            }
            Tag::List(first) => self.start_list(*first),
            Tag::Item => self.start_item(span),
            Tag::Table(alignments) => self.start_table(index, alignments),
            Tag::TableHead => self.start_block("<thead>\n<tr>", "</tr>\n</thead>\n"),
            Tag::TableRow => self.start_row(),
            Tag::TableCell => self.start_cell(index),
            Tag::Emphasis => self.start_element("<em>", "</em>"),
            Tag::Strong => self.start_element("<strong>", "</strong>"),
            Tag::Strikethrough => self.start_strikethrough(span),
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => self.start_link(index, *link_type, dest_url, title),
            // Handled as a whole, or part of extensions that are not enabled.
            _ => self.start_element("", ""),
        }
    }

    fn end(&mut self, index: usize, tag: TagEnd) {
        if let Some(closing) = self.open.pop() {
            self.html.push_str(closing);
            if closing == LITERAL_TILDE {
                self.plain.push_str(closing);
            }
        }
        match tag {
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::Link => self.in_link = false,
            TagEnd::TableHead => self.end_table_head(index),
            TagEnd::Table => self.table = None,
            _ => {}
        }
    }

    /// Opens an element that has its own line in the plain text.
    pub(super) fn start_block(&mut self, opening: &str, closing: &'static str) {
        self.break_block();
        self.start_element(opening, closing);
    }

    /// Opens an element; its end event writes the closing tag.
    pub(super) fn start_element(&mut self, opening: &str, closing: &'static str) {
        self.html.push_str(opening);
        self.open.push(closing);
    }

    /// Opens a strikethrough, or writes a single tilde as text: in Chinese it is a range (`5~10
    /// 万吨，8~12 万吨`).
    fn start_strikethrough(&mut self, span: &Range<usize>) {
        let written = self.source.get(span.clone()).unwrap_or_default();
        if written.starts_with("~~") {
            self.start_element("<del>", "</del>");
            return;
        }
        self.plain.push_str(LITERAL_TILDE);
        self.start_element(LITERAL_TILDE, LITERAL_TILDE);
    }

    fn start_list(&mut self, first: Option<u64>) {
        self.lists.push(first);
        match first {
            None => self.start_block("<ul>\n", "</ul>\n"),
            Some(1) => self.start_block("<ol>\n", "</ol>\n"),
            Some(first) => self.start_block(&format!("<ol start=\"{first}\">\n"), "</ol>\n"),
        }
    }

    /// Opens a list item with the number written in the source, as the parser counts anew.
    fn start_item(&mut self, span: &Range<usize>) {
        let Some(Some(next)) = self.lists.last_mut() else {
            return self.start_block("<li>", "</li>\n");
        };
        let item = self.source.get(span.clone()).unwrap_or_default();
        let mut parts = item.trim_start().split(|c: char| !c.is_ascii_digit());
        let written = parts.next().and_then(|digits| digits.parse().ok());
        let number: u64 = written.unwrap_or(*next);
        let expected = std::mem::replace(next, number.saturating_add(1));
        if number == expected {
            self.start_block("<li>", "</li>\n");
        } else {
            self.start_block(&format!("<li value=\"{number}\">"), "</li>\n");
        }
    }

    /// Writes a line break of the source as a word space, if it separates words that are written
    /// with spaces.
    fn write_soft_break(&mut self, index: usize) {
        if !is_word_space(&self.plain, &self.events.text_after(index)) {
            return;
        }
        self.html.push('\n');
        self.plain.push(' ');
    }

    /// Ends the line of the plain text.
    pub(super) fn break_block(&mut self) {
        let kept = self.plain.trim_end().len();
        self.plain.truncate(kept);
        if kept > 0 {
            self.plain.push('\n');
        }
    }

    /// Writes text, escaped in the HTML.
    pub(super) fn push_text(&mut self, text: &str) {
        push_escaped(&mut self.html, text);
        self.plain
            .extend(text.chars().filter(|&c| !is_forbidden_in_html(c)));
    }

    /// Returns `true` if an element that can contain itself is nested too deep.
    fn lies_too_deep(&self, tag: &Tag<'_>) -> bool {
        let nests = matches!(
            tag,
            Tag::BlockQuote(_) | Tag::List(_) | Tag::Emphasis | Tag::Strong | Tag::Strikethrough
        );
        nests && self.open.len() >= DEEPEST
    }

    pub(super) fn report(&mut self, span: &Range<usize>, fault: BodyFault) {
        self.rendered.problems.push((span.clone(), fault));
    }
}

const LITERAL_TILDE: &str = "~";
