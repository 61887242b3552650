//! Firefox, controlled through Marionette: each message consists of its length, a colon and
//! JSON (<https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html>).

use super::Engine;
use serde_json::{Value, json};
use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Time-out of starting Firefox on a busy machine.
const START: Duration = Duration::from_secs(60);

#[derive(Debug)]
pub(crate) struct Firefox {
    process: Child,
    stream: TcpStream,
    messages: u32,
    /// Removed after Firefox has ended.
    _profile: TempDir,
}

impl Firefox {
    pub(crate) fn start() -> Self {
        let profile = tempfile::tempdir().expect("the system gives a temporary folder");
        let port = free_port();
        let preferences = [
            format!("user_pref(\"marionette.port\", {port});"),
            "user_pref(\"datareporting.policy.dataSubmissionEnabled\", false);".to_owned(),
            "user_pref(\"app.update.enabled\", false);".to_owned(),
        ];
        std::fs::write(profile.path().join("user.js"), preferences.join("\n"))
            .expect("the temporary folder can be written");
        let process = Command::new("firefox-esr")
            .args(["--headless", "--no-remote", "--marionette", "--profile"])
            .arg(profile.path())
            .env("HOME", profile.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("firefox-esr does not start: {error}"));
        let deadline = Instant::now() + START;
        let stream = loop {
            match TcpStream::connect((Ipv4Addr::LOCALHOST, port)) {
                Ok(stream) => break stream,
                Err(error) => assert!(
                    Instant::now() < deadline,
                    "Firefox does not answer: {error}"
                ),
            }
            std::thread::sleep(Duration::from_millis(100));
        };
        let mut firefox = Self {
            process,
            stream,
            messages: 0,
            _profile: profile,
        };
        firefox.receive();
        firefox.command("WebDriver:NewSession", &json!({}));
        firefox
    }

    /// Sends a command; returns `null` for an error, such as that of a page that is unloading.
    fn command(&mut self, name: &str, parameters: &Value) -> Value {
        self.messages += 1;
        let message = json!([0, self.messages, name, parameters]).to_string();
        write!(self.stream, "{}:{message}", message.len()).expect("Firefox listens");
        let answer = self.receive();
        match &answer[2] {
            Value::Null => answer[3].clone(),
            _ => Value::Null,
        }
    }

    fn receive(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut digit = [0];
            self.stream.read_exact(&mut digit).expect("Firefox answers");
            match digit[0] {
                b':' => break,
                digit => length = length * 10 + usize::from(digit - b'0'),
            }
        }
        let mut message = vec![0; length];
        self.stream
            .read_exact(&mut message)
            .expect("Firefox answers");
        serde_json::from_slice(&message).expect("Firefox answers in JSON")
    }
}

impl Engine for Firefox {
    async fn open(&mut self, url: &str) {
        self.command("WebDriver:Navigate", &json!({ "url": url }));
    }

    async fn run(&mut self, script: &str) -> Value {
        let parameters = json!({ "script": script, "args": [] });
        let answer = self.command("WebDriver:ExecuteScript", &parameters);
        answer["value"].clone()
    }

    async fn resize(&mut self, width: u32) {
        // A window has a minimum width of its own.
        let size = json!({ "width": width, "height": 900 });
        self.command("WebDriver:SetWindowRect", &size);
    }

    async fn leave(self) {}
}

impl Drop for Firefox {
    fn drop(&mut self) {
        // Both fail only if the process has already ended.
        _ = self.process.kill();
        _ = self.process.wait();
    }
}

/// Returns a free port. Another program may take it in the meantime, in which case the test
/// fails.
fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .expect("this machine gives a port")
        .port()
}
