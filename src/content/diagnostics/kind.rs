//! Kinds of problems in the content of a site.

use super::body_fault::BodyFault;
use super::link_fault::LinkFault;
use super::severity::Severity;
use super::unknown::Unknown;
use crate::content::folder::ReadFault;
use crate::content::items::reference::Collection;
use crate::content::json::syntax::SyntaxFault;
use crate::content::values::date::{Date, Moment};
use crate::content::values::picture::PictureFault;
use crate::content::values::text_value::Fault;
use crate::route::IssueId;

/// A type of JSON values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum JsonType {
    /// `{ … }`
    Object,
    /// `[ … ]`
    Array,
    /// `"…"`
    String,
    /// A number without fraction.
    Integer,
    /// Any number.
    Number,
    /// `true` or `false`
    Boolean,
    /// `null`
    Null,
}

/// Presumed encoding of a file that is not UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-16, which older editors call "Unicode".
    Utf16,
    /// Any other; in China usually GBK.
    Other,
}

/// Kind of a problem in the content of a site.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ProblemKind {
    /// There is no `content/site.json`.
    MissingSite,
    /// The file cannot be read from the disk.
    Unreadable(ReadFault),
    /// The file is larger than any content file needs to be.
    FileTooLarge,
    /// The file is not UTF-8.
    NotUtf8(Encoding),
    /// The file begins with a byte order mark.
    ByteOrderMark,
    /// The file is empty.
    EmptyFile,
    /// Brackets are nested more deeply than any content file needs.
    TooDeep,
    /// The file is not JSON.
    Syntax(SyntaxFault),
    /// The file's root is not an object.
    RootNotObject(JsonType),
    /// A field occurs twice in its object.
    DuplicateField(String),
    /// The field does not exist.
    UnknownField(Unknown),
    /// A required field is missing.
    MissingField(String),
    /// A value has the wrong type.
    WrongType {
        /// Type of the value.
        found: JsonType,
        /// Types allowed.
        expected: Vec<JsonType>,
    },
    /// A value is not one of those allowed.
    NotAllowed {
        /// Value.
        value: String,
        /// Values allowed.
        allowed: Vec<String>,
        /// Value that was probably meant.
        nearest: Option<String>,
    },
    /// The version of the content format is not supported.
    UnsupportedVersion,
    /// A number is out of range.
    OutOfRange {
        /// Smallest number allowed.
        least: Option<String>,
        /// Largest number allowed.
        most: Option<String>,
    },
    /// A text does not have its format.
    BadText {
        /// Text.
        text: String,
        /// Fault of the text.
        fault: Fault,
    },
    /// Further problems of the file are omitted, since their number would hide the others.
    TooMany {
        /// Number of omitted problems.
        more: usize,
    },
    /// The file does not match its schema, for a reason without a message of its own.
    Unexplained(String),

    /// The name of a file is not an id.
    BadFileName {
        /// Name.
        name: String,
        /// Suggested name.
        mended: Option<String>,
    },
    /// The file of a bulletin is not named after its number.
    BadBulletinFileName {
        /// Name.
        name: String,
        /// Suggested name.
        mended: Option<String>,
    },
    /// Two files of a collection have the same id.
    DuplicateId {
        /// Collection.
        collection: Collection,
        /// Id.
        id: String,
        /// Other file.
        other: String,
    },
    /// The number of a bulletin differs from its file name.
    NumberMismatch {
        /// Number in the file.
        number: u32,
        /// Id given by the file name.
        file: IssueId,
    },
    /// The year of a bulletin differs from its file name.
    YearMismatch {
        /// Year in the file.
        year: u16,
        /// Id given by the file name.
        file: IssueId,
    },
    /// A number of a double issue has a file of its own.
    BulletinOverlap {
        /// Issue of that file.
        issue: IssueId,
        /// The file.
        other: String,
    },
    /// A file below `root/` has the path of a file that the portal generates.
    RootNameTaken(String),
    /// A file below `root/` has the path of a redirect from the old site.
    RootOverLegacy {
        /// Path of the file below `root/`.
        name: String,
        /// Path of the old site.
        legacy: String,
    },
    /// A file that is not used.
    UnknownFile(Unknown),
    /// A folder that is not used.
    UnknownFolder(Unknown),

    /// No section has this id.
    UnknownSection(Unknown),
    /// No item has this id.
    UnknownItem {
        /// Collection that was searched.
        collection: Collection,
        /// Id.
        id: String,
        /// Item that was probably meant.
        nearest: Option<String>,
    },
    /// The portal has no such route.
    UnknownRoute(Unknown),
    /// A reference leads to a page that has no such place, or is not there yet.
    Link(LinkFault),
    /// An item refers to itself.
    SelfReference,

    /// The date of publication is in the future.
    FuturePublication {
        /// Date.
        date: Date,
        /// `true` if the item can be scheduled.
        can_be_scheduled: bool,
    },
    /// The date of a change is in the future.
    FutureUpdate(Date),
    /// The item was changed before it was published.
    UpdatedBeforePublished {
        /// Date of publication.
        published: Moment,
    },
    /// An end is before its beginning.
    EndBeforeStart {
        /// Beginning.
        start: String,
        /// End.
        end: String,
    },
    /// A later issue of the bulletin has an earlier date.
    BulletinOrder {
        /// Issue with the smaller number.
        earlier: IssueId,
        /// Date of that issue.
        earlier_date: String,
    },

    /// The file below `media/` does not exist.
    MissingMedia(Unknown),
    /// A file of this type cannot be attached.
    AttachmentType {
        /// Extension of its name.
        extension: Option<String>,
    },
    /// A file that should be shown as a picture cannot be.
    Picture(PictureFault),
    /// A picture contains the place where it was taken, which publishing cannot remove.
    PhotoLocation,
    /// A cover is too small to be shown sharply.
    SmallCover {
        /// Width in pixels.
        width: u32,
    },

    /// Files below `media/` are not published.
    UnpublishedMedia {
        /// Paths inside `media/`; only the first ones if there are many.
        paths: Vec<String>,
        /// Number of files.
        count: usize,
        /// `true` if they are named only by items that are not published.
        are_named: bool,
    },

    /// Two sections have the same id.
    DuplicateSection(String),
    /// Two members have the same name.
    DuplicateMember {
        /// Name.
        name: String,
        /// Other file.
        other: String,
    },
    /// Two pages have the same title.
    DuplicateTitle {
        /// Title.
        title: String,
        /// Other file.
        other: String,
    },
    /// A title is too long for lists and search results.
    LongTitle {
        /// Maximum number of characters.
        limit: usize,
        /// Number of characters.
        count: usize,
    },
    /// Two links have the same address.
    DuplicateLink {
        /// Name of the other link.
        other_name: String,
        /// File of the other link.
        other: String,
    },
    /// A word occurs in two groups of synonyms, or twice in one.
    DuplicateSynonym(String),
    /// A group of synonyms has only one word.
    LoneSynonym,
    /// Two articles replace the same old path.
    DuplicateLegacyUrl {
        /// Path.
        path: String,
        /// File of the other article.
        other: String,
    },
    /// The portal has a page of its own at an old path.
    LegacyPathTaken(String),

    /// White text on the primary colour, or the reverse, has too low a contrast.
    LowContrast {
        /// Contrast ratio in hundredths.
        hundredths: u32,
    },
    /// Numbers of the bulletin are missing.
    BulletinGap {
        /// Year; `None` if the numbers do not restart each year.
        year: Option<u16>,
        /// First missing number.
        first: u32,
        /// Last missing number.
        last: u32,
    },
    /// A section has had no new entry for a long time.
    StaleSection {
        /// Name of the section.
        name: String,
        /// Days since its newest entry.
        days: i64,
        /// Number of days after which it is stale.
        limit: u32,
    },
    /// An address is not encrypted.
    InsecureUrl,
    /// A link to an IP address.
    IpHost(String),
    /// A link through a URL shortener.
    ShortLinkHost(String),
    /// An article was withdrawn without a reason.
    WithdrawnWithoutReason,
    /// A repost has no address of the original.
    RepostWithoutUrl,
    /// A summary is blank.
    EmptySummary,
    /// A summary is too short or too long for lists and search results.
    SummaryLength {
        /// Number of characters.
        count: usize,
    },
    /// A member has both a short and a long introduction.
    IntroAndBody,
    /// A page that readers expect does not exist.
    ExpectedPage(String),

    /// A problem of the Markdown of a body.
    Body(BodyFault),
}

impl ProblemKind {
    /// Returns the severity.
    pub fn severity(&self) -> Severity {
        match self {
            Self::ByteOrderMark
            | Self::UnknownFile(_)
            | Self::UnknownFolder(_)
            | Self::SmallCover { .. }
            | Self::DuplicateTitle { .. }
            | Self::LongTitle { .. }
            | Self::DuplicateSynonym(_)
            | Self::LoneSynonym
            | Self::LowContrast { .. }
            | Self::WithdrawnWithoutReason
            | Self::EmptySummary
            | Self::SummaryLength { .. }
            | Self::ExpectedPage(_) => Severity::Warning,
            Self::BulletinGap { .. }
            | Self::StaleSection { .. }
            | Self::UnpublishedMedia { .. }
            | Self::InsecureUrl => Severity::Note,
            Self::Picture(fault) => fault.severity(),
            Self::Body(fault) => fault.severity(),
            _ => Severity::Error,
        }
    }
}
