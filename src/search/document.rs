//! Input of an index: documents and vocabulary.

/// A document that can be found.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// Type, by which results are counted.
    pub kind: String,
    /// Section; may be empty.
    pub section: String,
    /// Year; 0 if there is none.
    pub year: u32,
    /// Fields that a result shows beside its excerpt, such as address, title and date. They
    /// contain no tabs.
    pub card: Vec<String>,
    /// Title, names and former names.
    pub headings: Vec<String>,
    /// Other texts that can be found; no match spans two of them.
    pub blocks: Vec<String>,
    /// Text, of which each line is a block too.
    pub text: String,
}

/// Words that the site defines.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    /// Groups of words with the same meaning.
    pub synonyms: Vec<Vec<String>>,
    /// Names and terms offered as corrections when nothing is found.
    pub terms: Vec<String>,
}
