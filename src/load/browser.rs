//! Loading in the browser, and prefetching of data before a click.

use super::fetch::{in_time, send};
use super::{Json, LoadError};
use crate::ids;
use crate::route::{BasePath, DataFile};
use crate::wire::FromJson;
use futures::future::{FutureExt, LocalBoxFuture, Shared};
use leptos::prelude::{expect_context, on_cleanup};
use send_wrapper::SendWrapper;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::future::Future;
use web_sys::{AbortController, AbortSignal, RequestCache};

/// Maximum number of prefetched answers; above it, the oldest is dropped.
const PREFETCHED: usize = 16;

type Answer = Shared<LocalBoxFuture<'static, Result<Json, LoadError>>>;

thread_local! {
    /// Addresses whose last answer was damaged. It may be in the browser's cache, so the next
    /// request bypasses the cache.
    static FAILED: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    static AHEAD: RefCell<VecDeque<(String, Answer)>> = const { RefCell::new(VecDeque::new()) };
}

/// Loads a JSON file of the portal.
///
/// The request is aborted when the page that started it is disposed.
///
/// # Errors
/// Returns a [`LoadError`]; every one of them can be retried.
pub fn load(file: DataFile) -> impl Future<Output = Result<Json, LoadError>> + Send {
    let url = expect_context::<BasePath>().data(&file);
    let abort = AbortController::new().ok().map(SendWrapper::new);
    if let Some(abort) = abort.clone() {
        on_cleanup(move || abort.abort());
    }
    SendWrapper::new(async move {
        if let Some(answer) = take_ahead(&url)
            && let Ok(json) = answer.await
        {
            return Ok(json);
        }
        let abort = abort.map(SendWrapper::take);
        let answer = match fetch(&url, abort).await {
            Ok(text) => Json::parse(text),
            Err(error) => Err(error),
        };
        note(&url, answer.is_err());
        answer
    })
}

/// Fetches a file before the click that requires it.
pub fn prefetch(base: &BasePath, file: &DataFile) {
    let url = base.data(file);
    AHEAD.with_borrow_mut(|ahead| {
        if ahead.iter().any(|(known, _)| *known == url) {
            return;
        }
        let answer = {
            let url = url.clone();
            async move {
                let abort = AbortController::new().ok();
                Json::parse(fetch(&url, abort).await?)
            }
        }
        .boxed_local()
        .shared();
        leptos::task::spawn_local(answer.clone().map(drop));
        if ahead.len() == PREFETCHED {
            ahead.pop_front();
        }
        ahead.push_back((url, answer));
    });
}

/// Reads a value that is embedded in the page, as JSON in the element with this id.
///
/// # Errors
/// Returns [`LoadError::NotFound`] if there is no such element, and [`LoadError::Damaged`] if
/// its text is not a valid `T`.
pub fn embedded<T: FromJson>(id: &str) -> Result<T, LoadError> {
    let element = leptos::prelude::document()
        .get_element_by_id(id)
        .ok_or(LoadError::NotFound)?;
    Json::parse(element.text_content().unwrap_or_default())?.read()
}

/// Returns the data of the page that is in the document; `None` if the document is that for
/// unknown addresses, or if the data are to be fetched.
#[must_use]
pub fn embedded_page() -> Option<Json> {
    let element = leptos::prelude::document().get_element_by_id(ids::DATA)?;
    // An error is reported when the data are fetched instead.
    Json::parse(element.text_content()?).ok()
}

fn take_ahead(url: &str) -> Option<Answer> {
    AHEAD.with_borrow_mut(|ahead| {
        let at = ahead.iter().position(|(known, _)| known == url)?;
        ahead.remove(at).map(|(_, answer)| answer)
    })
}

fn note(url: &str, failed: bool) {
    FAILED.with_borrow_mut(|known| {
        known.retain(|known| known != url);
        if failed {
            known.push(url.to_owned());
        }
    });
}

/// Fetches the text of a JSON file. The request is aborted after the time-out.
async fn fetch(url: &str, abort: Option<AbortController>) -> Result<String, LoadError> {
    let signal = abort.as_ref().map(AbortController::signal);
    let answer = in_time(text(url, signal)).await;
    if let (Err(LoadError::TimedOut), Some(abort)) = (&answer, abort) {
        abort.abort();
    }
    answer
}

async fn text(url: &str, signal: Option<AbortSignal>) -> Result<String, LoadError> {
    let has_failed = FAILED.with_borrow(|failed| failed.iter().any(|failed| failed == url));
    let cache = if has_failed {
        RequestCache::Reload
    } else {
        RequestCache::Default
    };
    let response = send(url, signal.as_ref(), cache).await?;
    let is_json = response
        .headers()
        .get("content-type")
        .is_some_and(|kind| kind.contains("json"));
    if !is_json {
        return Err(LoadError::NotJson);
    }
    response.text().await.map_err(|_| LoadError::Network)
}
