//! Formats of the JSON Schemas, each checked by the constructor of the type of its name.

use crate::content::items::reference::NavigationTarget;
use crate::content::values::color::Color;
use crate::content::values::contact::{Email, Postcode};
use crate::content::values::date::{Date, Moment, PartialDate};
use crate::content::values::document_number::DocumentNumber;
use crate::content::values::id::ItemId;
use crate::content::values::language::LanguageTag;
use crate::content::values::legacy_path::LegacyPath;
use crate::content::values::media::MediaPath;
use crate::content::values::phone::Phone;
use crate::content::values::province::Province;
use crate::content::values::registration::{CreditCode, IcpNumber, PoliceNumber};
use crate::content::values::text;
use crate::content::values::text_value::{Fault, Format, TextValue as _};
use crate::content::values::url::{BaseUrl, WebUrl};

/// Checks a text against a format; the length of a [`Format::Line`] is checked by the schema.
///
/// # Errors
/// Returns the first fault of `text`.
pub(crate) fn check(format: Format, text: &str) -> Result<(), Fault> {
    type Line = text::Line<{ usize::MAX }>;
    type Paragraph = text::Paragraph<{ usize::MAX }>;
    macro_rules! by_type {
        ($($type:ident)*) => {
            match format {
                $(Format::$type => $type::parse(text).map(drop),)*
            }
        };
    }
    by_type! {
        ItemId Date Moment PartialDate WebUrl BaseUrl LegacyPath MediaPath Color Line Paragraph
        NavigationTarget LanguageTag Phone Postcode Email Province IcpNumber PoliceNumber
        CreditCode DocumentNumber
    }
}
