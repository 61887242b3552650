//! Reason for which an item is not published.

use super::date::Date;

/// Why nothing of an article is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unpublished {
    /// It is a draft.
    Draft,
    /// It appears on this day.
    Scheduled(Date),
}
