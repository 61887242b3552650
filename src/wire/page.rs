//! Data of a text page.

use super::fields::wire;
use super::{Date, Heading, Prose};

wire! {
    /// A text page such as `about`.
    pub struct Page {
        /// Id.
        pub id: String,
        /// Title.
        pub title: String,
        /// Title of the document, if its heading alone is ambiguous.
        pub document_title: Option<String>,
        /// Date of the last change.
        pub updated: Option<Date>,
        /// Text.
        pub body: Prose = default,
        /// Headings, if the page has a table of contents.
        pub headings: Vec<Heading> = default,
    }
}
