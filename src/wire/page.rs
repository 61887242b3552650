//! Data of a text page.

use super::fields::read_fields;
use super::{Date, Heading, Prose};
use serde::Serialize;

/// A text page such as `about`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Page {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Title of the document, if its heading alone is ambiguous.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document_title: Option<String>,
    /// Date of the last change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<Date>,
    /// Text.
    pub body: Prose,
    /// Headings, if the page has a table of contents.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub headings: Vec<Heading>,
}

read_fields!(Page {
    id, title, document_title, updated;
    body, headings
});
