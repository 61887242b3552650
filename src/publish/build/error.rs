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
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The content has errors.
    #[error("内容有错误，没有发布")]
    Content {
        /// All that is wrong.
        problems: Vec<Problem>,
        /// The site's files, for showing it.
        sources: Box<SiteFiles>,
    },
    /// The address cannot be used.
    #[error("网址“{url}”不能用作 base_url：应形如 https://host/ 或 https://host/path/，以斜杠结尾")]
    BaseUrl {
        /// The address.
        url: String,
        /// How it departs from the form of one.
        fault: Fault,
    },
    /// A page cannot be rendered.
    #[error(transparent)]
    Prerender(#[from] PrerenderError),
    /// A page's data cannot be written as JSON.
    #[error("数据不能写成 JSON：{0}")]
    Json(#[from] serde_json::Error),
    /// A feed or table cannot be written.
    #[error(transparent)]
    Offer(#[from] OfferError),
    /// The output has faults that the check of the content did not find.
    #[error(
        "发布结果有 {} 处错误，没有发布。内容通过了检查，所以这是程序的错误，请把下面的内容报告给开发者\n\
         (the content passed the check, so this is a fault of the program: please report it)：\n{}",
        .0.len(),
        list(.0)
    )]
    Output(Vec<OutputFault>),
    /// There is no publishing to this place.
    #[error(transparent)]
    Target(TargetError),
    /// The disk refused.
    #[error("{0}。以前发布的站点没有改动")]
    Write(WriteError),
    /// Whoever watches asked for an end.
    #[error("已中断，没有发布。以前发布的站点没有改动")]
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

fn list(faults: &[OutputFault]) -> String {
    let lines: Vec<String> = faults.iter().map(|fault| format!("  {fault}")).collect();
    lines.join("\n")
}
