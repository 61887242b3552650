//! A page of text.

use super::{Date, Heading, Prose};
use serde::{Deserialize, Serialize};

/// A page of text such as `about`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// When it was last changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated: Option<Date>,
    /// The text.
    #[serde(default)]
    pub body: Prose,
    /// Its headings, where a table of contents is wanted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub headings: Vec<Heading>,
}
