//! End of an editor whose pages have been closed.

use super::Editor;
use std::time::Duration;

/// Interval of counting the open pages.
const GLANCE: Duration = Duration::from_secs(1);
/// Time for which no page must be open: a page that is loaded again is away for a moment.
const AWAY: u32 = 10;
/// Time in which the first page must be opened.
const FIRST: u32 = 600;

/// Waits until no page of an editor has been open for some time.
pub(in crate::publish) async fn closed(editor: &Editor) {
    let mut quiet = 0;
    while quiet < if editor.was_opened() { AWAY } else { FIRST } {
        tokio::time::sleep(GLANCE).await;
        quiet = if editor.listeners() == 0 {
            quiet + 1
        } else {
            0
        };
    }
}
