//! Answers of the search worker to the app, which pass between them as JSON, and the index of
//! years, which replaces the search where no script runs.

use super::fields::wire;

wire! {
    /// An answer, or excerpts for a previous one.
    #[derive(Default)]
    pub struct SearchAnswer {
        /// Number of the question.
        pub number: u32,
        /// Progress of the answer: one of the constants below.
        pub state: String = default,
        /// `true` if there is no connection, so that only files in the browser's cache were
        /// searched.
        pub offline: bool = default,
        /// Number of documents that contain all words and satisfy the filters.
        pub total: u32 = default,
        /// Values to filter the documents by.
        pub choices: Vec<SearchChoice> = default,
        /// First hits.
        pub hits: Vec<SearchHit> = default,
        /// Related hits.
        pub related: Vec<SearchGroup> = default,
        /// Parts of texts, each with its excerpt as HTML.
        pub excerpts: Vec<(String, String)> = default,
    }

    /// A type, a section or a year, with the number of documents that it would leave.
    #[derive(Default)]
    pub struct SearchChoice {
        /// Parameter of the address.
        pub parameter: String,
        /// Value of the parameter.
        pub value: String,
        /// Number of documents.
        pub count: u32,
    }

    /// A document that was found.
    #[derive(Default)]
    pub struct SearchHit {
        /// Address.
        pub href: String,
        /// Title as HTML, with the search words marked.
        pub title: String,
        /// Type.
        pub kind: String,
        /// Id of the section, or empty.
        pub section: String = default,
        /// Date, or empty.
        pub date: String = default,
        /// Part of the text that the excerpt is from.
        pub part: String = default,
    }

    /// Hits that were found by something other than the search words themselves.
    #[derive(Default)]
    pub struct SearchGroup {
        /// Kind of the relation: one of the constants below.
        pub way: String,
        /// Words that replace the search words.
        pub words: String,
        /// Address of the search for these words; empty if it would have the same result.
        pub href: String = default,
        /// Number of documents.
        pub total: u32 = default,
        /// First hits.
        pub hits: Vec<SearchHit> = default,
    }

    /// Data of the search page without a query.
    #[derive(Default)]
    pub struct SearchPage {
        /// Years for which there are documents, in descending order.
        pub years: Vec<u32>,
    }

    /// Index of all documents of one year.
    #[derive(Default)]
    pub struct Year {
        /// Year.
        pub year: u32,
        /// Articles, bulletins and events, newest first.
        pub documents: Vec<SearchHit>,
    }
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

impl SearchGroup {
    /// Word with the same meaning.
    pub const SYNONYM: &str = "synonym";
    /// Pinyin of a name.
    pub const PINYIN: &str = "pinyin";
    /// Correction of a probable typing error.
    pub const MEANT: &str = "meant";
}
