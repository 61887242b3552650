//! Data of an article's page.

use super::fields::{read_fields, words};
use super::{Attachment, Correction, Date, Entry, Heading, IssueNumber, Picture, Prose, Reference};
use serde::Serialize;

/// An article, with everything that its page shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Article {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Title of the document, if its heading alone is ambiguous.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document_title: Option<String>,
    /// Second line of the title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,
    /// Id of its section.
    pub section: String,
    /// Date of publication.
    pub published: Date,
    /// Date of the last change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<Date>,
    /// Original publisher.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// Author.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// Editor.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub editor: Option<String>,
    /// Photographer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub photographer: Option<String>,
    /// Origin of the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
    /// Summary in one or two sentences.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// Picture above the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cover: Option<Picture>,
    /// Text.
    pub body: Prose,
    /// Headings of a long text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub headings: Vec<Heading>,
    /// Reading time in minutes.
    pub minutes: u32,
    /// Attached files.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
    /// Key words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Members that are mentioned.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<Reference>,
    /// Event that the article is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<Reference>,
    /// Bulletin in which the article appeared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bulletin: Option<IssueNumber>,
    /// Policy document that the article explains.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub policy: Option<Reference>,
    /// Details of an official document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<Document>,
    /// Citation up to the date of access; `None` if the article is withdrawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cited: Option<String>,
    /// Reason for the withdrawal; a withdrawn article shows it instead of its text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<String>,
    /// Corrections after publication.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
    /// `true` if the text was made with the help of artificial intelligence.
    #[serde(skip_serializing_if = "is_false")]
    pub ai_text: bool,
    /// `true` if pictures were made with the help of artificial intelligence.
    #[serde(skip_serializing_if = "is_false")]
    pub ai_image: bool,
    /// Next older article of the section.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous: Option<Reference>,
    /// Next newer article of the section.
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

/// Original publisher of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Name of the publisher.
    pub name: String,
    /// Address of the original.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

read_fields!(Source { name, url; });

/// Origin of a text.
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

/// Details of an official document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Document {
    /// Number of the document, such as `工信部联消费〔2022〕43号`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Authority that issued it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// Date of writing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub written: Option<Date>,
    /// Date on which it takes effect.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effective: Option<Date>,
    /// Legal status.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<DocumentStatus>,
    /// Documents that it replaces.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub replaces: Vec<Reference>,
    /// Address of the official publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub official_url: Option<String>,
}

read_fields!(Document {
    number, issuer, written, effective, status, official_url;
    replaces
});

/// Legal status of an official document.
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

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde requires this signature"
)]
const fn is_false(flag: &bool) -> bool {
    !*flag
}
