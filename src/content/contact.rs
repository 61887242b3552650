//! Ways to reach an organisation in China.

use std::fmt;

use unicode_normalization::UnicodeNormalization;

use super::value::{Fault, Form, TextValue, text_value_in_json};

/// A Chinese telephone or fax number: area code, seven or eight digits, extension.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone(String);

/// A Chinese postcode: six digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Postcode(String);

/// A mail address.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Email(String);

macro_rules! as_text {
    ($type:ty) => {
        impl $type {
            /// The text as written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    };
}

as_text!(Phone);
as_text!(Postcode);
as_text!(Email);

impl TextValue for Phone {
    const FORM: Form = Form::Phone;

    fn parse(text: &str) -> Result<Phone, Fault> {
        if is_phone(text) {
            return Ok(Phone(text.to_owned()));
        }
        Err(Fault::Shape {
            form: Form::Phone,
            mended: mend_phone(text),
        })
    }
}

impl TextValue for Postcode {
    const FORM: Form = Form::Postcode;

    fn parse(text: &str) -> Result<Postcode, Fault> {
        if all_digits(text, 6..=6) {
            return Ok(Postcode(text.to_owned()));
        }
        Err(Fault::Shape {
            form: Form::Postcode,
            mended: None,
        })
    }
}

impl TextValue for Email {
    const FORM: Form = Form::Email;

    fn parse(text: &str) -> Result<Email, Fault> {
        let shape = Err(Fault::Shape {
            form: Form::Email,
            mended: None,
        });
        let Some((local, domain)) = text.rsplit_once('@') else {
            return shape;
        };
        // The characters that RFC 5322 lets stand in an unquoted local part.
        let atom =
            |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte);
        let local_is_fine = local
            .split('.')
            .all(|part| !part.is_empty() && part.bytes().all(atom));
        let labels: Vec<&str> = domain.split('.').collect();
        let domain_is_fine = 2 <= labels.len()
            && labels.iter().all(|label| {
                !label.is_empty()
                    && !label.starts_with('-')
                    && !label.ends_with('-')
                    && label
                        .bytes()
                        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            });
        if local_is_fine && domain_is_fine {
            Ok(Email(text.to_owned()))
        } else {
            shape
        }
    }
}

text_value_in_json!(
    Phone,
    pattern: r"^(0\d{2,3}-)?\d{7,8}(-\d+)?$",
    example: "010-65000000"
);
text_value_in_json!(Postcode, pattern: r"^\d{6}$", example: "100025");
text_value_in_json!(Email, pattern: r"^[^@\s]+@[^@\s]+\.[^@\s]+$", example: "info@example.org");

fn is_phone(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let is_area = |part: &str| part.starts_with('0') && all_digits(part, 3..=4);
    let is_local = |part: &str| all_digits(part, 7..=8);
    let is_extension = |part: &str| all_digits(part, 1..=usize::MAX);
    match parts.as_slice() {
        [local] => is_local(local),
        [first, second] => {
            (is_area(first) && is_local(second)) || (is_local(first) && is_extension(second))
        }
        [area, local, extension] => is_area(area) && is_local(local) && is_extension(extension),
        _ => false,
    }
}

fn all_digits(text: &str, length: std::ops::RangeInclusive<usize>) -> bool {
    length.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Mends what is often seen: an area code written twice, full-width signs, brackets, blanks, long
/// dashes, `+86`.
fn mend_phone(text: &str) -> Option<String> {
    let plain: String = text
        .nfkc()
        .map(|character| match character {
            '(' | ')' | '—' | '–' | '−' | '转' | ' ' | '/' => '-',
            other => other,
        })
        .collect();
    let mut parts: Vec<String> = plain
        .split('-')
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect();
    if parts
        .first()
        .is_some_and(|part| matches!(part.as_str(), "+86" | "86" | "0086"))
    {
        parts.remove(0);
        if let [area, _, ..] = parts.as_mut_slice()
            && area.len() <= 3
            && !area.starts_with('0')
        {
            area.insert(0, '0');
        }
    }
    while let [first, second, ..] = parts.as_slice()
        && first == second
    {
        parts.remove(0);
    }
    let mended = parts.join("-");
    if mended != text && is_phone(&mended) {
        Some(mended)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phones_have_the_chinese_form() {
        let shape = |mended: Option<&str>| {
            Err(Fault::Shape {
                form: Form::Phone,
                mended: mended.map(str::to_owned),
            })
        };
        let table = [
            ("010-65000000", Ok(())),
            ("65000000", Ok(())),
            ("0512-5877123-801", Ok(())),
            ("13800000000", shape(None)),
            ("010-010-65010837", shape(Some("010-65010837"))),
            ("\u{ff08}010\u{ff09}65000000", shape(Some("010-65000000"))),
            ("010—65000000", shape(Some("010-65000000"))),
            ("+86-10-65000000", shape(Some("010-65000000"))),
            ("010-65000000转801", shape(Some("010-65000000-801"))),
            ("010-6500", shape(None)),
            ("电话", shape(None)),
            ("", shape(None)),
        ];
        for (text, expected) in table {
            assert_eq!(Phone::parse(text).map(drop), expected, "{text:?}");
        }
    }

    #[test]
    fn postcodes_have_six_digits() {
        for (text, good) in [
            ("100025", true),
            ("10002", false),
            ("1000251", false),
            ("一", false),
        ] {
            assert_eq!(Postcode::parse(text).is_ok(), good, "{text:?}");
        }
    }

    #[test]
    fn mail_addresses_have_a_name_and_a_domain() {
        let table = [
            ("info@example.org", true),
            ("a.b+c@mail.example.org", true),
            ("info@example", false),
            ("info#example.org", false),
            ("@example.org", false),
            ("a b@example.org", false),
            ("信箱@example.org", false),
            ("a@-example.org", false),
        ];
        for (text, good) in table {
            assert_eq!(Email::parse(text).is_ok(), good, "{text:?}");
        }
    }
}
