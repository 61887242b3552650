//! Validators of the JSON Schemas.

use std::collections::BTreeMap;

use jsonschema::Validator;
use serde_json::Value;

use super::formats;
use super::schema::{FileType, schema_of};
use crate::content::diagnostics::kind::JsonType;
use crate::content::values::text_value::Format;

/// Cache of validators; making one takes longer than validating a file.
#[derive(Default)]
pub(crate) struct Validators(BTreeMap<&'static str, SchemaValidator>);

/// A compiled schema.
pub(crate) struct SchemaValidator {
    pub(crate) schema: Value,
    pub(crate) validator: Validator,
}

impl Validators {
    /// Returns the validator of a type of files.
    pub(crate) fn of<T: FileType>(&mut self) -> Option<&SchemaValidator> {
        if !self.0.contains_key(T::SCHEMA) {
            let schema = schema_of::<T>().to_value();
            // A test ensures that every schema gives a validator; without one, serde's message
            // is used.
            let validator = validator(&schema).ok()?;
            self.0
                .insert(T::SCHEMA, SchemaValidator { schema, validator });
        }
        self.0.get(T::SCHEMA)
    }
}

fn validator(schema: &Value) -> Result<Validator, Box<jsonschema::ValidationError<'static>>> {
    let mut options = jsonschema::options().should_validate_formats(true);
    for format in Format::ALL {
        options = options.with_format(format.name(), move |text: &str| {
            formats::check(format, text).is_ok()
        });
    }
    options.build(schema).map_err(Box::new)
}

pub(crate) fn type_of(value: &Value) -> JsonType {
    match value {
        Value::Null => JsonType::Null,
        Value::Bool(_) => JsonType::Boolean,
        Value::Number(number) if number.is_f64() => JsonType::Number,
        Value::Number(_) => JsonType::Integer,
        Value::String(_) => JsonType::String,
        Value::Array(_) => JsonType::Array,
        Value::Object(_) => JsonType::Object,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::json::schema::schemas;

    #[test]
    fn every_schema_makes_a_validator() {
        for (name, schema) in schemas() {
            assert!(validator(schema.as_value()).is_ok(), "{name}");
        }
    }
}
