//! Problems: what is wrong in a content file, and where.

use super::kind::ProblemKind;
use super::location::Location;
use super::messages;

/// The language of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Chinese, the language of the editors.
    Chinese,
    /// English.
    English,
}

/// How much a problem matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Stops a build.
    Error,
    /// Should be mended, but the site can be built.
    Warning,
    /// Good to know.
    Note,
}

impl Severity {
    /// The word for programs: `error`, `warning` or `note`.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
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

    /// What is wrong, in one sentence.
    pub fn message(&self, language: Language) -> String {
        messages::of(&self.kind, language).message
    }

    /// What to do about it.
    pub fn help(&self, language: Language) -> String {
        messages::of(&self.kind, language).help
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
