//! Loading during prerender: from what publishing has just made.

use super::{Json, LoadError};
use crate::route::DataFile;
use leptos::prelude::use_context;
use std::future::{Future, ready};
use std::sync::Arc;

/// The data of the page that is being prerendered; publishing provides it as context.
#[derive(Debug, Clone)]
pub struct Prerendered {
    file: DataFile,
    json: Arc<str>,
}

impl Prerendered {
    /// The JSON that will stand at `file` in the published portal.
    #[must_use]
    pub const fn new(file: DataFile, json: Arc<str>) -> Self {
        Self { file, json }
    }
}

/// A JSON file of the portal.
///
/// Only the page's own file can be had: a page that asked for another would wait for a
/// second answer in the browser too.
///
/// # Errors
/// [`LoadError::NotFound`] when the file is not the page's own, [`LoadError::Damaged`]
/// when it is not JSON.
pub fn load(file: DataFile) -> impl Future<Output = Result<Json, LoadError>> + Send {
    ready(match use_context::<Prerendered>() {
        Some(own) if own.file == file => Json::parse(own.json.to_string()),
        _ => Err(LoadError::NotFound),
    })
}
