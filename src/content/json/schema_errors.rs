//! Explanation of failed JSON Schema keywords as problems.

use std::collections::BTreeSet;

use jsonschema::ValidationError;
use jsonschema::error::ValidationErrorKind;
use jsonschema::paths::{Location, LocationSegment};
use serde_json::{Map, Value};

use super::formats;
use super::validator::{SchemaValidator, type_of};
use crate::content::diagnostics::kind::{JsonType, ProblemKind};
use crate::content::diagnostics::pointer::{Part, Pointer, Step};
use crate::content::diagnostics::unknown::Unknown;
use crate::content::values::did_you_mean::closest;
use crate::content::values::text_value::{Fault, Format};

/// Problem at a place in a document.
pub(crate) struct Finding {
    pub(crate) pointer: Pointer,
    pub(crate) part: Part,
    pub(crate) kind: ProblemKind,
}

/// Returns all violations of the schema in a document.
pub(crate) fn explain(document: &Value, validator: &SchemaValidator) -> Vec<Finding> {
    let mut findings = Vec::new();
    let errors: Vec<ValidationError<'_>> = validator.validator.iter_errors(document).collect();
    explain_all(errors.iter(), &validator.schema, &mut findings);
    without_consequences(findings)
}

/// Removes the missing field if a misspelt one was meant, so that one mistake is reported once.
fn without_consequences(mut findings: Vec<Finding>) -> Vec<Finding> {
    let meant: BTreeSet<Pointer> = findings
        .iter()
        .filter_map(|finding| match &finding.kind {
            ProblemKind::UnknownField(field) => {
                Some(finding.pointer.sibling(field.nearest.as_ref()?))
            }
            _ => None,
        })
        .collect();
    findings.retain(|finding| match &finding.kind {
        ProblemKind::MissingField(name) => !meant.contains(&finding.pointer.then(name.as_str())),
        _ => true,
    });
    findings
}

fn explain_all<'e>(
    errors: impl Iterator<Item = &'e ValidationError<'e>> + Clone,
    schema: &Value,
    findings: &mut Vec<Finding>,
) {
    let places = |holds: fn(&ValidationErrorKind) -> bool| -> BTreeSet<String> {
        let failed = errors.clone().filter(|error| holds(error.kind()));
        failed
            .map(|error| error.instance_path().to_string())
            .collect()
    };
    let with_form = places(|kind| matches!(kind, ValidationErrorKind::Format { .. }));
    let with_type = places(|kind| matches!(kind, ValidationErrorKind::Type { .. }));
    for error in errors {
        let place = error.instance_path().as_str();
        let is_said = match error.kind() {
            // A format's fault is more specific than the pattern or the minimum length beside
            // it.
            ValidationErrorKind::Pattern { .. } | ValidationErrorKind::MinLength { .. } => {
                with_form.contains(place)
            }
            // A value of another type cannot be one of those allowed.
            ValidationErrorKind::Enum { .. } | ValidationErrorKind::Constant { .. } => {
                with_type.contains(place)
            }
            _ => false,
        };
        if !is_said {
            explain_one(error, schema, findings);
        }
    }
}

fn explain_one(error: &ValidationError<'_>, schema: &Value, findings: &mut Vec<Finding>) {
    let pointer = pointer_of(error.instance_path());
    let node = parent_node(schema, error.schema_path());
    let value = error.instance().as_ref();
    let mut part = Part::Value;
    let kind = match error.kind() {
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            for name in unexpected {
                findings.push(Finding {
                    pointer: pointer.then(name.as_str()),
                    part: Part::Key,
                    kind: unknown_field(name, node, value),
                });
            }
            return;
        }
        ValidationErrorKind::AnyOf { context } | ValidationErrorKind::OneOfNotValid { context } => {
            let branch = context
                .iter()
                .find(|errors| !refuses_type(errors, error.instance_path()));
            if let Some(branch) = branch {
                explain_all(branch.iter(), schema, findings);
                return;
            }
            ProblemKind::WrongType {
                found: type_of(value),
                expected: types_of_branches(node, error),
            }
        }
        ValidationErrorKind::Required { property } => {
            part = Part::Opening;
            ProblemKind::MissingField(plain(property))
        }
        ValidationErrorKind::Type { .. } => ProblemKind::WrongType {
            found: type_of(value),
            expected: types_of(node),
        },
        ValidationErrorKind::Enum { options } => not_allowed(value, options),
        ValidationErrorKind::Constant { .. } => ProblemKind::UnsupportedVersion,
        ValidationErrorKind::Format { format } => bad_form(format, value),
        ValidationErrorKind::MaxLength { limit } => {
            let text = plain(value);
            let count = text.chars().count();
            let limit = usize::try_from(*limit).unwrap_or(usize::MAX);
            ProblemKind::BadText {
                text,
                fault: Fault::TooLong { limit, count },
            }
        }
        ValidationErrorKind::MinLength { .. }
        | ValidationErrorKind::Pattern { .. }
        | ValidationErrorKind::Contains => ProblemKind::BadText {
            text: String::new(),
            fault: Fault::Empty,
        },
        ValidationErrorKind::Minimum { .. }
        | ValidationErrorKind::Maximum { .. }
        | ValidationErrorKind::ExclusiveMinimum { .. }
        | ValidationErrorKind::ExclusiveMaximum { .. } => ProblemKind::OutOfRange {
            least: node.and_then(|node| node.get("minimum")).map(plain),
            most: node.and_then(|node| node.get("maximum")).map(plain),
        },
        _ => ProblemKind::Unexplained(error.to_string()),
    };
    findings.push(Finding {
        pointer,
        part,
        kind,
    });
}

fn unknown_field(name: &str, node: Option<&Value>, object: &Value) -> ProblemKind {
    let known = node
        .and_then(|node| node.get("properties"))
        .and_then(Value::as_object);
    let candidates = known
        .into_iter()
        .flat_map(|properties| properties.keys())
        .filter(|known| object.get(known.as_str()).is_none());
    let nearest = closest(name, candidates)
        .or_else(|| named_in_chinese(name, known?))
        .filter(|nearest| object.get(nearest.as_str()).is_none());
    ProblemKind::UnknownField(Unknown {
        name: name.to_owned(),
        nearest: nearest.cloned(),
    })
}

/// Returns the field whose description begins with this name, such as `title` for 标题.
fn named_in_chinese<'s>(name: &str, known: &'s Map<String, Value>) -> Option<&'s String> {
    let begins = |schema: &Value| {
        let description = schema.get("description").and_then(Value::as_str);
        let first = description.and_then(|text| text.split(['，', '：', '、']).next());
        first.is_some_and(|first| first == name)
    };
    known
        .iter()
        .find_map(|(field, schema)| begins(schema).then_some(field))
}

fn not_allowed(value: &Value, options: &Value) -> ProblemKind {
    let allowed: Vec<String> = options
        .as_array()
        .into_iter()
        .flatten()
        .filter(|option| !option.is_null())
        .map(plain)
        .collect();
    let value = plain(value);
    let nearest = closest(value.as_str(), allowed.iter()).cloned();
    ProblemKind::NotAllowed {
        value,
        allowed,
        nearest,
    }
}

fn bad_form(format: &str, value: &Value) -> ProblemKind {
    let text = plain(value);
    match Format::from_name(format).map(|format| formats::check(format, &text)) {
        Some(Err(fault)) => ProblemKind::BadText { text, fault },
        _ => ProblemKind::Unexplained(format.to_owned()),
    }
}

/// Returns `true` if a branch of a choice fails because the value itself has another type.
fn refuses_type(errors: &[ValidationError<'_>], place: &Location) -> bool {
    errors.iter().any(|error| {
        matches!(error.kind(), ValidationErrorKind::Type { .. }) && error.instance_path() == place
    })
}

fn types_of_branches(node: Option<&Value>, error: &ValidationError<'_>) -> Vec<JsonType> {
    let keyword = match error.kind() {
        ValidationErrorKind::AnyOf { .. } => "anyOf",
        _ => "oneOf",
    };
    let branches = node
        .and_then(|node| node.get(keyword))
        .and_then(Value::as_array);
    branches
        .into_iter()
        .flatten()
        .flat_map(|branch| types_of(Some(branch)))
        .collect()
}

fn types_of(node: Option<&Value>) -> Vec<JsonType> {
    let names: Vec<&Value> = match node.and_then(|node| node.get("type")) {
        Some(Value::Array(names)) => names.iter().collect(),
        Some(name) => vec![name],
        None => Vec::new(),
    };
    names
        .into_iter()
        .filter_map(|name| type_named(name.as_str()?))
        .collect()
}

/// Returns the type of a name in a schema. `null` is not named, since it means an absent value.
fn type_named(name: &str) -> Option<JsonType> {
    Some(match name {
        "object" => JsonType::Object,
        "array" => JsonType::Array,
        "string" => JsonType::String,
        "integer" => JsonType::Integer,
        "number" => JsonType::Number,
        "boolean" => JsonType::Boolean,
        _ => return None,
    })
}

fn pointer_of(location: &Location) -> Pointer {
    location
        .segments()
        .map(|segment| match segment {
            LocationSegment::Property(name) => Step::Key(name.into_owned()),
            LocationSegment::Index(index) => Step::Index(index),
        })
        .collect()
}

/// Returns the schema node that contains the failed keyword.
fn parent_node<'s>(schema: &'s Value, location: &Location) -> Option<&'s Value> {
    let (parent, _) = location.as_str().rsplit_once('/')?;
    schema.pointer(parent)
}

/// Returns a value as text; a string has no quotes.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
