//! Document of the app, and its files.

use crate::publish::edit::refused::{Outcome, Refused};
use crate::publish::edit::state::{Editor, EditorFiles};
use crate::publish::edit::{disk, publishing, words};
use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE,
};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse as _, Response};
use std::sync::Arc;
use tower_http::services::ServeFile;

/// Content security policy of the app. Neither inline scripts nor inline styles are needed.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      img-src 'self' data: blob:; connect-src 'self'; frame-src 'self'; \
                      base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/// Content security policy of previews: no scripts, no forms, only the editor may frame them.
pub(super) const PREVIEW_POLICY: &str = "sandbox allow-same-origin; frame-ancestors 'self'";

/// Returns the document of the app.
pub(super) fn document() -> Response {
    let no_script = words::NO_SCRIPT;
    let html = format!(
        "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>编辑</title>\
         <link rel=\"stylesheet\" href=\"/__portal/edit/files/editor.css\">\
         <script type=\"module\" src=\"/__portal/edit/files/boot.js\"></script></head>\
         <body><noscript>{no_script}</noscript></body></html>\n"
    );
    page(StatusCode::OK, html)
}

/// Returns the page for those who do not have the token.
pub(super) fn refusal() -> Response {
    let no_cookie = words::NO_COOKIE;
    let html = format!(
        "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">\
         <title>编辑</title></head><body><p>{no_cookie}</p></body></html>\n"
    );
    page(StatusCode::FORBIDDEN, html)
}

fn page(status: StatusCode, html: String) -> Response {
    let headers = [
        (CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY)),
        (CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    (status, headers, Html(html)).into_response()
}

/// Returns a file of the app.
pub(super) fn file(files: &EditorFiles, name: &str) -> Outcome<Response> {
    let absent = || Refused::not_found(words::NO_FILE);
    if !disk::is_name(name) || name.starts_with('.') {
        return Err(absent());
    }
    let bytes = files.read(name).map_err(|_| absent())?;
    let media_type = match name.rsplit('.').next() {
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("css") => "text/css; charset=utf-8",
        Some("html") => return Err(absent()),
        _ => "application/octet-stream",
    };
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static(media_type)),
        (CACHE_CONTROL, HeaderValue::from_static("no-cache")),
        (CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY)),
    ];
    Ok((headers, bytes.into_owned()).into_response())
}

/// Returns the published portal as one file.
pub(super) async fn zip(editor: Arc<Editor>) -> Outcome<Response> {
    let failed = |_| {
        let status = StatusCode::INTERNAL_SERVER_ERROR;
        Refused::new(status, "failed", words::FAILED)
    };
    let packed = tokio::task::spawn_blocking(move || publishing::packed(&editor)).await;
    let file = packed.map_err(failed)??;
    let sent = ServeFile::new(file)
        .try_call(Request::<Body>::default())
        .await?;
    let mut response = sent.map(Body::new);
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/zip"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(
        CONTENT_DISPOSITION,
        HeaderValue::from_static("attachment; filename=\"portal.zip\""),
    );
    Ok(response)
}
