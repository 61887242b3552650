//! Queries in Chromium: how long the engine takes for them, in its worker.

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

/// The page that asks, and sends what it has found.
const PAGE: &str = include_str!("browser.html");

/// What a query came to.
#[derive(Debug, Deserialize)]
pub(crate) struct Asked {
    /// How many documents were found.
    pub(crate) total: usize,
    /// From the question to the whole answer, in milliseconds.
    pub(crate) milliseconds: f64,
}

/// Asks the engine of a portal each query twice, and measures the second time: then every
/// file is in memory, and what is left is computing, and passing on question and answer.
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
    // Nobody waits any longer when somebody has stopped the measurement.
    _ = send.send(result).await;
}

/// A browser with a profile of its own. It ends when it is dropped.
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
        // Both fail only if the program has ended by itself.
        _ = self.process.kill();
        _ = self.process.wait();
    }
}
