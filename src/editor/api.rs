//! Requests to the server of the editor.

use crate::wire::edit::{EDIT_HEADER, EDIT_PATH, Refusal, Uploaded};
use gloo_net::http::{Method, Request, RequestBuilder, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast as _, JsValue};

/// Method of requests that make or start something.
pub(super) const POST: Method = Method::POST;
/// Method of requests that write something at its place.
pub(super) const PUT: Method = Method::PUT;

/// Reason for which a request brought nothing.
#[derive(Debug, Clone)]
pub(super) enum Trouble {
    /// The server refused it and told why.
    Refused(Box<Refusal>),
    /// The server was not reached, or its answer was not understood.
    Network,
}

impl Trouble {
    /// Returns the sentence that is shown.
    pub(super) fn message(&self) -> String {
        match self {
            Self::Refused(refusal) => refusal.title.clone(),
            Self::Network => super::words::NO_CONNECTION.to_owned(),
        }
    }

    /// Returns `true` if what was asked for does not exist.
    pub(super) fn is_missing(&self) -> bool {
        matches!(self, Self::Refused(refusal) if refusal.status == 404)
    }
}

/// Returns the address of an interface below `api/`.
pub(super) fn address(path: &str) -> String {
    format!("{EDIT_PATH}api/{path}")
}

/// Encodes a text for a query or a segment of a path.
pub(super) fn encode(text: &str) -> String {
    String::from(js_sys::encode_uri_component(text))
}

/// Encodes a path whose slashes stay.
pub(super) fn encode_path(path: &str) -> String {
    path.split('/').map(encode).collect::<Vec<_>>().join("/")
}

/// Reads a value.
pub(super) async fn get<T: DeserializeOwned>(path: &str) -> Result<T, Trouble> {
    let response = Request::get(&address(path)).send().await;
    read(response).await
}

/// Sends a value and reads the answer.
pub(super) async fn send<B: Serialize, T: DeserializeOwned>(
    method: Method,
    path: &str,
    state: Option<&str>,
    body: &B,
) -> Result<T, Trouble> {
    let request = writing(method, path, state)
        .json(body)
        .map_err(|_| Trouble::Network)?;
    read(request.send().await).await
}

/// Asks for something without sending a value, and reads the answer.
pub(super) async fn post<T: DeserializeOwned>(path: &str) -> Result<T, Trouble> {
    let request = writing(Method::POST, path, None).header("content-type", "application/json");
    let request = request.body("{}").map_err(|_| Trouble::Network)?;
    read(request.send().await).await
}

/// Deletes something.
pub(super) async fn delete(path: &str, state: Option<&str>) -> Result<(), Trouble> {
    let request = writing(Method::DELETE, path, state).header("content-type", "application/json");
    done(request.send().await).await
}

/// Sends a value of which the answer has no content that matters.
pub(super) async fn put<B: Serialize>(path: &str, body: &B) -> Result<(), Trouble> {
    let request = writing(Method::PUT, path, None)
        .json(body)
        .map_err(|_| Trouble::Network)?;
    done(request.send().await).await
}

/// Sends a value while the page goes away, without waiting for an answer.
pub(super) fn put_at_last<B: Serialize>(path: &str, body: &B) {
    let Ok(text) = serde_json::to_string(body) else {
        return;
    };
    let init = web_sys::RequestInit::new();
    init.set_method("PUT");
    init.set_body(&JsValue::from_str(&text));
    // Bodies above 64 KiB are refused by browsers when they are to outlive the page.
    let outlives = text.len() < 60_000;
    let _ = js_sys::Reflect::set(&init, &"keepalive".into(), &outlives.into());
    let Ok(headers) = web_sys::Headers::new() else {
        return;
    };
    let _ = headers.set(EDIT_HEADER, "1");
    let _ = headers.set("content-type", "application/json");
    init.set_headers(&headers);
    let answer = leptos::prelude::window().fetch_with_str_and_init(&address(path), &init);
    leptos::task::spawn_local(async move {
        // Nobody is left who could be told about a failure.
        let _ = wasm_bindgen_futures::JsFuture::from(answer).await;
    });
}

/// Takes a file into the media folder.
pub(super) async fn upload(file: &web_sys::File) -> Result<Uploaded, Trouble> {
    let media_type = match file.type_() {
        unknown if unknown.is_empty() => "application/octet-stream".to_owned(),
        known => known,
    };
    let path = format!("media?name={}", encode(&file.name()));
    let request = writing(Method::POST, &path, None)
        .header("content-type", &media_type)
        .body(file.unchecked_ref::<JsValue>().clone())
        .map_err(|_| Trouble::Network)?;
    read(request.send().await).await
}

fn writing(method: Method, path: &str, state: Option<&str>) -> RequestBuilder {
    let request = RequestBuilder::new(&address(path))
        .method(method)
        .header(EDIT_HEADER, "1");
    match state {
        Some(state) => request.header("if-match", state),
        None => request,
    }
}

async fn read<T: DeserializeOwned>(
    response: Result<Response, gloo_net::Error>,
) -> Result<T, Trouble> {
    let response = check(response).await?;
    response.json().await.map_err(|_| Trouble::Network)
}

async fn done(response: Result<Response, gloo_net::Error>) -> Result<(), Trouble> {
    check(response).await.map(drop)
}

async fn check(response: Result<Response, gloo_net::Error>) -> Result<Response, Trouble> {
    let response = response.map_err(|_| Trouble::Network)?;
    if response.ok() {
        return Ok(response);
    }
    match response.json().await {
        Ok(refusal) => Err(Trouble::Refused(Box::new(refusal))),
        Err(_) => Err(Trouble::Network),
    }
}
