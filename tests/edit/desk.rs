//! A running editor, and a browser that knows its cookie.

use crate::fixtures::{fixture, portal, temporary};
use crate::http::{Answer, PATIENCE, send};
use serde_json::Value;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;
use std::process::{Child, ChildStdout, Stdio};
use tempfile::TempDir;

pub(super) const EDIT: &str = "/__portal/edit/";

/// An editor, which is terminated when it is dropped.
pub(super) struct Desk {
    pub(super) process: Child,
    pub(super) port: u16,
    pub(super) token: String,
    pub(super) cookie: String,
    _printed: BufReader<ChildStdout>,
    _files: TempDir,
}

/// An answer in JSON.
#[derive(Debug)]
pub(super) struct Told {
    pub(super) status: u16,
    pub(super) value: Value,
}

impl Desk {
    /// Opens a site.
    #[track_caller]
    pub(super) fn open(site: &Path) -> Self {
        Self::open_with(site, &[])
    }

    /// Opens a site with further arguments.
    #[track_caller]
    pub(super) fn open_with(site: &Path, arguments: &[&str]) -> Self {
        let files = temporary();
        let mut command = portal();
        command.arg("edit").arg(site).arg("--no-open");
        command.arg("--shell").arg(fixture("shell"));
        command.arg("--editor").arg(files.path()).args(arguments);
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = command.spawn().expect("the program starts");
        let printed = process.stdout.take().expect("its output is piped");
        let mut printed = BufReader::new(printed);
        let mut line = String::new();
        printed.read_line(&mut line).expect("it prints text");
        let address = line.trim_end().strip_prefix("EDIT http://127.0.0.1:");
        let address = address.unwrap_or_else(|| panic!("{line:?}"));
        let (port, token) = address
            .split_once("/__portal/edit/?token=")
            .unwrap_or_else(|| panic!("{line:?}"));
        let mut desk = Self {
            process,
            port: port.parse().expect("a port"),
            token: token.to_owned(),
            cookie: String::new(),
            _printed: printed,
            _files: files,
        };
        let entered = desk.raw("GET", &format!("{EDIT}?token={token}"), &[], &[]);
        assert_eq!(entered.status, 303);
        let cookie = entered.header("set-cookie").split(';').next();
        desk.cookie = cookie.unwrap_or_default().to_owned();
        desk
    }

    /// Sends a request with nothing but these headers.
    #[track_caller]
    pub(super) fn raw(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Answer {
        let answer = send(self.port, method, path, headers, body);
        answer.unwrap_or_else(|error| panic!("{method} {path}: {error}"))
    }

    /// Sends what the editor's own page sends, and these headers.
    #[track_caller]
    pub(super) fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Answer {
        let origin = format!("http://127.0.0.1:{}", self.port);
        let mut all = vec![
            ("Cookie", self.cookie.as_str()),
            ("Origin", origin.as_str()),
            ("Sec-Fetch-Site", "same-origin"),
            ("X-Portal-Edit", "1"),
            ("Content-Type", "application/json"),
        ];
        all.retain(|(name, _)| !headers.iter().any(|(other, _)| other == name));
        all.extend(headers);
        self.raw(method, &format!("{EDIT}{path}"), &all, body)
    }

    /// Calls the interface.
    #[track_caller]
    pub(super) fn call(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &Value,
    ) -> Told {
        let body = if body.is_null() {
            Vec::new()
        } else {
            body.to_string().into_bytes()
        };
        let answer = self.send(method, &format!("api/{path}"), headers, &body);
        let value = match answer.body.as_slice() {
            [] => Value::Null,
            bytes => serde_json::from_slice(bytes)
                .unwrap_or_else(|_| panic!("{path}: {}", String::from_utf8_lossy(bytes))),
        };
        Told {
            status: answer.status,
            value,
        }
    }

    /// Reads from the interface.
    #[track_caller]
    pub(super) fn get(&self, path: &str) -> Value {
        let Told { status, value } = self.call("GET", path, &[], &Value::Null);
        assert_eq!(status, 200, "{path}: {value}");
        value
    }

    /// Saves an item on the state in which it was opened.
    #[track_caller]
    pub(super) fn put(&self, path: &str, etag: &str, written: &Value) -> Told {
        self.call(
            "PUT",
            &format!("items/{path}"),
            &[("If-Match", etag)],
            written,
        )
    }

    /// Listens to the news.
    pub(super) fn events(&self) -> Events {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).expect("it listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a limit");
        let (port, cookie) = (self.port, &self.cookie);
        let request = format!(
            "GET {EDIT}api/events HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookie}\r\n\r\n"
        );
        stream.write_all(request.as_bytes()).expect("it listens");
        let mut events = Events(BufReader::new(stream));
        // The headers are sent when the listener is registered.
        let mut line = String::new();
        while line != "\r\n" {
            line.clear();
            let read = events.0.read_line(&mut line).expect("it answers");
            assert!(read > 0, "the connection has ended");
        }
        events
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        // Both fail only if the process has already ended.
        _ = self.process.kill();
        _ = self.process.wait();
    }
}

pub(super) struct Events(BufReader<TcpStream>);

impl Events {
    #[track_caller]
    pub(super) fn next(&mut self) -> Value {
        let mut line = String::new();
        loop {
            line.clear();
            let read = self.0.read_line(&mut line).expect("the connection is open");
            assert!(read > 0, "the connection has ended");
            if let Some(data) = line.strip_prefix("data: ") {
                return serde_json::from_str(data).expect("news are JSON");
            }
        }
    }
}

/// Returns a text of a value.
#[track_caller]
pub(super) fn text<'a>(value: &'a Value, pointer: &str) -> &'a str {
    let text = value.pointer(pointer).and_then(Value::as_str);
    text.unwrap_or_else(|| panic!("{pointer} of {value}"))
}
