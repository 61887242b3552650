//! What the Markdown of a body can do wrong; the renderer finds it.

use super::problem::Severity;
use super::value::Fault;

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
    StrayAsterisks,
    /// Lists, quotations or emphasis nested too deep.
    NestedTooDeep,
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
            BodyFault::BadItemLink { .. } => "bad-item-link",
            BodyFault::DeadPath(_) => "dead-path",
            BodyFault::DeadAnchor(_) => "dead-anchor",
            BodyFault::RelativeUrl(_) => "relative-url",
            BodyFault::ForbiddenUrl(_) => "forbidden-url",
            BodyFault::EmptyLink => "empty-link",
            BodyFault::MissingAlt => "missing-alt",
            BodyFault::MissingImage { .. } => "missing-image",
            BodyFault::ForeignImage(_) => "foreign-image",
            BodyFault::ImageWithoutSize(_) => "image-without-size",
            BodyFault::UndefinedFootnote(_) => "undefined-footnote",
            BodyFault::UnusedFootnote(_) => "unused-footnote",
            BodyFault::DuplicateFootnote(_) => "duplicate-footnote",
            BodyFault::StrayAsterisks => "stray-asterisks",
            BodyFault::NestedTooDeep => "nested-too-deep",
        }
    }

    /// How much it matters: a text that still reads as it was meant does not stop a build.
    pub fn severity(&self) -> Severity {
        match self {
            BodyFault::MissingAlt
            | BodyFault::SkippedHeadingLevel { .. }
            | BodyFault::UnusedFootnote(_)
            | BodyFault::StrayAsterisks
            | BodyFault::ImageWithoutSize(_) => Severity::Warning,
            _ => Severity::Error,
        }
    }
}
