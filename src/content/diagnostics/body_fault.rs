//! Problems of the Markdown of a body, which the renderer finds.

use super::link_fault::LinkFault;
use super::severity::Severity;
use crate::content::values::picture::PictureFault;
use crate::content::values::text_value::Fault;

/// Problem of the Markdown of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BodyFault {
    /// Raw HTML.
    RawHtml,
    /// A heading of level 1, which is reserved for the title of the page.
    HeadingLevelOne,
    /// A heading more than one level below the previous one.
    SkippedHeadingLevel {
        /// Previous level; 1 is the page's title.
        from: u8,
        /// Level found.
        to: u8,
    },
    /// A heading without text.
    EmptyHeading,
    /// A link to an item that does not exist.
    DeadItemLink {
        /// Link.
        link: String,
        /// Link that was probably meant.
        nearest: Option<String>,
    },
    /// A link to a page that has no such place, or is not there yet.
    Link(LinkFault),
    /// An item link with invalid syntax.
    BadItemLink {
        /// Link.
        link: String,
        /// Fault of its syntax.
        fault: Fault,
    },
    /// A link to a path that is not a page of the site.
    DeadPath(String),
    /// A link to an anchor that the text does not have; without `#`.
    DeadAnchor(String),
    /// A relative address.
    RelativeUrl(String),
    /// A link to an address that is not allowed.
    ForbiddenUrl(String),
    /// A link without destination or text.
    EmptyLink,
    /// An image without a text alternative.
    MissingAlt,
    /// An image that does not exist.
    MissingImage {
        /// Path inside `media/`.
        path: String,
        /// File that was probably meant.
        nearest: Option<String>,
    },
    /// An image that cannot be shown.
    UnfitImage {
        /// Path inside `media/`.
        path: String,
        /// Reason for which it cannot be shown.
        fault: PictureFault,
    },
    /// An image of another site.
    ForeignImage(String),
    /// An image whose dimensions cannot be read.
    ImageWithoutSize(String),
    /// A reference to a footnote that is not defined.
    UndefinedFootnote(String),
    /// A footnote without references.
    UnusedFootnote(String),
    /// A footnote that is defined twice.
    DuplicateFootnote(String),
    /// Asterisks that were meant as emphasis and are shown literally.
    StrayAsterisks {
        /// `true` if spaces inside of the pair prevent the emphasis.
        is_spaced: bool,
    },
    /// Another mark without effect, which is shown literally.
    StrayMark(StrayMark),
    /// A character that may be a mark or part of the text.
    UnsureMark(UnsureMark),
    /// A code block without an end; it is shown as text.
    OpenFence,
    /// Cells of a table in excess of those of its header.
    ExtraTableCells(String),
    /// A part of the text that no page shows.
    LostText(String),
    /// Lists, quotations or emphasis nested too deeply.
    NestedTooDeep,
}

/// A mark without effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StrayMark {
    /// `~~` without a closing one.
    Tildes,
    /// `__` without a closing one.
    Underscores,
    /// A backtick without a closing one.
    Backticks,
    /// `#` at the beginning of a line that is not a heading.
    Heading,
    /// `-` at the beginning of a line that is not a list item.
    Bullet,
    /// A line of `=`, `-` or `--` below a text.
    Underline,
    /// Brackets that are not a link.
    Link,
    /// An item link's address outside of a link.
    Address,
    /// A row of cells that belongs to no table.
    TableRow,
}

/// A character that may be a mark or part of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnsureMark {
    /// `> ` before a number: a quotation or "greater than". It is shown literally.
    GreaterThan,
    /// `*` inside of words: emphasis or a multiplication sign. It is treated as emphasis.
    Asterisk,
}

impl BodyFault {
    /// Returns the severity. A problem that leaves the text readable as intended does not stop
    /// a build.
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
