//! What is served at the moment, and the connection over which open pages hear of it.
//!
//! Everything of this server's own stands below `/__portal/`, where no page can be. A page
//! gets its script as it is sent; the files on the disk are those of any host.

use super::files::{self, CHANGING, is_text};
use super::headers::Rules;
use super::host;
use super::overlay::{Failure, Report, page};
use crate::content::Language;
use crate::publish::outputs::COMMON;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG};
use axum::http::{Extensions, HeaderMap, HeaderName, HeaderValue, StatusCode, Version};
use axum::middleware::{from_fn, map_response};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use futures::stream::{Stream, unfold};
use serde::Serialize;
use std::convert::Infallible;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use tokio::sync::{RwLock, RwLockWriteGuard, watch};
use tower_http::compression::CompressionLayer;

const SCRIPT: &str = include_str!("live.js");
const STYLE: &str = include_str!("live.css");
/// How soon a page asks again for a server that has gone away.
const RETRY: Duration = Duration::from_millis(500);

/// What is served, and what pages are told.
#[derive(Debug)]
pub(super) struct Live {
    folder: PathBuf,
    /// Held while a request is looked up, and while a new portal is swapped in.
    current: RwLock<Option<Current>>,
    news: watch::Sender<News>,
    /// Tells the builds of this process from those of others.
    session: u128,
}

/// The portal that is served.
#[derive(Debug)]
pub(super) struct Current {
    /// The headers of its files.
    pub(super) rules: Rules,
    /// The name of the build.
    pub(super) build: String,
}

/// What pages are told.
#[derive(Debug, Clone, Default, Serialize)]
struct News {
    /// The build that is served; a page of another one is loaded anew.
    build: String,
    /// What is wrong with the site since then.
    report: Option<Arc<Report>>,
}

impl Live {
    /// Nothing is served yet; it will be from this folder.
    pub(super) fn new(folder: PathBuf) -> Self {
        // A clock before 1970 gives a name all the same.
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        Self {
            folder,
            current: RwLock::new(None),
            news: watch::Sender::new(News::default()),
            session: since.unwrap_or_default().as_nanos(),
        }
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The name of a build.
    pub(super) fn name(&self, number: usize) -> String {
        format!("{:x}-{number}", self.session)
    }

    /// Waits for the requests that are being looked up, and holds back others.
    pub(super) fn close(&self) -> RwLockWriteGuard<'_, Option<Current>> {
        self.current.blocking_write()
    }

    /// Another portal is in place.
    pub(super) fn show(&self, current: Current, mut closed: RwLockWriteGuard<'_, Option<Current>>) {
        let (build, report) = (current.build.clone(), None);
        *closed = Some(current);
        drop(closed);
        self.news.send_replace(News { build, report });
    }

    /// The site cannot be published, and what is served stays.
    pub(super) fn fail(&self, failure: &Failure, language: Language) {
        self.news.send_modify(|news| {
            let report = Report::new(failure, language, !news.build.is_empty());
            news.report = Some(Arc::new(report));
        });
    }
}

/// The server.
pub(super) fn router(live: Arc<Live>) -> Router {
    let script = [(CONTENT_TYPE, "text/javascript; charset=utf-8")];
    let style = [(CONTENT_TYPE, "text/css; charset=utf-8")];
    Router::new()
        .route("/__portal/events", get(events))
        .route("/__portal/live.js", get((script, SCRIPT)))
        .route("/__portal/live.css", get((style, STYLE)))
        .fallback(answer)
        .layer(CompressionLayer::new().compress_when(is_compressed))
        .layer(from_fn(host::guard))
        .layer(map_response(finish))
        .with_state(live)
}

/// A page with the script that keeps it up to date, at the end of its head.
pub(super) fn inject(html: &[u8], build: &str) -> Vec<u8> {
    let end = memchr::memmem::find(html, b"</head>").unwrap_or(html.len());
    let (head, rest) = html.split_at(end);
    [head, script_tag(build).as_bytes(), rest].concat()
}

/// The element of that script.
pub(super) fn script_tag(build: &str) -> String {
    format!("<script src=\"/__portal/live.js\" data-build=\"{build}\" defer></script>")
}

async fn answer(State(live): State<Arc<Live>>, request: Request) -> Response {
    let current = live.current.read().await;
    let Some(current) = &*current else {
        let report = live.news.borrow().report.clone();
        let html = report.map_or_else(String::new, |report| page(&report));
        return (StatusCode::SERVICE_UNAVAILABLE, Html(html)).into_response();
    };
    match files::answer(&live.folder, current, request).await {
        Ok(response) => response,
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}

/// Tells a page how things stand now, and whenever that changes.
async fn events(
    State(live): State<Arc<Live>>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let mut receiver = live.news.subscribe();
    receiver.mark_changed();
    let stream = unfold(receiver, async |mut receiver| {
        // It ends with the server.
        receiver.changed().await.ok()?;
        let news = receiver.borrow_and_update().clone();
        // Texts alone always make JSON.
        let data = serde_json::to_string(&news).unwrap_or_default();
        let event = Event::default().id(news.build).event("news").data(data);
        Some((Ok(event.retry(RETRY)), receiver))
    });
    Sse::new(stream).keep_alive(KeepAlive::new())
}

fn is_compressed(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    let media_type = files::media_type(headers);
    media_type != "text/event-stream" && (is_text(headers) || media_type == "application/wasm")
}

/// What holds for every answer.
async fn finish(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.entry(CACHE_CONTROL).or_insert(CHANGING);
    for (name, value) in COMMON {
        // They are plain names and values, as `_headers` carries them.
        if let Ok(name) = HeaderName::try_from(name) {
            headers
                .entry(name)
                .or_insert(HeaderValue::from_static(value));
        }
    }
    // What is compressed differs from the file, byte by byte.
    if headers.contains_key(CONTENT_ENCODING)
        && let Some(tag) = headers.get(ETAG)
        && let Ok(weak) = HeaderValue::try_from([b"W/", tag.as_bytes()].concat())
    {
        headers.insert(ETAG, weak);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_stands_in_the_head() {
        let html = b"<html><head><title>x</title></head><body></head></body></html>";
        let expected = "<html><head><title>x</title><script src=\"/__portal/live.js\" \
                        data-build=\"1-2\" defer></script></head><body></head></body></html>";
        assert_eq!(String::from_utf8_lossy(&inject(html, "1-2")), expected);
    }
}
