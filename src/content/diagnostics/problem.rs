//! Problems: what is wrong in a content file, and where.

use super::kind::ProblemKind;
use super::location::Location;
use super::severity::Severity;

/// The language of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Chinese, the language of the editors.
    Chinese,
    /// English.
    English,
}

/// Something wrong in a content file.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// The file's path inside the site folder, with `/` between folders.
    pub file: String,
    /// Where in the file; `None` if the file as a whole is meant, or does not exist.
    pub location: Option<Location>,
    /// What is wrong.
    pub kind: ProblemKind,
}

impl Problem {
    /// A problem of a file as a whole.
    pub fn of_file(file: impl Into<String>, kind: ProblemKind) -> Problem {
        Problem {
            file: file.into(),
            location: None,
            kind,
        }
    }

    /// A stable word for programs, such as `unknown-field`.
    pub fn code(&self) -> &'static str {
        self.kind.code()
    }

    /// How much it matters.
    pub fn severity(&self) -> Severity {
        self.kind.severity()
    }
}

/// The most problems of one file that a step tells: finding the place of each takes time in the
/// size of the file, and nobody reads more of them.
pub(crate) const MOST_OF_A_FILE: usize = 200;

/// Sorts by file, position and code, so that the same site always gives the same list.
pub fn sort(problems: &mut [Problem]) {
    let position = |problem: &Problem| {
        problem
            .location
            .as_ref()
            .map(|location| (location.byte_span.start, location.byte_span.end))
    };
    problems.sort_by(|left, right| {
        left.file
            .cmp(&right.file)
            .then_with(|| position(left).cmp(&position(right)))
            .then_with(|| left.code().cmp(right.code()))
    });
}
