//! What the page of the search shows.

/// How far a search is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[cfg_attr(
    not(target_arch = "wasm32"),
    expect(dead_code, reason = "during prerender nothing is searched")
)]
pub(super) enum State {
    /// Nothing is asked for.
    #[default]
    Idle,
    /// Files are on the way.
    Searching,
    /// The answer is there.
    Done,
    /// More is asked for than is searched for.
    TooLong,
}

impl State {
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Idle => "idle",
            Self::Searching => "searching",
            Self::Done => "done",
            Self::TooLong => "too-long",
        }
    }
}

/// A text in pieces, with whether each is a hit.
pub(super) type Pieces = Vec<(String, bool)>;

/// A document that was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Shown {
    pub(super) href: String,
    pub(super) title: Pieces,
    pub(super) date: String,
    pub(super) excerpt: Pieces,
}

/// The answer to what is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Answer {
    pub(super) state: State,
    /// The words that it answers.
    pub(super) words: String,
    /// How many documents hold them.
    pub(super) total: u32,
    /// How many there are of each type, section and year.
    pub(super) choices: [Vec<(String, u32)>; 3],
    /// The first of them.
    pub(super) shown: Vec<Shown>,
    /// What is offered beside the hits: where it leads, and what it is.
    pub(super) related: Vec<(String, String)>,
    /// Whether files could not be had, so that there may be more.
    pub(super) incomplete: bool,
}
