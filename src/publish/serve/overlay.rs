//! What pages show when the site has errors.

use super::script::{STYLE_PATH, script_tag};
use crate::content::Language;
use crate::publish::html::parse::escape;
use crate::publish::{BuildError, ShellError, messages, report};
use serde::Serialize;
use thiserror::Error;

/// Why what is served was not brought up to date.
#[derive(Debug, Error)]
pub enum Failure {
    /// The site cannot be read, or has errors.
    Build(#[from] BuildError),
    /// The app's files cannot be read.
    Shell(#[from] ShellError),
}

impl Failure {
    /// Whether an editor can mend it in the site folder.
    pub(super) fn is_of_content(&self) -> bool {
        matches!(self, Self::Build(BuildError::Content { .. }))
    }

    /// All that is wrong, as the terminal shows it, with the escape codes of terminals if
    /// `color` says so.
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

/// A failure in the words of a page.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    title: &'static str,
    hint: &'static str,
    /// What is wrong.
    text: String,
    /// What the text is, for those who do not see it.
    label: &'static str,
    /// What closes it.
    close: &'static str,
}

impl Report {
    /// `is_served` tells whether there is a portal to show meanwhile.
    pub(super) fn new(failure: &Failure, language: Language, is_served: bool) -> Self {
        Self {
            title: messages::overlay_title(failure.is_of_content(), is_served),
            hint: messages::OVERLAY_HINT,
            text: failure.text(language, false),
            label: messages::OVERLAY_LABEL,
            close: messages::OVERLAY_CLOSE,
        }
    }
}

/// The one page there is while nothing is served yet.
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
