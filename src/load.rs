//! Loading of page data. No other module fetches.
//!
//! In the browser, [`load`] fetches JSON; during prerender it returns the data of the page that is
//! being published, which [`Prerendered`] provides through the context.

use crate::wire::FromJson;
use serde_json::value::RawValue;
use std::sync::Arc;
use thiserror::Error;

#[cfg(all(feature = "framework", not(feature = "ssr")))]
mod browser;
#[cfg(not(feature = "ssr"))]
mod fetch;
#[cfg(any(all(feature = "framework", not(feature = "ssr")), test))]
mod kept;
#[cfg(feature = "ssr")]
mod native;

#[cfg(all(feature = "framework", not(feature = "ssr")))]
pub use browser::{Preload, embedded, embedded_page, forget, load, prefetch};
#[cfg(feature = "engine")]
pub use fetch::bytes;
#[cfg(feature = "ssr")]
pub use native::{Prerendered, load};

/// Reason why page data could not be loaded.
///
/// The messages for visitors are in [`crate::text`]. The messages here are for logs and for
/// publishing, where such an error stops the build.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LoadError {
    /// The file does not exist.
    #[error("no such file")]
    NotFound,
    /// There is no connection, or it broke.
    #[error("the connection failed")]
    Network,
    /// The answer was not complete in time.
    #[error("no answer in time")]
    TimedOut,
    /// The host answered with this HTTP status.
    #[error("the host answered with status {0}")]
    Status(u16),
    /// The host answered with something other than JSON, most likely an error page.
    #[error("the host answered with something else than JSON")]
    NotJson,
    /// The answer is JSON, but truncated or of another type.
    #[error("the data is damaged: {0}")]
    Damaged(String),
    /// The code that shows the data could not be loaded.
    #[error("a chunk of the app could not be loaded")]
    NoCode,
}

#[cfg(feature = "framework")]
impl From<leptos::wasm_split::SplitLoaderError> for LoadError {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self::NoCode
    }
}

/// JSON of a page, not decoded yet.
///
/// It is passed on undecoded, so that the generic code around loading is compiled once and not
/// once for each kind of page.
#[derive(Debug, Clone)]
pub struct Json(Arc<RawValue>);

impl Json {
    /// Checks that an answer is one complete JSON value.
    ///
    /// # Errors
    /// Returns [`LoadError::Damaged`] if the text is truncated or is not JSON.
    pub fn parse(text: String) -> Result<Self, LoadError> {
        RawValue::from_string(text)
            .map(|value| Self(Arc::from(value)))
            .map_err(damaged)
    }

    /// Returns the size of the value.
    #[cfg(all(feature = "framework", not(feature = "ssr")))]
    fn len(&self) -> usize {
        self.0.get().len()
    }

    /// Decodes the value.
    ///
    /// # Errors
    /// Returns [`LoadError::Damaged`] if the JSON is not a valid `T`.
    pub fn read<T: FromJson>(&self) -> Result<T, LoadError> {
        T::from_json(self.0.get()).map_err(damaged)
    }
}

fn damaged(error: serde_json::Error) -> LoadError {
    LoadError::Damaged(error.to_string())
}
