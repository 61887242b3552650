//! Rules for the contrast of colours.

use super::Context;
use crate::content::diagnostics::kind::ProblemKind;
use crate::content::diagnostics::pointer::pointer;
use crate::content::values::color::Color;

/// Minimum contrast of text and background (WCAG 2.2, success criterion 1.4.3).
const LEAST_CONTRAST: f64 = 4.5;

pub(super) fn check(context: &Context<'_>) {
    for (file, site) in context.site() {
        let Some(color) = site.theme.primary else {
            continue;
        };
        let contrast = color.contrast(Color::WHITE);
        if contrast < LEAST_CONTRAST {
            // Rounded down, so that a contrast just below the limit is not shown as the limit.
            let hundredths = (contrast * 100.0).floor() as u32;
            let kind = ProblemKind::LowContrast { hundredths };
            file.report(pointer!["theme", "primary"], kind);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::Fixture;

    #[test]
    fn pale_primary_colours_are_told() {
        Fixture::new()
            .site(r##""theme": {"primary": "#0b4f8a"}"##)
            .check(&[]);
        Fixture::new().site(r##""theme": {"primary": "#777777"}"##).check(&[
                "site.json low-contrast 1:\"#777777\" 主色和白色的对比度是 4.47:1，不到 4.5:1，文字看不清 / 换一个更深的颜色",
            ]);
    }
}
