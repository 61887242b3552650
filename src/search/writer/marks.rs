//! Marks of frequent grams.

use super::super::tier::FREQUENT_BITS;

/// Returns the mark of a frequent gram in the index's entry.
pub(super) fn mark(hash: u32) -> u32 {
    hash >> (32 - FREQUENT_BITS)
}

/// Returns `true` if a gram is among the marked ones.
pub(super) fn is_marked(marks: &[u32], hash: u32) -> bool {
    marks.binary_search(&mark(hash)).is_ok()
}
