//! Chromium and chromedriver.

use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};
use tempfile::TempDir;
use url::Url;

/// Permission of pages to run scripts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scripts {
    /// Scripts run, as in most browsers.
    Allowed,
    /// Scripts are disabled by the visitor or an administrator.
    Blocked,
}

/// A running chromedriver. It is terminated when it is dropped.
#[derive(Debug)]
pub(crate) struct Driver {
    process: Child,
    url: String,
    /// Temporary files of Chromium, which are removed with the driver.
    _profiles: TempDir,
    /// Kept open, because chromedriver ends when it cannot write.
    _output: BufReader<ChildStdout>,
}

impl Driver {
    /// Starts chromedriver on a free port.
    pub(crate) fn start() -> Self {
        let program = std::env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
        let profiles = tempfile::tempdir().expect("the system gives a temporary folder");
        let mut process = Command::new(&program)
            .arg("--port=0")
            .env("TMPDIR", profiles.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| {
                panic!("{program} does not start: {error}; run `make test-tools` first")
            });
        let mut output = BufReader::new(process.stdout.take().expect("its output is piped"));
        let port = port(&mut output);
        Self {
            process,
            url: format!("http://127.0.0.1:{port}"),
            _profiles: profiles,
            _output: output,
        }
    }

    /// Opens a browser with its own profile.
    pub(crate) async fn browser(&self, scripts: Scripts) -> Client {
        ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities(scripts))
            .connect(&self.url)
            .await
            .unwrap_or_else(|error| panic!("Chromium does not start: {error}"))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Both fail only if the process has already ended.
        _ = self.process.kill();
        _ = self.process.wait();
    }
}

/// A command of Chromium that is not in the WebDriver standard.
#[derive(Debug)]
pub(crate) struct Extension {
    /// Path below the session.
    pub(crate) path: &'static str,
    /// Body of the request.
    pub(crate) body: Value,
}

impl WebDriverCompatibleCommand for Extension {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, url::ParseError> {
        let session = session.unwrap_or_default();
        base.join(&format!("session/{session}/{}", self.path))
    }

    fn method_and_body(&self, _url: &Url) -> (axum::http::Method, Option<String>) {
        (axum::http::Method::POST, Some(self.body.to_string()))
    }
}

fn port(output: &mut impl BufRead) -> u16 {
    const READY: &str = "started successfully on port ";
    let mut line = String::new();
    loop {
        line.clear();
        let read = output
            .read_line(&mut line)
            .expect("chromedriver says where it listens");
        assert!(
            read > 0,
            "chromedriver ended without saying where it listens"
        );
        if let Some((_, port)) = line.split_once(READY) {
            let port = port.trim().trim_end_matches('.');
            return port.parse().unwrap_or_else(|_| panic!("{line}"));
        }
    }
}

fn capabilities(scripts: Scripts) -> Capabilities {
    let setting = match scripts {
        Scripts::Allowed => 1,
        Scripts::Blocked => 2,
    };
    let capabilities = json!({
        "browserName": "chrome",
        "goog:loggingPrefs": { "browser": "ALL" },
        "goog:chromeOptions": {
            "args": [
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1440,1000",
            ],
            "prefs": { "profile.managed_default_content_settings.javascript": setting },
        },
    });
    match capabilities {
        Value::Object(map) => map,
        _ => Capabilities::new(),
    }
}
