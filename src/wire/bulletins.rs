//! Data of the archive of bulletins and of a bulletin's page.

use super::fields::{FromJson, wire};
use super::{Attachment, Correction, Date, Heading, Pager, Picture, Prose};
use crate::route::{IssueId, PageNumber};
use serde::de::Error as _;
use serde::{Serialize, Serializer};

wire! {
    /// A page of the archive.
    pub struct BulletinList {
        /// Bulletins, newest first.
        pub rows: Vec<BulletinRow>,
        /// Neighbouring pages of the archive.
        pub pager: Pager,
        /// On the front of a long archive, each year, newest first, with the page that contains
        /// its newest bulletin.
        pub years: Vec<(String, PageNumber)> = default,
    }

    /// A bulletin as a row of a list.
    pub struct BulletinRow {
        /// Number or numbers.
        pub number: IssueNumber,
        /// Title.
        pub title: String,
        /// Date of publication.
        pub published: Option<Date>,
        /// Year, if known.
        pub year: Option<String>,
        /// First and last year that a collection covers.
        pub covers: Option<(Date, Date)>,
        /// Kind of issue.
        pub kind: BulletinKind,
        /// Cover.
        pub cover: Option<Picture>,
        /// `true` if its text can be read as a page.
        pub readable: bool,
        /// Number of files.
        pub files: u32,
        /// Number of missing issues between this one and the next older.
        pub missing_before: u32 = default,
    }

    /// Kind of issue.
    pub enum BulletinKind {
        /// Ordinary issue.
        Issue = "issue",
        /// Special issue.
        Special = "special",
        /// Supplement, which is not counted among the issues.
        Supplement = "supplement",
        /// Collection of one or several years.
        Collection = "collection",
    }

    /// A bulletin, with everything that its page shows.
    pub struct Bulletin {
        /// Data shown in the archive.
        pub row: BulletinRow,
        /// Title of the document, if its heading alone is ambiguous.
        pub document_title: Option<String>,
        /// Summary in a few sentences.
        pub summary: Option<String>,
        /// Table of contents.
        pub contents: Vec<ContentsEntry> = default,
        /// Text of the issue.
        pub body: Option<Prose>,
        /// Headings of the text.
        pub headings: Vec<Heading> = default,
        /// Files of the issue.
        pub files: Vec<BulletinFile> = default,
        /// `true` if the files are given to members only.
        pub members_only: bool,
        /// Corrections after publication.
        pub corrections: Vec<Correction> = default,
        /// Number of the next older bulletin.
        pub previous: Option<IssueNumber>,
        /// Number of the next newer bulletin.
        pub next: Option<IssueNumber>,
    }

    /// Entry of a bulletin's table of contents.
    pub struct ContentsEntry {
        /// Title.
        pub title: String,
        /// Id of the article on the portal.
        pub article: Option<String>,
        /// Page on which it begins.
        pub page: Option<u32>,
    }

    /// A bulletin as a file.
    pub struct BulletinFile {
        /// File.
        pub file: Attachment,
        /// `true` if the file consists of page images.
        pub page_images: bool,
    }
}

/// Number of a bulletin, or the numbers of a double issue.
///
/// It is serialized as a number if the id is one, otherwise as a string: the id, followed by a
/// slash and the last number of a double issue, as in `143/144`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IssueNumber {
    /// Id, which contains the first number.
    pub id: IssueId,
    /// Last number of a double issue.
    pub last: Option<u32>,
}

impl IssueNumber {
    /// Returns all numbers of the issue.
    pub fn numbers(self) -> impl Iterator<Item = u32> {
        let first = self.id.number();
        first..=self.last.unwrap_or(first)
    }
}

impl Serialize for IssueNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { id, last } = *self;
        match last {
            None if id == IssueId::running(id.number()) => serializer.serialize_u32(id.number()),
            None => serializer.collect_str(&id),
            Some(last) => serializer.collect_str(&format_args!("{id}/{last}")),
        }
    }
}

impl FromJson for IssueNumber {
    fn from_json(json: &str) -> Result<Self, serde_json::Error> {
        if !json.starts_with('"') {
            let id = IssueId::running(u32::from_json(json)?);
            return Ok(Self { id, last: None });
        }
        let text = String::from_json(json)?;
        let (id, last) = match text.split_once('/') {
            Some((id, last)) => (id, last.parse().ok()),
            None => (text.as_str(), None),
        };
        let id = IssueId::parse(id).ok_or_else(|| serde_json::Error::custom(&text))?;
        Ok(Self { id, last })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_number_stays_a_number() {
        for (json, id, last) in [
            ("143", "143", None),
            ("\"143/144\"", "143", Some(144)),
            ("\"2024-3\"", "2024-3", None),
            ("\"2024-3/4\"", "2024-3", Some(4)),
            ("\"143-s1\"", "143-s1", None),
        ] {
            let number = IssueNumber::from_json(json).ok();
            let id = IssueId::parse(id).expect("an id");
            assert_eq!(number, Some(IssueNumber { id, last }), "{json}");
            let written = number.and_then(|number| serde_json::to_string(&number).ok());
            assert_eq!(written.as_deref(), Some(json));
        }
        for json in ["\"0\"", "\"\"", "-1", "null"] {
            assert!(IssueNumber::from_json(json).is_err(), "{json}");
        }
    }
}
