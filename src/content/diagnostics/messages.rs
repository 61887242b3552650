//! Texts of problems: a message that states the problem, and help that states the solution.

mod en;
mod zh;

use unicode_normalization::UnicodeNormalization as _;

use super::kind::ProblemKind;
use super::problem::{Language, Problem};
use crate::content::values::text::is_unshown;
use crate::content::values::text_value::Fault;

/// Texts of a problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Text {
    /// Message that states the problem.
    pub(crate) message: String,
    /// Help that states the solution.
    pub(crate) help: String,
}

/// Returns the texts of a problem.
pub(crate) fn of(kind: &ProblemKind, language: Language) -> Text {
    match language {
        Language::Chinese => zh::problem(kind),
        Language::English => en::problem(kind),
    }
}

/// Returns the texts of a value's fault.
pub(crate) fn of_fault(fault: &Fault, language: Language) -> Text {
    match language {
        Language::Chinese => zh::values::fault(fault),
        Language::English => en::values::fault(fault),
    }
}

/// Returns the message of a problem, one sentence.
#[must_use]
pub fn message(problem: &Problem, language: Language) -> String {
    of(&problem.kind, language).message
}

/// Returns the help of a problem.
#[must_use]
pub fn help(problem: &Problem, language: Language) -> String {
    of(&problem.kind, language).help
}

/// Returns the message of a value's fault in Chinese.
#[must_use]
pub fn fault_message(fault: &Fault) -> String {
    of_fault(fault, Language::Chinese).message
}

fn text(message: impl Into<String>, help: impl Into<String>) -> Text {
    Text {
        message: message.into(),
        help: help.into(),
    }
}

/// Returns names in backticks, separated by `separator`.
fn list_of(names: &[String], separator: &str) -> String {
    let names: Vec<String> = names
        .iter()
        .map(|name| format!("`{}`", brief(name)))
        .collect();
    names.join(separator)
}

/// Returns the first difference of two names that look the same: the number of the character,
/// and the character in each.
fn unseen_difference(written: &str, known: &str) -> Option<(usize, char, char)> {
    let seen = |text: &str| -> String {
        text.nfkc()
            .filter(|c| {
                !is_unshown(*c)
                    && !matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{FE00}'..='\u{FE0F}')
            })
            .map(|c| match c {
                '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
                c if c.is_whitespace() => ' ',
                c => c,
            })
            .collect()
    };
    if written == known || seen(written) != seen(known) {
        return None;
    }
    let end = "\0";
    let pairs = written
        .chars()
        .chain(end.chars())
        .zip(known.chars().chain(end.chars()));
    let mut pairs = pairs.enumerate();
    let (index, (is, should)) = pairs.find(|(_, (is, should))| is != should)?;
    Some((index + 1, is, should))
}

/// Returns `true` if missing numbers may belong to a double issue before them: there are three
/// at most, and there is a number before them in the same series.
const fn may_be_double(first: u32, last: u32) -> bool {
    first > 1 && last - first < 3
}

/// Shortens a text from a file so that the message fits on one line.
fn brief(text: &str) -> String {
    const MOST: usize = 40;
    let mut signs = text.chars();
    let mut short = String::new();
    for sign in signs.by_ref().take(MOST) {
        // A direction mark would reverse the message itself.
        match sign {
            _ if sign.is_control() => short.push(' '),
            _ if is_unshown(sign) => short.push_str(&format!("<U+{:04X}>", u32::from(sign))),
            _ => short.push(sign),
        }
    }
    if signs.next().is_some() {
        short.push('…');
    }
    short
}
