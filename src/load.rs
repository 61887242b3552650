//! How a page gets its data: the one place that fetches.
//!
//! [`load`] has the same signature natively and in the browser, so pages never see the
//! difference. In the browser it fetches JSON; during prerender it reads the data of the
//! page that is being published, which [`Prerendered`] provides through the context.

use crate::wire::FromJson;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;
use thiserror::Error;

#[cfg(all(feature = "framework", not(feature = "ssr")))]
mod browser;
#[cfg(not(feature = "ssr"))]
mod fetch;
#[cfg(feature = "ssr")]
mod native;

#[cfg(all(feature = "framework", not(feature = "ssr")))]
pub use browser::{embedded, keep, load, prefetch};
#[cfg(feature = "engine")]
pub use fetch::bytes;
#[cfg(feature = "ssr")]
pub use native::{Prerendered, load};

/// Why a page's data could not be had.
///
/// The words that a visitor reads are in [`crate::text`]; these are for logs and for
/// publishing, where such an error stops the build.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LoadError {
    /// There is no such file.
    #[error("no such file")]
    NotFound,
    /// The browser has no connection, or the connection broke.
    #[error("the connection failed")]
    Network,
    /// No complete answer came in time.
    #[error("no answer in time")]
    TimedOut,
    /// The host answered with this HTTP status.
    #[error("the host answered with status {0}")]
    Status(u16),
    /// The host answered with something else than JSON, most likely a page of its own.
    #[error("the host answered with something else than JSON")]
    NotJson,
    /// The answer is JSON, but cut short or of another shape.
    #[error("the data is damaged: {0}")]
    Damaged(String),
}

/// A resource has to be able to travel, error and all. None ever does: publishing stops at
/// the first one. So it travels as its words, which takes the least code.
impl Serialize for LoadError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for LoadError {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::Damaged)
    }
}

/// The JSON of a page, not decoded yet.
///
/// It is passed on undecoded, so that the machinery around loading exists once and not once
/// for each kind of page.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Json(Box<RawValue>);

impl Json {
    /// Takes an answer, which has to be JSON from its first letter to its last.
    ///
    /// # Errors
    /// [`LoadError::Damaged`] when it is cut short or no JSON at all.
    pub fn parse(text: String) -> Result<Self, LoadError> {
        RawValue::from_string(text).map(Self).map_err(damaged)
    }

    /// The value.
    ///
    /// # Errors
    /// [`LoadError::Damaged`] when the JSON does not hold a `T`.
    pub fn read<T: FromJson>(&self) -> Result<T, LoadError> {
        T::from_json(self.0.get()).map_err(damaged)
    }
}

fn damaged(error: serde_json::Error) -> LoadError {
    LoadError::Damaged(error.to_string())
}
