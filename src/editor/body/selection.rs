//! The selection of a text area, and changes that the browser can undo.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{HtmlDocument, HtmlTextAreaElement};

/// A text area with its text around and in the selection.
pub(super) struct Selection {
    area: HtmlTextAreaElement,
    /// Text before the selection.
    pub(super) before: String,
    /// Selected text.
    pub(super) chosen: String,
    /// Text after the selection.
    pub(super) after: String,
}

impl Selection {
    /// Reads the selection.
    pub(super) fn of(area: HtmlTextAreaElement) -> Option<Self> {
        // The browser counts in UTF-16.
        let text: Vec<u16> = area.value().encode_utf16().collect();
        let place = |at: Option<u32>| usize::try_from(at?).ok().map(|at| at.min(text.len()));
        let start = place(area.selection_start().ok()?)?;
        let end = place(area.selection_end().ok()?)?;
        let part = |units: &[u16]| String::from_utf16_lossy(units);
        Some(Self {
            before: part(&text[..start]),
            chosen: part(&text[start..end]),
            after: part(&text[end..]),
            area,
        })
    }

    /// Extends the selection to whole lines.
    pub(super) fn lines(mut self) -> Self {
        let start = self.before.rfind('\n').map_or(0, |at| at + 1);
        let head = self.before.split_off(start);
        let end = self.after.find('\n').unwrap_or(self.after.len());
        let rest = self.after.split_off(end);
        self.chosen = format!("{head}{}{}", self.chosen, self.after);
        self.after = rest;
        self.select(units(&self.before), units(&self.chosen));
        self
    }

    /// Returns the line in which the selection begins, up to it.
    pub(super) fn line_before(&self) -> &str {
        self.before.rsplit('\n').next().unwrap_or_default()
    }

    /// Replaces the selection; the caret stands behind the new text.
    pub(super) fn insert(&self, text: &str) {
        self.select(units(&self.before), units(&self.chosen));
        let is_done = document()
            .dyn_into::<HtmlDocument>()
            .ok()
            .and_then(|document| {
                document
                    .exec_command_with_show_ui_and_value("insertText", false, text)
                    .ok()
            });
        if is_done != Some(true) {
            // A browser without the command: the text is changed, and cannot be undone.
            let whole = format!("{}{text}{}", self.before, self.after);
            self.area.set_value(&whole);
            if let Ok(event) = web_sys::Event::new("input") {
                let _ = self.area.dispatch_event(&event);
            }
            self.select(units(&self.before) + units(text), 0);
        }
    }

    /// Replaces the selection, and selects a part of the new text.
    pub(super) fn insert_and_select(&self, text: &str, head: &str, part: &str) {
        self.insert(text);
        self.select(units(&self.before) + units(head), units(part));
    }

    /// Inserts a paragraph of its own.
    pub(super) fn insert_block(&self, text: &str) {
        let start = match self.before.as_str() {
            "" => "",
            before if before.ends_with("\n\n") => "",
            before if before.ends_with('\n') => "\n",
            _ => "\n\n",
        };
        let end = match self.after.as_str() {
            "" => "",
            after if after.starts_with("\n\n") => "",
            after if after.starts_with('\n') => "\n",
            _ => "\n\n",
        };
        self.insert(&format!("{start}{text}{end}"));
    }

    fn select(&self, start: u32, length: u32) {
        // Both fail only on inputs that have no text.
        let _ = self.area.focus();
        let _ = self.area.set_selection_range(start, start + length);
    }
}

fn units(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}
