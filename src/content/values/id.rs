//! Ids of items.

use std::borrow::Borrow;

use super::text_value::{Fault, Format, TextValue, text_value_in_json};

/// Id of an article, a member, an event, a page, a section …: ASCII, `[a-z0-9][a-z0-9-]*`.
///
/// It is the name of the item's file without `.json` and becomes part of URLs, so it is never
/// derived from a Chinese title and never changes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId(String);

impl TextValue for ItemId {
    const FORMAT: Format = Format::ItemId;

    fn parse(text: &str) -> Result<ItemId, Fault> {
        let well_formed = !text.is_empty()
            && !text.starts_with('-')
            && text
                .bytes()
                .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        if well_formed {
            return Ok(ItemId(text.to_owned()));
        }
        Err(Self::misshapen(mend(text)))
    }
}

/// Allows look-ups by text in maps by id.
impl Borrow<str> for ItemId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for ItemId {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

text_value_in_json!(
    ItemId,
    written: 0,
    pattern: "^[a-z0-9][a-z0-9-]*$",
    example: "2023-03-03-council"
);

/// Suggests an id for an ASCII text; a text with Chinese characters has no obvious one.
fn mend(text: &str) -> Option<String> {
    if !text.is_ascii() {
        return None;
    }
    let words: Vec<String> = text
        .split(|character: char| !character.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    (!words.is_empty()).then(|| words.join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Result<(), Option<&str>>) {
        let expected = expected.map_err(|mended| Fault::Shape {
            form: Format::ItemId,
            mended: mended.map(str::to_owned),
        });
        assert_eq!(ItemId::parse(text).map(drop), expected, "{text:?}");
    }

    #[test]
    fn ids_are_lower_case_ascii_words_joined_by_hyphens() {
        check("2023-03-03-council", Ok(()));
        check("a", Ok(()));
        check("a-", Ok(()));
        check("", Err(None));
        check("-a", Err(Some("a")));
        check("Hengli Group", Err(Some("hengli-group")));
        check("a_b.c", Err(Some("a-b-c")));
        check("恒力", Err(None));
    }
}
