//! Tables, in scrolling regions and with labelled header cells.

use pulldown_cmark::{Alignment, Event, Tag};

use super::writer::Writer;
use crate::publish::html::escape::push_attribute;

/// The table that is being written; tables do not nest in Markdown.
#[derive(Debug)]
pub(super) struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
}

impl Writer<'_> {
    pub(super) fn start_table(&mut self, index: usize, alignments: &[Alignment]) {
        self.tables += 1;
        self.table = Some(Table {
            alignments: alignments.to_vec(),
            column: 0,
            in_head: true,
        });
        // Focusable, so that a wide table can be scrolled by keyboard; numbered, as two regions
        // of a page must not have the same name.
        let mut opening = "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\"".to_owned();
        let name = format!("{} {}", self.options.labels.table, self.tables);
        push_attribute(&mut opening, "aria-label", &name);
        opening.push_str(">\n<table>\n");
        let closing = if self.has_body(index) {
            "</tbody>\n</table>\n</div>\n"
        } else {
            "</table>\n</div>\n"
        };
        self.start_block(&opening, closing);
    }

    /// Closes the head, and opens the body if the table has rows.
    pub(super) fn end_table_head(&mut self, index: usize) {
        if let Some(table) = &mut self.table {
            table.in_head = false;
        }
        let next = self.events.get(index + 1);
        if matches!(next, Some(Event::Start(Tag::TableRow))) {
            self.html.push_str("<tbody>\n");
        }
    }

    pub(super) fn start_row(&mut self) {
        if let Some(table) = &mut self.table {
            table.column = 0;
        }
        self.start_block("<tr>", "</tr>\n");
    }

    pub(super) fn start_cell(&mut self, index: usize) {
        let Some(table) = &mut self.table else {
            self.start_element("", "");
            return;
        };
        let class = match table.alignments.get(table.column) {
            Some(Alignment::Left) => " class=\"align-left\"",
            Some(Alignment::Center) => " class=\"align-center\"",
            Some(Alignment::Right) => " class=\"align-right\"",
            Some(Alignment::None) | None => "",
        };
        if table.column > 0 {
            self.plain.push(' ');
        }
        table.column += 1;
        // An empty header cell would be announced as a header without a name.
        if table.in_head && !self.events.text_inside(index).is_empty() {
            self.start_element(&format!("<th scope=\"col\"{class}>"), "</th>");
        } else {
            self.start_element(&format!("<td{class}>"), "</td>");
        }
    }

    /// Returns `true` if the table that starts at an index has rows below its head.
    fn has_body(&self, index: usize) -> bool {
        let head_end = self.events.end_of(index + 1);
        head_end + 1 < self.events.end_of(index)
    }
}
