//! Data of lists of articles.

use super::fields::wire;
use super::{Entry, Pager};

wire! {
    /// A page of a list of articles, of one section or of all.
    pub struct NewsList {
        /// Id of the section; `None` for all news.
        pub section: Option<String>,
        /// Title of the document, if its heading alone is ambiguous.
        pub document_title: Option<String>,
        /// Articles, newest first.
        pub entries: Vec<Entry>,
        /// Neighbouring pages of the list.
        pub pager: Pager,
    }
}
