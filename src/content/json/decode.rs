//! Decoder of files: from bytes to their types, or to all their problems.

use std::ops::Range;

use serde_json::Value;

use super::schema::FileType;
use super::schema_errors;
use super::spans::SpanTree;
use super::syntax;
use super::validator::{SchemaValidator, Validators, type_of};
use crate::content::diagnostics::kind::{Encoding, JsonType, ProblemKind};
use crate::content::diagnostics::location::{Location, offset_of};
use crate::content::diagnostics::problem::{MOST_OF_A_FILE, Problem};

/// Maximum size of a content file in bytes; the text of a book is smaller.
pub const LARGEST_FILE: usize = 8 << 20;

const BYTE_ORDER_MARK: char = '\u{feff}';

/// Deserialises a file into its type; if this fails, adds all its problems.
pub(crate) fn decode<T: FileType>(
    file: &str,
    bytes: &[u8],
    validators: &mut Validators,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    let text = text_of(file, bytes, problems)?;
    let json = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let error = match serde_json::from_str(json) {
        Ok(value) => return Some(value),
        Err(error) => error,
    };
    let shift = text.len() - json.len();
    let faults = examine(json, &error, validators.of::<T>());
    let more = faults.len().saturating_sub(MOST_OF_A_FILE);
    if 0 < more {
        problems.push(Problem::of_file(file, ProblemKind::TooMany { more }));
    }
    let told = faults.into_iter().take(MOST_OF_A_FILE);
    problems.extend(told.map(|(span, kind)| {
        let location = Location::of(text, span.start + shift..span.end + shift);
        Problem::new(file, Some(location), kind)
    }));
    None
}

/// Returns all problems of a text that serde refused, with their byte ranges: the first syntax
/// error, or all violations of the schema.
fn examine(
    json: &str,
    error: &serde_json::Error,
    validator: Option<&SchemaValidator>,
) -> Vec<(Range<usize>, ProblemKind)> {
    if let Some(at) = syntax::too_deep(json) {
        return vec![(at..at + 1, ProblemKind::TooDeep)];
    }
    let value: Value = match serde_json::from_str(json) {
        Ok(value) => value,
        Err(error) => {
            let (fault, span) = syntax::explain(json, &error);
            return vec![(span, ProblemKind::Syntax(fault))];
        }
    };
    let found = type_of(&value);
    if found != JsonType::Object {
        let start = json.len() - json.trim_start().len();
        return vec![(start..start, ProblemKind::RootNotObject(found))];
    }
    let tree = SpanTree::parse(json);
    let duplicates = tree.iter().flat_map(SpanTree::duplicate_fields);
    let mut faults: Vec<_> = duplicates
        .map(|field| (field.span, ProblemKind::DuplicateField(field.name)))
        .collect();
    let findings = validator.map(|validator| schema_errors::explain(&value, validator));
    faults.extend(findings.into_iter().flatten().map(|finding| {
        let span = |tree: &SpanTree<'_>| tree.span(&finding.pointer, finding.part);
        (tree.as_ref().map_or(0..0, span), finding.kind)
    }));
    if faults.is_empty() {
        let at = offset_of(json, error.line(), error.column());
        faults.push((at..at, ProblemKind::Unexplained(cause(error))));
    }
    faults
}

fn text_of<'a>(file: &str, bytes: &'a [u8], problems: &mut Vec<Problem>) -> Option<&'a str> {
    if LARGEST_FILE < bytes.len() {
        problems.push(Problem::of_file(file, ProblemKind::FileTooLarge));
        return None;
    }
    let is_utf16 = is_utf16(bytes);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) if !is_utf16 => text,
        outcome => {
            let (encoding, at) = match outcome {
                Err(error) if !is_utf16 => (Encoding::Other, error.valid_up_to()),
                _ => (Encoding::Utf16, 0),
            };
            let good = String::from_utf8_lossy(bytes.get(..at).unwrap_or_default());
            let location = Location {
                byte_span: at..at + 1,
                ..Location::of(&good, at..at)
            };
            let kind = ProblemKind::NotUtf8(encoding);
            problems.push(Problem::new(file, Some(location), kind));
            return None;
        }
    };
    if text.starts_with(BYTE_ORDER_MARK) {
        let location = Location::of(text, 0..BYTE_ORDER_MARK.len_utf8());
        let kind = ProblemKind::ByteOrderMark;
        problems.push(Problem::new(file, Some(location), kind));
    }
    if text.trim_start_matches(BYTE_ORDER_MARK).trim().is_empty() {
        problems.push(Problem::of_file(file, ProblemKind::EmptyFile));
        return None;
    }
    Some(text)
}

/// Returns `true` if a file is UTF-16. It is recognised by its byte order mark, or by a zero
/// byte beside its first bracket.
fn is_utf16(bytes: &[u8]) -> bool {
    matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..])
        || matches!(bytes, [0, b'{' | b'[', ..] | [b'{' | b'[', 0, ..])
}

/// Returns serde's message without its line and column.
fn cause(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    text.strip_suffix(&position).unwrap_or(&text).to_owned()
}
