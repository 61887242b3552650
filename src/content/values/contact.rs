//! Postcodes and e-mail addresses.

use super::text_value::{Fault, Format, TextValue, is_digits, text_value_in_json};

/// Chinese postcode: six digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Postcode(String);

/// E-mail address.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Email(String);

impl TextValue for Postcode {
    const FORMAT: Format = Format::Postcode;

    fn parse(text: &str) -> Result<Postcode, Fault> {
        if is_digits(text, 6..=6) {
            return Ok(Postcode(text.to_owned()));
        }
        Err(Self::misshapen(None))
    }
}

impl TextValue for Email {
    const FORMAT: Format = Format::Email;

    fn parse(text: &str) -> Result<Email, Fault> {
        let shape = Err(Self::misshapen(None));
        let Some((local, domain)) = text.rsplit_once('@') else {
            return shape;
        };
        // Characters that RFC 5322 allows in an unquoted local part.
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

text_value_in_json!(Postcode, written: 0, pattern: r"^\d{6}$", example: "100025");
text_value_in_json!(
    Email,
    written: 0,
    pattern: r"^[^@\s]+@[^@\s]+\.[^@\s]+$",
    example: "info@example.org"
);

#[cfg(test)]
mod tests {
    use super::*;

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
