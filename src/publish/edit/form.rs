//! Forms of the kinds of files: what the JSON Schemas say, in the order and with the titles of the
//! layout tables.

mod layout;

use super::kinds;
use crate::content::json::patch::FieldOrder;
use crate::content::json::schema::schemas;
use crate::content::values::date::Date;
use crate::content::values::province::Province;
use crate::wire::edit::{Field, Form, Group, ItemKind, Widget};
use layout::{Hint, Row, layout};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Schemas by their names, which take a moment to make.
static SCHEMAS: LazyLock<BTreeMap<&'static str, Value>> = LazyLock::new(|| {
    let schemas = schemas().into_iter();
    schemas
        .map(|(name, schema)| (name, schema.to_value()))
        .collect()
});

/// A value with its Chinese name.
type Choice = (String, String);

/// Returns the form of a kind on a site with these settings, on a day.
pub(super) fn form(kind: ItemKind, site: Option<&Value>, today: Date) -> Form {
    let sections = sections(site);
    let schema = SCHEMAS.get(kinds::schema(kind)).unwrap_or(&Value::Null);
    let fields = fields(layout(kind), schema, None, &sections);
    let section = sections.first().map(|(id, _)| id.as_str());
    let initial = initial(kind, section, today);
    Form { fields, initial }
}

/// Returns what a new item of a kind has before anything is typed: what most of them have.
fn initial(kind: ItemKind, section: Option<&str>, today: Date) -> Value {
    match kind {
        ItemKind::Article => match section {
            Some(section) => json!({ "section": section, "published": today.to_string() }),
            None => json!({ "published": today.to_string() }),
        },
        ItemKind::Member => json!({ "kind": "enterprise" }),
        ItemKind::Event => json!({ "start": today.to_string() }),
        ItemKind::Bulletin
        | ItemKind::Links
        | ItemKind::Page
        | ItemKind::Site
        | ItemKind::Synonyms => json!({}),
    }
}

/// Returns the order of the fields in files of a kind.
pub(super) fn order(kind: ItemKind) -> FieldOrder {
    order_of(layout(kind))
}

fn order_of(rows: &[Row]) -> FieldOrder {
    let rows = rows.iter();
    FieldOrder(
        rows.map(|row| (row.name.to_owned(), order_of(row.inside)))
            .collect(),
    )
}

/// Returns the sections of a site by their ids.
fn sections(site: Option<&Value>) -> Vec<Choice> {
    let sections = site.and_then(|site| site.get("sections")?.as_array());
    let sections = sections.into_iter().flatten().filter_map(|section| {
        let text = |key| Some(section.get(key)?.as_str()?.to_owned());
        Some((text("id")?, text("name")?))
    });
    sections.collect()
}

fn fields(rows: &[Row], schema: &Value, outer: Option<Group>, sections: &[Choice]) -> Vec<Field> {
    let shown = rows.iter().filter(|row| !matches!(row.hint, Hint::Hidden));
    let fields = shown.map(|row| {
        let property = property(schema, row.name);
        let group = outer.unwrap_or(row.group);
        let required = schema.get("required").and_then(Value::as_array);
        let mut required = required.into_iter().flatten();
        let widget = widget(row, property, group, sections);
        // The schema explains how the value is written, which nobody does who picks it.
        let help = if is_picked(&widget) {
            String::new()
        } else {
            text(property, "description")
        };
        Field {
            name: row.name.to_owned(),
            label: row.label.to_owned(),
            help,
            group,
            is_required: required.any(|name| name == row.name),
            widget,
        }
    });
    fields.collect()
}

fn property<'a>(schema: &'a Value, name: &str) -> &'a Value {
    let property = schema.get("properties").and_then(|all| all.get(name));
    property.unwrap_or(&Value::Null)
}

fn text(schema: &Value, keyword: &str) -> String {
    schema
        .get(keyword)
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned()
}

fn widget(row: &Row, schema: &Value, group: Group, sections: &[Choice]) -> Widget {
    let most = most(schema);
    match row.hint {
        // Hidden fields are left out before.
        Hint::Schema | Hint::Hidden => of_schema(row, schema, group, sections),
        Hint::Body => Widget::Body,
        Hint::Paragraph => Widget::Paragraph { most },
        Hint::Day => Widget::Date { is_partial: false },
        Hint::PartialDay => Widget::Date { is_partial: true },
        Hint::Moment => Widget::Moment,
        Hint::Words => Widget::Words,
        Hint::One(to) => Widget::Reference { to },
        Hint::Several(to) => Widget::References { to },
        Hint::Picture => Widget::File { is_picture: true },
        Hint::File => Widget::File { is_picture: false },
        Hint::Color => Widget::Color,
        Hint::Status => Widget::Status,
        Hint::Section if sections.is_empty() => Widget::Line { most },
        Hint::Section => Widget::Choice {
            options: sections.to_vec(),
        },
        Hint::Sections => Widget::Choices {
            options: sections.to_vec(),
        },
        Hint::Province => Widget::Choice {
            options: provinces(),
        },
    }
}

fn of_schema(row: &Row, schema: &Value, group: Group, sections: &[Choice]) -> Widget {
    let has_type = |name: &str| match schema.get("type") {
        Some(Value::Array(types)) => types.iter().any(|one| one == name),
        Some(one) => one == name,
        None => false,
    };
    let items = schema.get("items").unwrap_or(&Value::Null);
    let inside = |schema| fields(row.inside, schema, Some(group), sections);
    if schema.get("enum").is_some() {
        let options = options(schema);
        Widget::Choice { options }
    } else if has_type("object") {
        let fields = inside(schema);
        Widget::Section { fields }
    } else if has_type("array") && items.get("enum").is_some() {
        let options = options(items);
        Widget::Choices { options }
    } else if has_type("array") && items.get("properties").is_some() {
        Widget::List {
            label: row.label.to_owned(),
            fields: inside(items),
        }
    } else if has_type("array") {
        let most = most(items);
        Widget::Tags { most }
    } else if has_type("boolean") {
        let default = schema.get("default").and_then(Value::as_bool);
        Widget::Switch {
            default: default.unwrap_or_default(),
        }
    } else if has_type("integer") {
        let limit = |keyword| schema.get(keyword).and_then(Value::as_i64);
        Widget::Number {
            least: limit("minimum").unwrap_or_default(),
            most: limit("maximum").unwrap_or(i64::from(u32::MAX)),
        }
    } else {
        let most = most(schema);
        Widget::Line { most }
    }
}

/// Returns `true` if a value is picked and not written.
fn is_picked(widget: &Widget) -> bool {
    matches!(
        widget,
        Widget::Choice { .. }
            | Widget::Choices { .. }
            | Widget::Reference { .. }
            | Widget::References { .. }
            | Widget::File { .. }
            | Widget::Color
            | Widget::Status
    )
}

fn provinces() -> Vec<Choice> {
    let names = Province::ALL.into_iter().map(Province::short_name);
    names
        .map(|name| (name.to_owned(), name.to_owned()))
        .collect()
}

fn most(schema: &Value) -> Option<u32> {
    let most = schema.get("maxLength").and_then(Value::as_u64)?;
    u32::try_from(most).ok()
}

fn options(schema: &Value) -> Vec<Choice> {
    let list = |keyword: &str| {
        let list = schema.get(keyword).and_then(Value::as_array);
        let list = list.into_iter().flatten();
        list.filter_map(|value| value.as_str().map(str::to_owned))
            .collect::<Vec<_>>()
    };
    let (values, names) = (list("enum"), list("enumDescriptions"));
    let values = values.into_iter().enumerate();
    values
        .map(|(at, value)| {
            let name = names.get(at).filter(|name| !name.is_empty());
            let name = name.cloned().unwrap_or_else(|| value.clone());
            (value, name)
        })
        .collect()
}

#[cfg(test)]
mod tests;
