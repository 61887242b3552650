//! Documents that an index is made of.

/// Something that can be found.
#[derive(Debug, Clone, Default)]
pub struct Document<'a> {
    /// The type, by which results are counted.
    pub kind: String,
    /// The section, or nothing.
    pub section: String,
    /// The year, or 0.
    pub year: u32,
    /// What a result shows beside its excerpt, for instance address, title and date; none of
    /// them has a tab.
    pub card: Vec<String>,
    /// Title, names and former names.
    pub headings: Vec<String>,
    /// Whatever else can be found; no match spans two of them.
    pub blocks: Vec<String>,
    /// Its text, of which each line is a block too.
    pub text: &'a str,
}

/// What the site knows about words.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    /// Groups of words with one meaning.
    pub synonyms: Vec<Vec<String>>,
    /// Names and terms that visitors may have meant when nothing is found.
    pub terms: Vec<String>,
}
