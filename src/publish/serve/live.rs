//! Current state of the server, and the event stream that reports its changes to open pages.

use super::answer::{self, CHANGING, is_text};
use super::host;
use super::overlay::{Failure, Report, page};
use super::portal::Portal;
use super::script::{EVENTS_PATH, SCRIPT, SCRIPT_PATH, STYLE, STYLE_PATH};
use crate::content::Language;
use crate::publish::edit::{self, Editor};
use crate::publish::outputs::COMMON;
use axum::Router;
use axum::extract::{self, Request};
use axum::http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG};
use axum::http::{Extensions, HeaderMap, HeaderName, HeaderValue, StatusCode, Version};
use axum::middleware::{from_fn, map_response};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use futures::stream::{Stream, unfold};
use serde::Serialize;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use tokio::sync::watch;
use tower_http::compression::CompressionLayer;

/// Time after which a page tries to reconnect to a server.
const RETRY: Duration = Duration::from_millis(500);

/// State of the server, to whose changes pages subscribe.
#[derive(Debug, Default)]
pub(super) struct Live(watch::Sender<State>);

#[derive(Debug, Clone, Default)]
struct State {
    /// Portal; `None` until the site has had no errors.
    portal: Option<Portal>,
    news: News,
}

/// Message to open pages.
#[derive(Debug, Clone, Default, Serialize)]
struct News {
    /// Name of the served build. A page of another build is reloaded.
    build: String,
    /// Errors of the site since that build.
    report: Option<Arc<Report>>,
}

impl Live {
    /// Serves a portal from now on, as a new build.
    pub(super) fn show(&self, portal: Portal) {
        // A clock before 1970 yields a valid name, too.
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        let news = News {
            build: format!("{:x}", now.unwrap_or_default().as_nanos()),
            report: None,
        };
        let portal = Some(portal);
        self.0.send_replace(State { portal, news });
    }

    /// Reports a failure to open pages. The served portal does not change.
    pub(super) fn fail(&self, failure: &Failure, language: Language) {
        self.0.send_modify(|State { portal, news }| {
            let report = Report::new(failure, language, portal.is_some());
            news.report = Some(Arc::new(report));
        });
    }
}

pub(super) fn router(live: Arc<Live>, editor: Option<Arc<Editor>>) -> Router {
    let script = [(CONTENT_TYPE, "text/javascript; charset=utf-8")];
    let style = [(CONTENT_TYPE, "text/css; charset=utf-8")];
    let own = Site {
        live: Arc::clone(&live),
        editor: editor.clone(),
    };
    let router = Router::new()
        .route(EVENTS_PATH, get(events))
        .route(SCRIPT_PATH, get((script, SCRIPT)))
        .route(STYLE_PATH, get((style, STYLE)))
        .fallback_service(get(answer).with_state(own))
        .with_state(live);
    let router = match editor {
        Some(editor) => router.merge(edit::router(editor)),
        None => router,
    };
    router
        .layer(CompressionLayer::new().compress_when(is_compressed))
        .layer(from_fn(host::guard))
        .layer(map_response(finish))
}

/// What is served at the addresses of the portal.
#[derive(Debug, Clone)]
struct Site {
    live: Arc<Live>,
    editor: Option<Arc<Editor>>,
}

async fn answer(extract::State(site): extract::State<Site>, request: Request) -> Response {
    let Site { live, editor } = site;
    let State { portal, news } = live.0.borrow().clone();
    let (uri, headers) = (request.uri().clone(), request.headers().clone());
    let Some(portal) = portal else {
        let file = match editor {
            Some(editor) => edit::file_of_preview(editor, uri.path(), &headers).await,
            None => None,
        };
        if let Some(file) = file {
            return file;
        }
        let html = news.report.map_or_else(String::new, |report| page(&report));
        return (StatusCode::SERVICE_UNAVAILABLE, Html(html)).into_response();
    };
    match answer::answer(&portal, &news.build, request).await {
        Ok(response) if response.status() == StatusCode::NOT_FOUND => {
            // Only unfinished items may use a file, which the portal does not have then.
            let unpublished = match editor {
                Some(editor) => edit::file_of_preview(editor, uri.path(), &headers).await,
                None => None,
            };
            unpublished.unwrap_or(response)
        }
        Ok(mut response) => {
            // A drawing that is opened by itself could run scripts with the rights of the editor.
            if editor.is_some() && uri.path().starts_with("/media/") {
                edit::restrict(response.headers_mut());
            }
            response
        }
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response(),
    }
}

/// Sends a page the current state, and each later one.
async fn events(
    extract::State(live): extract::State<Arc<Live>>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let mut receiver = live.0.subscribe();
    receiver.mark_changed();
    let stream = unfold(receiver, async |mut receiver| {
        // The stream ends with the server.
        receiver.changed().await.ok()?;
        let news = receiver.borrow_and_update().news.clone();
        // Strings can always be serialised as JSON.
        let data = serde_json::to_string(&news).unwrap_or_default();
        let event = Event::default().id(news.build).event("news").data(data);
        Some((Ok(event.retry(RETRY)), receiver))
    });
    Sse::new(stream).keep_alive(KeepAlive::new())
}

fn is_compressed(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    let media_type = answer::media_type(headers);
    media_type != "text/event-stream" && (is_text(headers) || media_type == "application/wasm")
}

/// Adds the headers of every response, and marks the entity tags of compressed ones as weak.
async fn finish(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.entry(CACHE_CONTROL).or_insert(CHANGING);
    for (name, value) in COMMON {
        // All names and values are valid, as in `_headers`.
        if let Ok(name) = HeaderName::try_from(name) {
            headers
                .entry(name)
                .or_insert(HeaderValue::from_static(value));
        }
    }
    // A compressed response does not have the same bytes as the file.
    if headers.contains_key(CONTENT_ENCODING)
        && let Some(tag) = headers.get(ETAG)
        && let Ok(weak) = HeaderValue::try_from([b"W/", tag.as_bytes()].concat())
    {
        headers.insert(ETAG, weak);
    }
    response
}
