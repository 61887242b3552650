//! Requests: gloo-net with a time-out. Browser only, in a page or in a worker.

use super::LoadError;
#[cfg(feature = "engine")]
use crate::route::{BasePath, DataFile};
use futures::future::{Either, select};
use gloo_net::http::{Request, Response};
use gloo_timers::future::TimeoutFuture;
use std::future::Future;
use std::pin::pin;
use web_sys::{AbortSignal, RequestCache};

/// Time-out of a request in milliseconds.
///
/// It is long enough for a slow connection (the data of a page is about 10 KB), and short
/// enough that the page does not appear to have stopped.
const TIME_OUT: u32 = 10_000;

/// Fetches a file of the search index. The flag is `true` if the file comes from the browser's
/// cache because there is no connection. With `afresh`, the cache is bypassed.
///
/// # Errors
/// Returns a [`LoadError`]; every one of them can be retried.
#[cfg(feature = "engine")]
pub async fn bytes(
    base: &BasePath,
    file: &DataFile,
    signal: &AbortSignal,
    afresh: bool,
) -> Result<(Vec<u8>, bool), LoadError> {
    let url = base.data(file);
    let get = async |cache| {
        let response = send(&url, Some(signal), cache).await?;
        response.binary().await.map_err(|_| LoadError::Network)
    };
    let cache = if afresh {
        RequestCache::Reload
    } else {
        RequestCache::Default
    };
    let (answer, is_kept) = match in_time(get(cache)).await {
        Err(LoadError::Network) if !signal.aborted() => {
            (in_time(get(RequestCache::ForceCache)).await, true)
        }
        answer => (answer, false),
    };
    Ok((answer?, is_kept))
}

/// Waits for an answer until the time-out.
pub(super) async fn in_time<T>(
    answer: impl Future<Output = Result<T, LoadError>>,
) -> Result<T, LoadError> {
    match select(pin!(answer), TimeoutFuture::new(TIME_OUT)).await {
        Either::Left((answer, _)) => answer,
        Either::Right(_) => Err(LoadError::TimedOut),
    }
}

/// Sends a request, and turns every status but success into an error.
pub(super) async fn send(
    url: &str,
    signal: Option<&AbortSignal>,
    cache: RequestCache,
) -> Result<Response, LoadError> {
    let response = Request::get(url)
        .abort_signal(signal)
        .cache(cache)
        .send()
        .await
        .map_err(|_| LoadError::Network)?;
    match response.status() {
        404 => Err(LoadError::NotFound),
        status if !response.ok() => Err(LoadError::Status(status)),
        _ => Ok(response),
    }
}
