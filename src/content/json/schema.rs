//! JSON Schemas of the content files, generated from their types.
//!
//! They have two uses: code editors complete and check files with them, and the errors of a
//! file that does not match its type are explained by them.

mod files;

pub use files::files;

use std::collections::BTreeMap;

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::content::items::article::Article;
use crate::content::items::bulletin::Bulletin;
use crate::content::items::event::Event;
use crate::content::items::links::LinkGroup;
use crate::content::items::member::Member;
use crate::content::items::page::Page;
use crate::content::items::site::Site;
use crate::content::items::synonyms::Synonyms;

/// Type of a whole content file.
pub(crate) trait FileType: DeserializeOwned + JsonSchema {
    /// Name of its schema.
    const SCHEMA: &'static str;
}

impl<T: FileType> FileType for Box<T> {
    const SCHEMA: &'static str = T::SCHEMA;
}

macro_rules! file_types {
    ($($type:ty: $name:literal),* $(,)?) => {
        $(impl FileType for $type {
            const SCHEMA: &'static str = $name;
        })*

        /// Returns the schemas of all kinds of content files, by name.
        pub fn schemas() -> BTreeMap<&'static str, Schema> {
            BTreeMap::from([$(($name, schema_of::<$type>())),*])
        }
    };
}

file_types! {
    Site: "site",
    Article: "article",
    Member: "member",
    Bulletin: "bulletin",
    Event: "event",
    LinkGroup: "links",
    Page: "page",
    Synonyms: "synonyms",
}

/// Returns the schema of one kind of content file.
///
/// Subschemas are inlined, so that the path of a failed keyword leads directly to its node.
/// Draft 7 is the version that code editors support best.
pub(crate) fn schema_of<T: FileType>() -> Schema {
    SchemaSettings::draft07()
        .with(|settings| settings.inline_subschemas = true)
        .with_transform(RecursiveTransform(plain_enums))
        .with_transform(RecursiveTransform(plain_options))
        .with_transform(RecursiveTransform(plain_numbers))
        .into_generator()
        .into_root_schema_for::<T>()
}

/// Writes a choice of constants as `enum`, since a failed `oneOf` would not list the values.
fn plain_enums(schema: &mut Schema) {
    let Some(Value::Array(choices)) = schema.get("oneOf") else {
        return;
    };
    let mut values = Vec::new();
    let mut descriptions = Vec::new();
    for choice in choices {
        let Some(value) = choice.get("const") else {
            return;
        };
        values.push(value.clone());
        descriptions.push(choice.get("description").cloned().unwrap_or_default());
    }
    schema.remove("oneOf");
    schema.insert("type".to_owned(), json!("string"));
    schema.insert("enum".to_owned(), Value::Array(values));
    // Keyword with which Visual Studio Code explains the values during completion.
    schema.insert("enumDescriptions".to_owned(), Value::Array(descriptions));
}

/// Writes an optional value as one node; schemars generates a choice of two.
fn plain_options(schema: &mut Schema) {
    let Some(Value::Array(choices)) = schema.get("anyOf") else {
        return;
    };
    let [Value::Object(choice), null] = choices.as_slice() else {
        return;
    };
    if null.get("type") != Some(&json!("null")) {
        return;
    }
    let choice = choice.clone();
    schema.remove("anyOf");
    for (keyword, value) in choice {
        // The description of the field is more specific than that of the type.
        if schema.get(&keyword).is_none() {
            schema.insert(keyword, value);
        }
    }
    if let Some(types) = schema.get_mut("type") {
        match types {
            Value::Array(types) => types.push(json!("null")),
            single => *single = json!([single.clone(), "null"]),
        }
    }
    if let Some(Value::Array(values)) = schema.get_mut("enum") {
        values.push(Value::Null);
    }
}

/// Writes the limits of Rust's number types as numbers; schemars writes formats specific to
/// Rust.
fn plain_numbers(schema: &mut Schema) {
    let limits = match schema.get("format").and_then(Value::as_str) {
        Some("uint16") => (0, i64::from(u16::MAX)),
        Some("uint32") => (0, i64::from(u32::MAX)),
        Some("int32") => (i64::from(i32::MIN), i64::from(i32::MAX)),
        _ => return,
    };
    schema.remove("format");
    for (keyword, limit) in [("minimum", limits.0), ("maximum", limits.1)] {
        if schema
            .get(keyword)
            .and_then(Value::as_i64)
            .is_none_or(|written| written == 0)
        {
            schema.insert(keyword.to_owned(), json!(limit));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::json::formats::check;
    use crate::content::values::text_value::Format;

    fn each_node(value: &Value, visit: &mut dyn FnMut(&Value)) {
        visit(value);
        match value {
            Value::Object(map) => map.values().for_each(|value| each_node(value, visit)),
            Value::Array(list) => list.iter().for_each(|value| each_node(value, visit)),
            _ => {}
        }
    }

    #[test]
    fn every_field_is_described() {
        for (name, schema) in schemas() {
            each_node(schema.as_value(), &mut |node| {
                let Some(Value::Object(properties)) = node.get("properties") else {
                    return;
                };
                for (field, schema) in properties {
                    assert!(schema.get("description").is_some(), "{name}: {field}");
                }
            });
        }
    }

    #[test]
    fn schemas_have_no_references_and_only_forms_as_formats() {
        for (name, schema) in schemas() {
            each_node(schema.as_value(), &mut |node| {
                assert!(node.get("$ref").is_none(), "{name}: {node}");
                assert!(node.get("oneOf").is_none(), "{name}: {node}");
                if let Some(Value::String(format)) = node.get("format") {
                    assert!(Format::from_name(format).is_some(), "{name}: {format}");
                }
            });
        }
    }

    #[test]
    fn examples_have_their_form() {
        for (name, schema) in schemas() {
            each_node(schema.as_value(), &mut |node| {
                let (Some(Value::String(format)), Some(Value::Array(examples))) =
                    (node.get("format"), node.get("examples"))
                else {
                    return;
                };
                let format = Format::from_name(format).expect("the format is known");
                for example in examples {
                    let text = example.as_str().unwrap_or_default();
                    assert_eq!(check(format, text), Ok(()), "{name}: {text}");
                }
            });
        }
    }
}
