//! The archive of bulletins and one bulletin.

use super::fields::{FromJson, read_fields, words};
use super::{Attachment, Correction, Date, Heading, Pager, Picture, Prose};
use crate::route::{IssueId, PageNumber};
use serde::de::Error as _;
use serde::{Serialize, Serializer};

/// A part of the archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BulletinList {
    /// The bulletins, newest first.
    pub rows: Vec<BulletinRow>,
    /// Where the list goes on.
    pub pager: Pager,
    /// On the front of a long archive, each year with the page that begins with or holds its
    /// newest bulletin, newest year first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub years: Vec<(String, PageNumber)>,
}

read_fields!(BulletinList {
    rows, pager;
    years
});

/// A bulletin as a row of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BulletinRow {
    /// Its number, or its numbers.
    pub number: IssueNumber,
    /// Its title.
    pub title: String,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Date>,
    /// Its year, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<String>,
    /// The first and last year that a collection covers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub covers: Option<(Date, Date)>,
    /// What sort of issue it is.
    pub kind: BulletinKind,
    /// Its cover.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cover: Option<Picture>,
    /// Whether it can be read as a page.
    pub readable: bool,
    /// How many files it has.
    pub files: u32,
    /// How many numbers are missing between this one and the next older.
    #[serde(skip_serializing_if = "is_zero")]
    pub missing_before: u32,
}

read_fields!(BulletinRow {
    number, title, published, year, covers, kind, cover, readable, files;
    missing_before
});

/// The number of a bulletin; of a double issue, its numbers.
///
/// It is written as a number where it is one, else as a text: the id, and after a slash the
/// last number of a double issue, as in `143/144`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IssueNumber {
    /// The id, which has the first of its numbers.
    pub id: IssueId,
    /// The last of its numbers, if it has several.
    pub last: Option<u32>,
}

impl IssueNumber {
    /// Every number that it has.
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

/// What sort of issue a bulletin is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BulletinKind {
    /// An ordinary issue.
    Issue,
    /// A special issue.
    Special,
    /// A supplement, which is not counted among the issues.
    Supplement,
    /// A collection of a year or several.
    Collection,
}

words!(BulletinKind {
    Issue = "issue",
    Special = "special",
    Supplement = "supplement",
    Collection = "collection",
});

/// A bulletin with all that its page shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Bulletin {
    /// What the archive shows of it.
    pub row: BulletinRow,
    /// The title of the document, where its heading alone does not tell it from others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document_title: Option<String>,
    /// What is in it, in a few sentences.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// Its table of contents.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contents: Vec<ContentsEntry>,
    /// The issue as a text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<Prose>,
    /// The headings of that text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub headings: Vec<Heading>,
    /// The issue as files.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<BulletinFile>,
    /// Whether it is handed to members only.
    pub members_only: bool,
    /// What was corrected.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
    /// The number of the next older bulletin.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous: Option<IssueNumber>,
    /// The number of the next newer one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<IssueNumber>,
}

read_fields!(Bulletin {
    row, document_title, summary, body, members_only, previous, next;
    contents, headings, files, corrections
});

/// An entry of a bulletin's table of contents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ContentsEntry {
    /// Its words.
    pub title: String,
    /// The article of the portal that it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
    /// The page on which it begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
}

read_fields!(ContentsEntry { title, article, page; });

/// A bulletin as a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BulletinFile {
    /// The file.
    pub file: Attachment,
    /// Whether it is a picture of the pages.
    pub page_images: bool,
}

read_fields!(BulletinFile { file, page_images; });

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature that serde asks for"
)]
const fn is_zero(number: &u32) -> bool {
    *number == 0
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
