//! Layout tables: for each property of each schema its title, its group and how it is edited.

mod small;
mod wide;

use crate::wire::edit::{Group, ItemKind};

/// How a property is edited, where its schema does not tell.
#[derive(Debug, Clone, Copy)]
pub(super) enum Hint {
    /// As its schema tells.
    Schema,
    /// Not at all: the program writes it.
    Hidden,
    Body,
    Paragraph,
    Day,
    PartialDay,
    Moment,
    Words,
    /// Id of an item of this kind.
    One(ItemKind),
    /// Ids of items of this kind.
    Several(ItemKind),
    Picture,
    File,
    Color,
    Status,
    /// Id of a section of the site.
    Section,
    /// Ids of sections of the site.
    Sections,
    /// Choice of a province.
    Province,
}

/// A property.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) name: &'static str,
    pub(super) label: &'static str,
    pub(super) group: Group,
    pub(super) hint: Hint,
    /// Properties of the object, or of the objects of the list.
    pub(super) inside: &'static [Row],
}

/// Returns the table of a kind.
pub(super) const fn layout(kind: ItemKind) -> &'static [Row] {
    match kind {
        ItemKind::Article => wide::ARTICLE,
        ItemKind::Member => wide::MEMBER,
        ItemKind::Bulletin => small::BULLETIN,
        ItemKind::Event => wide::EVENT,
        ItemKind::Links => small::LINKS,
        ItemKind::Page => small::PAGE,
        ItemKind::Site => small::SITE,
        ItemKind::Synonyms => small::SYNONYMS,
    }
}

/// Property that the program writes.
const SCHEMA: Row = row("$schema", "", Group::More, Hint::Hidden);

const fn row(name: &'static str, label: &'static str, group: Group, hint: Hint) -> Row {
    Row {
        name,
        label,
        group,
        hint,
        inside: &[],
    }
}

const fn must(name: &'static str, label: &'static str, hint: Hint) -> Row {
    row(name, label, Group::Required, hint)
}

const fn often(name: &'static str, label: &'static str, hint: Hint) -> Row {
    row(name, label, Group::Usual, hint)
}

const fn more(name: &'static str, label: &'static str, hint: Hint) -> Row {
    row(name, label, Group::More, hint)
}

impl Row {
    /// Returns the row with the properties of its object.
    const fn with(mut self, inside: &'static [Row]) -> Self {
        self.inside = inside;
        self
    }
}

/// A picture of an item.
const COVER: &[Row] = &[
    must("src", "图片", Hint::Picture),
    must("alt", "替代文字", Hint::Schema),
    more("caption", "图片说明", Hint::Schema),
];

/// A correction of a text.
const CORRECTION: &[Row] = &[
    must("date", "更正日期", Hint::Day),
    must("note", "更正内容", Hint::Paragraph),
];
