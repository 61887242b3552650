//! What the directory of members can be asked for in an address.

/// What members can be told apart by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Facet {
    /// What kind of organisation a member is.
    Kind,
    /// Where it is.
    Province,
    /// Its place in the alliance.
    Role,
    /// Its place in the industry's chain.
    Stage,
}

impl Facet {
    /// All facets, in the order in which the filter offers them and of their discriminants.
    pub const ALL: [Self; 4] = [Self::Kind, Self::Province, Self::Role, Self::Stage];

    /// The parameter of the address that names a choice.
    #[must_use]
    pub const fn parameter(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Province => "province",
            Self::Role => "role",
            Self::Stage => "stage",
        }
    }
}
