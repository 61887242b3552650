//! What a feed is about.

/// The items that a feed announces.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Channel {
    /// The articles of all sections.
    All,
    /// The articles of one section, by its id.
    Section(String),
    /// The bulletins.
    Bulletins,
}

impl Channel {
    /// The path of the feed in Atom.
    #[must_use]
    pub fn atom(&self) -> String {
        self.file("feed.xml")
    }

    /// The path of the feed in JSON.
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
