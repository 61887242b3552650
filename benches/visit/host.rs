//! A host as a good content delivery network is one: compressed files, types, caching.
//!
//! Every text is compressed with Brotli at the highest level when it is first requested, whoever
//! has built the site, so that the level makes no difference. The first round of visits, which is
//! not measured, is the one that waits for it.

use crate::sites::Site;
use axum::Router;
use axum::body::Bytes;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use brotli::enc::BrotliEncoderParams;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::net::TcpListener;

/// Folder of files with a hash in their names, of the portal and of VitePress.
const HASHED: &str = "/assets/";
/// Folder of the search index of the portal, whose files have a hash in their names too.
const HASHED_INDEX: &str = "/data/search/files/";

/// A file as it is sent.
#[derive(Debug, Clone)]
struct File {
    bytes: Bytes,
    media_type: HeaderValue,
    is_compressed: bool,
    tag: HeaderValue,
}

#[derive(Debug)]
struct Folder {
    root: PathBuf,
    files: Mutex<HashMap<PathBuf, File>>,
}

/// A site that is served.
#[derive(Debug)]
pub(crate) struct Host<'a> {
    pub(crate) site: &'a Site,
    /// Beginning of its addresses.
    pub(crate) origin: String,
}

/// Serves a site on a free port.
pub(crate) async fn serve(site: &Site) -> Host<'_> {
    let folder = Arc::new(Folder {
        root: site.root.clone(),
        files: Mutex::default(),
    });
    let listener = TcpListener::bind("127.0.0.1:0")
        .await
        .expect("the system gives a port");
    let address = listener.local_addr().expect("the port has an address");
    let host = Router::new().fallback(answer).with_state(folder);
    tokio::spawn(async { axum::serve(listener, host).await });
    Host {
        site,
        origin: format!("http://{address}"),
    }
}

async fn answer(State(folder): State<Arc<Folder>>, request: Request) -> Response {
    let path = request.uri().path();
    let Some(file) = find(&folder.root, path).and_then(|file| folder.read(file)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let is_hashed = path.starts_with(HASHED) || path.starts_with(HASHED_INDEX);
    let caching = if is_hashed {
        "public, max-age=31536000, immutable"
    } else {
        "public, max-age=0, must-revalidate"
    };
    let is_known = request.headers().get(header::IF_NONE_MATCH) == Some(&file.tag);
    let mut response = if is_known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        file.bytes.into_response()
    };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    headers.insert(header::ETAG, file.tag);
    headers.insert(header::CONTENT_TYPE, file.media_type);
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if file.is_compressed && !is_known {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    response
}

/// Returns the file of an address: the file itself, a page without its extension, or the page of
/// a folder.
pub(crate) fn find(root: &Path, address: &str) -> Option<PathBuf> {
    let path = address.trim_matches('/');
    if path.split('/').any(|segment| segment == "..") {
        return None;
    }
    [
        path.to_owned(),
        format!("{path}.html"),
        format!("{path}/index.html"),
    ]
    .iter()
    .map(|path| root.join(path.trim_start_matches('/')))
    .find(|file| file.is_file())
}

impl Folder {
    fn read(&self, path: PathBuf) -> Option<File> {
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(file) = files.get(&path) {
            return Some(file.clone());
        }
        let bytes = std::fs::read(&path).ok()?;
        let mut hasher = DefaultHasher::new();
        bytes.hash(&mut hasher);
        let tag = format!("\"{:x}\"", hasher.finish());
        let guess = mime_guess::from_path(&path).first_or_octet_stream();
        // Pictures and fonts are compressed already.
        let is_text = guess.subtype() == "svg"
            || !matches!(guess.type_().as_str(), "font" | "image" | "video");
        let smaller = is_text
            .then(|| compressed(&bytes))
            .filter(|smaller| smaller.len() < bytes.len());
        let file = File {
            is_compressed: smaller.is_some(),
            bytes: smaller.unwrap_or(bytes).into(),
            media_type: HeaderValue::from_str(guess.as_ref()).ok()?,
            tag: HeaderValue::from_str(&tag).ok()?,
        };
        files.insert(path, file.clone());
        Some(file)
    }
}

/// Compresses with Brotli at the highest level.
pub(crate) fn compressed(bytes: &[u8]) -> Vec<u8> {
    let parameters = BrotliEncoderParams {
        quality: 11,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut output = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut output, &parameters).expect("memory is enough");
    output
}
