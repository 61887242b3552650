//! WebKitGTK in a virtual display.

use super::Engine;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value;
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Time-out of starting the driver on a busy machine.
const START: Duration = Duration::from_secs(60);

#[derive(Debug)]
pub(crate) struct WebKit {
    process: Child,
    client: Client,
}

impl WebKit {
    pub(crate) async fn start() -> Self {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
            .and_then(|listener| listener.local_addr())
            .expect("this machine gives a port")
            .port();
        let process = Command::new("xvfb-run")
            .args([
                "--auto-servernum",
                "WebKitWebDriver",
                &format!("--port={port}"),
            ])
            .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0)
            .spawn()
            .unwrap_or_else(|error| panic!("xvfb-run does not start: {error}"));
        let url = format!("http://127.0.0.1:{port}");
        let deadline = Instant::now() + START;
        let client = loop {
            let client = ClientBuilder::new(HttpConnector::new())
                .capabilities(Capabilities::new())
                .connect(&url)
                .await;
            match client {
                Ok(client) => break client,
                Err(error) => assert!(Instant::now() < deadline, "WebKit does not start: {error}"),
            }
            tokio::time::sleep(Duration::from_millis(200)).await;
        };
        Self { process, client }
    }
}

impl Engine for WebKit {
    async fn open(&mut self, url: &str) {
        if let Err(error) = self.client.goto(url).await {
            panic!("{url}: {error}");
        }
    }

    async fn run(&mut self, script: &str) -> Value {
        // An error is that of a page that is unloading.
        let answer = self.client.execute(script, Vec::new()).await;
        answer.unwrap_or_default()
    }

    async fn resize(&mut self, width: u32) {
        // A window has a minimum width of its own.
        _ = self.client.set_window_size(width, 900).await;
    }

    async fn leave(self) {
        let Self {
            mut process,
            client,
        } = self;
        _ = client.close().await;
        // The display is terminated with its processes.
        _ = Command::new("kill")
            .args(["--", &format!("-{}", process.id())])
            .status();
        _ = process.wait();
    }
}
