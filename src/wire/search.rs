//! Answers of the search worker to the app, which pass between them as JSON, and the index of
//! years, which replaces the search where no script runs.

use super::fields::read_fields;
use serde::Serialize;

/// An answer, or excerpts for a previous one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct SearchAnswer {
    /// Number of the question.
    pub number: u32,
    /// Progress of the answer: one of the constants below.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub state: String,
    /// `true` if there is no connection, so that only files in the browser's cache were
    /// searched.
    #[serde(skip_serializing_if = "is_not")]
    pub offline: bool,
    /// Number of documents that contain all words and satisfy the filters.
    #[serde(skip_serializing_if = "super::shared::is_zero")]
    pub total: u32,
    /// Values to filter the documents by.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<SearchChoice>,
    /// First hits.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hits: Vec<SearchHit>,
    /// Related hits.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<SearchGroup>,
    /// Parts of texts, each with its excerpt as HTML.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub excerpts: Vec<(String, String)>,
}

impl SearchAnswer {
    /// The query is empty.
    pub const IDLE: &str = "idle";
    /// The exact hits are known; the related ones are not.
    pub const SEARCHING: &str = "searching";
    /// The answer is complete.
    pub const DONE: &str = "done";
    /// Files could not be loaded, so that hits may be missing.
    pub const INCOMPLETE: &str = "incomplete";
    /// The query is too long.
    pub const TOO_LONG: &str = "too-long";
}

const fn is_not(flag: &bool) -> bool {
    !*flag
}

/// A type, a section or a year, with the number of documents that it would leave.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct SearchChoice {
    /// Parameter of the address.
    pub parameter: String,
    /// Value of the parameter.
    pub value: String,
    /// Number of documents.
    pub count: u32,
}

/// A document that was found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct SearchHit {
    /// Address.
    pub href: String,
    /// Title as HTML, with the search words marked.
    pub title: String,
    /// Type.
    pub kind: String,
    /// Id of the section, or empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub section: String,
    /// Date, or empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub date: String,
    /// Part of the text that the excerpt is from.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub part: String,
}

/// Hits that were found by something other than the search words themselves.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct SearchGroup {
    /// Kind of the relation: one of the constants below.
    pub way: String,
    /// Words that replace the search words.
    pub words: String,
    /// Address of the search for these words; empty if it would have the same result.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub href: String,
    /// Number of documents.
    #[serde(skip_serializing_if = "super::shared::is_zero")]
    pub total: u32,
    /// First hits.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hits: Vec<SearchHit>,
}

impl SearchGroup {
    /// Word with the same meaning.
    pub const SYNONYM: &str = "synonym";
    /// Pinyin of a name.
    pub const PINYIN: &str = "pinyin";
    /// Correction of a probable typing error.
    pub const MEANT: &str = "meant";
}

/// Data of the search page without a query.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct SearchPage {
    /// Years for which there are documents, in descending order.
    pub years: Vec<u32>,
}

/// Index of all documents of one year.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Year {
    /// Year.
    pub year: u32,
    /// Articles, bulletins and events, newest first.
    pub documents: Vec<SearchHit>,
}

read_fields!(SearchPage { years ; });
read_fields!(Year { year, documents ; });
read_fields!(SearchAnswer { number ; state, offline, total, choices, hits, related, excerpts });
read_fields!(SearchChoice { parameter, value, count ; });
read_fields!(SearchHit { href, title, kind ; section, date, part });
read_fields!(SearchGroup { way, words ; href, total, hits });
