//! Strings that are only valid in a certain format: the common base of the newtypes.
//!
//! Each format is a [`Format`], which is also the `format` in its JSON Schema. The schema
//! checks that format with the constructor of the newtype, so the schema and the type never
//! disagree.

use std::fmt;
use std::marker::PhantomData;
use std::ops::RangeBounds;

use serde::Deserializer;
use serde::de::{Error, Visitor};

use super::named_enum::named_enum;

/// Value that is written as a string of a certain format.
pub trait TextValue: Sized {
    /// Format, which names the value in schemas and messages.
    const FORMAT: Format;

    /// Parses the value.
    ///
    /// # Errors
    /// Returns the first fault of `text`.
    fn parse(text: &str) -> Result<Self, Fault>;

    /// Returns the fault of a text that is not written in the format, with the corrected text if
    /// the mistake is a known one.
    fn misshapen(mended: Option<String>) -> Fault {
        let form = Self::FORMAT;
        Fault::Shape { form, mended }
    }
}

named_enum! {
    /// Formats of strings in content files.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
    pub enum Format {
        /// Id of an item.
        ItemId = "item-id",
        /// Calendar date.
        Date = "calendar-date",
        /// Calendar date, or a date with time of day in Chinese time.
        Moment = "date-or-time",
        /// Year, month or date.
        PartialDate = "partial-date",
        /// Web address.
        WebUrl = "web-url",
        /// Address where the site is published.
        BaseUrl = "base-url",
        /// Path of the site that this one replaces.
        LegacyPath = "legacy-path",
        /// File below `media/`.
        MediaPath = "media-path",
        /// Colour.
        Color = "rgb-color",
        /// One line of text.
        Line = "line",
        /// Text of any length.
        Paragraph = "paragraph",
        /// Target of a navigation entry.
        NavigationTarget = "navigation-target",
        /// BCP 47 language tag.
        LanguageTag = "language-tag",
        /// Chinese telephone or fax number.
        Phone = "phone",
        /// Chinese postcode.
        Postcode = "postcode",
        /// E-mail address.
        Email = "mail-address",
        /// Province.
        Province = "province",
        /// ICP filing number.
        IcpNumber = "icp-number",
        /// Public security filing number.
        PoliceNumber = "police-number",
        /// Unified social credit code (GB 32100-2015).
        CreditCode = "credit-code",
        /// Number of an official document.
        DocumentNumber = "document-number",
    }

    /// Returns the name of the format, which is the `format` in a JSON Schema.
    pub fn name(self);
}

impl Format {
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

/// Returns `true` if a text has only ASCII digits, and as many as `count` says.
pub(crate) fn is_digits(text: &str, count: impl RangeBounds<usize>) -> bool {
    count.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
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

/// Implements `Deserialize` and `JsonSchema` of a [`TextValue`] from its format; if the text is
/// kept in a field (`written`), also `as_str` and `Display`.
///
/// `pattern` and `example` are for code editors; the constructor decides.
macro_rules! text_value_in_json {
    ($type:ty, written: $field:tt, $($rest:tt)*) => {
        impl $type {
            /// Returns the value as text.
            pub fn as_str(&self) -> &str {
                &self.$field
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(&self.$field)
            }
        }

        $crate::content::values::text_value::text_value_in_json!($type, $($rest)*);
    };
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

        $crate::content::values::text_value::schema_in_place!([] $type, _ => {
            "type": "string",
            "format": <$type as $crate::content::values::text_value::TextValue>::FORMAT.name(),
            "pattern": $pattern,
            "examples": $examples,
        });
    };
}
pub(crate) use text_value_in_json;

/// Implements `JsonSchema` of a type, the parameters of which are in brackets. Its schema stands
/// at each place where the type is used.
macro_rules! schema_in_place {
    ([$($parameter:tt)*] $type:ty, $generator:pat => { $($schema:tt)* }) => {
        impl<$($parameter)*> schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema($generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ $($schema)* })
            }
        }
    };
}
pub(crate) use schema_in_place;
