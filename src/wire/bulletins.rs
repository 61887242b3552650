//! The archive of bulletins and one bulletin.

use super::fields::{read_fields, words};
use super::{Attachment, Correction, Date, Heading, Pager, Picture, Prose};
use crate::route::PageNumber;
use serde::Serialize;

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
    /// Its number.
    pub number: u32,
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

/// What sort of issue a bulletin is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BulletinKind {
    /// An ordinary issue.
    Issue,
    /// A special issue.
    Special,
    /// A collection of a year or several.
    Collection,
}

words!(BulletinKind {
    Issue = "issue",
    Special = "special",
    Collection = "collection",
});

/// A bulletin with all that its page shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Bulletin {
    /// What the archive shows of it.
    pub row: BulletinRow,
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
    pub previous: Option<u32>,
    /// The number of the next newer one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<u32>,
}

read_fields!(Bulletin {
    row, summary, body, members_only, previous, next;
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
