//! A page of text.

use super::fields::read_fields;
use super::{Date, Heading, Prose};
use serde::Serialize;

/// A page of text such as `about`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Page {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The title of the document, where its heading alone does not tell it from others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document_title: Option<String>,
    /// When it was last changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<Date>,
    /// The text.
    pub body: Prose,
    /// Its headings, where a table of contents is wanted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub headings: Vec<Heading>,
}

read_fields!(Page {
    id, title, document_title, updated;
    body, headings
});
