//! Forms of the kinds of files.

use super::kind::ItemKind;
use serde::{Deserialize, Serialize};
use serde_json::Value;

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
