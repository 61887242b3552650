//! Widths at which pictures are shown.

/// Widths at which pictures are shown, from which a browser that has not laid out the page chooses
/// a variant.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sizes {
    /// A logo or a small cover in a list.
    #[default]
    Small,
    /// A cover beside a text.
    Column,
    /// As wide as a text.
    Text,
}

impl Sizes {
    /// Returns the attribute `sizes`. Browsers that know the value `auto` take the width of a
    /// picture that is loaded late from the layout.
    #[must_use]
    pub const fn of(self, eager: bool) -> &'static str {
        match (self, eager) {
            (Self::Small, _) => "12rem",
            (Self::Column, true) => "(max-width: 62em) 100vw, 36rem",
            (Self::Column, false) => "auto, (max-width: 62em) 100vw, 36rem",
            (Self::Text, true) => "(max-width: 46em) 100vw, 44rem",
            (Self::Text, false) => "auto, (max-width: 46em) 100vw, 44rem",
        }
    }
}
