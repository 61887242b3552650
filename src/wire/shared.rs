//! Data that several pages share.

use super::fields::{FromJson, wire};
use crate::route::PageNumber;
use serde::Serialize;

/// A date or a time stamp in the form of the editors: `2023-03-03` or RFC 3339.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Date(String);

impl FromJson for Date {
    fn from_json(json: &str) -> Result<Self, serde_json::Error> {
        String::from_json(json).map(Self)
    }
}

impl Date {
    /// Wraps a date that the content rules have already checked.
    #[must_use]
    pub const fn new(iso: String) -> Self {
        Self(iso)
    }

    /// Returns the machine-readable form, for `datetime` attributes.
    #[must_use]
    pub fn iso(&self) -> &str {
        &self.0
    }

    /// Returns the day, `2023-03-03`.
    #[must_use]
    pub fn day(&self) -> &str {
        self.0.get(..10).unwrap_or(&self.0)
    }

    /// Returns the time of day, `09:30`, if there is one.
    #[must_use]
    pub fn time(&self) -> Option<&str> {
        self.0.get(11..16)
    }

    /// Returns the digits of the year.
    #[must_use]
    pub fn year(&self) -> &str {
        self.0.get(..4).unwrap_or(&self.0)
    }

    /// Returns month and day, `03-03`.
    #[must_use]
    pub fn month_day(&self) -> &str {
        self.0.get(5..10).unwrap_or("")
    }

    /// Returns year, month and day without leading zeros; unknown parts are omitted.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        self.day()
            .split('-')
            .map(|part| part.trim_start_matches('0'))
    }
}

wire! {
    /// A picture with its size in pixels, so that the layout does not shift when it is loaded.
    pub struct Picture {
        /// Path in the output, `media/…`.
        pub src: String,
        /// Text alternative; empty for a decorative picture.
        pub alt: String = default,
        /// Width in pixels; 0 when unknown.
        pub width: u32 = default,
        /// Height in pixels; 0 when unknown.
        pub height: u32 = default,
        /// Variants of other widths, in the form of the attribute `srcset`.
        pub srcset: Option<String>,
        /// Caption.
        pub caption: Option<String>,
    }

    /// An item that is named and linked.
    pub struct Reference {
        /// Id of the item; the field that holds the reference determines the collection.
        pub id: String,
        /// Name shown in the link.
        pub name: String,
    }

    /// An article as a row of a list.
    pub struct Entry {
        /// Id.
        pub id: String,
        /// Title.
        pub title: String,
        /// Date of publication.
        pub published: Date,
        /// Id of the section.
        pub section: String,
        /// Name of the original publisher.
        pub source: Option<String>,
        /// Summary in one or two sentences.
        pub summary: String = default,
        /// Picture.
        pub cover: Option<Picture>,
        /// Last day on which the article is pinned; `None` if it is not pinned.
        pub pinned_until: Option<Date>,
    }

    /// Neighbouring pages of a list.
    ///
    /// A numbered page does not contain the total, because it would change with each new entry.
    pub struct Pager {
        /// Current page.
        pub here: PageNumber,
        /// Next older page.
        pub older: Option<PageNumber>,
        /// Next newer page; the front if this is the newest full page.
        pub newer: Option<PageNumber>,
        /// Number of all entries; on the front only.
        pub total: Option<u32>,
    }

    /// Rendered HTML: converted from Markdown and sanitised when the portal is built.
    ///
    /// The data embedded in a prerendered page omit the HTML, because the page already contains
    /// it.
    #[derive(Default)]
    pub struct Prose {
        /// HTML; `None` if it is in the page that is being hydrated.
        pub html: Option<String>,
    }

    /// Heading inside a text, for its table of contents.
    pub struct Heading {
        /// 2 for a chapter, 3 for a section of it.
        pub level: u8,
        /// Anchor.
        pub id: String,
        /// Text of the heading.
        pub text: String,
    }

    /// File to download.
    pub struct Attachment {
        /// Path in the output, `media/…`.
        pub file: String,
        /// Title shown in the link.
        pub title: String,
        /// Size in bytes.
        pub bytes: u64,
        /// Number of pages, if known.
        pub pages: Option<u32>,
    }

    /// Correction after publication.
    pub struct Correction {
        /// Date of the correction.
        pub date: Date,
        /// Description of the correction.
        pub note: String,
    }
}

impl Prose {
    /// Creates a text from HTML.
    #[must_use]
    pub const fn new(html: String) -> Self {
        Self { html: Some(html) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_taken_apart() {
        let date = Date::new("2023-03-03T09:30:00+08:00".to_owned());
        assert_eq!(date.day(), "2023-03-03");
        assert_eq!(date.time(), Some("09:30"));
        assert_eq!(date.month_day(), "03-03");
        assert_eq!(date.parts().collect::<Vec<_>>(), ["2023", "3", "3"]);
    }

    #[test]
    fn a_year_alone_is_a_date() {
        let date = Date::new("2010".to_owned());
        assert_eq!(date.year(), "2010");
        assert_eq!(date.parts().collect::<Vec<_>>(), ["2010"]);
        assert_eq!(date.time(), None);
    }
}
