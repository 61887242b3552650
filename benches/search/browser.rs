//! Queries in Chromium: time that the search worker takes for them.

use axum::Router;
use axum::extract::State;
use axum::response::Html;
use axum::routing::{get, post};
use serde::Deserialize;
use std::io;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use tokio::net::TcpListener;
use tokio::sync::mpsc::{Sender, channel};
use tower_http::services::ServeDir;

/// Page that asks the queries and sends the results.
const PAGE: &str = include_str!("browser.html");

/// Result of a query.
#[derive(Debug, Deserialize)]
pub(crate) struct Asked {
    /// Number of documents that were found.
    pub(crate) total: usize,
    /// Time from the question to the complete answer, in milliseconds.
    pub(crate) milliseconds: f64,
}

/// Asks the search worker of a portal each query twice, and measures the second time: then all
/// files are in memory, and only the computation and the messages remain.
pub(crate) fn ask(portal: &Path, queries: &[String]) -> io::Result<Vec<Asked>> {
    let queries = serde_json::to_string(queries)?;
    tokio::runtime::Runtime::new()?.block_on(async {
        let (send, mut receive) = channel(1);
        let host = Router::new()
            .route("/ask.html", get(|| async { Html(PAGE) }))
            .route("/queries.json", get(|| async { queries }))
            .route("/result", post(take))
            .fallback_service(ServeDir::new(portal))
            .with_state(send);
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = format!("http://{}/ask.html", listener.local_addr()?);
        let served = tokio::spawn(async { axum::serve(listener, host).await });
        let _browser = Browser::start(&address)?;
        let result = receive.recv().await.unwrap_or_default();
        served.abort();
        Ok(serde_json::from_str(&result)?)
    })
}

async fn take(State(send): State<Sender<String>>, result: String) {
    // The receiver is dropped when the measurement has been cancelled.
    _ = send.send(result).await;
}

/// A browser with its own profile. It is terminated when it is dropped.
struct Browser {
    process: Child,
    _profile: tempfile::TempDir,
}

impl Browser {
    fn start(address: &str) -> io::Result<Self> {
        let profile = tempfile::tempdir()?;
        let process = Command::new("chromium")
            .args(["--headless=new", "--no-sandbox", "--disable-gpu"])
            .args(["--disable-dev-shm-usage", "--no-first-run"])
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .arg(address)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        Ok(Self {
            process,
            _profile: profile,
        })
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Both fail only if the process has already ended.
        _ = self.process.kill();
        _ = self.process.wait();
    }
}
