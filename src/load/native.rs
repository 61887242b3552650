//! Loading during prerender, from the data that publishing has generated.

use super::{Json, LoadError};
use crate::route::DataFile;
use leptos::prelude::use_context;
use serde_json::value::RawValue;
use std::sync::Arc;

/// Data of the page that is being prerendered; publishing provides it as context.
#[derive(Debug, Clone)]
pub struct Prerendered {
    file: DataFile,
    json: Arc<RawValue>,
}

impl Prerendered {
    /// Creates the data from the JSON that is published as `file`.
    #[must_use]
    pub const fn new(file: DataFile, json: Arc<RawValue>) -> Self {
        Self { file, json }
    }
}

/// Loads a JSON file of the portal.
///
/// Only the page's own file is available: a page that loaded another one would need a second
/// request in the browser.
///
/// # Errors
/// Returns [`LoadError::NotFound`] if the file is not the page's own.
pub fn load(file: &DataFile) -> Result<Json, LoadError> {
    match use_context::<Prerendered>() {
        Some(own) if own.file == *file => Ok(Json(own.json)),
        _ => Err(LoadError::NotFound),
    }
}
