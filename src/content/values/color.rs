//! Colours and their contrast.

use std::fmt;

use super::text_value::{Fault, Format, TextValue, text_value_in_json};

/// Colour of the sRGB space, written `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Color {
    /// Red, 0–255.
    pub red: u8,
    /// Green, 0–255.
    pub green: u8,
    /// Blue, 0–255.
    pub blue: u8,
}

impl Color {
    /// White, the background of the pages.
    pub const WHITE: Color = Color {
        red: 255,
        green: 255,
        blue: 255,
    };

    /// Returns the contrast ratio with another colour, 1 to 21 (WCAG 2.2, "contrast ratio").
    pub fn contrast(self, other: Color) -> f64 {
        let (mine, theirs) = (self.luminance(), other.luminance());
        (mine.max(theirs) + 0.05) / (mine.min(theirs) + 0.05)
    }

    /// Returns the relative luminance, 0 to 1 (WCAG 2.2, "relative luminance").
    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }
}

impl TextValue for Color {
    const FORMAT: Format = Format::Color;

    fn parse(text: &str) -> Result<Color, Fault> {
        let digits = text.strip_prefix('#').filter(|digits| {
            digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
        });
        match digits.map(|digits| u32::from_str_radix(digits, 16)) {
            Some(Ok(number)) => {
                let [_, red, green, blue] = number.to_be_bytes();
                Ok(Color { red, green, blue })
            }
            _ => Err(Self::misshapen(mend(text))),
        }
    }
}

impl fmt::Display for Color {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "#{:02x}{:02x}{:02x}",
            self.red, self.green, self.blue
        )
    }
}

text_value_in_json!(Color, pattern: "^#[0-9a-fA-F]{6}$", example: "#0b4f8a");

/// Completes `0b4f8a` and `#0af`.
fn mend(text: &str) -> Option<String> {
    let digits = text.trim_start_matches('#');
    if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    match digits.len() {
        6 => Some(format!("#{digits}")),
        3 => Some(
            std::iter::once('#')
                .chain(digits.chars().flat_map(|digit| [digit, digit]))
                .collect(),
        ),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colors_have_six_digits() {
        let shape = |mended: Option<&str>| {
            Err(Fault::Shape {
                form: Format::Color,
                mended: mended.map(str::to_owned),
            })
        };
        let table = [
            ("#0B4f8a", Ok("#0b4f8a".to_owned())),
            ("0b4f8a", shape(Some("#0b4f8a"))),
            ("#0af", shape(Some("#00aaff"))),
            ("#+b4f8a", shape(None)),
            ("蓝色", shape(None)),
            ("", shape(None)),
        ];
        for (text, expected) in table {
            assert_eq!(
                Color::parse(text).map(|color| color.to_string()),
                expected,
                "{text:?}"
            );
        }
    }

    #[test]
    fn contrast_agrees_with_published_values() {
        let gray = Color {
            red: 0x76,
            green: 0x76,
            blue: 0x76,
        };
        let black = Color {
            red: 0,
            green: 0,
            blue: 0,
        };
        assert_eq!(format!("{:.2}", gray.contrast(Color::WHITE)), "4.54");
        assert_eq!(format!("{:.2}", Color::WHITE.contrast(black)), "21.00");
    }
}
