//! Footnotes: numbered by their first reference, listed at the end, linked in both directions.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::writer::Writer;
use crate::content::BodyFault;
use crate::publish::html::escape::push_attribute;

/// An arrow back, followed by the variation selector that prevents display as an emoji.
const BACK_ARROW: &str = "↩\u{FE0E}";

/// Footnotes of one text.
#[derive(Debug, Default)]
pub(super) struct Footnotes {
    /// Definitions by lowercase label, as labels are case-insensitive in Markdown.
    definitions: BTreeMap<String, Definition>,
    /// Events and number of references of the footnotes, in the order of the first reference; the
    /// first is number 1.
    referenced: Vec<(Range<usize>, usize)>,
}

#[derive(Debug)]
struct Definition {
    /// Its events, without start and end.
    events: Range<usize>,
    span: Range<usize>,
    label: String,
    number: Option<usize>,
}

impl Writer<'_> {
    /// Records the definition of each footnote. The first definition of a label is used.
    pub(super) fn collect_footnotes(&mut self) {
        let events = self.events;
        for (index, (event, span)) in events.list.iter().enumerate() {
            let Event::Start(Tag::FootnoteDefinition(label)) = event else {
                continue;
            };
            let key = label.to_lowercase();
            if self.footnotes.definitions.contains_key(&key) {
                self.report(span, BodyFault::DuplicateFootnote(label.to_string()));
                continue;
            }
            let definition = Definition {
                events: index + 1..self.events.end_of(index),
                span: span.clone(),
                label: label.to_string(),
                number: None,
            };
            self.footnotes.definitions.insert(key, definition);
        }
    }

    /// Writes a reference to a footnote.
    pub(super) fn write_reference(&mut self, label: &str) {
        // A link inside a link would not survive an HTML parser; the fidelity check reports that
        // it is missing.
        if self.in_link {
            return;
        }
        let Footnotes {
            definitions,
            referenced,
        } = &mut self.footnotes;
        let Some(definition) = definitions.get_mut(&label.to_lowercase()) else {
            return;
        };
        let number = *definition.number.get_or_insert_with(|| {
            referenced.push((definition.events.clone(), 0));
            referenced.len()
        });
        let Some((_, references)) = referenced.get_mut(number - 1) else {
            return;
        };
        *references += 1;
        let id = reference_id(number, *references);
        let name = format!("{} {number}", self.options.labels.footnote);
        let href = footnote_id(number);
        let opening = format!("<sup id=\"{id}\"><a href=\"#{href}\" role=\"doc-noteref\"");
        self.html.push_str(&opening);
        push_attribute(&mut self.html, "aria-label", &name);
        self.html.push_str(&format!(">{number}</a></sup>"));
        self.anchors.add(id);
        self.anchors.add(href);
    }

    /// Writes the section of footnotes, if any is referenced.
    pub(super) fn write_footnotes(&mut self) {
        let main = std::mem::take(&mut self.html);
        let bodies = self.write_bodies();
        self.html = main;
        self.report_unused();
        if bodies.is_empty() {
            return;
        }
        self.html.push_str("<section class=\"footnotes\"");
        push_attribute(&mut self.html, "aria-label", self.options.labels.footnotes);
        self.html.push_str(">\n<ol>\n");
        let referenced = std::mem::take(&mut self.footnotes.referenced);
        for (number, (body, (_, references))) in (1..).zip(bodies.into_iter().zip(referenced)) {
            let id = footnote_id(number);
            let links = self.back_links(number, references);
            self.html.push_str(&format!("<li id=\"{id}\">"));
            match body.strip_suffix("</p>\n") {
                Some(text) => self.html.push_str(&format!("{text}{links}</p>\n")),
                None => self
                    .html
                    .push_str(&format!("{body}<p>{}</p>\n", links.trim_start())),
            }
            self.html.push_str("</li>\n");
        }
        self.html.push_str("</ol>\n</section>\n");
    }

    /// Writes the text of each footnote.
    ///
    /// A footnote may refer to another, which is then appended to the queue. Links back are
    /// therefore added later.
    fn write_bodies(&mut self) -> Vec<String> {
        let mut bodies = Vec::new();
        while let Some((events, _)) = self.footnotes.referenced.get(bodies.len()) {
            let events = events.clone();
            self.break_block();
            self.write_range(events);
            bodies.push(std::mem::take(&mut self.html));
        }
        bodies
    }

    fn back_links(&self, number: usize, references: usize) -> String {
        let mut links = String::new();
        for nth in 1..=references {
            let id = reference_id(number, nth);
            let which = id.trim_start_matches("fnref-");
            let name = format!("{} {which}", self.options.labels.back_to_text);
            links.push_str(&format!(
                " <a href=\"#{id}\" class=\"footnote-back\" role=\"doc-backlink\""
            ));
            push_attribute(&mut links, "aria-label", &name);
            links.push_str(&format!(">{BACK_ARROW}</a>"));
        }
        links
    }

    fn report_unused(&mut self) {
        for definition in std::mem::take(&mut self.footnotes.definitions).into_values() {
            if definition.number.is_none() {
                let fault = BodyFault::UnusedFootnote(definition.label);
                self.report(&definition.span, fault);
            }
        }
    }
}

fn footnote_id(number: usize) -> String {
    format!("fn-{number}")
}

fn reference_id(number: usize, nth: usize) -> String {
    match nth {
        1 => format!("fnref-{number}"),
        _ => format!("fnref-{number}-{nth}"),
    }
}
