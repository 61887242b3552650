//! Problems of links to pages of the site, in texts and in fields.

use crate::content::values::unpublished::Unpublished;

/// Problem of a link to a page of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkFault {
    /// The target has no page yet.
    Unpublished {
        /// Target as it is written.
        target: String,
        /// Reason for which there is no page.
        why: Unpublished,
    },
    /// The page has no such anchor.
    UnknownAnchor {
        /// Path of the page.
        page: String,
        /// Anchor, without `#`.
        anchor: String,
        /// Anchor that was probably meant.
        nearest: Option<String>,
    },
}
