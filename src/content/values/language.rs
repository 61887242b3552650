//! Language tags.

use super::text_value::{Fault, Format, TextValue, text_value_in_json};

/// Language of a site as a BCP 47 tag, such as `zh-CN`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageTag(String);

impl Default for LanguageTag {
    fn default() -> LanguageTag {
        LanguageTag("zh-CN".to_owned())
    }
}

impl TextValue for LanguageTag {
    const FORMAT: Format = Format::LanguageTag;

    fn parse(text: &str) -> Result<LanguageTag, Fault> {
        let mut subtags = text.split('-');
        let language_is_fine = subtags.next().is_some_and(|language| {
            (2..=3).contains(&language.len())
                && language.bytes().all(|byte| byte.is_ascii_alphabetic())
        });
        let rest_is_fine = subtags.all(|subtag| {
            (2..=8).contains(&subtag.len())
                && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
        });
        if language_is_fine && rest_is_fine {
            return Ok(LanguageTag(text.to_owned()));
        }
        let hyphenated = text.replace('_', "-");
        let mends = hyphenated != text && LanguageTag::parse(&hyphenated).is_ok();
        Err(Self::misshapen(mends.then_some(hyphenated)))
    }
}

text_value_in_json!(
    LanguageTag,
    written: 0,
    pattern: "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
    example: "zh-CN"
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_have_the_form_of_bcp_47() {
        let shape = |mended: Option<&str>| {
            Err(Fault::Shape {
                form: Format::LanguageTag,
                mended: mended.map(str::to_owned),
            })
        };
        let table = [
            ("zh-CN", Ok(())),
            ("en", Ok(())),
            ("zh-Hans-CN", Ok(())),
            ("zh_CN", shape(Some("zh-CN"))),
            ("中文", shape(None)),
            ("", shape(None)),
        ];
        for (text, expected) in table {
            assert_eq!(LanguageTag::parse(text).map(drop), expected, "{text:?}");
        }
    }
}
