//! The words that rendered HTML contains of itself, in one place per language.

/// The words of the HTML that no editor wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Labels {
    /// Names a table's scrolling region; its number in the text follows.
    pub table: &'static str,
    /// Names the section of footnotes.
    pub footnotes: &'static str,
    /// Names a reference to a footnote; the footnote's number follows.
    pub footnote: &'static str,
    /// Names the link from a footnote back to its reference; the number follows.
    pub back_to_text: &'static str,
}

impl Labels {
    /// Chinese, the portal's first language.
    pub(crate) const CHINESE: Self = Self {
        table: "表格",
        footnotes: "脚注",
        footnote: "脚注",
        back_to_text: "回到正文脚注",
    };

    /// English.
    pub(crate) const ENGLISH: Self = Self {
        table: "Table",
        footnotes: "Footnotes",
        footnote: "Footnote",
        back_to_text: "Back to the text, footnote",
    };
}
