//! What the search's engine tells the app: it runs in a worker of its own, and what passes
//! between the two is text. And the index of years, which is the way without it.

use super::fields::read_fields;
use serde::Serialize;

/// An answer, or the excerpts to one that was given before.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct SearchAnswer {
    /// The number of the question.
    pub number: u32,
    /// How far the answer is: one of the words below.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub state: String,
    /// Whether there is no connection, so that only what is kept on this device was asked.
    #[serde(skip_serializing_if = "is_not")]
    pub offline: bool,
    /// How many documents hold all words, within what was chosen.
    #[serde(skip_serializing_if = "super::shared::is_zero")]
    pub total: u32,
    /// What the documents can be narrowed to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<SearchChoice>,
    /// The first of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hits: Vec<SearchHit>,
    /// What is offered beside them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<SearchGroup>,
    /// The parts of texts that excerpts are from, and the excerpts as HTML.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub excerpts: Vec<(String, String)>,
}

impl SearchAnswer {
    /// Nothing is asked for.
    pub const IDLE: &str = "idle";
    /// The documents are known, and what is offered beside them is not.
    pub const SEARCHING: &str = "searching";
    /// All is known.
    pub const DONE: &str = "done";
    /// Files could not be had, so that there may be more.
    pub const INCOMPLETE: &str = "incomplete";
    /// More is asked for than is searched for.
    pub const TOO_LONG: &str = "too-long";
}

const fn is_not(flag: &bool) -> bool {
    !*flag
}

/// A type, a section or a year, and how many documents it would leave.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct SearchChoice {
    /// The parameter of the address that it is chosen by.
    pub parameter: String,
    /// The parameter's value.
    pub value: String,
    /// The number of documents.
    pub count: u32,
}

/// A document that was found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct SearchHit {
    /// The address.
    pub href: String,
    /// The title as HTML, with what was searched for marked.
    pub title: String,
    /// The type.
    pub kind: String,
    /// The section's id, or nothing.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub section: String,
    /// The date, or nothing.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub date: String,
    /// The part of its text that the excerpt is from.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub part: String,
}

/// What was found in another way than by the words themselves.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct SearchGroup {
    /// By which way: one of the words below.
    pub way: String,
    /// The words that take the place of those that were typed.
    pub words: String,
    /// The address of the search for them; nothing when it would find the same.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub href: String,
    /// How many documents there are.
    #[serde(skip_serializing_if = "super::shared::is_zero")]
    pub total: u32,
    /// The first of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hits: Vec<SearchHit>,
}

impl SearchGroup {
    /// By a word with the same meaning.
    pub const SYNONYM: &str = "synonym";
    /// By the pinyin of a name.
    pub const PINYIN: &str = "pinyin";
    /// By what may have been meant.
    pub const MEANT: &str = "meant";
}

/// The page of the search, before anything is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct SearchPage {
    /// The years of which there is something, the last one first.
    pub years: Vec<u32>,
}

/// Everything of one year.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Year {
    /// The year.
    pub year: u32,
    /// Articles, bulletins and events, the last one first.
    pub documents: Vec<SearchHit>,
}

read_fields!(SearchPage { years ; });
read_fields!(Year { year, documents ; });
read_fields!(SearchAnswer { number ; state, offline, total, choices, hits, related, excerpts });
read_fields!(SearchChoice { parameter, value, count ; });
read_fields!(SearchHit { href, title, kind ; section, date, part });
read_fields!(SearchGroup { way, words ; href, total, hits });
