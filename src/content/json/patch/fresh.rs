//! Writing of values that a text did not have.

use serde_json::{Map, Value};

/// Order of the fields of an object, and of the objects in it.
#[derive(Debug, Default)]
pub(crate) struct FieldOrder(pub(crate) Vec<(String, FieldOrder)>);

static NONE: FieldOrder = FieldOrder(Vec::new());

impl FieldOrder {
    /// Returns the order inside of a field; lists have that of their objects.
    pub(super) fn inside(&self, key: &str) -> &Self {
        let found = self.0.iter().find(|(name, _)| name == key);
        found.map_or(&NONE, |(_, inside)| inside)
    }

    /// Returns the place of a field; unknown fields come last.
    pub(super) fn rank(&self, key: &str) -> usize {
        let place = self.0.iter().position(|(name, _)| name == key);
        place.unwrap_or(self.0.len())
    }
}

/// Returns the text of a new file.
pub(crate) fn new_text(value: &Value, order: &FieldOrder) -> String {
    let style = Style {
        newline: "\n",
        unit: "  ".to_owned(),
        is_inline: false,
    };
    style.fresh(value, order, "", false) + "\n"
}

/// How a text is written.
pub(super) struct Style {
    pub(super) newline: &'static str,
    /// One level of indentation.
    pub(super) unit: String,
    /// `true` if the whole text is on one line.
    pub(super) is_inline: bool,
}

impl Style {
    pub(super) fn of(json: &str) -> Self {
        let inside = json.trim();
        let newline = if json.contains("\r\n") { "\r\n" } else { "\n" };
        let unit = inside.split_once('\n').map(|(_, rest)| {
            let end = rest.len() - rest.trim_start_matches([' ', '\t']).len();
            rest.get(..end).unwrap_or_default().to_owned()
        });
        Self {
            newline,
            is_inline: unit.is_none() && inside.len() > 2,
            unit: unit.unwrap_or_else(|| "  ".to_owned()),
        }
    }

    /// Returns a value as text; `indent` is that of the line on which it begins.
    pub(super) fn fresh(
        &self,
        value: &Value,
        order: &FieldOrder,
        indent: &str,
        is_inline: bool,
    ) -> String {
        let inner = [indent, &self.unit].concat();
        let (open, close, parts): (_, _, Vec<String>) = match value {
            Value::Array(list) if !list.is_empty() => {
                let parts = list.iter();
                let part = |value| self.fresh(value, order, &inner, is_inline);
                ('[', ']', parts.map(part).collect())
            }
            Value::Object(fields) if !fields.is_empty() => {
                let parts = sorted(fields, order).into_iter();
                let part = |(key, value): (&String, &Value)| {
                    let value = self.fresh(value, order.inside(key), &inner, is_inline);
                    format!("{}: {value}", Value::String(key.clone()))
                };
                ('{', '}', parts.map(part).collect())
            }
            other => return other.to_string(),
        };
        if is_inline {
            let space = if open == '{' { " " } else { "" };
            return format!("{open}{space}{}{space}{close}", parts.join(", "));
        }
        let newline = self.newline;
        let between = format!(",{newline}{inner}");
        let parts = parts.join(&between);
        format!("{open}{newline}{inner}{parts}{newline}{indent}{close}")
    }
}

fn sorted<'a>(fields: &'a Map<String, Value>, order: &FieldOrder) -> Vec<(&'a String, &'a Value)> {
    let mut fields: Vec<_> = fields.iter().collect();
    fields.sort_by_key(|(key, _)| order.rank(key));
    fields
}
