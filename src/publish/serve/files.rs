//! Answers a request with a file of the portal.

use super::live::{Current, inject};
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::header::{
    ACCEPT_ENCODING, ALLOW, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_MODIFIED_SINCE,
    IF_NONE_MATCH, IF_RANGE, IF_UNMODIFIED_SINCE, LAST_MODIFIED, LOCATION, RANGE, VARY,
};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::response::{IntoResponse as _, Response};
use percent_encoding::percent_decode_str;
use std::fs::Metadata;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::time::UNIX_EPOCH;
use tower_http::services::ServeFile;

/// What is asked for anew each time, for it may have changed.
pub(super) const CHANGING: HeaderValue = HeaderValue::from_static("no-cache");
/// Files that are for other hosts.
const WITHHELD: [&str; 2] = ["_headers", "_redirects"];
const INDEX: &str = "index.html";
const NOT_FOUND: &str = "404.html";

/// What stands at an address.
#[derive(Debug, PartialEq, Eq)]
enum Found {
    /// A file.
    File(PathBuf),
    /// A folder, whose address ends with a slash.
    Folder(String),
    /// Nothing.
    Nothing,
}

/// The answer to a request. Once it is there, its file is open, and a swap does not change it.
///
/// # Errors
/// When the disk does not give a file that is there.
pub(super) async fn answer(
    folder: &Path,
    current: &Current,
    request: Request,
) -> io::Result<Response> {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let allow = [(ALLOW, "GET, HEAD")];
        return Ok((StatusCode::METHOD_NOT_ALLOWED, allow).into_response());
    }
    match find(folder, request.uri()).await {
        Found::File(file) => {
            let path = request.uri().path().to_owned();
            send(&file, &path, current, request).await
        }
        Found::Folder(location) => {
            let headers = [(LOCATION, location)];
            Ok((StatusCode::MOVED_PERMANENTLY, headers).into_response())
        }
        Found::Nothing => {
            let file = folder.join(NOT_FOUND);
            // A part of it or its age is of no use.
            let mut plain = Request::new(Body::empty());
            *plain.method_mut() = request.method().clone();
            let mut response = send(&file, "/404.html", current, plain).await?;
            *response.status_mut() = StatusCode::NOT_FOUND;
            response.headers_mut().remove(ETAG);
            Ok(response)
        }
    }
}

async fn find(folder: &Path, uri: &Uri) -> Found {
    let Some(names) = names(uri.path()) else {
        return Found::Nothing;
    };
    let mut path = folder.to_owned();
    path.extend(&names);
    let Ok(about) = tokio::fs::metadata(&path).await else {
        return Found::Nothing;
    };
    let is_folder = uri.path().ends_with('/');
    match (about.is_dir(), is_folder) {
        (true, true) => {
            path.push(INDEX);
            match tokio::fs::metadata(&path).await {
                Ok(about) if about.is_file() => Found::File(path),
                _ => Found::Nothing,
            }
        }
        (true, false) => Found::Folder(with_slash(uri)),
        (false, false) if about.is_file() => Found::File(path),
        (false, _) => Found::Nothing,
    }
}

/// The names along a path; `None` for one that does not stay in the folder.
fn names(path: &str) -> Option<Vec<String>> {
    let names: Vec<String> = path
        .split('/')
        .filter(|name| !name.is_empty())
        .map(|name| {
            let name = percent_decode_str(name).decode_utf8().ok()?;
            let mut parts = Path::new(name.as_ref()).components();
            let is_plain = matches!(parts.next(), Some(Component::Normal(part)) if part == name.as_ref())
                && parts.next().is_none()
                && !name.contains(['\\', '\0']);
            is_plain.then(|| name.into_owned())
        })
        .collect::<Option<_>>()?;
    let is_withheld = names
        .first()
        .is_some_and(|name| WITHHELD.contains(&name.as_str()));
    (!is_withheld).then_some(names)
}

/// The address of a folder. Several slashes at its beginning would lead to another host.
fn with_slash(uri: &Uri) -> String {
    let path = uri.path().trim_start_matches('/');
    match uri.query() {
        Some(query) => format!("/{path}/?{query}"),
        None => format!("/{path}/"),
    }
}

async fn send(
    file: &Path,
    path: &str,
    current: &Current,
    mut request: Request,
) -> io::Result<Response> {
    let mut headers = HeaderMap::from_iter([(CACHE_CONTROL, CHANGING)]);
    for (name, value) in current.rules.of(path) {
        headers.insert(name, value.clone());
    }
    let is_html = match headers.get(CONTENT_TYPE) {
        Some(media_type) => media_type.as_bytes().starts_with(b"text/html"),
        None => file.extension().is_some_and(|ending| ending == "html"),
    };
    let about = tokio::fs::metadata(file).await?;
    let tag = tag(&about, is_html.then_some(current.build.as_str()));
    if let Some(known) = known(request.headers(), &tag) {
        headers.insert(ETAG, known);
        headers.remove(CONTENT_TYPE);
        headers.insert(VARY, HeaderValue::from(ACCEPT_ENCODING));
        return Ok((StatusCode::NOT_MODIFIED, headers).into_response());
    }

    let asked = request.headers_mut();
    let is_of_another = asked.get(IF_RANGE).is_some_and(|of| *of != tag);
    if is_html || is_of_another {
        asked.remove(RANGE);
    }
    // A second is too coarse: two builds may fall into one.
    asked.remove(IF_MODIFIED_SINCE);
    asked.remove(IF_UNMODIFIED_SINCE);
    let is_head = request.method() == Method::HEAD;
    if is_html {
        // What is added to a page counts for its length.
        *request.method_mut() = Method::GET;
    }
    let mut response = ServeFile::new(file).try_call(request).await?.map(Body::new);
    if is_html {
        let (mut parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.map_err(io::Error::other)?;
        let html = inject(&bytes, &current.build);
        parts.headers.insert(CONTENT_LENGTH, html.len().into());
        let body = if is_head { Vec::new() } else { html };
        response = Response::from_parts(parts, body.into());
    }
    let own = response.headers_mut();
    own.remove(LAST_MODIFIED);
    own.insert(ETAG, tag);
    for (name, value) in &headers {
        own.insert(name, value.clone());
    }
    with_charset(own);
    Ok(response)
}

/// Whether a type is that of a text, which is compressed and is in UTF-8.
pub(super) fn is_text(headers: &HeaderMap) -> bool {
    const TEXTS: [&str; 7] = [
        "application/json",
        "application/feed+json",
        "application/manifest+json",
        "application/atom+xml",
        "application/xml",
        "application/javascript",
        "image/svg+xml",
    ];
    let media_type = media_type(headers);
    media_type.starts_with("text/") || TEXTS.contains(&media_type)
}

/// The type without its parameters.
pub(super) fn media_type(headers: &HeaderMap) -> &str {
    let written = headers.get(CONTENT_TYPE).map(HeaderValue::to_str);
    match written {
        Some(Ok(written)) => written.split(';').next().unwrap_or_default().trim(),
        _ => "",
    }
}

fn with_charset(headers: &mut HeaderMap) {
    if !is_text(headers) {
        return;
    }
    headers.insert(VARY, HeaderValue::from(ACCEPT_ENCODING));
    // A type with a parameter more is a header's value as the type was.
    let named = HeaderValue::try_from(format!("{}; charset=utf-8", media_type(headers)));
    if let Ok(named) = named {
        headers.insert(CONTENT_TYPE, named);
    }
}

/// What tells one state of a file from another. A page also carries the build that it is of.
fn tag(about: &Metadata, build: Option<&str>) -> HeaderValue {
    let age = about.modified().ok();
    let age = age.and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    let age = age.unwrap_or_default().as_nanos();
    let length = about.len();
    let text = match build {
        Some(build) => format!("\"{age:x}-{length:x}-{build}\""),
        None => format!("\"{age:x}-{length:x}\""),
    };
    // Hexadecimal digits and a build's name fit into a header.
    HeaderValue::try_from(text).unwrap_or(HeaderValue::from_static("\"\""))
}

/// The tag by which the browser knows the file already, as it wrote it: what is sent
/// compressed has a weak one (RFC 9110, 8.8.3).
fn known(headers: &HeaderMap, tag: &HeaderValue) -> Option<HeaderValue> {
    let known = headers.get(IF_NONE_MATCH)?.to_str().ok()?;
    let tag = tag.to_str().ok()?;
    known
        .split(',')
        .map(str::trim)
        .find(|known| *known == "*" || known.trim_start_matches("W/") == tag)
        .map(|known| if known == "*" { tag } else { known })
        .and_then(|known| HeaderValue::try_from(known).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_in_the_folder() {
        for path in [
            "/..",
            "/../x",
            "/a/../../x",
            "/%2e%2e/x",
            "/a%2fb",
            "/a%5cb",
            "/.",
            "/%00",
            "/%ff",
        ] {
            assert_eq!(names(path), None, "{path}");
        }
        let found = names("//a/%E8%81%94/");
        assert_eq!(found, Some(vec!["a".to_owned(), "联".to_owned()]));
    }

    #[test]
    fn what_is_for_other_hosts_is_withheld() {
        assert_eq!(names("/_headers"), None);
        assert_eq!(names("/%5Fredirects"), None);
    }

    #[test]
    fn a_folder_is_never_on_another_host() {
        for (uri, expected) in [
            ("/members", "/members/"),
            ("/members?a=b", "/members/?a=b"),
            ("//members", "/members/"),
        ] {
            assert_eq!(with_slash(&Uri::from_static(uri)), expected, "{uri}");
        }
    }

    #[test]
    fn a_file_is_known_by_its_tag() {
        let tag = HeaderValue::from_static("\"1-2\"");
        for (written, expected) in [
            ("\"1-2\"", Some("\"1-2\"")),
            ("W/\"1-2\"", Some("W/\"1-2\"")),
            ("\"0-0\", W/\"1-2\"", Some("W/\"1-2\"")),
            ("*", Some("\"1-2\"")),
            ("\"1-3\"", None),
            ("", None),
        ] {
            let headers =
                HeaderMap::from_iter([(IF_NONE_MATCH, HeaderValue::from_static(written))]);
            let found = known(&headers, &tag);
            assert_eq!(
                found.as_ref().map(HeaderValue::as_bytes),
                expected.map(str::as_bytes)
            );
        }
    }
}
