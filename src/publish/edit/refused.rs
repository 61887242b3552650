//! Reasons for which a request is not carried out, and answers to those that are.

use super::words;
use crate::wire::edit::{Item, ItemProblem, Refusal};
use axum::body::{Body, Bytes};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use std::io;
use thiserror::Error;

/// A request that is not carried out.
#[derive(Debug, Error)]
#[error("{title}")]
pub(super) struct Refused {
    pub(super) status: StatusCode,
    pub(super) code: &'static str,
    pub(super) title: String,
    pub(super) problems: Vec<ItemProblem>,
    pub(super) theirs: Option<Box<Item>>,
}

/// Result of a request.
pub(super) type Outcome<T> = Result<T, Refused>;

impl Refused {
    pub(super) fn new(status: StatusCode, code: &'static str, title: impl Into<String>) -> Self {
        Self {
            status,
            code,
            title: title.into(),
            problems: Vec::new(),
            theirs: None,
        }
    }

    pub(super) fn not_found(title: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, "not-found", title)
    }

    pub(super) fn bad(title: &str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "bad-request", title)
    }

    /// Refuses a value that is read but cannot be accepted.
    pub(super) fn unfit(code: &'static str, title: &str) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, code, title)
    }

    pub(super) fn conflict(code: &'static str, title: impl Into<String>) -> Self {
        Self::new(StatusCode::CONFLICT, code, title)
    }

    pub(super) fn with_problems(self, problems: Vec<ItemProblem>) -> Self {
        Self { problems, ..self }
    }
}

impl From<io::Error> for Refused {
    fn from(error: io::Error) -> Self {
        let status = match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                StatusCode::INSUFFICIENT_STORAGE
            }
            _ => StatusCode::INTERNAL_SERVER_ERROR,
        };
        Self::new(status, "disk", words::disk(&error))
    }
}

impl From<serde_json::Error> for Refused {
    fn from(_: serde_json::Error) -> Self {
        Self::bad(words::BAD_REQUEST)
    }
}

const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let refusal = Refusal {
            code: self.code.to_owned(),
            title: self.title,
            status: self.status.as_u16(),
            problems: self.problems,
            theirs: self.theirs,
        };
        // Strings and numbers can always be serialised.
        let body = serde_json::to_string(&refusal).unwrap_or_default();
        let headers = [
            (
                CONTENT_TYPE,
                HeaderValue::from_static("application/problem+json"),
            ),
            (CACHE_CONTROL, NO_STORE),
        ];
        (self.status, headers, body).into_response()
    }
}

/// An answer.
#[derive(Debug)]
pub(super) struct Reply(Response);

impl Reply {
    /// Answers with a value.
    pub(super) fn json(value: &impl Serialize) -> Outcome<Self> {
        Self::with_status(StatusCode::OK, value)
    }

    pub(super) fn with_status(status: StatusCode, value: &impl Serialize) -> Outcome<Self> {
        let body = serde_json::to_string(value).map_err(|error| {
            Refused::new(
                StatusCode::INTERNAL_SERVER_ERROR,
                "failed",
                format!("{}（{error}）", words::FAILED),
            )
        })?;
        let headers = [
            (CONTENT_TYPE, HeaderValue::from_static("application/json")),
            (CACHE_CONTROL, NO_STORE),
        ];
        Ok(Self((status, headers, body).into_response()))
    }

    /// Adds the state of a file.
    pub(super) fn tagged(mut self, tag: &str) -> Self {
        if let Ok(tag) = HeaderValue::try_from(tag) {
            self.0.headers_mut().insert(ETAG, tag);
        }
        self
    }

    pub(super) fn empty() -> Self {
        Self((StatusCode::NO_CONTENT, [(CACHE_CONTROL, NO_STORE)]).into_response())
    }

    /// Answers with bytes of a media type.
    pub(super) fn bytes(media_type: &str, bytes: impl Into<Bytes>) -> Self {
        let mut response = Response::new(Body::from(bytes.into()));
        let headers = response.headers_mut();
        if let Ok(media_type) = HeaderValue::try_from(media_type) {
            headers.insert(CONTENT_TYPE, media_type);
        }
        headers.insert(CACHE_CONTROL, NO_STORE);
        Self(response)
    }

    /// Adds a header.
    pub(super) fn with(mut self, name: &'static str, value: &str) -> Self {
        if let Ok(value) = HeaderValue::try_from(value) {
            self.0.headers_mut().insert(name, value);
        }
        self
    }
}

impl IntoResponse for Reply {
    fn into_response(self) -> Response {
        self.0
    }
}
