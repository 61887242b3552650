//! Change of a JSON text that keeps every byte of what means the same.
//!
//! The text is compared with the value that it is to have. What is equal is copied, so order,
//! indentation, line ends, escapes and unknown fields stay as somebody wrote them.

use super::spans::STRICT;
use super::syntax::too_deep;
use jsonc_parser::ast::{Array, Object, Value as Node};
use jsonc_parser::common::Ranged as _;
use jsonc_parser::{CollectOptions, parse_to_ast};
use serde_json::{Map, Value};
use std::ops::Range;
use thiserror::Error;

mod align;
mod body;
mod fresh;

use align::{Pair, align, same};
use body::in_form_of;
use fresh::Style;
pub(crate) use fresh::{FieldOrder, new_text};

const BYTE_ORDER_MARK: char = '\u{feff}';

/// A text that was not changed.
#[derive(Debug, Error, PartialEq, Eq)]
pub(crate) enum PatchError {
    /// The text is not JSON.
    #[error("the text is not JSON")]
    NotJson,
    /// The changed text would not have the value.
    #[error("the changed text would not have the value")]
    Differs,
}

/// Returns a text with another value. New fields stand where `order` puts them.
///
/// # Errors
/// See [`PatchError`].
pub(crate) fn patch(text: &str, meant: &Value, order: &FieldOrder) -> Result<String, PatchError> {
    let json = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let before = text.len() - json.len();
    if too_deep(json).is_some() {
        return Err(PatchError::NotJson);
    }
    let old: Value = serde_json::from_str(json).map_err(|_| PatchError::NotJson)?;
    let parsed = parse_to_ast(json, &CollectOptions::default(), &STRICT);
    let root = parsed.map_err(|_| PatchError::NotJson)?.value;
    let root = root.ok_or(PatchError::NotJson)?;
    let meant = in_form_of(&old, meant);
    let patcher = Patcher {
        json,
        style: Style::of(json),
    };
    let new = patcher.value(&root, &meant, order);
    let head = text.get(..before + root.start()).unwrap_or_default();
    let tail = json.get(root.end()..).unwrap_or_default();
    let patched = [head, &new, tail].concat();
    let json = patched
        .strip_prefix(BYTE_ORDER_MARK)
        .unwrap_or(patched.as_str());
    match serde_json::from_str::<Value>(json) {
        Ok(said) if same(&said, &meant) => Ok(patched),
        _ => Err(PatchError::Differs),
    }
}

struct Patcher<'a> {
    json: &'a str,
    style: Style,
}

/// A field or an element of the new text.
struct Entry {
    /// Index in the old text.
    old: Option<usize>,
    /// Name of a field.
    key: String,
    text: String,
}

impl Patcher<'_> {
    fn slice(&self, range: Range<usize>) -> &str {
        self.json.get(range).unwrap_or_default()
    }

    fn value(&self, node: &Node<'_>, meant: &Value, order: &FieldOrder) -> String {
        let raw = self.slice(node.start()..node.end());
        if serde_json::from_str::<Value>(raw).is_ok_and(|old| same(&old, meant)) {
            return raw.to_owned();
        }
        match (node, meant) {
            (Node::Object(object), Value::Object(fields)) => self.object(object, fields, order),
            (Node::Array(array), Value::Array(list)) => self.array(array, list, order),
            _ => {
                let is_inline = self.is_inline(node.start());
                let indent = self.indent(node.start());
                self.style.fresh(meant, order, &indent, is_inline)
            }
        }
    }

    fn object(
        &self,
        object: &Object<'_>,
        fields: &Map<String, Value>,
        order: &FieldOrder,
    ) -> String {
        let properties = &object.properties;
        let mut entries = Vec::new();
        for (index, property) in properties.iter().enumerate() {
            let key = property.name.as_str();
            let Some(meant) = fields.get(key) else {
                continue;
            };
            let later = properties.iter().skip(index + 1);
            // JSON parsers use the last one of repeated fields.
            let is_hidden = later.into_iter().any(|other| other.name.as_str() == key);
            let (start, value) = (property.start(), &property.value);
            let text = if is_hidden {
                self.slice(start..property.end()).to_owned()
            } else {
                let value_text = self.value(value, meant, order.inside(key));
                [self.slice(start..value.start()), &value_text].concat()
            };
            entries.push(Entry {
                old: Some(index),
                key: key.to_owned(),
                text,
            });
        }
        let old: Vec<_> = properties
            .iter()
            .map(|one| one.start()..one.end())
            .collect();
        let frame = object.start()..object.end();
        let (indent, is_inline) = self.inner(&frame, &old);
        let mut new: Vec<_> = fields
            .iter()
            .filter(|(key, _)| {
                properties
                    .iter()
                    .all(|one| one.name.as_str() != key.as_str())
            })
            .collect();
        new.sort_by_key(|(key, _)| order.rank(key));
        for (key, meant) in new {
            let rank = order.rank(key);
            let before = |entry: &Entry| order.rank(&entry.key) < rank;
            let place = match entries.iter().rposition(before) {
                Some(last) => last + 1,
                None => entries
                    .iter()
                    .position(|entry| rank < order.rank(&entry.key))
                    .unwrap_or(entries.len()),
            };
            let value = self
                .style
                .fresh(meant, order.inside(key), &indent, is_inline);
            entries.insert(
                place,
                Entry {
                    old: None,
                    key: key.clone(),
                    text: format!("{}: {value}", Value::String(key.clone())),
                },
            );
        }
        self.assemble(&frame, &old, &entries)
    }

    fn array(&self, array: &Array<'_>, list: &[Value], order: &FieldOrder) -> String {
        let elements = &array.elements;
        let old: Vec<_> = elements.iter().map(|one| one.start()..one.end()).collect();
        let frame = array.start()..array.end();
        let (indent, mut is_inline) = self.inner(&frame, &old);
        let is_flat = |range: &Range<usize>| !self.slice(range.clone()).contains('\n');
        let is_container = |node: &Node<'_>| matches!(node, Node::Array(_) | Node::Object(_));
        // A new element is written as those beside it.
        is_inline |= elements.iter().any(is_container) && old.iter().all(is_flat);
        let values: Vec<Value> = old
            .iter()
            .map(|range| serde_json::from_str(self.slice(range.clone())).unwrap_or_default())
            .collect();
        let entries: Vec<_> = align(&values, list)
            .into_iter()
            .filter_map(|Pair { old, new }| {
                let meant = list.get(new)?;
                let text = match old.and_then(|old| elements.get(old)) {
                    Some(node) => self.value(node, meant, order),
                    None => self.style.fresh(meant, order, &indent, is_inline),
                };
                Some(Entry {
                    old,
                    key: String::new(),
                    text,
                })
            })
            .collect();
        self.assemble(&frame, &old, &entries)
    }

    /// Returns the indentation inside of brackets, and `true` if what they hold is on their line.
    fn inner(&self, frame: &Range<usize>, old: &[Range<usize>]) -> (String, bool) {
        match old.first() {
            Some(first) => {
                let lead = self.slice(frame.start + 1..first.start);
                match lead.rsplit_once('\n') {
                    Some((_, indent)) => (indent.to_owned(), false),
                    None => (String::new(), true),
                }
            }
            None => {
                let indent = self.indent(frame.start) + &self.style.unit;
                (indent, self.is_inline(frame.start))
            }
        }
    }

    fn assemble(&self, frame: &Range<usize>, old: &[Range<usize>], entries: &[Entry]) -> String {
        let open = self.slice(frame.start..frame.start + 1);
        let close = self.slice(frame.end - 1..frame.end);
        if entries.is_empty() {
            return [open, close].concat();
        }
        let (indent, is_inline) = self.inner(frame, old);
        let newline = self.style.newline;
        let (lead, tail) = match (old.first(), old.last()) {
            (Some(first), Some(last)) => {
                let lead = self.slice(frame.start + 1..first.start).to_owned();
                (lead, self.slice(last.end..frame.end - 1).to_owned())
            }
            _ if is_inline && open == "{" => (" ".to_owned(), " ".to_owned()),
            _ if is_inline => (String::new(), String::new()),
            _ => (
                format!("{newline}{indent}"),
                format!("{newline}{}", self.indent(frame.start)),
            ),
        };
        let separator = if is_inline {
            ", ".to_owned()
        } else {
            format!(",{newline}{indent}")
        };
        let mut text = [open, &lead].concat();
        let mut before: Option<&Entry> = None;
        for entry in entries {
            if let Some(before) = before {
                let between = match (before.old, entry.old) {
                    (Some(one), Some(next)) if next == one + 1 => old
                        .get(one)
                        .zip(old.get(next))
                        .map(|(one, next)| one.end..next.start),
                    _ => None,
                };
                text.push_str(between.map_or(separator.as_str(), |range| self.slice(range)));
            }
            text.push_str(&entry.text);
            before = Some(entry);
        }
        text.push_str(&tail);
        text.push_str(close);
        text
    }

    /// Returns the indentation of the line with a position.
    fn indent(&self, at: usize) -> String {
        let before = self.slice(0..at);
        let line = before.rsplit_once('\n').map_or(before, |(_, line)| line);
        let end = line.len() - line.trim_start_matches([' ', '\t']).len();
        line.get(..end).unwrap_or_default().to_owned()
    }

    /// Returns `true` if something else stands before a value in its line, besides its name: then it
    /// is inside of brackets that are on one line.
    fn is_inline(&self, at: usize) -> bool {
        if self.style.is_inline {
            return true;
        }
        let before = self.slice(0..at);
        let line = before.rsplit_once('\n').map_or(before, |(_, line)| line);
        let opened = line.matches(['{', '[']).count();
        let closed = line.matches(['}', ']']).count();
        before.contains('\n') && closed < opened
    }
}

#[cfg(test)]
mod tests;
