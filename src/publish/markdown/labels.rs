//! Labels that rendered HTML contains, in one place per language.

/// Labels of the HTML that no editor wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Labels {
    /// Name of the scrolling region of a table, before its number in the text.
    pub table: &'static str,
    pub footnotes: &'static str,
    /// Name of a reference to a footnote, before the footnote's number.
    pub footnote: &'static str,
    /// Name of the link from a footnote back to its reference, before the number.
    pub back_to_text: &'static str,
}

impl Labels {
    /// Labels in Chinese, the primary language of the portal.
    pub(crate) const CHINESE: Self = Self {
        table: "表格",
        footnotes: "脚注",
        footnote: "脚注",
        back_to_text: "回到正文脚注",
    };

    pub(crate) const ENGLISH: Self = Self {
        table: "Table",
        footnotes: "Footnotes",
        footnote: "Footnote",
        back_to_text: "Back to the text, footnote",
    };
}
