//! Subjects of feeds.

/// Items that a feed lists.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FeedId {
    /// Articles of all sections.
    All,
    /// Articles of one section, by its id.
    Section(String),
    /// Bulletins.
    Bulletins,
}

impl FeedId {
    /// Returns the path of the Atom feed.
    #[must_use]
    pub fn atom(&self) -> String {
        self.file("feed.xml")
    }

    /// Returns the path of the JSON feed.
    #[must_use]
    pub fn json(&self) -> String {
        self.file("feed.json")
    }

    fn file(&self, name: &str) -> String {
        match self {
            Self::All => name.to_owned(),
            Self::Section(id) => ["news/", id, "/", name].concat(),
            Self::Bulletins => ["bulletins/", name].concat(),
        }
    }
}
