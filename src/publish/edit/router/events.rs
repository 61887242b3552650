//! News for open editors.

use crate::publish::edit::state::Editor;
use crate::wire::edit::News;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Response};
use futures::stream::unfold;
use std::convert::Infallible;
use tokio::sync::broadcast::error::RecvError;

/// Sends each news as it comes.
pub(super) fn events(editor: &Editor) -> Response {
    let stream = unfold(editor.listen(), async |mut receiver| {
        let news = match receiver.recv().await {
            Ok(news) => news,
            // Whoever was too slow reads everything again.
            Err(RecvError::Lagged(_)) => News::Changed { files: Vec::new() },
            Err(RecvError::Closed) => return None,
        };
        // Strings can always be serialised as JSON.
        let data = serde_json::to_string(&news).unwrap_or_default();
        let event = Ok::<_, Infallible>(Event::default().data(data));
        Some((event, receiver))
    });
    Sse::new(stream)
        .keep_alive(KeepAlive::new())
        .into_response()
}
