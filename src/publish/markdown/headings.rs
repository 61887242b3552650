//! Headings: levels below the page's title, ids, and links to them.

use std::ops::Range;

use pulldown_cmark::HeadingLevel;

use super::Heading;
use super::problem::MarkdownProblemKind;
use super::resolve::shorten;
use super::writer::Writer;

impl Writer<'_> {
    /// Opens a heading; `false` where it has no text and is left out.
    pub(super) fn start_heading(
        &mut self,
        index: usize,
        written: HeadingLevel,
        span: &Range<usize>,
    ) -> bool {
        let text = self.events.text_inside(index);
        if text.is_empty() {
            self.report(span, MarkdownProblemKind::EmptyHeading);
            return false;
        }
        let (level, closing) = match written {
            HeadingLevel::H1 | HeadingLevel::H2 => (2, "</h2>\n"),
            HeadingLevel::H3 => (3, "</h3>\n"),
            HeadingLevel::H4 => (4, "</h4>\n"),
            HeadingLevel::H5 => (5, "</h5>\n"),
            HeadingLevel::H6 => (6, "</h6>\n"),
        };
        let from = std::mem::replace(&mut self.last_level, level);
        if written == HeadingLevel::H1 {
            self.report(span, MarkdownProblemKind::LevelOneHeading);
        } else if level > from + 1 {
            let skipped = MarkdownProblemKind::SkippedHeadingLevel { from, to: level };
            self.report(span, skipped);
        }
        let id = self.anchors.next_heading(&text);
        self.start_block(&format!("<h{level} id=\"{id}\">"), closing);
        self.rendered.headings.push(Heading { level, id, text });
        true
    }

    /// Reports links to anchors that the finished text does not have.
    pub(super) fn check_anchor_links(&mut self) {
        for (anchor, span) in std::mem::take(&mut self.anchor_links) {
            if self.anchors.contains(&anchor) {
                continue;
            }
            let known = self.known_anchors();
            let anchor = shorten(&anchor);
            self.report(&span, MarkdownProblemKind::DeadAnchor { anchor, known });
        }
    }

    /// The first anchors that an editor may have meant.
    fn known_anchors(&self) -> String {
        const MOST_NAMED: usize = 12;
        let headings = self.rendered.headings.iter().take(MOST_NAMED);
        let known: Vec<_> = headings.map(|heading| format!("#{}", heading.id)).collect();
        if known.is_empty() {
            return "无".to_owned();
        }
        known.join("、")
    }
}
