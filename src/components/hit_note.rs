//! What a document that was found is.

use super::Portal;
use crate::wire::SearchHit;

/// What a document is and from when: its section says more than its type.
#[must_use]
pub fn hit_note(portal: &Portal, hit: &SearchHit) -> String {
    let what = if hit.section.is_empty() {
        portal.text.search_type(&hit.kind)
    } else {
        portal.site.section_name(&hit.section)
    };
    if hit.date.is_empty() {
        return what.to_owned();
    }
    [what, " · ", &hit.date].concat()
}
