//! Tests of the responses of `portal serve` in addition to those of every host.

use super::serve::Server;
use crate::fixtures::fixture;
use crate::http::{Answer, ask};
use std::io::Read as _;

fn server() -> Server {
    Server::start(&fixture("everything/site"), &[])
}

impl Server {
    #[track_caller]
    fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
        ask(self.port(), method, path, headers).unwrap_or_else(|error| panic!("{path}: {error}"))
    }
}

const PAGE: &str = "/articles/2025-03-03-council/";
const PICTURE: &str = "/media/hall.png";

#[test]
fn a_known_file_is_not_sent_again() {
    let server = server();
    for (path, encoding) in [
        (PAGE, ""),
        (PAGE, "br"),
        ("/feed.xml", "gzip"),
        (PICTURE, ""),
    ] {
        let encoding = ("Accept-Encoding", encoding);
        let whole = server.ask("GET", path, &[encoding]);
        let tag = whole.header("etag");
        assert!(tag.ends_with('"'), "{path}: {tag}");
        let again = server.ask("GET", path, &[encoding, ("If-None-Match", tag)]);
        assert_eq!((again.status, again.body.len()), (304, 0), "{path}");
        assert_eq!(again.header("etag"), tag, "{path}");
        assert_eq!(again.header("cache-control"), "no-cache", "{path}");
        let other = server.ask("GET", path, &[encoding, ("If-None-Match", "\"0\"")]);
        assert_eq!(other.status, 200, "{path}");
    }
}

#[test]
fn texts_are_compressed_in_what_the_browser_takes() {
    let server = server();
    for path in [PAGE, "/feed.xml", "/members.csv", "/assets/boot-x.js"] {
        let plain = server.ask("GET", path, &[]);
        assert_eq!(plain.header("content-encoding"), "", "{path}");
        for encoding in ["br", "gzip"] {
            let packed = server.ask("GET", path, &[("Accept-Encoding", encoding)]);
            assert_eq!(packed.header("content-encoding"), encoding, "{path}");
            assert_eq!(packed.header("vary"), "accept-encoding", "{path}");
            assert!(packed.header("etag").starts_with("W/"), "{path}");
            assert!(unpacked(&packed.body, encoding) == plain.body, "{path}");
        }
    }
    let picture = server.ask("GET", PICTURE, &[("Accept-Encoding", "br, gzip")]);
    assert_eq!(picture.header("content-encoding"), "");
}

fn unpacked(bytes: &[u8], encoding: &str) -> Vec<u8> {
    let mut plain = Vec::new();
    let read = match encoding {
        "br" => brotli::Decompressor::new(bytes, 4096).read_to_end(&mut plain),
        _ => flate2::read::GzDecoder::new(bytes).read_to_end(&mut plain),
    };
    read.unwrap_or_else(|error| panic!("{encoding}: {error}"));
    plain
}

#[test]
fn a_part_of_a_file_can_be_asked_for() {
    let server = server();
    let whole = server.ask("GET", PICTURE, &[]);
    let part = server.ask("GET", PICTURE, &[("Range", "bytes=1-3")]);
    assert_eq!((part.status, part.body.as_slice()), (206, &b"PNG"[..]));
    let of = format!("bytes 1-3/{}", whole.body.len());
    assert_eq!(part.header("content-range"), of);
    let tag = whole.header("etag");
    for (of, status) in [(tag, 206), ("\"0\"", 200)] {
        let headers = [("Range", "bytes=1-3"), ("If-Range", of)];
        assert_eq!(server.ask("GET", PICTURE, &headers).status, status, "{of}");
    }
    let beyond = server.ask("GET", PICTURE, &[("Range", "bytes=9999999-")]);
    assert_eq!(beyond.status, 416);
}

#[test]
fn the_head_of_an_answer_can_be_asked_for() {
    let server = server();
    for path in [PAGE, PICTURE, "/no-such-page/"] {
        let whole = server.ask("GET", path, &[]);
        let head = server.ask("HEAD", path, &[]);
        assert_eq!((head.status, head.body.len()), (whole.status, 0), "{path}");
        let length = whole.body.len().to_string();
        assert_eq!(head.header("content-length"), length, "{path}");
        assert_eq!(head.header("etag"), whole.header("etag"), "{path}");
    }
}

#[test]
fn nothing_is_taken() {
    let answer = server().ask("POST", "/", &[("Content-Length", "0")]);
    assert_eq!((answer.status, answer.header("allow")), (405, "GET, HEAD"));
}

#[test]
fn another_site_cannot_read_what_is_served_here() {
    let server = server();
    for path in ["/", "/__portal/events", "/no-such-page/"] {
        let answer = server.ask("GET", path, &[("Host", "example.org")]);
        assert_eq!(answer.status, 403, "{path}");
        let told = String::from_utf8_lossy(&answer.body);
        assert!(told.starts_with("这个网址不是本机的预览地址。"), "{told}");
    }
}

#[test]
fn the_headers_are_those_that_hosts_are_told() {
    let server = server();
    let told = std::fs::read_to_string(fixture("everything/expected/_headers"));
    let told = told.expect("there is such a file");
    // The lines before the first rule that applies to some files only.
    let common = told
        .lines()
        .skip(1)
        .map_while(|line| line.strip_prefix("  "));
    let mut count = 0;
    for (name, value) in common.filter_map(|line| line.split_once(": ")) {
        let expected = value.replace("https://example.org", "");
        for path in [PAGE, "/feed.xml", "/assets/boot-x.js", "/no-such-page/"] {
            let answer = server.ask("GET", path, &[]);
            assert_eq!(answer.header(&name.to_lowercase()), expected, "{path}");
        }
        count += 1;
    }
    assert_eq!(count, 5);
}

#[test]
fn every_text_says_its_encoding() {
    let server = server();
    for (path, expected) in [
        (PAGE, "text/html; charset=utf-8"),
        ("/assets/boot-x.js", "text/javascript; charset=utf-8"),
        ("/assets/portal-x.css", "text/css; charset=utf-8"),
        ("/data/members.json", "application/json; charset=utf-8"),
        ("/events.ics", "text/calendar; charset=utf-8"),
        ("/sitemap.xml", "text/xml; charset=utf-8"),
        (
            "/manifest.webmanifest",
            "application/manifest+json; charset=utf-8",
        ),
        ("/media/logo.svg", "image/svg+xml; charset=utf-8"),
        ("/media/charter.pdf", "application/pdf"),
    ] {
        let answer = server.ask("GET", path, &[]);
        assert_eq!(answer.header("content-type"), expected, "{path}");
    }
}
