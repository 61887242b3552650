//! Provinces of China (GB/T 2260).

use std::fmt;

use super::text_value::{Fault, Format, TextValue, text_value_in_json};

/// Province, written as its GB/T 2260 code (`320000` or `32`), name (`江苏省`) or short name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Province {
    code: u32,
    name: &'static str,
    short_name: &'static str,
    name_en: &'static str,
    letters: &'static str,
}

impl Province {
    /// All provinces, by code.
    pub const ALL: [Province; 34] = [
        province(110_000, "北京市", "北京", "Beijing", "BJ"),
        province(120_000, "天津市", "天津", "Tianjin", "TJ"),
        province(130_000, "河北省", "河北", "Hebei", "HE"),
        province(140_000, "山西省", "山西", "Shanxi", "SX"),
        province(150_000, "内蒙古自治区", "内蒙古", "Inner Mongolia", "NM"),
        province(210_000, "辽宁省", "辽宁", "Liaoning", "LN"),
        province(220_000, "吉林省", "吉林", "Jilin", "JL"),
        province(230_000, "黑龙江省", "黑龙江", "Heilongjiang", "HL"),
        province(310_000, "上海市", "上海", "Shanghai", "SH"),
        province(320_000, "江苏省", "江苏", "Jiangsu", "JS"),
        province(330_000, "浙江省", "浙江", "Zhejiang", "ZJ"),
        province(340_000, "安徽省", "安徽", "Anhui", "AH"),
        province(350_000, "福建省", "福建", "Fujian", "FJ"),
        province(360_000, "江西省", "江西", "Jiangxi", "JX"),
        province(370_000, "山东省", "山东", "Shandong", "SD"),
        province(410_000, "河南省", "河南", "Henan", "HA"),
        province(420_000, "湖北省", "湖北", "Hubei", "HB"),
        province(430_000, "湖南省", "湖南", "Hunan", "HN"),
        province(440_000, "广东省", "广东", "Guangdong", "GD"),
        province(450_000, "广西壮族自治区", "广西", "Guangxi", "GX"),
        province(460_000, "海南省", "海南", "Hainan", "HI"),
        province(500_000, "重庆市", "重庆", "Chongqing", "CQ"),
        province(510_000, "四川省", "四川", "Sichuan", "SC"),
        province(520_000, "贵州省", "贵州", "Guizhou", "GZ"),
        province(530_000, "云南省", "云南", "Yunnan", "YN"),
        province(540_000, "西藏自治区", "西藏", "Xizang", "XZ"),
        province(610_000, "陕西省", "陕西", "Shaanxi", "SN"),
        province(620_000, "甘肃省", "甘肃", "Gansu", "GS"),
        province(630_000, "青海省", "青海", "Qinghai", "QH"),
        province(640_000, "宁夏回族自治区", "宁夏", "Ningxia", "NX"),
        province(650_000, "新疆维吾尔自治区", "新疆", "Xinjiang", "XJ"),
        province(710_000, "台湾省", "台湾", "Taiwan", "TW"),
        province(810_000, "香港特别行政区", "香港", "Hong Kong", "HK"),
        province(820_000, "澳门特别行政区", "澳门", "Macao", "MO"),
    ];

    /// Returns the six-digit code of GB/T 2260.
    pub fn code(self) -> u32 {
        self.code
    }

    /// Returns the full name, such as `江苏省`.
    pub fn name(self) -> &'static str {
        self.name
    }

    /// Returns the name for lists and maps, such as `江苏`.
    pub fn short_name(self) -> &'static str {
        self.short_name
    }

    /// Returns the English name, such as `Jiangsu`.
    pub fn name_en(self) -> &'static str {
        self.name_en
    }

    /// Returns the two-letter code of GB/T 2260, such as `JS`.
    pub fn letters(self) -> &'static str {
        self.letters
    }
}

impl Province {
    /// Returns `true` if a text is a name of the province, in Chinese or in English.
    pub fn is_called(self, name: &str) -> bool {
        [self.name, self.short_name].contains(&name) || name.eq_ignore_ascii_case(self.name_en)
    }
}

impl TextValue for Province {
    const FORMAT: Format = Format::Province;

    fn parse(text: &str) -> Result<Province, Fault> {
        let found = Province::ALL.into_iter().find(|province| {
            text == province.name
                || text == province.short_name
                || text == province.code.to_string()
                || text == (province.code / 10_000).to_string()
        });
        found.ok_or_else(|| Self::misshapen(mend(text)))
    }
}

impl fmt::Display for Province {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name)
    }
}

text_value_in_json!(
    Province,
    pattern: written_forms(),
    examples: Province::ALL.map(Province::short_name).to_vec()
);

/// Returns a pattern of all notations of provinces.
fn written_forms() -> String {
    let forms = Province::ALL.map(|province| {
        let Province {
            code,
            name,
            short_name,
            ..
        } = province;
        format!("{short_name}|{name}|{code}|{}", code / 10_000)
    });
    format!("^({})$", forms.join("|"))
}

const fn province(
    code: u32,
    name: &'static str,
    short_name: &'static str,
    name_en: &'static str,
    letters: &'static str,
) -> Province {
    Province {
        code,
        name,
        short_name,
        name_en,
        letters,
    }
}

/// Returns the province at the beginning of a longer name, such as `江苏苏州`.
fn mend(text: &str) -> Option<String> {
    let province = Province::ALL
        .into_iter()
        .find(|province| text.trim().starts_with(province.short_name))?;
    Some(province.short_name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn provinces_have_codes_and_names() {
        for text in ["江苏", "江苏省", "320000", "32"] {
            assert_eq!(
                Province::parse(text).map(Province::code),
                Ok(320_000),
                "{text:?}"
            );
        }
        let shape = |mended: Option<&str>| {
            Err(Fault::Shape {
                form: Format::Province,
                mended: mended.map(str::to_owned),
            })
        };
        assert_eq!(Province::parse("江苏苏州"), shape(Some("江苏")));
        assert_eq!(Province::parse("苏州"), shape(None));
        assert_eq!(Province::parse(""), shape(None));
    }

    #[test]
    fn a_province_is_known_by_any_of_its_names() {
        let shanghai = Province::parse("31").expect("a province");
        for (name, expected) in [
            ("上海", true),
            ("上海市", true),
            ("shanghai", true),
            ("上海浦东", false),
            ("苏州", false),
        ] {
            assert_eq!(shanghai.is_called(name), expected, "{name}");
        }
    }
}
