//! The site's colour, in the roles that the style sheets use.
//!
//! An alliance chooses one colour. Readable shades are derived from it for the light and the dark
//! background: as text, as a filled surface with text on it, and as a tint. Contrast follows WCAG
//! 2.2, 1.4.3.

use crate::content::values::color::Color;

/// Background of the light scheme, as in `style/tokens/tokens.css`.
pub(crate) const GROUND: &str = "#ffffff";
/// Background of the dark scheme, as in `style/tokens/tokens.css`.
pub(crate) const DARK_GROUND: &str = "#121617";
/// Lightest background behind text in the dark scheme; those of the style sheets are darker.
const DARK: Color = Color {
    red: 32,
    green: 37,
    blue: 40,
};
/// Darkest background of the dark scheme.
const DARKEST: Color = Color {
    red: 20,
    green: 24,
    blue: 27,
};
const BLACK: Color = Color {
    red: 0,
    green: 0,
    blue: 0,
};
/// Colour of a site that has chosen none.
pub(crate) const PRIMARY: Color = Color {
    red: 13,
    green: 92,
    blue: 103,
};
/// Minimum contrast, slightly above that of level AA, so that it is also met on tinted
/// backgrounds.
const READABLE: f64 = 5.2;

/// Custom properties of a site that has chosen no colour.
const STANDARD: &str = ":root{--primary:#0d5c67;--on-primary:#fff;--tint:#eef4f4;\
    --primary-dark-scheme:#74c5d0;--on-primary-dark-scheme:#06262b;--tint-dark-scheme:#182528}";

/// Returns the custom properties of a site's colour.
#[must_use]
pub fn custom_properties(primary: Option<Color>) -> String {
    let Some(primary) = primary else {
        return STANDARD.to_owned();
    };
    let light = readable(primary, Color::WHITE, BLACK);
    let dark = readable(primary, DARK, Color::WHITE);
    format!(
        ":root{{--primary:{light};--on-primary:{};--tint:{};--primary-dark-scheme:{dark};\
         --on-primary-dark-scheme:{};--tint-dark-scheme:{}}}",
        on(light),
        mixed(primary, Color::WHITE, 0.93),
        on(dark),
        mixed(primary, DARKEST, 0.88),
    )
}

/// Returns a colour with a share of another: 0 for none of it, 1 for it alone.
fn mixed(color: Color, other: Color, share: f64) -> Color {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a mean of two bytes is a byte"
    )]
    let mix = |a: u8, b: u8| {
        f64::from(a)
            .mul_add(1.0 - share, f64::from(b) * share)
            .round() as u8
    };
    Color {
        red: mix(color.red, other.red),
        green: mix(color.green, other.green),
        blue: mix(color.blue, other.blue),
    }
}

/// Moves a colour towards `pole` no further than needed to be readable on `ground`.
fn readable(color: Color, ground: Color, pole: Color) -> Color {
    (0..=100)
        .map(|step| mixed(color, pole, f64::from(step) / 100.0))
        .find(|shade| shade.contrast(ground) >= READABLE)
        .unwrap_or(pole)
}

/// Returns black or white, whichever has the higher contrast on the colour.
pub(crate) fn on(color: Color) -> Color {
    if color.contrast(Color::WHITE) >= color.contrast(BLACK) {
        Color::WHITE
    } else {
        BLACK
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_colour_gives_readable_shades() {
        let steps = || (0..=255).step_by(51);
        for red in steps() {
            for green in steps() {
                for blue in steps() {
                    let color = Color { red, green, blue };
                    let light = readable(color, Color::WHITE, BLACK);
                    let dark = readable(color, DARK, Color::WHITE);
                    assert!(light.contrast(Color::WHITE) >= 4.5, "{color} on light");
                    assert!(dark.contrast(DARK) >= 4.5, "{color} on dark");
                    assert!(on(light).contrast(light) >= 4.5, "text on {light}");
                    assert!(on(dark).contrast(dark) >= 4.5, "text on {dark}");
                }
            }
        }
    }

    #[test]
    fn a_readable_colour_is_kept() {
        let petrol = Color {
            red: 13,
            green: 92,
            blue: 103,
        };
        assert_eq!(readable(petrol, Color::WHITE, BLACK), petrol);
    }
}
