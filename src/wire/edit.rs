//! Data that the editor and its server exchange as JSON.
//!
//! Visitors never load any of it, so it is read with the code that `derive` generates.

mod kind;
mod form;
mod items;

pub use form::{Field, Form, Group, Widget};
pub use items::{
    Counts, Draft, DraftEntry, Examination, Examined, Item, ItemEntry, ItemList, ItemProblem,
    ItemState, Level, NewItem, Refusal, Saved, Start, Written,
};
pub use kind::ItemKind;

use serde::{Deserialize, Serialize};

/// Path below which the editor and its interface are served.
pub const EDIT_PATH: &str = "/__portal/edit/";
/// Header that every request which changes something carries. Other sites cannot send it.
pub const EDIT_HEADER: &str = "x-portal-edit";

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

/// A request to publish.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishRequest {
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
