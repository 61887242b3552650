//! Lists of articles.

use super::fields::read_fields;
use super::{Entry, Pager};
use serde::Serialize;

/// A list of articles, of one section or of all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewsList {
    /// The section's id; absent for all news.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// The title of the document, where its heading alone does not tell it from others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document_title: Option<String>,
    /// The articles, newest first.
    pub entries: Vec<Entry>,
    /// Where the list goes on.
    pub pager: Pager,
}

read_fields!(NewsList { section, document_title, entries, pager; });
