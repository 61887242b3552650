//! Publishing from the editor.

use super::reading::Reading;
use super::refused::Outcome;
use super::state::Editor;

/// Returns the files that changed since the site was last published from the editor; `None` if it
/// never was.
pub(super) fn changed(_: &Editor, _: &Reading) -> Outcome<Option<Vec<String>>> {
    Ok(None)
}
