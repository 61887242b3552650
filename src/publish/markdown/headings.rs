//! Headings: levels below the title of the page, ids, and links to them.

use std::ops::Range;

use pulldown_cmark::HeadingLevel;

use super::Heading;
use super::writer::Writer;
use crate::content::BodyFault;

impl Writer<'_> {
    /// Opens a heading, and returns the index of its start; without text it is left out, and the
    /// index is that of its end.
    pub(super) fn start_heading(
        &mut self,
        index: usize,
        written: HeadingLevel,
        span: &Range<usize>,
    ) -> usize {
        let text = self.events.text_inside(index);
        if text.is_empty() {
            self.report(span, BodyFault::EmptyHeading);
            return self.events.end_of(index);
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
            self.report(span, BodyFault::HeadingLevelOne);
        } else if level > from + 1 {
            let skipped = BodyFault::SkippedHeadingLevel { from, to: level };
            self.report(span, skipped);
        }
        let id = self.anchors.next_heading(&text);
        self.start_block(&format!("<h{level} id=\"{id}\">"), closing);
        self.rendered.headings.push(Heading { level, id, text });
        index
    }

    /// Reports links to anchors that the finished text does not have.
    pub(super) fn check_anchor_links(&mut self) {
        for (anchor, span) in std::mem::take(&mut self.anchor_links) {
            if !self.anchors.contains(&anchor) {
                self.report(&span, BodyFault::DeadAnchor(anchor));
            }
        }
    }
}
