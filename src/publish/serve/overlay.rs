//! Reports that pages show if the site has errors.

use super::script::{STYLE_PATH, script_tag};
use crate::content::Language;
use crate::publish::html::escape::escape;
use crate::publish::messages::overlay as text;
use crate::publish::{BuildError, ShellError, report};
use serde::Serialize;
use thiserror::Error;

/// A reason why the served state was not updated.
#[derive(Debug, Error)]
pub enum Failure {
    /// The site cannot be read, or has errors.
    #[error("{0}")]
    Build(#[from] BuildError),
    /// The files of the app cannot be read.
    #[error("{0}")]
    Shell(#[from] ShellError),
}

impl Failure {
    /// Returns `true` if an editor can correct the failure in the site folder.
    #[must_use]
    pub fn is_of_content(&self) -> bool {
        matches!(self, Self::Build(BuildError::Content { .. }))
    }

    /// Returns the text that the terminal shows, with its escape codes if `color` is `true`.
    #[must_use]
    pub fn text(&self, language: Language, color: bool) -> String {
        match self {
            Self::Build(BuildError::Content { problems, sources }) => {
                report::human(problems, &sources.sources, language, color)
            }
            other => other.to_string(),
        }
    }
}

/// Texts of a page that shows a failure.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    title: &'static str,
    hint: &'static str,
    /// Description of the problems.
    text: String,
    /// Accessible name of the description.
    label: &'static str,
    /// Label of the button that closes the report.
    close: &'static str,
}

impl Report {
    /// Creates a report. `is_served` is `true` if a portal is shown meanwhile.
    pub(super) fn new(failure: &Failure, language: Language, is_served: bool) -> Self {
        Self {
            title: text::title(failure.is_of_content(), is_served),
            hint: text::HINT,
            text: failure.text(language, false),
            label: text::LABEL,
            close: text::CLOSE,
        }
    }
}

/// Returns the page that is sent for every address while no portal is served.
pub(super) fn page(report: &Report) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>{title}</title><link rel=\"icon\" href=\"data:,\">\
         <link rel=\"stylesheet\" href=\"{STYLE_PATH}\">{script}</head>\
         <body><main class=\"report\"><h1 class=\"report__title\">{title}</h1>\
         <p class=\"report__hint\">{hint}</p>\
         <pre class=\"report__text\" role=\"region\" aria-label=\"{label}\" tabindex=\"0\">{text}</pre>\
         </main></body></html>",
        title = escape(report.title),
        hint = escape(report.hint),
        label = escape(report.label),
        text = escape(&report.text),
        script = script_tag(""),
    )
}
