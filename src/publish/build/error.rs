//! Errors of a build.

use super::verify::OutputFault;
use crate::content::Problem;
use crate::content::values::text_value::Fault;
use crate::publish::html::prerender::PrerenderError;
use crate::publish::output_dir::{TargetError, WriteError};
use crate::publish::outputs::OfferError;
use crate::publish::source::read::{ReadError, SiteFiles};
use thiserror::Error;

/// An error that stops a build. The old output is preserved in every case.
#[derive(Debug, Error)]
pub enum BuildError {
    /// The site folder cannot be read.
    Read(#[from] ReadError),
    /// The content has errors.
    Content {
        /// Problems, including warnings and notes.
        problems: Vec<Problem>,
        /// Files of the site, for displaying the problems.
        sources: Box<SiteFiles>,
    },
    /// The address cannot be used.
    BaseUrl {
        /// Address.
        url: String,
        /// Deviation from the required form.
        fault: Fault,
    },
    /// A page cannot be rendered.
    Prerender(#[from] PrerenderError),
    /// The data of a page cannot be serialised as JSON.
    Json(#[from] serde_json::Error),
    /// A feed or table cannot be written.
    Offer(#[from] OfferError),
    /// The output has faults that the check of the content did not find.
    Output(Vec<OutputFault>),
    /// The portal cannot be published to this folder.
    Target(TargetError),
    /// The file system refused an operation.
    Write(WriteError),
    /// The observer requested an interruption.
    Interrupted,
}

impl From<TargetError> for BuildError {
    fn from(error: TargetError) -> Self {
        match error {
            TargetError::Write(error) => error.into(),
            error => Self::Target(error),
        }
    }
}

impl From<WriteError> for BuildError {
    fn from(error: WriteError) -> Self {
        match error {
            WriteError::Interrupted => Self::Interrupted,
            error => Self::Write(error),
        }
    }
}
