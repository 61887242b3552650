//! Static host on this machine that records its requests and fails on demand.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};
use futures::channel::oneshot;
use std::collections::BTreeMap;
use std::io;
use std::net::Ipv4Addr;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tower_http::services::{ServeDir, ServeFile};
use tower_http::set_status::SetStatus;

/// Time-out of waiting for a request.
const PATIENCE: Duration = Duration::from_secs(8);

/// Interval of checking for a request.
const GLANCE: Duration = Duration::from_millis(15);

/// Endings of the files that a slow host delays.
const LATE: [&str; 6] = [".css", ".svg", ".png", ".jpg", ".jpeg", ".webp"];

/// Delay, which is long enough for several paints without the file.
const LATENESS: Duration = Duration::from_millis(120);

/// Failure of the host for a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The file does not exist (404).
    Missing,
    /// The host has an internal error (500).
    ServerError,
    /// The response is only the first half of the file.
    Truncated,
    /// The connection is closed in the middle.
    CutOff,
    /// The response is an HTML page, as of hosts with a catch-all page.
    Html,
    /// The host never responds.
    Silent,
}

/// A request that the host has received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Received {
    /// Requested path.
    pub(crate) path: String,
    /// `true` if the browser requested the file as a document.
    pub(crate) document: bool,
}

/// A host that serves a folder until it is dropped with its runtime.
#[derive(Debug)]
pub(crate) struct Server {
    origin: String,
    /// Dropped to stop the host.
    stays: Mutex<Option<oneshot::Sender<()>>>,
    state: Arc<Mutex<Memory>>,
}

#[derive(Debug, Default)]
struct Memory {
    received: Vec<Received>,
    faults: BTreeMap<String, Fault>,
    dawdles: bool,
}

impl Server {
    /// Serves `root`; other paths are answered with the portal's `404.html`.
    pub(crate) async fn start(root: &Path, portal: &Path) -> io::Result<Self> {
        let state = Arc::new(Mutex::new(Memory::default()));
        let not_found = ServeFile::new(portal.join("404.html"));
        let files = ServeDir::new(root).fallback(SetStatus::new(not_found, StatusCode::NOT_FOUND));
        let router = Router::new()
            .fallback_service(files)
            .layer(from_fn_with_state(Arc::clone(&state), answer));
        let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let origin = format!("http://{}", listener.local_addr()?);
        let (stays, gone) = oneshot::channel::<()>();
        let gone = async move { _ = gone.await };
        tokio::spawn(async move {
            axum::serve(listener, router)
                .with_graceful_shutdown(gone)
                .await
        });
        let stays = Mutex::new(Some(stays));
        Ok(Self {
            origin,
            stays,
            state,
        })
    }

    /// Returns scheme, host and port.
    pub(crate) fn origin(&self) -> &str {
        &self.origin
    }

    /// Makes the host fail at this path.
    pub(crate) fn fail(&self, path: &str, fault: Fault) {
        lock(&self.state).faults.insert(path.to_owned(), fault);
    }

    /// Delays style sheets and pictures after the page that uses them.
    pub(crate) fn dawdle(&self) {
        lock(&self.state).dawdles = true;
    }

    /// Ends all failures.
    pub(crate) fn mend(&self) {
        lock(&self.state).faults.clear();
    }

    /// Stops the host.
    pub(crate) fn leave(&self) {
        self.stays
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
    }

    /// Clears the recorded requests.
    pub(crate) fn forget(&self) {
        lock(&self.state).received.clear();
    }

    /// Returns the paths of the requested documents.
    pub(crate) fn documents(&self) -> Vec<String> {
        self.received(|received| received.document)
    }

    /// Returns the paths of the requested data files.
    pub(crate) fn data(&self) -> Vec<String> {
        self.received(|received| received.path.contains("/data/"))
    }

    /// Returns the number of requests for a path.
    pub(crate) fn count(&self, path: &str) -> usize {
        self.received(|received| received.path == path).len()
    }

    /// Waits until a path was requested this many times.
    pub(crate) async fn until_asked(&self, path: &str, times: usize) {
        let deadline = Instant::now() + PATIENCE;
        while self.count(path) < times {
            assert!(
                Instant::now() < deadline,
                "{path} was asked for {} times, not {times}",
                self.count(path)
            );
            tokio::time::sleep(GLANCE).await;
        }
    }

    fn received(&self, wanted: impl Fn(&Received) -> bool) -> Vec<String> {
        lock(&self.state)
            .received
            .iter()
            .filter(|received| wanted(received))
            .map(|received| received.path.clone())
            .collect()
    }
}

async fn answer(
    State(state): State<Arc<Mutex<Memory>>>,
    mut request: Request,
    next: Next,
) -> Response {
    let path = request.uri().path().to_owned();
    // Browsers send the destination of a request (Fetch Metadata Request Headers).
    let document = request
        .headers()
        .get("sec-fetch-dest")
        .is_some_and(|wanted| wanted == "document");
    let (fault, dawdles) = {
        let mut memory = lock(&state);
        memory.received.push(Received {
            path: path.clone(),
            document,
        });
        (memory.faults.get(&path).copied(), memory.dawdles)
    };
    if dawdles && LATE.iter().any(|ending| path.ends_with(ending)) {
        tokio::time::sleep(LATENESS).await;
    }
    // A failure needs a response with a body, and not 304 Not Modified.
    if fault.is_some() {
        for name in [header::IF_NONE_MATCH, header::IF_MODIFIED_SINCE] {
            request.headers_mut().remove(name);
        }
    }
    let mut response = match fault {
        None if dawdles && document => in_pieces(next.run(request).await).await,
        None => next.run(request).await,
        Some(fault) => fail(fault, next.run(request).await).await,
    };
    // Without this header the browser would use its cache for some requests, which then would
    // not be counted.
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}

async fn fail(fault: Fault, whole: Response) -> Response {
    const PAGE: [(header::HeaderName, &str); 1] = [(header::CONTENT_TYPE, "text/html")];
    match fault {
        Fault::Missing => (StatusCode::NOT_FOUND, PAGE, "<p>not found</p>").into_response(),
        Fault::ServerError => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        Fault::Html => (PAGE, "<p>welcome</p>").into_response(),
        Fault::Silent => std::future::pending().await,
        Fault::Truncated => {
            let (mut head, body) = halve(whole).await;
            head.headers.remove(header::CONTENT_LENGTH);
            Response::from_parts(head, Body::from(body))
        }
        Fault::CutOff => {
            let (head, body) = halve(whole).await;
            let broken = io::Error::from(io::ErrorKind::ConnectionReset);
            let pieces = futures::stream::iter([Ok(body), Err(broken)]);
            Response::from_parts(head, Body::from_stream(pieces))
        }
    }
}

/// Sends the footer of a page separately, as on a slow connection.
async fn in_pieces(whole: Response) -> Response {
    let (mut head, body) = whole.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let place = |part: &[u8]| bytes.windows(part.len()).rposition(|window| window == part);
    let (Some(start), Some(end)) = (place(b"<footer"), place(b"</footer>")) else {
        return Response::from_parts(head, Body::from(bytes));
    };
    let middle = start.midpoint(end);
    head.headers.remove(header::CONTENT_LENGTH);
    let (first, second) = (bytes.slice(..middle), bytes.slice(middle..));
    let later = futures::stream::once(async {
        tokio::time::sleep(LATENESS).await;
        Ok::<_, io::Error>(second)
    });
    let pieces = futures::StreamExt::chain(futures::stream::iter([Ok(first)]), later);
    Response::from_parts(head, Body::from_stream(pieces))
}

async fn halve(whole: Response) -> (axum::http::response::Parts, axum::body::Bytes) {
    let (head, body) = whole.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let half = bytes.slice(..bytes.len() / 2);
    (head, half)
}

fn lock(state: &Mutex<Memory>) -> MutexGuard<'_, Memory> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}
