//! Addresses of the editor.

mod api;
mod document;
mod events;

use super::guard::Guard;
use super::refused::{Outcome, Refused, Reply};
use super::state::Editor;
use super::{examine, media, words};
use crate::wire::edit::EDIT_PATH;
use api::Call;
use axum::Router;
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::header::{
    CONTENT_SECURITY_POLICY, CONTENT_TYPE, IF_MATCH, LOCATION, REFERRER_POLICY, SET_COOKIE,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse as _, Response};
use axum::routing::any;
use percent_encoding::percent_decode_str;
use std::sync::Arc;
use url::form_urlencoded::{Serializer, parse};

/// Greatest size of a body of JSON, and of a file.
const MOST_JSON: usize = 24 << 20;
const MOST_FILE: usize = media::MOST;
/// Name of the query with the token.
const TOKEN: &str = "token";

/// Returns the addresses of an editor.
pub(in crate::publish) fn router(editor: Arc<Editor>) -> Router {
    Router::new()
        .route(EDIT_PATH, any(answer))
        .route(EDIT_PATH.trim_end_matches('/'), any(answer))
        .route(&format!("{EDIT_PATH}{{*rest}}"), any(answer))
        .with_state(editor)
}

async fn answer(State(editor): State<Arc<Editor>>, request: Request) -> Response {
    let mut response = match guarded(editor, request).await {
        Ok(response) => response,
        Err(refused) => refused.into_response(),
    };
    let headers = response.headers_mut();
    headers
        .entry("content-security-policy")
        .or_insert(HeaderValue::from_static(
            "default-src 'none'; frame-ancestors 'none'",
        ));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    response
}

/// Lets the editor's own requests through.
async fn guarded(editor: Arc<Editor>, request: Request) -> Outcome<Response> {
    let forbidden = |sentence| Refused::new(StatusCode::FORBIDDEN, "forbidden", sentence);
    let guard = &editor.guard;
    let (method, headers) = (request.method(), request.headers());
    if let Some(fault) = guard.host_fault(headers) {
        return Err(forbidden(fault));
    }
    let query: Vec<(String, String)> = query_of(&request);
    let token = query.iter().find(|(name, _)| name == TOKEN);
    if let Some((_, token)) = token.filter(|_| *method == Method::GET) {
        if !guard.is_token(token) {
            return Ok(document::refusal());
        }
        let place = without_token(request.uri().path(), &query);
        let headers = [(LOCATION, place), (SET_COOKIE, guard.cookie())];
        return Ok((StatusCode::SEE_OTHER, headers).into_response());
    }
    if !guard.is_known(headers) {
        let is_api = request.uri().path().contains("/api/");
        return match is_api {
            true => Err(forbidden(words::NO_COOKIE)),
            false => Ok(document::refusal()),
        };
    }
    if let Some(fault) = guard.origin_fault(method, headers) {
        return Err(forbidden(fault));
    }
    route(editor, request, query).await
}

fn query_of(request: &Request) -> Vec<(String, String)> {
    let query = request.uri().query().unwrap_or_default();
    parse(query.as_bytes()).into_owned().collect()
}

/// Returns an address without its token.
fn without_token(path: &str, query: &[(String, String)]) -> String {
    let rest = query.iter().filter(|(name, _)| name != TOKEN);
    let query = Serializer::new(String::new()).extend_pairs(rest).finish();
    // Several slashes at the beginning would refer to another host.
    let path = format!("/{}", path.trim_start_matches('/'));
    match query.as_str() {
        "" => path,
        query => format!("{path}?{query}"),
    }
}

async fn route(
    editor: Arc<Editor>,
    request: Request,
    query: Vec<(String, String)>,
) -> Outcome<Response> {
    let unknown = || Refused::not_found(words::UNKNOWN_ADDRESS);
    let rest = request
        .uri()
        .path()
        .strip_prefix(EDIT_PATH)
        .unwrap_or_default();
    let segments: Option<Vec<String>> = rest
        .split('/')
        .map(|part| Some(percent_decode_str(part).decode_utf8().ok()?.into_owned()))
        .collect();
    let segments = segments.ok_or_else(unknown)?;
    let parts: Vec<&str> = segments.iter().map(String::as_str).collect();
    let is_get = *request.method() == Method::GET;
    match parts.as_slice() {
        ["api", "events"] if is_get => Ok(events::events(&editor)),
        ["api", "zip"] if is_get => document::zip(editor).await,
        ["api", path @ ..] => {
            let path: Vec<String> = path.iter().map(|part| (*part).to_owned()).collect();
            let call = read(request, path, query).await?;
            run(move || api::answer(&editor, call)).await
        }
        ["files", name] if is_get => document::file(&editor.files, name),
        ["preview", key] if is_get => {
            let key = (*key).to_owned();
            run(move || {
                let html = examine::preview(&editor, &key)?;
                let reply = Reply::bytes("text/html; charset=utf-8", html);
                Ok(reply
                    .with("content-security-policy", document::PREVIEW_POLICY)
                    .with("x-frame-options", "SAMEORIGIN"))
            })
            .await
        }
        _ if is_get => Ok(document::document()),
        _ => Err(unknown()),
    }
}

/// Reads the rest of a request.
async fn read(request: Request, path: Vec<String>, query: Vec<(String, String)>) -> Outcome<Call> {
    let (parts, body) = request.into_parts();
    let is_upload = path.first().is_some_and(|first| first == "media");
    let most = if is_upload { MOST_FILE } else { MOST_JSON };
    let too_large = |_| {
        let status = StatusCode::PAYLOAD_TOO_LARGE;
        Refused::new(status, "too-large", words::TOO_LARGE)
    };
    let body = to_bytes(body, most).await.map_err(too_large)?;
    if !body.is_empty() && !is_upload && !Guard::is_json(&parts.headers) {
        let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
        return Err(Refused::new(status, "not-json", words::FOREIGN_WRITE));
    }
    let if_match = parts.headers.get(IF_MATCH);
    let if_match = if_match
        .and_then(|tag| tag.to_str().ok())
        .map(str::to_owned);
    Ok(Call {
        method: parts.method,
        path,
        query,
        if_match,
        body,
    })
}

/// Runs what reads and writes files beside the threads that answer.
async fn run(act: impl FnOnce() -> Outcome<Reply> + Send + 'static) -> Outcome<Response> {
    let outcome = tokio::task::spawn_blocking(act).await;
    let failed = |_| {
        let status = StatusCode::INTERNAL_SERVER_ERROR;
        Refused::new(status, "failed", words::FAILED)
    };
    Ok(outcome.map_err(failed)??.into_response())
}

/// Returns a file that previews need and the served portal lacks: one of the shell, while the site
/// has errors and there is no portal yet, or one of the media folder that only unfinished items
/// use.
pub(in crate::publish) async fn file_of_preview(
    editor: Arc<Editor>,
    path: &str,
    headers: &HeaderMap,
) -> Option<Response> {
    let path = path.strip_prefix('/')?;
    if let Some(bytes) = editor.shell().files.get(path) {
        let media_type = mime_guess::from_path(path).first_or_octet_stream();
        return Some(Reply::bytes(media_type.as_ref(), bytes.clone()).into_response());
    }
    if !path.starts_with("media/") {
        return None;
    }
    if editor.guard.host_fault(headers).is_some() || !editor.guard.is_known(headers) {
        return None;
    }
    let path = percent_decode_str(path).decode_utf8().ok()?.into_owned();
    let media_type = mime_guess::from_path(&path).first_or_octet_stream();
    let read = move || {
        let file = super::disk::inside(&editor.folder, &path).ok()?;
        std::fs::read(file).ok()
    };
    let bytes = tokio::task::spawn_blocking(read).await.ok()??;
    let reply = Reply::bytes(media_type.as_ref(), bytes);
    let mut response = reply.into_response();
    restrict(response.headers_mut());
    Some(response)
}

/// Keeps a file of the media folder from running scripts. Browsers show no PDF with such a policy.
pub(in crate::publish) fn restrict(headers: &mut HeaderMap) {
    let is_pdf = headers
        .get(CONTENT_TYPE)
        .is_some_and(|of| of == "application/pdf");
    if !is_pdf {
        let policy = HeaderValue::from_static("sandbox; default-src 'none'");
        headers.insert(CONTENT_SECURITY_POLICY, policy);
    }
}
