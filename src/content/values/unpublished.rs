//! Reasons for which items are not published.

use super::date::Date;

/// Reason for which an article is not published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unpublished {
    /// It is a draft.
    Draft,
    /// It will be published on this day.
    Scheduled(Date),
}
