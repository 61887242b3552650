//! Problems in a text, with their positions.

use crate::content::BodyFault;
use std::ops::Range;

/// A range of a text, in bytes and always of whole characters, and its fault. Suggestions are not
/// known here; see [`crate::publish::check::suggestion`].
pub(crate) type MarkdownProblem = (Range<usize>, BodyFault);
