//! Formats of the JSON Schemas, each checked by the constructor of its type.

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
use crate::content::values::text::{Line, Paragraph};
use crate::content::values::text_value::{Fault, Format, TextValue as _};
use crate::content::values::url::{BaseUrl, WebUrl};

/// Checks a text against a format; the length of a [`Format::Line`] is checked by the schema.
///
/// # Errors
/// Returns the first fault of `text`.
pub(crate) fn check(format: Format, text: &str) -> Result<(), Fault> {
    match format {
        Format::ItemId => ItemId::parse(text).map(drop),
        Format::Date => Date::parse(text).map(drop),
        Format::Moment => Moment::parse(text).map(drop),
        Format::PartialDate => PartialDate::parse(text).map(drop),
        Format::WebUrl => WebUrl::parse(text).map(drop),
        Format::BaseUrl => BaseUrl::parse(text).map(drop),
        Format::LegacyPath => LegacyPath::parse(text).map(drop),
        Format::MediaPath => MediaPath::parse(text).map(drop),
        Format::Color => Color::parse(text).map(drop),
        Format::Line => Line::<{ usize::MAX }>::parse(text).map(drop),
        Format::Paragraph => Paragraph::<{ usize::MAX }>::parse(text).map(drop),
        Format::NavigationTarget => NavigationTarget::parse(text).map(drop),
        Format::LanguageTag => LanguageTag::parse(text).map(drop),
        Format::Phone => Phone::parse(text).map(drop),
        Format::Postcode => Postcode::parse(text).map(drop),
        Format::Email => Email::parse(text).map(drop),
        Format::Province => Province::parse(text).map(drop),
        Format::IcpNumber => IcpNumber::parse(text).map(drop),
        Format::PoliceNumber => PoliceNumber::parse(text).map(drop),
        Format::CreditCode => CreditCode::parse(text).map(drop),
        Format::DocumentNumber => DocumentNumber::parse(text).map(drop),
    }
}
