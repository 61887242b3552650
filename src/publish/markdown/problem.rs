//! What is wrong in a text, and where.

use crate::content::BodyFault;

/// A fault and its place in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MarkdownProblem {
    /// Where it starts, in bytes of the source.
    pub offset: usize,
    /// How many bytes of the source it covers; always whole characters.
    pub length: usize,
    /// What is wrong. What was probably meant is not known here; see
    /// [`crate::publish::check::suggestion`].
    pub fault: BodyFault,
}
