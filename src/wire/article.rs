//! Data of an article's page.

use super::fields::wire;
use super::{Attachment, Correction, Date, Entry, Heading, IssueNumber, Picture, Prose, Reference};

wire! {
    /// An article, with everything that its page shows.
    pub struct Article {
        /// Id.
        pub id: String,
        /// Title.
        pub title: String,
        /// Title of the document, if its heading alone is ambiguous.
        pub document_title: Option<String>,
        /// Second line of the title.
        pub subtitle: Option<String>,
        /// Id of its section.
        pub section: String,
        /// Date of publication.
        pub published: Date,
        /// Date of the last change.
        pub updated: Option<Date>,
        /// Original publisher.
        pub source: Option<Source>,
        /// Author.
        pub author: Option<String>,
        /// Editor.
        pub editor: Option<String>,
        /// Photographer.
        pub photographer: Option<String>,
        /// Origin of the text.
        pub origin: Option<Origin>,
        /// Summary in one or two sentences.
        pub summary: String = default,
        /// Picture above the text.
        pub cover: Option<Picture>,
        /// Text.
        pub body: Prose = default,
        /// Headings of a long text.
        pub headings: Vec<Heading> = default,
        /// Reading time in minutes.
        pub minutes: u32,
        /// Attached files.
        pub attachments: Vec<Attachment> = default,
        /// Key words.
        pub tags: Vec<String> = default,
        /// Members that are mentioned.
        pub members: Vec<Reference> = default,
        /// Event that the article is about.
        pub event: Option<Reference>,
        /// Bulletin in which the article appeared.
        pub bulletin: Option<IssueNumber>,
        /// Policy document that the article explains.
        pub policy: Option<Reference>,
        /// Details of an official document.
        pub document: Option<Document>,
        /// Citation up to the date of access; `None` if the article is withdrawn.
        pub cited: Option<String>,
        /// Reason for the withdrawal; a withdrawn article shows it instead of its text.
        pub withdrawn: Option<String>,
        /// Corrections after publication.
        pub corrections: Vec<Correction> = default,
        /// `true` if the text was made with the help of artificial intelligence.
        pub ai_text: bool = default,
        /// `true` if pictures were made with the help of artificial intelligence.
        pub ai_image: bool = default,
        /// Next older article of the section.
        pub previous: Option<Reference>,
        /// Next newer article of the section.
        pub next: Option<Reference>,
        /// Earlier articles with the same members, event or key words.
        pub related: Vec<Entry> = default,
    }

    /// Original publisher of a text.
    pub struct Source {
        /// Name of the publisher.
        pub name: String,
        /// Address of the original.
        pub url: Option<String>,
    }

    /// Origin of a text.
    pub enum Origin {
        /// Written for this portal.
        Original = "original",
        /// Reprinted.
        Repost = "repost",
        /// Translated.
        Translation = "translation",
        /// Issued by an authority.
        OfficialDocument = "official-document",
    }

    /// Details of an official document.
    pub struct Document {
        /// Number of the document, such as `工信部联消费〔2022〕43号`.
        pub number: Option<String>,
        /// Authority that issued it.
        pub issuer: Option<String>,
        /// Date of writing.
        pub written: Option<Date>,
        /// Date on which it takes effect.
        pub effective: Option<Date>,
        /// Legal status.
        pub status: Option<DocumentStatus>,
        /// Documents that it replaces.
        pub replaces: Vec<Reference> = default,
        /// Address of the official publication.
        pub official_url: Option<String>,
    }

    /// Legal status of an official document.
    pub enum DocumentStatus {
        /// In force.
        InForce = "in-force",
        /// Revised.
        Revised = "amended",
        /// Repealed.
        Repealed = "repealed",
    }
}
