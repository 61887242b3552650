//! From a file's bytes to its type, or to everything that is wrong with it.

use std::collections::BTreeMap;
use std::ops::Range;

use jsonschema::Validator;
use serde_json::Value;

use super::explain::{self, Finding};
use super::kind::{Encoding, JsonType, ProblemKind};
use super::pointer::Pointer;
use super::position::{Location, offset_of};
use super::problem::{MOST_OF_A_FILE, Problem};
use super::repair::Repaired;
use super::salvage::{salvage, salvage_fields};
use super::schema::{FileType, schema_of};
use super::syntax;
use super::tree::Tree;
use super::value::Form;

/// The largest content file that is read, in bytes; a whole book has less text.
pub const LARGEST_FILE: usize = 8 << 20;

const BYTE_ORDER_MARK: char = '\u{feff}';

/// Validators made so far: making one takes longer than validating a file.
#[derive(Default)]
pub(super) struct Validators(BTreeMap<&'static str, SchemaValidator>);

/// A schema ready to validate.
pub(super) struct SchemaValidator {
    pub(super) schema: Value,
    pub(super) validator: Validator,
}

/// A file as its type.
pub(super) struct Decoded<T> {
    pub(super) value: T,
    /// The places that do not hold what was written, because that was wrong.
    pub(super) doubts: Vec<Pointer>,
}

/// Reads a file into its type, as far as that goes; says everything that is wrong with it.
pub(super) fn decode<T: FileType>(
    file: &str,
    bytes: &[u8],
    validators: &mut Validators,
    problems: &mut Vec<Problem>,
) -> Option<Decoded<T>> {
    let text = text_of(file, bytes, problems)?;
    let json = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let error = match serde_json::from_str::<T>(json) {
        Ok(value) => {
            let doubts = Vec::new();
            return Some(Decoded { value, doubts });
        }
        Err(error) => error,
    };
    let shift = text.len() - json.len();
    let validator = validators.of::<T>();
    let Examined { faults, readable } = examine(json, &error, validator);
    let more = faults.len().saturating_sub(MOST_OF_A_FILE);
    if 0 < more {
        problems.push(Problem::of_file(file, ProblemKind::TooMany { more }));
    }
    let told = faults.into_iter().take(MOST_OF_A_FILE);
    problems.extend(told.map(|(span, kind)| Problem {
        file: file.to_owned(),
        location: Some(Location::of(text, span.start + shift..span.end + shift)),
        kind,
    }));
    let (document, findings) = readable?;
    let schema = &validator?.schema;
    [salvage, salvage_fields].into_iter().find_map(|salvage| {
        let salvaged = salvage(&document, schema, &findings);
        let doubts = salvaged.doubts;
        // What is wrong has been told; here only what is left counts.
        let value = T::deserialize(salvaged.document).ok()?;
        Some(Decoded { value, doubts })
    })
}

/// What can be said of a text that serde refused.
struct Examined {
    /// What is wrong, and the bytes that are meant.
    faults: Vec<(Range<usize>, ProblemKind)>,
    /// The document and how it departs from its schema, where it is an object at all.
    readable: Option<(Value, Vec<Finding>)>,
}

impl From<(Range<usize>, ProblemKind)> for Examined {
    fn from(fault: (Range<usize>, ProblemKind)) -> Examined {
        Examined {
            faults: vec![fault],
            readable: None,
        }
    }
}

fn examine(json: &str, error: &serde_json::Error, validator: Option<&SchemaValidator>) -> Examined {
    if let Some(at) = syntax::too_deep(json) {
        return (at..at + 1, ProblemKind::TooDeep).into();
    }
    let mut repaired = Repaired::new(json);
    let syntax = std::mem::take(&mut repaired.faults).into_iter();
    let mut faults: Vec<(Range<usize>, ProblemKind)> = syntax
        .map(|(span, fault)| (span, ProblemKind::Syntax(fault)))
        .collect();
    let Some(value) = repaired.value.take() else {
        let readable = None;
        return Examined { faults, readable };
    };
    let found = type_of(&value);
    if found != JsonType::Object {
        let start = json.len() - json.trim_start().len();
        faults.push((start..start, ProblemKind::RootNotObject(found)));
        let readable = None;
        return Examined { faults, readable };
    }
    let tree = Tree::parse(&repaired.text);
    if let Some(tree) = &tree {
        let duplicates = tree.duplicate_fields().into_iter();
        faults.extend(duplicates.map(|field| {
            let span = repaired.written(field.span);
            (span, ProblemKind::DuplicateField(field.name))
        }));
    }
    let findings = validator.map_or_else(Vec::new, |validator| explain::explain(&value, validator));
    faults.extend(findings.iter().map(|finding| {
        let span = tree
            .as_ref()
            .map(|tree| tree.span(&finding.pointer, finding.part));
        let span = repaired.written(span.unwrap_or(0..0));
        (span, finding.kind.clone())
    }));
    if faults.is_empty() {
        let at = offset_of(json, error.line(), error.column());
        faults.push((at..at, ProblemKind::Unexplained(cause(error))));
    }
    Examined {
        faults,
        readable: Some((value, findings)),
    }
}

impl Validators {
    fn of<T: FileType>(&mut self) -> Option<&SchemaValidator> {
        if !self.0.contains_key(T::SCHEMA) {
            let schema = schema_of::<T>().to_value();
            // That every schema makes a validator is tested; without one, serde's words are left.
            let validator = validator(&schema).ok()?;
            self.0
                .insert(T::SCHEMA, SchemaValidator { schema, validator });
        }
        self.0.get(T::SCHEMA)
    }
}

fn validator(schema: &Value) -> Result<Validator, Box<jsonschema::ValidationError<'static>>> {
    let mut options = jsonschema::options().should_validate_formats(true);
    for form in Form::ALL {
        options = options.with_format(form.name(), move |text: &str| form.check(text).is_ok());
    }
    options.build(schema).map_err(Box::new)
}

fn text_of<'a>(file: &str, bytes: &'a [u8], problems: &mut Vec<Problem>) -> Option<&'a str> {
    if LARGEST_FILE < bytes.len() {
        problems.push(Problem::of_file(file, ProblemKind::FileTooLarge));
        return None;
    }
    let encoding = if is_utf16(bytes) {
        Encoding::Utf16
    } else {
        Encoding::Other
    };
    let text = match std::str::from_utf8(bytes) {
        Ok(text) if encoding == Encoding::Other => text,
        outcome => {
            let at = match (outcome, encoding) {
                (Err(error), Encoding::Other) => error.valid_up_to(),
                _ => 0,
            };
            let good = String::from_utf8_lossy(bytes.get(..at).unwrap_or_default());
            let location = Location {
                byte_span: at..at + 1,
                ..Location::of(&good, at..at)
            };
            let location = Some(location);
            problems.push(Problem {
                file: file.to_owned(),
                location,
                kind: ProblemKind::NotUtf8(encoding),
            });
            return None;
        }
    };
    if text.starts_with(BYTE_ORDER_MARK) {
        let location = Some(Location::of(text, 0..BYTE_ORDER_MARK.len_utf8()));
        let kind = ProblemKind::ByteOrderMark;
        problems.push(Problem {
            file: file.to_owned(),
            location,
            kind,
        });
    }
    if text.trim_start_matches(BYTE_ORDER_MARK).trim().is_empty() {
        problems.push(Problem::of_file(file, ProblemKind::EmptyFile));
        return None;
    }
    Some(text)
}

/// Whether a file is UTF-16: by its byte order mark, or by every other byte of its beginning, which
/// is zero for the signs of JSON.
fn is_utf16(bytes: &[u8]) -> bool {
    matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..])
        || matches!(bytes, [0, b'{' | b'[', ..] | [b'{' | b'[', 0, ..])
}

/// serde's words without its line and column.
fn cause(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    text.strip_suffix(&position).unwrap_or(&text).to_owned()
}

pub(super) fn type_of(value: &Value) -> JsonType {
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
    use crate::content::schema::schemas;

    #[test]
    fn every_schema_makes_a_validator() {
        for (name, schema) in schemas() {
            assert!(validator(schema.as_value()).is_ok(), "{name}");
        }
    }
}
