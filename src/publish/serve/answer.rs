//! Responses to requests with files of the portal, like those of a host.

use super::headers::headers_at;
use super::portal::{File, Portal};
use super::script::inject;
use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_MODIFIED_SINCE, IF_NONE_MATCH, IF_RANGE,
    IF_UNMODIFIED_SINCE, LAST_MODIFIED, LOCATION, RANGE, VARY,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse as _, Response};
use percent_encoding::percent_decode_str;
use std::hash::{DefaultHasher, Hash, Hasher as _};
use std::io;
use tower_http::services::ServeFile;

/// Value of `Cache-Control` for content that may have changed: browsers revalidate it each time.
pub(super) const CHANGING: HeaderValue = HeaderValue::from_static("no-cache");
/// Files for other hosts, which are not sent.
const WITHHELD: [&str; 2] = ["_headers", "_redirects"];
const INDEX: &str = "index.html";
const NOT_FOUND: &str = "404.html";

/// Returns the response to a request. Pages contain the name of the build.
pub(super) async fn answer(portal: &Portal, build: &str, request: Request) -> io::Result<Response> {
    let address = request.uri().path().to_owned();
    let path = portal_path(&address).filter(|path| !WITHHELD.contains(&path.as_str()));
    let path = path.unwrap_or_default();
    if let Some(file) = portal.file(&path).await? {
        let headers = headers_at(&portal.headers, &address);
        return send(file, &path, headers, build, request).await;
    }
    let index = format!("{path}/{INDEX}");
    if !address.ends_with('/') && portal.file(&index).await?.is_some() {
        let location = [(LOCATION, with_slash(request.uri()))];
        return Ok((StatusCode::MOVED_PERMANENTLY, location).into_response());
    }
    let Some(file) = portal.file(NOT_FOUND).await? else {
        return Ok(StatusCode::NOT_FOUND.into_response());
    };
    let headers = headers_at(&portal.headers, "/404.html");
    let mut response = send(file, NOT_FOUND, headers, build, Request::default()).await?;
    *response.status_mut() = StatusCode::NOT_FOUND;
    response.headers_mut().remove(ETAG);
    Ok(response)
}

/// Returns the path in the portal that an address refers to; `None` if it is not valid UTF-8.
fn portal_path(address: &str) -> Option<String> {
    let decoded = percent_decode_str(address).decode_utf8().ok()?;
    let index = decoded.ends_with('/').then_some(INDEX);
    let names = decoded.split('/').filter(|name| !name.is_empty());
    Some(names.chain(index).collect::<Vec<_>>().join("/"))
}

/// Returns the address of a folder. Several slashes at its beginning would refer to another host.
fn with_slash(uri: &Uri) -> String {
    let path = uri.path().trim_start_matches('/');
    match uri.query() {
        Some(query) => format!("/{path}/?{query}"),
        None => format!("/{path}/"),
    }
}

/// Returns the response that contains a file, with these headers; `304` if the browser has the
/// file.
async fn send(
    file: File,
    path: &str,
    mut headers: HeaderMap,
    build: &str,
    mut request: Request,
) -> io::Result<Response> {
    headers.entry(CACHE_CONTROL).or_insert(CHANGING);
    let (tag, file) = match file {
        File::OnDisk(file) => {
            let about = tokio::fs::metadata(&file).await?;
            (tag(&(about.modified()?, about.len())), File::OnDisk(file))
        }
        File::Made(bytes) => {
            let guessed = mime_guess::from_path(path).first_or_octet_stream();
            if let Ok(guessed) = HeaderValue::try_from(guessed.as_ref()) {
                headers.entry(CONTENT_TYPE).or_insert(guessed);
            }
            let bytes = match media_type(&headers) {
                "text/html" => inject(&bytes, build).into(),
                _ => bytes,
            };
            (tag(&bytes), File::Made(bytes))
        }
    };
    if let Some(known) = known(request.headers(), &tag) {
        headers.insert(ETAG, known);
        headers.remove(CONTENT_TYPE);
        headers.insert(VARY, HeaderValue::from(ACCEPT_ENCODING));
        return Ok((StatusCode::NOT_MODIFIED, headers).into_response());
    }
    let mut response = match file {
        File::Made(bytes) => Response::new(Body::from(bytes)),
        File::OnDisk(file) => {
            let asked = request.headers_mut();
            if asked.get(IF_RANGE).is_some_and(|of| *of != tag) {
                asked.remove(RANGE);
            }
            // The resolution of one second is too coarse, because two changes may fall into one
            // second.
            asked.remove(IF_MODIFIED_SINCE);
            asked.remove(IF_UNMODIFIED_SINCE);
            ServeFile::new(file).try_call(request).await?.map(Body::new)
        }
    };
    let own = response.headers_mut();
    own.remove(LAST_MODIFIED);
    own.insert(ETAG, tag);
    own.extend(headers);
    with_charset(own);
    Ok(response)
}

/// Returns `true` if the media type is one of text, which is compressed and encoded in UTF-8.
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

/// Returns the media type without its parameters; empty if there is none.
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
    // A header value is still valid with a parameter appended.
    let named = HeaderValue::try_from(format!("{}; charset=utf-8", media_type(headers)));
    if let Ok(named) = named {
        headers.insert(CONTENT_TYPE, named);
    }
}

/// Returns the entity tag for contents, or for the modification time and length of a file on disk.
fn tag(of: &impl Hash) -> HeaderValue {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    let tag = format!("\"{:016x}\"", hasher.finish());
    // Hexadecimal digits are valid in a header.
    HeaderValue::try_from(tag).unwrap_or(HeaderValue::from_static("\"\""))
}

/// Returns the entity tag by which the browser already has the file, as the browser wrote it: that
/// of a compressed response is weak (RFC 9110, 8.8.3).
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
    fn an_address_names_a_file() {
        for (address, expected) in [
            ("/", Some("index.html")),
            ("/members", Some("members")),
            ("//a/%E8%81%94/", Some("a/联/index.html")),
            ("/%ff", None),
        ] {
            assert_eq!(portal_path(address).as_deref(), expected, "{address}");
        }
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
