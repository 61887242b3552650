//! Data that the editor and its server exchange as JSON.
//!
//! Visitors never load any of it, so it is read with the code that `derive` generates.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Path below which the editor and its interface are served.
pub const EDIT_PATH: &str = "/__portal/edit/";
/// Header that every request which changes something carries. Other sites cannot send it.
pub const EDIT_HEADER: &str = "x-portal-edit";

/// Kinds of files that are edited, in the order of the start screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ItemKind {
    /// `content/articles/`.
    Article,
    /// `content/members/`.
    Member,
    /// `content/bulletins/`.
    Bulletin,
    /// `content/events/`.
    Event,
    /// `content/links/`.
    Links,
    /// `content/pages/`.
    Page,
    /// `content/site.json`, whose id is `site`.
    Site,
    /// `content/synonyms.json`, whose id is `synonyms`.
    Synonyms,
}

impl ItemKind {
    /// All kinds in their order.
    pub const ALL: [Self; 8] = [
        Self::Article,
        Self::Member,
        Self::Bulletin,
        Self::Event,
        Self::Links,
        Self::Page,
        Self::Site,
        Self::Synonyms,
    ];

    /// Returns the name in addresses and in `data-kind`.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Member => "member",
            Self::Bulletin => "bulletin",
            Self::Event => "event",
            Self::Links => "links",
            Self::Page => "page",
            Self::Site => "site",
            Self::Synonyms => "synonyms",
        }
    }

    /// Returns the kind of this name.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.slug() == slug)
    }

    /// Returns the Chinese name.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Article => "文章",
            Self::Member => "成员",
            Self::Bulletin => "简报",
            Self::Event => "活动",
            Self::Links => "友情链接",
            Self::Page => "单页",
            Self::Site => "站点设置",
            Self::Synonyms => "同义词",
        }
    }

    /// Returns `true` for the kinds of which there is one file.
    #[must_use]
    pub const fn is_single(self) -> bool {
        matches!(self, Self::Site | Self::Synonyms)
    }
}

/// What the start screen shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Start {
    /// Name of the site.
    pub site: String,
    /// Folder of the site.
    pub folder: String,
    /// Number of items of each kind.
    pub kinds: Vec<(ItemKind, usize)>,
    /// Number of errors, warnings and notes of the check.
    pub problems: Counts,
    /// Unfinished items, the last saved first.
    pub drafts: Vec<DraftEntry>,
    /// Files of the site that changed since it was last published from the editor, at most 200;
    /// `None` if it never was.
    pub changed: Option<Vec<String>>,
}

/// Numbers of problems.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Errors, which prevent publishing.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes.
    pub notes: usize,
}

/// An unfinished item in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftEntry {
    /// Key of the draft.
    pub key: String,
    /// Kind of the item.
    pub kind: ItemKind,
    /// Id of the item; `None` if it is new and has none yet.
    pub id: Option<String>,
    /// Title as far as it is written.
    pub title: String,
    /// Moment of saving in Chinese time, `2026-11-28 09:30`.
    pub saved: String,
}

/// A page of a list of items.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemList {
    /// Number of all items that match.
    pub total: usize,
    /// This page, counted from 1.
    pub page: usize,
    /// Number of pages, at least 1.
    pub pages: usize,
    /// Items of this page.
    pub entries: Vec<ItemEntry>,
}

/// An item in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemEntry {
    /// Kind of the item.
    pub kind: ItemKind,
    /// Id of the item.
    pub id: String,
    /// Title or name; the id if the file cannot be read.
    pub title: String,
    /// Date as written, if the item has one.
    pub date: Option<String>,
    /// State of the item.
    pub state: ItemState,
    /// Worst problem of its file.
    pub worst: Option<Level>,
    /// `true` if there is unfinished work on it.
    pub has_draft: bool,
}

/// State of an item, by which a list is narrowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ItemState {
    /// Visitors see it.
    Published,
    /// A draft: `status` says so.
    Draft,
    /// Its day has not come.
    Scheduled,
    /// Withdrawn.
    Withdrawn,
    /// Its file cannot be read.
    Unreadable,
}

impl ItemState {
    /// All states in their order.
    pub const ALL: [Self; 5] = [
        Self::Published,
        Self::Draft,
        Self::Scheduled,
        Self::Withdrawn,
        Self::Unreadable,
    ];

    /// Returns the name in addresses.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Draft => "draft",
            Self::Scheduled => "scheduled",
            Self::Withdrawn => "withdrawn",
            Self::Unreadable => "unreadable",
        }
    }
}

/// Severity of a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Does not need to be corrected.
    Note,
    /// Should be corrected.
    Warning,
    /// Prevents publishing.
    Error,
}

/// A problem in the words of `portal check`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// File in the site folder.
    pub file: String,
    /// Kind and id of the item, if the file is that of one.
    pub item: Option<(ItemKind, String)>,
    /// JSON pointer of the value in the file, `/links/0/url`; empty for the whole file.
    pub pointer: String,
    /// Line, counted from 1; `None` for the whole file.
    pub line: Option<usize>,
    /// Severity.
    pub level: Level,
    /// Stable code.
    pub code: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

/// An item as it is opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Kind of the item.
    pub kind: ItemKind,
    /// Id of the item.
    pub id: String,
    /// Name of the file's state, to be sent as `If-Match`.
    pub etag: String,
    /// Value of the file; `None` if it is not JSON.
    pub value: Option<Value>,
    /// Text of the file.
    pub text: String,
    /// Unfinished work on it.
    pub draft: Option<Draft>,
    /// Problems of the file.
    pub problems: Vec<Told>,
    /// Form of its kind.
    pub form: Form,
    /// Address of its page on the served site; `None` if it has none.
    pub address: Option<String>,
}

/// Unfinished work on an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Kind of the item.
    pub kind: ItemKind,
    /// Id that the item has or is to have; empty if it is not chosen yet.
    pub id: String,
    /// Value as far as it is written.
    pub value: Value,
    /// State of the file from which the work began; `None` for a new item.
    pub base: Option<String>,
    /// Moment of saving in Chinese time; the server sets it.
    #[serde(default)]
    pub saved: String,
}

/// A value to be written. Exactly one of the two is present.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// Value, of which only the differences are written.
    #[serde(default)]
    pub value: Option<Value>,
    /// Text that replaces the whole file.
    #[serde(default)]
    pub text: Option<String>,
}

/// A new item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewItem {
    /// Id.
    pub id: String,
    /// Value.
    pub value: Value,
}

/// Outcome of saving.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saved {
    /// Id of the item.
    pub id: String,
    /// New state of the file.
    pub etag: String,
    /// `false` if the file had said the same.
    pub changed: bool,
    /// Problems that remain.
    pub problems: Vec<Told>,
    /// Address of its page on the served site; `None` if it has none.
    pub address: Option<String>,
}

/// Reason for which something was not done, as `application/problem+json` (RFC 9457).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// Stable code.
    #[serde(rename = "type")]
    pub code: String,
    /// What went wrong and what to do, in one or two sentences.
    pub title: String,
    /// HTTP status.
    pub status: u16,
    /// Problems of the value, if it was refused because of them.
    #[serde(default)]
    pub problems: Vec<Told>,
    /// The file as it is now, if somebody else has changed it.
    #[serde(default)]
    pub theirs: Option<Box<Item>>,
}

/// A value to be examined, and shown in the preview of this key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Examination {
    /// Key of the draft and of the preview.
    pub key: String,
    /// Kind of the item.
    pub kind: ItemKind,
    /// Id of the item; one is made up if it is empty.
    pub id: String,
    /// Value.
    pub value: Value,
}

/// Result of an examination.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Examined {
    /// Problems of the item.
    pub problems: Vec<Told>,
    /// Address of the preview; `None` if it cannot be shown.
    pub preview: Option<String>,
    /// Id that is proposed for a new item.
    pub proposed_id: Option<String>,
}

/// A version of a file, or a deleted file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// Name of the version.
    pub name: String,
    /// Kind of the item.
    pub kind: ItemKind,
    /// Id of the item.
    pub id: String,
    /// Title of the item then.
    pub title: String,
    /// Moment from which on the file was no longer so, in Chinese time.
    pub until: String,
}

/// Text of a version beside the current one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparison {
    /// Version.
    pub version: Version,
    /// Text of the version.
    pub then: String,
    /// Current text; `None` if the file does not exist.
    pub now: Option<String>,
}

/// A file of the media folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MediaFile {
    /// Path in the media folder.
    pub path: String,
    /// Size in bytes.
    pub bytes: u64,
    /// Width and height of a picture.
    pub size: Option<(u32, u32)>,
    /// `true` if browsers show it as a picture.
    pub is_picture: bool,
    /// Items that use it.
    pub uses: Vec<(ItemKind, String, String)>,
}

/// A page of the list of media.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MediaList {
    /// Number of all files that match.
    pub total: usize,
    /// This page, counted from 1.
    pub page: usize,
    /// Number of pages, at least 1.
    pub pages: usize,
    /// Files.
    pub files: Vec<MediaFile>,
}

/// A file that was taken into the media folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Uploaded {
    /// File as it is now.
    pub file: MediaFile,
    /// What was done with it, in sentences.
    pub notes: Vec<String>,
}

/// An item that a reference can name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// Kind of the item.
    pub kind: ItemKind,
    /// Id of the item.
    pub id: String,
    /// Title or name.
    pub title: String,
}

/// What publishing will do, or has done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publishing {
    /// Folder of the portal; `None` if none has been chosen yet.
    pub folder: Option<String>,
    /// Step of a running build, in words, with its parts done and in all.
    pub step: Option<(String, usize, usize)>,
    /// Outcome of the last build.
    pub outcome: Option<PublishOutcome>,
}

/// Outcome of a build.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishOutcome {
    /// `true` if it was a rehearsal, which has written nothing.
    pub is_plan: bool,
    /// Numbers of files that are new, changed, unchanged and removed.
    pub files: Option<[usize; 4]>,
    /// Number of pages.
    pub pages: usize,
    /// Reason for which it failed.
    pub failure: Option<String>,
}

/// A wish to publish.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishWish {
    /// Folder, if another one than before is chosen.
    pub folder: Option<String>,
    /// `true` to only tell what would change.
    pub is_plan: bool,
}

/// News for open editors, as server-sent events.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "news")]
pub enum News {
    /// The site was read again; these files had changed.
    Changed {
        /// Files in the site folder.
        files: Vec<String>,
    },
    /// Publishing goes on or has ended.
    Publishing,
}

/// Form of a kind of file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// Fields in the order of the form.
    pub fields: Vec<Field>,
    /// Value that a new item begins with.
    pub initial: Value,
}

/// Group of fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// 必填.
    Required,
    /// 常用.
    Usual,
    /// 更多.
    More,
}

/// A field of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// Name in the JSON object.
    pub name: String,
    /// Short title.
    pub label: String,
    /// Explanation.
    pub help: String,
    /// Group; that of its outermost field for one inside a section.
    pub group: Group,
    /// `true` if the object must have it.
    pub is_required: bool,
    /// How it is edited.
    pub widget: Widget,
}

/// How a value is edited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "type")]
pub enum Widget {
    /// One line of text, with its greatest number of characters.
    Line {
        /// Greatest number of characters.
        most: Option<u32>,
    },
    /// Several lines of text.
    Paragraph {
        /// Greatest number of characters.
        most: Option<u32>,
    },
    /// Markdown: one string, or a list of paragraphs.
    Body,
    /// A day, `2026-11-28`; also a year or a month where `is_partial`.
    Date {
        /// `true` if a year or a month is enough.
        is_partial: bool,
    },
    /// A day, or a day with a time of day.
    Moment,
    /// A whole number.
    Number {
        /// Least number.
        least: i64,
        /// Greatest number.
        most: i64,
    },
    /// Yes or no.
    Switch {
        /// Value where the field is missing.
        default: bool,
    },
    /// One of several values.
    Choice {
        /// Values with their Chinese names.
        options: Vec<(String, String)>,
    },
    /// Several of several values.
    Choices {
        /// Values with their Chinese names.
        options: Vec<(String, String)>,
    },
    /// A list of short texts.
    Tags {
        /// Greatest number of characters of each.
        most: Option<u32>,
    },
    /// A list of lists of short texts.
    Words,
    /// Id of an item.
    Reference {
        /// Kind of the item.
        to: ItemKind,
    },
    /// Ids of items.
    References {
        /// Kind of the items.
        to: ItemKind,
    },
    /// Path of a file in the media folder.
    File {
        /// `true` for pictures.
        is_picture: bool,
    },
    /// Colour, `#rrggbb`.
    Color,
    /// Publication state of an article: a word, or an object with the reason of a withdrawal.
    Status,
    /// An object.
    Section {
        /// Its fields.
        fields: Vec<Field>,
    },
    /// A list of objects.
    List {
        /// Name of one of them.
        label: String,
        /// Their fields.
        fields: Vec<Field>,
    },
}
