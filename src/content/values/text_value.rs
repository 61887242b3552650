//! Strings that are only valid in a certain format: the common base of the newtypes.
//!
//! Each format is a [`Format`], which is also the `format` in its JSON Schema. The schema
//! checks that format with the constructor of the newtype, so the schema and the type never
//! disagree.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{Error, Visitor};

/// Value that is written as a string of a certain format.
pub trait TextValue: Sized {
    /// Format, which names the value in schemas and messages.
    const FORMAT: Format;

    /// Parses the value.
    ///
    /// # Errors
    /// Returns the first fault of `text`.
    fn parse(text: &str) -> Result<Self, Fault>;
}

/// Formats of strings in content files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Id of an item.
    ItemId,
    /// Calendar date.
    Date,
    /// Calendar date, or a date with time of day in Chinese time.
    Moment,
    /// Year, month or date.
    PartialDate,
    /// Web address.
    WebUrl,
    /// Address where the site is published.
    BaseUrl,
    /// Path of the site that this one replaces.
    LegacyPath,
    /// File below `media/`.
    MediaPath,
    /// Colour.
    Color,
    /// One line of text.
    Line,
    /// Text of any length.
    Paragraph,
    /// Target of a navigation entry.
    NavigationTarget,
    /// BCP 47 language tag.
    LanguageTag,
    /// Chinese telephone or fax number.
    Phone,
    /// Chinese postcode.
    Postcode,
    /// E-mail address.
    Email,
    /// Province.
    Province,
    /// ICP filing number.
    IcpNumber,
    /// Public security filing number.
    PoliceNumber,
    /// Unified social credit code (GB 32100-2015).
    CreditCode,
    /// Number of an official document.
    DocumentNumber,
}

impl Format {
    /// All formats.
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

    /// Returns the name of the format, which is the `format` in a JSON Schema.
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

    /// Returns the code of a text that does not have this format.
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

    /// Returns the format of this name.
    pub fn from_name(name: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|form| form.name() == name)
    }
}

/// Reason for which a text does not have its format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It is not written in the format.
    Shape {
        /// Format.
        form: Format,
        /// Corrected text, if the mistake is a known one.
        mended: Option<String>,
    },
    /// It is empty or blank.
    Empty,
    /// It has a line break where only one line is allowed.
    LineBreak,
    /// It has an invisible character that affects adjacent text.
    Unshown(char),
    /// It starts or ends with white space.
    EdgeBlank {
        /// Text without this white space.
        mended: String,
    },
    /// It has more characters than allowed.
    TooLong {
        /// Maximum number of characters.
        limit: usize,
        /// Number of characters.
        count: usize,
    },
    /// The day does not exist in the calendar.
    NoSuchDay,
    /// The time of day is not in Chinese time.
    WrongOffset,
    /// The protocol of the address is neither http nor https.
    Protocol,
    /// The address has no host.
    NoHost,
    /// The address is not encrypted where encryption is required.
    NotHttps,
    /// The address does not end in a slash.
    NoFinalSlash,
    /// The address has a part after `#`, which browsers do not send.
    Fragment,
    /// The path leads out of its folder.
    LeavesFolder,
    /// The path uses a backslash.
    Backslash {
        /// Path with slashes.
        mended: String,
    },
    /// The check digit is wrong.
    Checksum,
    /// The scheme of an item link is not a kind of item.
    UnknownScheme {
        /// Closest kind of item.
        nearest: Option<&'static str>,
    },
}

impl Fault {
    /// Returns the stable code for programs, such as `bad-date`.
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

/// Deserialises a [`TextValue`] from any serde format; used by the `Deserialize`
/// implementations.
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
        // Only the code, since the schema explains the problem.
        T::parse(text).map_err(|fault| E::custom(fault.code()))
    }
}

/// Implements `Deserialize` and `JsonSchema` of a [`TextValue`] from its format.
///
/// `pattern` and `example` are for code editors; the constructor decides.
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
