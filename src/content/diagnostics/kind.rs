//! Everything that can be wrong in the content of a site.

use super::body_fault::BodyFault;
use crate::content::folder::ReadFault;
use crate::content::items::reference::Collection;
use crate::content::json::syntax::SyntaxFault;
use crate::content::values::date::{Date, Moment};
use crate::content::values::picture::PictureFault;
use crate::content::values::text_value::Fault;
use crate::content::values::unpublished::Unpublished;
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

/// What a file seems to be encoded in that is not UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-16, which older editors call Unicode.
    Utf16,
    /// Any other, in China mostly GBK.
    Other,
}

/// Everything that can be wrong in the content of a site.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ProblemKind {
    /// There is no `content/site.json`.
    MissingSite,
    /// The disk did not give the file.
    Unreadable(ReadFault),
    /// The file has more bytes than any content file needs.
    FileTooLarge,
    /// The file is not UTF-8.
    NotUtf8(Encoding),
    /// The file begins with a byte order mark.
    ByteOrderMark,
    /// The file is empty.
    EmptyFile,
    /// Brackets are nested deeper than any content file needs.
    TooDeep,
    /// The file is not JSON.
    Syntax(SyntaxFault),
    /// The file's root is not an object.
    RootNotObject(JsonType),
    /// A field stands twice in its object.
    DuplicateField(String),
    /// No such field exists.
    UnknownField {
        /// Its name.
        name: String,
        /// The field that was probably meant.
        nearest: Option<String>,
    },
    /// A required field is missing.
    MissingField(String),
    /// A value has the wrong type.
    WrongType {
        /// The type it has.
        found: JsonType,
        /// The types it may have.
        expected: Vec<JsonType>,
    },
    /// A value is not one of those allowed.
    NotAllowed {
        /// The value.
        value: String,
        /// The values allowed.
        allowed: Vec<String>,
        /// The one that was probably meant.
        nearest: Option<String>,
    },
    /// The content format has a version that this program does not read.
    UnsupportedVersion,
    /// A number is outside of its range.
    OutOfRange {
        /// The smallest number allowed.
        least: Option<String>,
        /// The largest number allowed.
        most: Option<String>,
    },
    /// A text departs from its form.
    BadText {
        /// The text.
        text: String,
        /// How it departs.
        fault: Fault,
    },
    /// More problems of the file are not told, because their number would hide the others.
    TooMany {
        /// How many.
        more: usize,
    },
    /// The file does not fit its schema in a way that has no message of its own.
    Unexplained(String),

    /// A file's name is no id.
    BadFileName {
        /// The name.
        name: String,
        /// A better name.
        mended: Option<String>,
    },
    /// A bulletin's file is not named after its number.
    BadBulletinFileName {
        /// The name.
        name: String,
        /// A better name.
        mended: Option<String>,
    },
    /// Two files of a collection have the same name.
    DuplicateId {
        /// The collection.
        collection: Collection,
        /// The id.
        id: String,
        /// The other file.
        other: String,
    },
    /// A bulletin's number is not its file's name.
    NumberMismatch {
        /// The number in the file.
        number: u32,
        /// The id that its file's name gives.
        file: IssueId,
    },
    /// A bulletin's year is not that of its file's name.
    YearMismatch {
        /// The year in the file.
        year: u16,
        /// The id that its file's name gives.
        file: IssueId,
    },
    /// A number of a double issue has a file of its own.
    BulletinOverlap {
        /// The issue of that file.
        issue: IssueId,
        /// The file.
        other: String,
    },
    /// A file below `root/` stands where the portal writes a file of its own.
    RootNameTaken(String),
    /// A file below `root/` stands where the portal leads on from a path of the old site.
    RootOverLegacy {
        /// The file, by its path below `root/`.
        name: String,
        /// The path of the old site.
        legacy: String,
    },
    /// A file that nothing reads.
    UnknownFile {
        /// Its name.
        name: String,
        /// The name that was probably meant.
        nearest: Option<String>,
    },
    /// A folder that nothing reads.
    UnknownFolder {
        /// Its name.
        name: String,
        /// The name that was probably meant.
        nearest: Option<String>,
    },

    /// No section has this id.
    UnknownSection {
        /// The id.
        id: String,
        /// The section that was probably meant.
        nearest: Option<String>,
    },
    /// No item has this id.
    UnknownItem {
        /// Where it was looked for.
        collection: Collection,
        /// The id.
        id: String,
        /// The item that was probably meant.
        nearest: Option<String>,
    },
    /// The portal has no such route.
    UnknownRoute {
        /// The path.
        path: String,
        /// The route that was probably meant.
        nearest: Option<String>,
    },
    /// The item to which something leads has no page yet.
    UnpublishedTarget {
        /// Where it leads, as it is written.
        target: String,
        /// Why there is no page.
        why: Unpublished,
    },
    /// The page to which something leads has no such anchor.
    UnknownAnchor {
        /// The path of the page.
        page: String,
        /// The anchor, without `#`.
        anchor: String,
        /// The anchor that was probably meant.
        nearest: Option<String>,
    },
    /// An item refers to itself.
    SelfReference,

    /// The date of publication is to come.
    FuturePublication {
        /// The date.
        date: Date,
        /// Whether the item can be scheduled.
        can_be_scheduled: bool,
    },
    /// The date of a change is to come.
    FutureUpdate(Date),
    /// Changed before it was published.
    UpdatedBeforePublished {
        /// The date of publication.
        published: Moment,
    },
    /// An end before its beginning.
    EndBeforeStart {
        /// The beginning.
        start: String,
        /// The end.
        end: String,
    },
    /// A later issue of the bulletin has an earlier date.
    BulletinOrder {
        /// The issue with the smaller number.
        earlier: IssueId,
        /// Its date.
        earlier_date: String,
    },

    /// No such file below `media/`.
    MissingMedia {
        /// The path inside `media/`.
        path: String,
        /// The file that was probably meant.
        nearest: Option<String>,
    },
    /// A file of this type cannot be attached.
    AttachmentType {
        /// What follows the last dot of its name.
        extension: Option<String>,
    },
    /// A file that is to be shown as a picture and is not fit for it.
    Picture(PictureFault),
    /// A picture says where it was taken, and publishing cannot take that away.
    PhotoLocation,
    /// A cover that would look blurred.
    SmallCover {
        /// Its width in pixels.
        width: u32,
    },

    /// Files below `media/` are not published.
    UnpublishedMedia {
        /// Their paths inside `media/`; the first ones of many.
        paths: Vec<String>,
        /// How many there are.
        count: usize,
        /// Whether something names them, which is itself not published.
        are_named: bool,
    },

    /// Two sections have the same id.
    DuplicateSection(String),
    /// Two members have the same name.
    DuplicateMember {
        /// The name.
        name: String,
        /// The other file.
        other: String,
    },
    /// Two pages have the same title.
    DuplicateTitle {
        /// The title.
        title: String,
        /// The other file.
        other: String,
    },
    /// A title is longer than lists and search results can show well.
    LongTitle {
        /// The most characters that are shown well.
        limit: usize,
        /// The characters it has.
        count: usize,
    },
    /// Two links lead to the same address.
    DuplicateLink {
        /// The name of the other link.
        other_name: String,
        /// The file of the other link.
        other: String,
    },
    /// A word stands in two groups of synonyms, or twice in one.
    DuplicateSynonym(String),
    /// A group of synonyms has one word.
    LoneSynonym,
    /// Two articles replace the same old path.
    DuplicateLegacyUrl {
        /// The path.
        path: String,
        /// The file of the other article.
        other: String,
    },
    /// The portal has a page of its own at an old path.
    LegacyPathTaken(String),

    /// White text on the primary colour, or the reverse, is hard to read.
    LowContrast {
        /// The contrast ratio in hundredths.
        hundredths: u32,
    },
    /// Numbers of the bulletin are missing.
    BulletinGap {
        /// The year, where numbers begin anew each year.
        year: Option<u16>,
        /// The first missing number.
        first: u32,
        /// The last missing number.
        last: u32,
    },
    /// A section has had nothing new for long.
    StaleSection {
        /// The section's name.
        name: String,
        /// Days since its newest entry.
        days: i64,
        /// Days after which it counts as stale.
        limit: u32,
    },
    /// An address that is not encrypted.
    InsecureUrl,
    /// A link to an IP address.
    IpHost(String),
    /// A link by way of a shortening service.
    ShortLinkHost(String),
    /// An article was taken back without saying why.
    WithdrawnWithoutReason,
    /// A repost does not say where the original is.
    RepostWithoutUrl,
    /// A summary is blank.
    EmptySummary,
    /// A summary is shorter or longer than lists and search results can show well.
    SummaryLength {
        /// Its characters.
        count: usize,
    },
    /// A member has both a short and a long introduction.
    IntroAndBody,
    /// A page that readers look for does not exist.
    ExpectedPage(String),

    /// The Markdown of a body does something wrong.
    Body(BodyFault),
}
