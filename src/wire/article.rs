//! One article.

use super::fields::{read_fields, words};
use super::{Date, Entry, Heading, IssueNumber, Picture, Prose, Reference};
use serde::Serialize;

/// An article with all that its page shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Article {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The title of the document, where its heading alone does not tell it from others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document_title: Option<String>,
    /// A second line of the title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,
    /// Its section's id.
    pub section: String,
    /// When it was published.
    pub published: Date,
    /// When it was last changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<Date>,
    /// Who published it first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// Who wrote it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// Who edited it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub editor: Option<String>,
    /// Who took the pictures.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub photographer: Option<String>,
    /// How the text came about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
    /// What it says in a sentence or two.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// The picture above the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cover: Option<Picture>,
    /// The text.
    pub body: Prose,
    /// The headings of a long text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub headings: Vec<Heading>,
    /// How long reading takes, in minutes.
    pub minutes: u32,
    /// Files that belong to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
    /// Key words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Members that it is about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<Reference>,
    /// The event that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<Reference>,
    /// The bulletin in which it appeared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bulletin: Option<IssueNumber>,
    /// The policy document that it explains.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub policy: Option<Reference>,
    /// What makes it an official document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<Document>,
    /// How it is cited, up to the day of citing; a withdrawn article is not to be cited.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cited: Option<String>,
    /// Why it was withdrawn; a withdrawn article shows this instead of its text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<String>,
    /// What was corrected after publication.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
    /// Whether the text was made with the help of artificial intelligence.
    #[serde(skip_serializing_if = "is_false")]
    pub ai_text: bool,
    /// Whether pictures were made so.
    #[serde(skip_serializing_if = "is_false")]
    pub ai_image: bool,
    /// The next older article of the section.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous: Option<Reference>,
    /// The next newer article of the section.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<Reference>,
    /// Earlier articles with the same members, event or key words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Entry>,
}

read_fields!(Article {
    id, title, document_title, subtitle, section, published, updated, source, author, editor, photographer, origin, cover, minutes, event, bulletin, policy, document, cited, withdrawn, previous, next;
    summary, body, headings, attachments, tags, members, corrections, ai_text, ai_image, related
});

/// Who published a text first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Their name.
    pub name: String,
    /// The original's address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

read_fields!(Source { name, url; });

/// How a text came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Written for this portal.
    Original,
    /// Reprinted.
    Repost,
    /// Translated.
    Translation,
    /// Issued by an authority.
    OfficialDocument,
}

words!(Origin {
    Original = "original",
    Repost = "repost",
    Translation = "translation",
    OfficialDocument = "official-document",
});

/// A file to download.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Attachment {
    /// The path in the output, `media/…`.
    pub file: String,
    /// What to call it.
    pub title: String,
    /// Its size in bytes.
    pub bytes: u64,
    /// How many pages it has, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pages: Option<u32>,
}

read_fields!(Attachment { file, title, bytes, pages; });

/// What makes an article an official document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Document {
    /// The document's number, such as `工信部联消费〔2022〕43号`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Who issued it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// When it was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub written: Option<Date>,
    /// When it came or comes into force.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effective: Option<Date>,
    /// Whether it is in force.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<DocumentStatus>,
    /// The documents that it replaces.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub replaces: Vec<Reference>,
    /// The official publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub official_url: Option<String>,
}

read_fields!(Document {
    number, issuer, written, effective, status, official_url;
    replaces
});

/// Whether a document is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentStatus {
    /// In force.
    InForce,
    /// Amended.
    Amended,
    /// Repealed.
    Repealed,
}

words!(DocumentStatus {
    InForce = "in-force",
    Amended = "amended",
    Repealed = "repealed",
});

/// What was corrected after publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Correction {
    /// When.
    pub date: Date,
    /// What.
    pub note: String,
}

read_fields!(Correction { date, note; });

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature that serde asks for"
)]
const fn is_false(flag: &bool) -> bool {
    !*flag
}
