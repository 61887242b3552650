//! Problems in a text, with their positions.

use crate::content::BodyFault;

/// A fault and its range in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MarkdownProblem {
    /// Start, in bytes of the source.
    pub offset: usize,
    /// Length, in bytes of the source; always whole characters.
    pub length: usize,
    /// The fault. Suggestions are not known here; see [`crate::publish::check::suggestion`].
    pub fault: BodyFault,
}
