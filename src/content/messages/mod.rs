//! Every text that tells a person about a problem: what is wrong, and what to do.

mod chinese;
mod chinese_body;
mod chinese_text;
mod english;
mod english_body;
mod english_text;

use super::kind::ProblemKind;
use super::problem::Language;
use super::value::Fault;

/// What is told about a problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Text {
    /// What is wrong.
    pub(super) message: String,
    /// What to do about it.
    pub(super) help: String,
}

/// What is told about a problem.
pub(super) fn of(kind: &ProblemKind, language: Language) -> Text {
    match language {
        Language::Chinese => chinese::problem(kind),
        Language::English => english::problem(kind),
    }
}

/// What is told about a text that departs from its form.
pub(super) fn of_fault(fault: &Fault, language: Language) -> Text {
    match language {
        Language::Chinese => chinese_text::fault(fault),
        Language::English => english_text::fault(fault),
    }
}

fn text(message: impl Into<String>, help: impl Into<String>) -> Text {
    Text {
        message: message.into(),
        help: help.into(),
    }
}

/// Shortens a text from a file so that a message stays one line.
fn brief(text: &str) -> String {
    const MOST: usize = 40;
    let mut signs = text
        .chars()
        .map(|sign| if sign.is_control() { ' ' } else { sign });
    let mut short: String = signs.by_ref().take(MOST).collect();
    if signs.next().is_some() {
        short.push('…');
    }
    short
}
