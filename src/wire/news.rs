//! Lists of articles.

use super::{Entry, Pager};
use serde::{Deserialize, Serialize};

/// A list of articles, of one section or of all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewsList {
    /// The section's id; absent for all news.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// The articles, newest first.
    pub entries: Vec<Entry>,
    /// Where the list goes on.
    pub pager: Pager,
}
