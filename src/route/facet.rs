//! Facets of the directory of members, as they occur in addresses.

/// Property by which members are filtered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Facet {
    /// Kind of organisation.
    Kind,
    /// Province.
    Province,
    /// Role in the alliance.
    Role,
    /// Stage of the industrial chain.
    Stage,
}

impl Facet {
    /// All facets, in the order of the filter, which is that of their discriminants.
    pub const ALL: [Self; 4] = [Self::Kind, Self::Province, Self::Role, Self::Stage];

    /// Returns the parameter of the address that holds a choice.
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
