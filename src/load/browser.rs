//! Loading in the browser, before a click or after it.

use super::fetch::{in_time, send};
use super::kept::Kept;
use super::{Json, LoadError};
use crate::ids;
use crate::route::{BasePath, DataFile};
use crate::wire::FromJson;
use futures::future::{FutureExt, LocalBoxFuture, Shared};
use std::cell::RefCell;
use std::future::Future;
use web_sys::{AbortController, AbortSignal, RequestCache};

/// Loading of the code of a page.
pub type Preload = LocalBoxFuture<'static, Result<(), LoadError>>;

/// Answer of a request, which may be on its way.
type Answer = Shared<LocalBoxFuture<'static, Result<Json, LoadError>>>;

thread_local! {
    /// Addresses whose last answer was damaged. It may be in the browser's cache, so the next
    /// request bypasses the cache.
    static FAILED: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    /// Answers that are here or on their way. An error is dropped as soon as it is known.
    static KEPT: RefCell<Kept<Answer>> = const { RefCell::new(Kept::new()) };
}

/// Loads a JSON file of the portal. The answer is there at once if it has been kept.
///
/// # Errors
/// Returns a [`LoadError`]; every one of them can be retried.
pub fn load(
    base: &BasePath,
    file: &DataFile,
) -> impl Future<Output = Result<Json, LoadError>> + use<> {
    answer(&base.data(file))
}

/// Fetches a file before it is loaded. Returns `None` if it is there already.
pub fn prefetch(base: &BasePath, file: &DataFile) -> Option<impl Future<Output = ()> + use<>> {
    let answer = answer(&base.data(file));
    answer.peek().is_none().then(|| answer.map(drop))
}

/// Forgets the kept answer of a file, so that it is fetched again.
pub fn forget(base: &BasePath, file: &DataFile) {
    let url = base.data(file);
    KEPT.with_borrow_mut(|kept| kept.remove(&url));
}

/// Reads a value that is embedded in the page, as JSON in the element with this id.
///
/// # Errors
/// Returns [`LoadError::NotFound`] if there is no such element, and [`LoadError::Damaged`] if
/// its text is not a valid `T`.
pub fn embedded<T: FromJson>(id: &str) -> Result<T, LoadError> {
    json_in(id)?.read()
}

/// Returns the data of the page that is in the document; `None` if the document is that for
/// unknown addresses, or if the data are to be fetched.
#[must_use]
pub fn embedded_page() -> Option<Json> {
    // An error is reported when the data are fetched instead.
    json_in(ids::DATA).ok()
}

fn json_in(id: &str) -> Result<Json, LoadError> {
    let element = leptos::prelude::document()
        .get_element_by_id(id)
        .ok_or(LoadError::NotFound)?;
    Json::parse(element.text_content().unwrap_or_default())
}

/// Returns the kept answer, or that of a new request.
fn answer(url: &str) -> Answer {
    let now = js_sys::Date::now();
    if let Some(answer) = KEPT.with_borrow_mut(|kept| kept.get(url, now)) {
        return answer;
    }
    let answer = request(url.to_owned()).boxed_local().shared();
    KEPT.with_borrow_mut(|kept| kept.put(url, answer.clone(), now));
    // It goes on when nobody waits for it any more, and is kept.
    leptos::task::spawn_local(answer.clone().map(drop));
    answer
}

async fn request(url: String) -> Result<Json, LoadError> {
    let answer = fetch(&url).await.and_then(Json::parse);
    note(&url, answer.is_err());
    KEPT.with_borrow_mut(|kept| match &answer {
        Ok(json) => kept.weigh(&url, json.len()),
        Err(_) => kept.remove(&url),
    });
    answer
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
async fn fetch(url: &str) -> Result<String, LoadError> {
    let abort = AbortController::new().ok();
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
