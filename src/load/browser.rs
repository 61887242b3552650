//! Loading in the browser: gloo-net with a time-out, and data fetched ahead of a click.

use super::{Json, LoadError};
use crate::route::{BasePath, DataFile};
use crate::wire::FromJson;
use futures::future::{FutureExt, LocalBoxFuture, Shared};
use gloo_net::http::Request;
use gloo_timers::callback::Timeout;
use leptos::prelude::{expect_context, on_cleanup};
use send_wrapper::SendWrapper;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::Future;
use std::rc::Rc;
use web_sys::{AbortController, RequestCache};

/// How long a visitor waits before being told, in milliseconds.
///
/// Long enough for a slow line (a page's data is some 10 KB), short enough that nobody
/// believes the page dead.
const TIME_OUT: u32 = 10_000;

/// How many answers fetched ahead are kept; the oldest gives way.
const PREFETCHED: usize = 16;

type Answer = Shared<LocalBoxFuture<'static, Result<Json, LoadError>>>;

thread_local! {
    /// Addresses whose last answer was no good. It may lie in the browser's cache, so the
    /// next request passes the cache by.
    static FAILED: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    static AHEAD: RefCell<VecDeque<(String, Answer)>> = const { RefCell::new(VecDeque::new()) };
}

/// A JSON file of the portal.
///
/// Leaving the page that asked aborts the request.
///
/// # Errors
/// See [`LoadError`]; each of them can be tried again.
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

/// A file of the search index, which need not be JSON.
///
/// `afresh` passes the browser's cache by.
///
/// # Errors
/// See [`LoadError`]; each of them can be tried again.
pub async fn bytes(
    base: &BasePath,
    file: &DataFile,
    abort: &AbortController,
    afresh: bool,
) -> Result<Vec<u8>, LoadError> {
    let url = base.data(file);
    if afresh {
        note(&url, true);
    }
    let answer = fetch_bytes(&url, Some(abort.clone()), false).await;
    // A request that was overtaken fails like a broken connection; it left nothing behind.
    let is_bad = !matches!(answer, Ok(_) | Err(LoadError::Network));
    note(&url, is_bad);
    answer
}

/// Fetches a file ahead of the click that will ask for it.
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

/// A value that travels inside the page, as JSON in the element with this id.
///
/// # Errors
/// [`LoadError::NotFound`] without such an element, [`LoadError::Damaged`] when its text
/// does not hold a `T`.
pub fn embedded<T: FromJson>(id: &str) -> Result<T, LoadError> {
    let element = leptos::prelude::document()
        .get_element_by_id(id)
        .ok_or(LoadError::NotFound)?;
    Json::parse(element.text_content().unwrap_or_default())?.read()
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

/// A JSON file's text.
async fn fetch(url: &str, abort: Option<AbortController>) -> Result<String, LoadError> {
    let bytes = fetch_bytes(url, abort, true).await?;
    String::from_utf8(bytes).map_err(|error| LoadError::Damaged(error.to_string()))
}

async fn fetch_bytes(
    url: &str,
    abort: Option<AbortController>,
    wants_json: bool,
) -> Result<Vec<u8>, LoadError> {
    let timed_out = Rc::new(Cell::new(false));
    let timer = abort.clone().map(|abort| {
        let timed_out = Rc::clone(&timed_out);
        Timeout::new(TIME_OUT, move || {
            timed_out.set(true);
            abort.abort();
        })
    });
    let failed = |_| {
        if timed_out.get() {
            LoadError::TimedOut
        } else {
            LoadError::Network
        }
    };
    let signal = abort.as_ref().map(AbortController::signal);
    let cache = if FAILED.with_borrow(|failed| failed.iter().any(|failed| failed == url)) {
        RequestCache::Reload
    } else {
        RequestCache::Default
    };
    let response = Request::get(url)
        .abort_signal(signal.as_ref())
        .cache(cache)
        .send()
        .await
        .map_err(failed)?;
    if response.status() == 404 {
        return Err(LoadError::NotFound);
    }
    if !response.ok() {
        return Err(LoadError::Status(response.status()));
    }
    let is_json = response
        .headers()
        .get("content-type")
        .is_some_and(|kind| kind.contains("json"));
    if wants_json && !is_json {
        return Err(LoadError::NotJson);
    }
    let bytes = response.binary().await.map_err(failed)?;
    drop(timer);
    Ok(bytes)
}
