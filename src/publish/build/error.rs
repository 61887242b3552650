//! Reasons for which a build stops.

use super::verify::OutputFault;
use crate::content::Problem;
use crate::content::values::text_value::Fault;
use crate::publish::html::prerender::PrerenderError;
use crate::publish::output_dir::{TargetError, WriteError};
use crate::publish::outputs::OfferError;
use crate::publish::source::read::{ReadError, SiteFiles};
use thiserror::Error;

/// Why a build stopped. The old output is whole in every case.
#[derive(Debug, Error)]
pub enum BuildError {
    /// The site folder cannot be read.
    Read(#[from] ReadError),
    /// The content has errors.
    Content {
        /// All that is wrong.
        problems: Vec<Problem>,
        /// The site's files, for showing it.
        sources: Box<SiteFiles>,
    },
    /// The address cannot be used.
    BaseUrl {
        /// The address.
        url: String,
        /// How it departs from the form of one.
        fault: Fault,
    },
    /// A page cannot be rendered.
    Prerender(#[from] PrerenderError),
    /// A page's data cannot be written as JSON.
    Json(#[from] serde_json::Error),
    /// A feed or table cannot be written.
    Offer(#[from] OfferError),
    /// The output has faults that the check of the content did not find.
    Output(Vec<OutputFault>),
    /// There is no publishing to this place.
    Target(TargetError),
    /// The disk refused.
    Write(WriteError),
    /// Whoever watches asked for an end.
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
