//! A Chromium that visits one site, on a network and a processor that are made slow.

use crate::driver::{Driver, Extension, Scripts};
use fantoccini::Client;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// Script that notes in every document when what happens.
const OBSERVER: &str = include_str!("observer.js");
/// Time-out of what should happen within a second or two.
const PATIENCE: Duration = Duration::from_secs(30);
/// Time that a browser which has just started is busy with itself.
const WARM_UP: Duration = Duration::from_millis(500);
/// Interval of looking for an answer; looking often would slow the page down.
const GLANCE: Duration = Duration::from_millis(100);

/// Speed of network and processor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Speed {
    /// Network with a round trip of 150 ms and 1.6 Mbit/s, a processor of a quarter of this one's
    /// speed: a cheap phone, with the figures that Lighthouse uses.
    Throttled,
    /// This machine.
    Full,
}

/// A browser with an empty profile.
#[derive(Debug)]
pub(crate) struct Browser {
    client: Client,
}

impl Browser {
    /// Starts a browser with the observer.
    pub(crate) async fn start(driver: &Driver) -> Self {
        let client = driver.browser(Scripts::Allowed).await;
        let browser = Self { client };
        browser.command("Network.enable", json!({})).await;
        let source = json!({ "source": OBSERVER });
        browser
            .command("Page.addScriptToEvaluateOnNewDocument", source)
            .await;
        tokio::time::sleep(WARM_UP).await;
        browser
    }

    /// Closes the browser.
    pub(crate) async fn close(self) {
        // An error means that it is closed already.
        _ = self.client.close().await;
    }

    /// Sets the speed of network and processor.
    pub(crate) async fn slow_down(&self, speed: Speed) {
        let (latency, throughput, rate) = match speed {
            Speed::Throttled => (150.0, 1.6e6 / 8.0, 4),
            Speed::Full => (0.0, -1.0, 1),
        };
        let network = json!({
            "offline": false,
            "latency": latency,
            "downloadThroughput": throughput,
            "uploadThroughput": throughput,
        });
        self.command("Network.emulateNetworkConditions", network)
            .await;
        self.command("Emulation.setCPUThrottlingRate", json!({ "rate": rate }))
            .await;
    }

    /// Opens an address, and waits until the page is interactive and nothing
    /// more arrives. `sign` is what the observer notes when it is interactive.
    pub(crate) async fn open(&self, url: &str, sign: Option<&str>) {
        let opened = self.client.goto(url).await;
        opened.unwrap_or_else(|error| panic!("{url}: {error}"));
        self.settle(sign).await;
    }

    /// Waits until the page is interactive and nothing more arrives.
    pub(crate) async fn settle(&self, sign: Option<&str>) {
        self.look(&format!("visit.settled({})", json!(sign))).await;
    }

    /// Returns the value of a script's expression, and waits if it is a promise.
    pub(crate) async fn look(&self, expression: &str) -> Value {
        let script = format!("return ({expression});");
        let value = self.client.execute(&script, vec![]).await;
        value.unwrap_or_else(|error| panic!("{expression}: {error}"))
    }

    /// Waits for a number that the observer notes, in this document or in the next.
    pub(crate) async fn number(&self, name: &str) -> f64 {
        let script = format!("return window.visit?.{name} ?? null;");
        let deadline = Instant::now() + PATIENCE;
        loop {
            tokio::time::sleep(GLANCE).await;
            // No script can run while one document replaces another.
            let answer = self.client.execute(&script, vec![]).await;
            if let Some(number) = answer.ok().and_then(|answer| answer.as_f64()) {
                return number;
            }
            assert!(Instant::now() < deadline, "{name} was waited for in vain");
        }
    }

    /// Moves the pointer to a point.
    pub(crate) async fn hover(&self, point: (f64, f64)) {
        self.pointer("mouseMoved", point).await;
    }

    /// Presses and releases the button of the mouse at a point.
    pub(crate) async fn click(&self, point: (f64, f64)) {
        self.pointer("mousePressed", point).await;
        self.pointer("mouseReleased", point).await;
    }

    async fn pointer(&self, kind: &str, (x, y): (f64, f64)) {
        let button = if kind == "mouseMoved" { "none" } else { "left" };
        let event = json!({ "type": kind, "x": x, "y": y, "button": button, "clickCount": 1 });
        self.command("Input.dispatchMouseEvent", event).await;
    }

    async fn command(&self, name: &str, params: Value) {
        let command = Extension {
            path: "goog/cdp/execute",
            body: json!({ "cmd": name, "params": params }),
        };
        let done = self.client.issue_cmd(command).await;
        done.unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}
