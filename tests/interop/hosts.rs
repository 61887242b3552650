//! Requests to a host, and the responses that a portal requires.

use crate::http::{Answer, PATIENCE, ask};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command};
use std::time::Instant;

/// A web server that is terminated when it is dropped.
#[derive(Debug)]
pub(super) struct Host {
    process: Child,
    port: u16,
}

/// Returns a free port.
pub(super) fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("its address").port()
}

impl Host {
    /// Starts a server and waits until it responds.
    #[track_caller]
    pub(super) fn start(command: &mut Command, port: u16) -> Self {
        let process = command
            .spawn()
            .unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let mut host = Self { process, port };
        let deadline = Instant::now() + PATIENCE;
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if let Some(status) = host.process.try_wait().expect("the state of the process") {
                panic!("{command:?} ended: {status}");
            }
            assert!(Instant::now() < deadline, "{command:?} does not listen");
            std::thread::yield_now();
        }
        host
    }

    /// Requests a path, and accepts these encodings.
    #[track_caller]
    pub(super) fn get(&self, path: &str, encodings: &str) -> Answer {
        ask(self.port, "GET", path, &[("Accept-Encoding", encodings)])
            .unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Checks everything that a portal requires of its host.
    #[track_caller]
    pub(super) fn check(&self) {
        self.check_types();
        for path in ["/articles/2025-03-03-council/", "/news/policy/", "/"] {
            let page = self.get(path, "");
            assert_eq!(page.status, 200, "{path}");
            assert_eq!(page.header("cache-control"), "no-cache", "{path}");
            assert_eq!(page.header("x-content-type-options"), "nosniff", "{path}");
            let policy = page.header("content-security-policy");
            assert!(
                policy.contains("frame-ancestors 'self'"),
                "{path}: {policy}"
            );
        }
        let asset = self.get("/assets/boot-x.js", "");
        assert_eq!(
            asset.header("cache-control"),
            "public, max-age=31536000, immutable"
        );
        for path in [
            "/no-such-page/",
            "/assets/gone.js",
            "/feed.xml/x",
            "/_headers",
        ] {
            let lost = self.get(path, "");
            assert_eq!(lost.status, 404, "{path}");
            assert_eq!(lost.header("cache-control"), "no-cache", "{path}");
            assert!(
                lost.header("content-type").starts_with("text/html"),
                "{path}"
            );
            let body = String::from_utf8_lossy(&lost.body);
            assert!(body.contains("没有找到这个页面"), "{path}: {body}");
        }
        let folder = self.get("/members", "");
        assert!(matches!(folder.status, 301 | 308), "{}", folder.status);
        assert_eq!(folder.header("location"), "/members/");
    }

    /// Checks that a text is sent in the precompressed form, in an encoding that the browser
    /// accepts.
    #[track_caller]
    pub(super) fn check_encoding(
        &self,
        accepted: &str,
        expected: &str,
        ending: &str,
        out: &std::path::Path,
    ) {
        let page = self.get("/articles/2025-03-03-council/", accepted);
        assert_eq!(page.header("content-encoding"), expected);
        assert!(
            page.header("vary")
                .to_lowercase()
                .contains("accept-encoding")
        );
        let file = out.join(format!("articles/2025-03-03-council/index.html{ending}"));
        let copy = std::fs::read(&file).unwrap_or_else(|error| panic!("{file:?}: {error}"));
        assert!(page.body == copy, "the body is not {file:?}");
    }

    #[track_caller]
    fn check_types(&self) {
        for (path, media_type) in [
            ("/", "text/html; charset=utf-8"),
            ("/feed.xml", "application/atom+xml; charset=utf-8"),
            (
                "/news/policy/feed.xml",
                "application/atom+xml; charset=utf-8",
            ),
            (
                "/bulletins/feed.json",
                "application/feed+json; charset=utf-8",
            ),
            ("/manifest.webmanifest", "application/manifest+json"),
            (
                "/articles/2025-03-03-council/index.md",
                "text/markdown; charset=utf-8",
            ),
            ("/members.csv", "text/csv; charset=utf-8"),
            ("/articles/2025-03-03-council/qr.svg", "image/svg+xml"),
            ("/icons/180.png", "image/png"),
            ("/assets/app-x_bg.wasm", "application/wasm"),
            ("/data/members.json", "application/json"),
            ("/robots.txt", "text/plain; charset=utf-8"),
            ("/llms.txt", "text/plain; charset=utf-8"),
            ("/lmdt/2025-03-03.asp", "text/html; charset=utf-8"),
        ] {
            let answer = self.get(path, "");
            assert_eq!(answer.status, 200, "{path}");
            let written = answer.header("content-type");
            assert!(written.starts_with(media_type), "{path}: {written}");
        }
        let sitemap = self.get("/sitemap.xml", "");
        assert!(sitemap.header("content-type").contains("/xml"));
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        // Both fail only if the process has already ended.
        _ = self.process.kill();
        _ = self.process.wait();
    }
}
