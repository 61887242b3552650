//! What the Markdown of a body can do wrong; the renderer finds it.

use super::severity::Severity;
use crate::content::values::picture::PictureFault;
use crate::content::values::text_value::Fault;
use crate::content::values::unpublished::Unpublished;

/// Something wrong in the Markdown of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BodyFault {
    /// Raw HTML.
    RawHtml,
    /// A heading of level one; the title of the page is the only one.
    HeadingLevelOne,
    /// A heading more than one level below the one before it.
    SkippedHeadingLevel {
        /// The level before; 1 is the page's title.
        from: u8,
        /// The level found.
        to: u8,
    },
    /// A heading without text.
    EmptyHeading,
    /// A link names an item that does not exist.
    DeadItemLink {
        /// The link.
        link: String,
        /// The link that was probably meant.
        nearest: Option<String>,
    },
    /// A link leads to an item that has no page yet.
    UnpublishedLink {
        /// The link.
        link: String,
        /// Why there is no page.
        why: Unpublished,
    },
    /// A link names an item in a way that is none.
    BadItemLink {
        /// The link.
        link: String,
        /// What is wrong with it.
        fault: Fault,
    },
    /// A link to a path that is no page of the site.
    DeadPath(String),
    /// A link to an anchor that the text does not have; without `#`.
    DeadAnchor(String),
    /// A link to an anchor that the page of another item does not have.
    DeadAnchorElsewhere {
        /// The path of the page.
        page: String,
        /// The anchor, without `#`.
        anchor: String,
        /// The anchor that was probably meant.
        nearest: Option<String>,
    },
    /// A relative address.
    RelativeUrl(String),
    /// An address that leads where none may.
    ForbiddenUrl(String),
    /// A link without destination or text.
    EmptyLink,
    /// An image without a text alternative.
    MissingAlt,
    /// An image that does not exist.
    MissingImage {
        /// The path inside `media/`.
        path: String,
        /// The file that was probably meant.
        nearest: Option<String>,
    },
    /// An image that is not fit to be shown.
    UnfitImage {
        /// The path inside `media/`.
        path: String,
        /// Why it is not.
        fault: PictureFault,
    },
    /// An image of another site.
    ForeignImage(String),
    /// An image whose size cannot be read.
    ImageWithoutSize(String),
    /// A reference to a footnote that is not defined.
    UndefinedFootnote(String),
    /// A footnote that nothing refers to.
    UnusedFootnote(String),
    /// A footnote that is defined again.
    DuplicateFootnote(String),
    /// Asterisks that were meant as emphasis and are shown as they are.
    StrayAsterisks {
        /// Whether blanks inside of the pair keep them from being emphasis.
        is_spaced: bool,
    },
    /// Another mark that did no work and is shown as it is.
    StrayMark(StrayMark),
    /// A sign that may be a mark or a part of the text.
    UnsureMark(UnsureMark),
    /// A code block that is never closed; it is shown as text.
    OpenFence,
    /// Cells of a table beyond those of its head.
    ExtraTableCells(String),
    /// A part of the text that no page shows.
    LostText(String),
    /// Lists, quotations or emphasis nested too deep.
    NestedTooDeep,
}

/// A mark that did no work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StrayMark {
    /// `~~` without its partner.
    Tildes,
    /// `__` without its partner.
    Underscores,
    /// A backtick without its partner.
    Backticks,
    /// `#` that begins a line and no heading.
    Heading,
    /// `-` that begins a line and no list.
    Bullet,
    /// A line of `=`, `-` or `--` below a text.
    Underline,
    /// Brackets that are no link.
    Link,
    /// The address of an item outside of a link.
    Address,
    /// A row of cells that belongs to no table.
    TableRow,
}

/// A sign that may be a mark or a part of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnsureMark {
    /// `> ` before a figure: a quotation, or “greater than”. It is shown.
    GreaterThan,
    /// `*` inside of words: emphasis, or a product. It is taken as emphasis.
    Asterisk,
}

impl BodyFault {
    /// A stable word for programs, such as `raw-html`.
    pub fn code(&self) -> &'static str {
        match self {
            BodyFault::RawHtml => "raw-html",
            BodyFault::HeadingLevelOne => "heading-level-one",
            BodyFault::SkippedHeadingLevel { .. } => "skipped-heading-level",
            BodyFault::EmptyHeading => "empty-heading",
            BodyFault::DeadItemLink { .. } => "dead-item-link",
            BodyFault::UnpublishedLink { .. } => "link-to-unpublished",
            BodyFault::BadItemLink { .. } => "bad-item-link",
            BodyFault::DeadPath(_) => "dead-path",
            BodyFault::DeadAnchor(_) | BodyFault::DeadAnchorElsewhere { .. } => "dead-anchor",
            BodyFault::RelativeUrl(_) => "relative-url",
            BodyFault::ForbiddenUrl(_) => "forbidden-url",
            BodyFault::EmptyLink => "empty-link",
            BodyFault::MissingAlt => "missing-alt",
            BodyFault::MissingImage { .. } => "missing-image",
            BodyFault::UnfitImage { fault, .. } => fault.code(),
            BodyFault::ForeignImage(_) => "foreign-image",
            BodyFault::ImageWithoutSize(_) => "image-without-size",
            BodyFault::UndefinedFootnote(_) => "undefined-footnote",
            BodyFault::UnusedFootnote(_) => "unused-footnote",
            BodyFault::DuplicateFootnote(_) => "duplicate-footnote",
            BodyFault::StrayAsterisks { .. } => "stray-asterisks",
            BodyFault::StrayMark(_) => "stray-mark",
            BodyFault::UnsureMark(_) => "unsure-mark",
            BodyFault::OpenFence => "open-fence",
            BodyFault::ExtraTableCells(_) => "extra-table-cells",
            BodyFault::LostText(_) => "lost-text",
            BodyFault::NestedTooDeep => "nested-too-deep",
        }
    }

    /// How much it matters: a text that still reads as it was meant does not stop a build.
    pub fn severity(&self) -> Severity {
        match self {
            BodyFault::MissingAlt
            | BodyFault::SkippedHeadingLevel { .. }
            | BodyFault::StrayAsterisks { .. }
            | BodyFault::StrayMark(_)
            | BodyFault::UnsureMark(_)
            | BodyFault::OpenFence
            | BodyFault::ImageWithoutSize(_) => Severity::Warning,
            BodyFault::UnfitImage { fault, .. } => fault.severity(),
            _ => Severity::Error,
        }
    }
}
