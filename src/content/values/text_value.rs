//! Strings that are only valid in a certain form: the shared frame of the newtypes.
//!
//! Each form is known by one [`Format`], which is also the `format` in its JSON Schema. The schema's
//! check of that format is the newtype's own constructor, so the schema and the type never
//! disagree.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{Error, Visitor};

/// A value that is written as a string of a certain form.
pub trait TextValue: Sized {
    /// The form, which names the value in schemas and messages.
    const FORMAT: Format;

    /// Reads the value.
    ///
    /// # Errors
    /// The first way in which `text` departs from the form.
    fn parse(text: &str) -> Result<Self, Fault>;
}

/// Every form that a string in a content file can be asked to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// The id of an item.
    ItemId,
    /// A calendar date.
    Date,
    /// A calendar date, or a date with time of day in Chinese time.
    Moment,
    /// A year, a month or a date.
    PartialDate,
    /// A web address.
    WebUrl,
    /// The address where the site is published.
    BaseUrl,
    /// A path of the site that this one replaces.
    LegacyPath,
    /// A file below `media/`.
    MediaPath,
    /// A colour.
    Color,
    /// One line of text.
    Line,
    /// Text of any length.
    Paragraph,
    /// Where a navigation entry leads.
    NavigationTarget,
    /// A language tag of BCP 47.
    LanguageTag,
    /// A Chinese telephone or fax number.
    Phone,
    /// A Chinese postcode.
    Postcode,
    /// A mail address.
    Email,
    /// A province.
    Province,
    /// A number of the ICP filing.
    IcpNumber,
    /// A number of the public security filing.
    PoliceNumber,
    /// A unified social credit code (GB 32100-2015).
    CreditCode,
    /// The number of an official document.
    DocumentNumber,
}

impl Format {
    /// Every form.
    pub const ALL: [Format; 21] = [
        Format::ItemId,
        Format::Date,
        Format::Moment,
        Format::PartialDate,
        Format::WebUrl,
        Format::BaseUrl,
        Format::LegacyPath,
        Format::MediaPath,
        Format::Color,
        Format::Line,
        Format::Paragraph,
        Format::NavigationTarget,
        Format::LanguageTag,
        Format::Phone,
        Format::Postcode,
        Format::Email,
        Format::Province,
        Format::IcpNumber,
        Format::PoliceNumber,
        Format::CreditCode,
        Format::DocumentNumber,
    ];

    /// The `format` that stands for this form in a JSON Schema.
    pub fn name(self) -> &'static str {
        match self {
            Format::ItemId => "item-id",
            Format::Date => "calendar-date",
            Format::Moment => "date-or-time",
            Format::PartialDate => "partial-date",
            Format::WebUrl => "web-url",
            Format::BaseUrl => "base-url",
            Format::LegacyPath => "legacy-path",
            Format::MediaPath => "media-path",
            Format::Color => "rgb-color",
            Format::Line => "line",
            Format::Paragraph => "paragraph",
            Format::NavigationTarget => "navigation-target",
            Format::LanguageTag => "language-tag",
            Format::Phone => "phone",
            Format::Postcode => "postcode",
            Format::Email => "mail-address",
            Format::Province => "province",
            Format::IcpNumber => "icp-number",
            Format::PoliceNumber => "police-number",
            Format::CreditCode => "credit-code",
            Format::DocumentNumber => "document-number",
        }
    }

    /// The code of a text that does not have this form.
    fn code(self) -> &'static str {
        match self {
            Format::ItemId => "bad-id",
            Format::Date | Format::Moment | Format::PartialDate => "bad-date",
            Format::WebUrl | Format::BaseUrl => "bad-url",
            Format::LegacyPath => "bad-legacy-path",
            Format::MediaPath => "bad-media-path",
            Format::Color => "bad-color",
            Format::Line | Format::Paragraph => "bad-text",
            Format::NavigationTarget => "bad-navigation-target",
            Format::LanguageTag => "bad-language-tag",
            Format::Phone => "bad-phone",
            Format::Postcode => "bad-postcode",
            Format::Email => "bad-email",
            Format::Province => "bad-province",
            Format::IcpNumber => "bad-icp-number",
            Format::PoliceNumber => "bad-police-number",
            Format::CreditCode => "bad-credit-code",
            Format::DocumentNumber => "bad-document-number",
        }
    }

    /// The form of this name.
    pub fn from_name(name: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|form| form.name() == name)
    }
}

/// How a text departs from its form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It is not written as the form asks for.
    Shape {
        /// The form.
        form: Format,
        /// A corrected text, where the mistake is a known one.
        mended: Option<String>,
    },
    /// It is empty or blank.
    Empty,
    /// It has a line break where one line is asked for.
    LineBreak,
    /// It has a character that is not shown, and changes what stands around it.
    Unshown(char),
    /// It starts or ends with a blank.
    EdgeBlank {
        /// The text without these blanks.
        mended: String,
    },
    /// It has more characters than allowed.
    TooLong {
        /// The most characters allowed.
        limit: usize,
        /// The characters it has.
        count: usize,
    },
    /// The calendar has no such day.
    NoSuchDay,
    /// The time of day is not in Chinese time.
    WrongOffset,
    /// The address uses another protocol than http or https.
    Protocol,
    /// The address has no host.
    NoHost,
    /// The address is not encrypted where it must be.
    NotHttps,
    /// The address does not end in a slash.
    NoFinalSlash,
    /// The address has a part after `#`, which browsers do not send.
    Fragment,
    /// The path leaves its folder.
    LeavesFolder,
    /// The path uses a backslash.
    Backslash {
        /// The path with slashes.
        mended: String,
    },
    /// The check digit does not agree with the rest.
    Checksum,
    /// Something stands before the scheme of an item link that names no kind of item.
    UnknownScheme {
        /// The nearest kind of item.
        nearest: Option<&'static str>,
    },
}

impl Fault {
    /// A stable word for programs, such as `bad-date`.
    pub fn code(&self) -> &'static str {
        match self {
            Fault::Shape { form, .. } => form.code(),
            Fault::Empty => "empty-text",
            Fault::LineBreak => "line-break",
            Fault::Unshown(_) => "control-character",
            Fault::EdgeBlank { .. } => "edge-blank",
            Fault::TooLong { .. } => "text-too-long",
            Fault::NoSuchDay => "no-such-day",
            Fault::WrongOffset => "wrong-time-zone",
            Fault::Protocol => "bad-protocol",
            Fault::NoHost => "no-host",
            Fault::NotHttps => "not-https",
            Fault::NoFinalSlash => "no-final-slash",
            Fault::Fragment => "fragment-in-path",
            Fault::LeavesFolder => "leaves-folder",
            Fault::Backslash { .. } => "backslash",
            Fault::Checksum => "bad-check-digit",
            Fault::UnknownScheme { .. } => "unknown-scheme",
        }
    }
}

/// Reads a [`TextValue`] from any serde format; the body of its `Deserialize`.
pub(crate) fn deserialize_text<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: TextValue,
    D: Deserializer<'de>,
{
    deserializer.deserialize_str(TextVisitor(PhantomData))
}

struct TextVisitor<T>(PhantomData<T>);

impl<T: TextValue> Visitor<'_> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "a string ({})", T::FORMAT.name())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        // Only the code: the schema explains what is wrong.
        T::parse(text).map_err(|fault| E::custom(fault.code()))
    }
}

/// Implements `Deserialize` and `JsonSchema` of a [`TextValue`] from its form.
///
/// `pattern` and `example` help editors' programs; what decides is the constructor.
macro_rules! text_value_in_json {
    ($type:ty, pattern: $pattern:expr, example: $example:expr) => {
        $crate::content::values::text_value::text_value_in_json!(
            $type,
            pattern: $pattern,
            examples: [$example]
        );
    };
    ($type:ty, pattern: $pattern:expr, examples: $examples:expr) => {
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::content::values::text_value::deserialize_text(deserializer)
            }
        }

        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let form = <$type as $crate::content::values::text_value::TextValue>::FORMAT;
                schemars::json_schema!({
                    "type": "string",
                    "format": form.name(),
                    "pattern": $pattern,
                    "examples": $examples,
                })
            }
        }
    };
}
pub(crate) use text_value_in_json;
