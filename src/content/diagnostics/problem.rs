//! Problems of content files with their locations.

use super::kind::ProblemKind;
use super::location::Location;
use super::severity::Severity;

/// Language of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Chinese, the language of the editors.
    Chinese,
    /// English.
    English,
}

/// Problem of a content file.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// Path of the file inside the site folder, with `/` between folders.
    pub file: String,
    /// Location in the file; `None` if the problem concerns the whole file or a missing file.
    pub location: Option<Location>,
    /// Kind of the problem.
    pub kind: ProblemKind,
}

impl Problem {
    /// Returns a problem, with its location if it does not concern the whole file.
    pub fn new(file: impl Into<String>, location: Option<Location>, kind: ProblemKind) -> Problem {
        let file = file.into();
        Problem {
            file,
            location,
            kind,
        }
    }

    /// Returns a problem of a whole file.
    pub fn of_file(file: impl Into<String>, kind: ProblemKind) -> Problem {
        Problem::new(file, None, kind)
    }

    /// Returns the stable code for programs, such as `unknown-field`.
    pub fn code(&self) -> &'static str {
        self.kind.code()
    }

    /// Returns the severity.
    pub fn severity(&self) -> Severity {
        self.kind.severity()
    }
}

/// Maximum number of problems that a step reports for one file. Finding the place of each takes
/// time proportional to the size of the file, and no editor needs more of them at once.
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
