//! Problems of the check with their places in the form.

use super::kinds;
use crate::content::json::places::{escaped, pointer_at};
use crate::content::{Language, Problem, ProblemKind, Severity, help, message};
use crate::wire::edit::{Counts, ItemProblem, Level};

/// Field whose paragraphs have no controls of their own.
const BODY: &str = "/body";

/// Returns a problem in the words of `portal check`. `bytes` are those of its file.
pub(super) fn told(problem: &Problem, bytes: Option<&[u8]>) -> ItemProblem {
    let text = bytes.and_then(|bytes| std::str::from_utf8(bytes).ok());
    let place = problem.location.as_ref().zip(text);
    let mut pointer = place.map_or_else(String::new, |(location, text)| {
        pointer_at(text, location.byte_span.start)
    });
    if let ProblemKind::MissingField(name) = &problem.kind {
        pointer = format!("{pointer}/{}", escaped(name));
    }
    if pointer.starts_with("/body/") {
        pointer = BODY.to_owned();
    }
    let language = Language::Chinese;
    ItemProblem {
        file: problem.file.clone(),
        item: kinds::item_of(&problem.file),
        pointer,
        line: problem.location.as_ref().map(|location| location.line),
        level: level(problem),
        code: problem.code().to_owned(),
        message: message(problem, language),
        help: help(problem, language),
    }
}

/// Returns the severity of a problem.
pub(super) fn level(problem: &Problem) -> Level {
    match problem.severity() {
        Severity::Error => Level::Error,
        Severity::Warning => Level::Warning,
        Severity::Note => Level::Note,
    }
}

/// Returns the numbers of problems.
pub(super) fn counts(problems: &[Problem]) -> Counts {
    let mut counts = Counts::default();
    for problem in problems {
        match level(problem) {
            Level::Error => counts.errors += 1,
            Level::Warning => counts.warnings += 1,
            Level::Note => counts.notes += 1,
        }
    }
    counts
}
