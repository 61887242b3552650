//! Registration numbers of sites and organisations, issued by Chinese authorities.

use unicode_normalization::UnicodeNormalization;

use super::text_value::{Fault, Format, TextValue, is_digits, text_value_in_json};

/// ICP filing number of a site, such as `京ICP备11034544号-2`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IcpNumber(String);

/// Public security filing number of a site, such as `京公网安备 11010502000000号`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PoliceNumber {
    written: String,
    digits: String,
}

/// Unified social credit code of an organisation (GB 32100-2015).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CreditCode(String);

/// First characters of the filing numbers: the short names of the provinces.
const PROVINCE_SIGNS: &str =
    "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀贵黔云滇藏陕甘陇青宁新";

/// Characters of GB 32100-2015; the index of each is its value.
const CREDIT_SIGNS: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

impl PoliceNumber {
    /// Returns the 14 digits, which are part of the ministry's address of the filing.
    pub fn digits(&self) -> &str {
        &self.digits
    }
}

impl TextValue for IcpNumber {
    const FORMAT: Format = Format::IcpNumber;

    fn parse(text: &str) -> Result<IcpNumber, Fault> {
        if is_icp(text) {
            return Ok(IcpNumber(text.to_owned()));
        }
        let compact: String = text.nfkc().filter(|sign| !sign.is_whitespace()).collect();
        let upper = compact.replace("icp", "ICP").replace(['—', '–'], "-");
        Err(Self::misshapen(is_icp(&upper).then_some(upper)))
    }
}

impl TextValue for PoliceNumber {
    const FORMAT: Format = Format::PoliceNumber;

    fn parse(text: &str) -> Result<PoliceNumber, Fault> {
        let digits = without_province(text)
            .and_then(|rest| rest.strip_prefix("公网安备"))
            .map(str::trim_start)
            .and_then(|rest| rest.strip_suffix('号'))
            .filter(|digits| is_digits(digits, 14..=14));
        match digits {
            Some(digits) => Ok(PoliceNumber {
                written: text.to_owned(),
                digits: digits.to_owned(),
            }),
            None => Err(Self::misshapen(None)),
        }
    }
}

impl TextValue for CreditCode {
    const FORMAT: Format = Format::CreditCode;

    fn parse(text: &str) -> Result<CreditCode, Fault> {
        let Some(values) = credit_values(text) else {
            let compact: String = text.split_whitespace().collect();
            let upper = compact.to_ascii_uppercase();
            let mends = credit_values(&upper).is_some_and(|values| is_checked(&values));
            return Err(Self::misshapen(mends.then_some(upper)));
        };
        if !is_checked(&values) {
            return Err(Fault::Checksum);
        }
        Ok(CreditCode(text.to_owned()))
    }
}

text_value_in_json!(
    IcpNumber,
    written: 0,
    pattern: format!(r"^[{PROVINCE_SIGNS}]ICP备\d{{6,10}}号(-\d{{1,3}})?$"),
    example: "京ICP备00000000号-1"
);
text_value_in_json!(
    PoliceNumber,
    written: written,
    pattern: format!(r"^[{PROVINCE_SIGNS}]公网安备\s*\d{{14}}号$"),
    example: "京公网安备 11010500000000号"
);
text_value_in_json!(
    CreditCode,
    written: 0,
    pattern: format!("^[{CREDIT_SIGNS}]{{18}}$"),
    example: "91350100M000100Y43"
);

fn without_province(text: &str) -> Option<&str> {
    let first = text.chars().next()?;
    if !PROVINCE_SIGNS.contains(first) {
        return None;
    }
    text.strip_prefix(first)
}

fn is_icp(text: &str) -> bool {
    let Some(rest) = without_province(text).and_then(|rest| rest.strip_prefix("ICP备")) else {
        return false;
    };
    let Some((number, site)) = rest.split_once('号') else {
        return false;
    };
    let site_is_fine = match site.strip_prefix('-') {
        Some(site) => is_digits(site, 1..=3),
        None => site.is_empty(),
    };
    is_digits(number, 6..=10) && site_is_fine
}

/// Returns the values of the 18 characters of a code; `None` if it does not have this form.
fn credit_values(text: &str) -> Option<Vec<usize>> {
    let values: Option<Vec<usize>> = text.chars().map(|sign| CREDIT_SIGNS.find(sign)).collect();
    values.filter(|values| values.len() == 18)
}

/// Returns `true` if the last value is the check value of the 17 before (GB 32100-2015, 5.2:
/// weights are powers of 3 modulo 31).
fn is_checked(values: &[usize]) -> bool {
    let Some((last, values)) = values.split_last() else {
        return false;
    };
    let mut weight = 1;
    let mut sum = 0;
    for value in values {
        sum += value * weight;
        weight = weight * 3 % 31;
    }
    *last == (31 - sum % 31) % 31
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape<T>(form: Format, mended: Option<&str>) -> Result<T, Fault> {
        Err(Fault::Shape {
            form,
            mended: mended.map(str::to_owned),
        })
    }

    #[test]
    fn icp_numbers_have_the_form_of_the_ministry() {
        let form = Format::IcpNumber;
        let table = [
            ("京ICP备11034544号-2", Ok(())),
            ("苏ICP备2021000001号", Ok(())),
            (
                "京icp备 11034544号-2",
                shape(form, Some("京ICP备11034544号-2")),
            ),
            ("京ICP证11034544号", shape(form, None)),
            ("北京ICP备11034544号", shape(form, None)),
            ("京ICP备11034544号-1234", shape(form, None)),
            ("", shape(form, None)),
        ];
        for (text, expected) in table {
            assert_eq!(IcpNumber::parse(text).map(drop), expected, "{text:?}");
        }
    }

    #[test]
    fn police_numbers_have_14_digits() {
        let digits = |text| PoliceNumber::parse(text).map(|number| number.digits().to_owned());
        let form = Format::PoliceNumber;
        assert_eq!(
            digits("京公网安备 11010502000000号"),
            Ok("11010502000000".into())
        );
        assert_eq!(
            digits("京公网安备11010502000000号"),
            Ok("11010502000000".into())
        );
        assert_eq!(digits("京公网安备 1101050200000号"), shape(form, None));
        assert_eq!(digits("公网安备 11010502000000号"), shape(form, None));
    }

    #[test]
    fn credit_codes_are_checked_by_their_last_sign() {
        let form = Format::CreditCode;
        // The first one is the sample in the standard.
        let table = [
            ("91350100M000100Y43", Ok(())),
            (
                "91350100m000100y43",
                shape(form, Some("91350100M000100Y43")),
            ),
            ("91350100M000100Y34", Err(Fault::Checksum)),
            ("91350100M000100Y", shape(form, None)),
            ("I1350100M000100Y43", shape(form, None)),
            ("统一社会信用代码", shape(form, None)),
        ];
        for (text, expected) in table {
            assert_eq!(CreditCode::parse(text).map(drop), expected, "{text:?}");
        }
    }
}
