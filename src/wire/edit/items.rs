//! Lists of items, single items, and what is wrong with them.

use super::form::Form;
use super::kind::ItemKind;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What the start screen shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Start {
    /// Name of the site.
    pub site: String,
    /// Folder of the site.
    pub folder: String,
    /// Number of items of each kind.
    pub kinds: Vec<(ItemKind, usize)>,
    /// Number of errors, warnings and notes of the check.
    pub problems: Counts,
    /// Unfinished items, the last saved first.
    pub drafts: Vec<DraftEntry>,
    /// Files of the site that changed since it was last published from the editor, at most 200;
    /// `None` if it never was.
    pub changed: Option<Vec<String>>,
}

/// Numbers of problems.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Errors, which prevent publishing.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes.
    pub notes: usize,
}

/// An unfinished item in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftEntry {
    /// Key of the draft.
    pub key: String,
    /// Kind of the item.
    pub kind: ItemKind,
    /// Id of the item; `None` if it is new and has none yet.
    pub id: Option<String>,
    /// Title as far as it is written.
    pub title: String,
    /// Moment of saving in Chinese time, `2026-11-28 09:30`.
    pub saved: String,
}

/// A page of a list of items.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemList {
    /// Number of all items that match.
    pub total: usize,
    /// This page, counted from 1.
    pub page: usize,
    /// Number of pages, at least 1.
    pub pages: usize,
    /// Items of this page.
    pub entries: Vec<ItemEntry>,
}

/// An item in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemEntry {
    /// Kind of the item.
    pub kind: ItemKind,
    /// Id of the item.
    pub id: String,
    /// Title or name; the id if the file cannot be read.
    pub title: String,
    /// Date as written, if the item has one.
    pub date: Option<String>,
    /// State of the item.
    pub state: ItemState,
    /// Worst problem of its file.
    pub worst: Option<Level>,
    /// `true` if there is unfinished work on it.
    pub has_draft: bool,
}

/// State of an item, by which a list is narrowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ItemState {
    /// Visitors see it.
    Published,
    /// A draft: `status` says so.
    Draft,
    /// Its day has not come.
    Scheduled,
    /// Withdrawn.
    Withdrawn,
    /// Its file cannot be read.
    Unreadable,
}

impl ItemState {
    /// All states in their order.
    pub const ALL: [Self; 5] = [
        Self::Published,
        Self::Draft,
        Self::Scheduled,
        Self::Withdrawn,
        Self::Unreadable,
    ];

    /// Returns the name in addresses.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Draft => "draft",
            Self::Scheduled => "scheduled",
            Self::Withdrawn => "withdrawn",
            Self::Unreadable => "unreadable",
        }
    }
}

/// Severity of a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Does not need to be corrected.
    Note,
    /// Should be corrected.
    Warning,
    /// Prevents publishing.
    Error,
}

/// A problem in the words of `portal check`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemProblem {
    /// File in the site folder.
    pub file: String,
    /// Kind and id of the item, if the file is that of one.
    pub item: Option<(ItemKind, String)>,
    /// JSON pointer of the value in the file, `/links/0/url`; empty for the whole file.
    pub pointer: String,
    /// Line, counted from 1; `None` for the whole file.
    pub line: Option<usize>,
    /// Severity.
    pub level: Level,
    /// Stable code.
    pub code: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

/// An item as it is opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Kind of the item.
    pub kind: ItemKind,
    /// Id of the item.
    pub id: String,
    /// Name of the file's state, to be sent as `If-Match`.
    pub etag: String,
    /// Value of the file; `None` if it is not JSON.
    pub value: Option<Value>,
    /// Text of the file.
    pub text: String,
    /// Unfinished work on it.
    pub draft: Option<Draft>,
    /// Problems of the file.
    pub problems: Vec<ItemProblem>,
    /// Form of its kind.
    pub form: Form,
    /// Address of its page on the served site; `None` if it has none.
    pub address: Option<String>,
}

/// Unfinished work on an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Kind of the item.
    pub kind: ItemKind,
    /// Id that the item has or is to have; empty if it is not chosen yet.
    pub id: String,
    /// Value as far as it is written.
    pub value: Value,
    /// State of the file from which the work began; `None` for a new item.
    pub base: Option<String>,
    /// Moment of saving in Chinese time; the server sets it.
    #[serde(default)]
    pub saved: String,
}

/// A value to be written. Exactly one of the two is present.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// Value, of which only the differences are written.
    #[serde(default)]
    pub value: Option<Value>,
    /// Text that replaces the whole file.
    #[serde(default)]
    pub text: Option<String>,
}

/// A new item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewItem {
    /// Id.
    pub id: String,
    /// Value.
    pub value: Value,
}

/// Outcome of saving.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saved {
    /// Id of the item.
    pub id: String,
    /// New state of the file.
    pub etag: String,
    /// `false` if the file had said the same.
    pub changed: bool,
    /// Problems that remain.
    pub problems: Vec<ItemProblem>,
    /// Address of its page on the served site; `None` if it has none.
    pub address: Option<String>,
}

/// Reason for which something was not done, as `application/problem+json` (RFC 9457).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// Stable code.
    #[serde(rename = "type")]
    pub code: String,
    /// What went wrong and what to do, in one or two sentences.
    pub title: String,
    /// HTTP status.
    pub status: u16,
    /// Problems of the value, if it was refused because of them.
    #[serde(default)]
    pub problems: Vec<ItemProblem>,
    /// The file as it is now, if somebody else has changed it.
    #[serde(default)]
    pub theirs: Option<Box<Item>>,
}

/// A value to be examined, and shown in the preview of this key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Examination {
    /// Key of the draft and of the preview.
    pub key: String,
    /// Kind of the item.
    pub kind: ItemKind,
    /// Id of the item; one is made up if it is empty.
    pub id: String,
    /// Value.
    pub value: Value,
}

/// Result of an examination.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Examined {
    /// Problems of the item.
    pub problems: Vec<ItemProblem>,
    /// Address of the preview; `None` if it cannot be shown.
    pub preview: Option<String>,
    /// Id that is proposed for a new item.
    pub proposed_id: Option<String>,
}
