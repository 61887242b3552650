//! Data of lists of articles.

use super::fields::read_fields;
use super::{Entry, Pager};
use serde::Serialize;

/// A page of a list of articles, of one section or of all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewsList {
    /// Id of the section; `None` for all news.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// Title of the document, if its heading alone is ambiguous.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document_title: Option<String>,
    /// Articles, newest first.
    pub entries: Vec<Entry>,
    /// Neighbouring pages of the list.
    pub pager: Pager,
}

read_fields!(NewsList { section, document_title, entries, pager; });
