//! Tests of the responses of `portal serve` in addition to those of every host.

use super::serve::Server;
use crate::build;
use crate::fixtures::{fixture, outcome, temporary, tree, write};
use crate::http::{Answer, ask};
use std::fmt::Write as _;
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

/// A photo whose metadata contain the location where it was taken.
const PHOTO: &[u8] = b"\xFF\xD8\xFF\xE1\0\x3Dhttp://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude='31,0N'/> \
    \xFF\xC0\0\x11\x08\0\x1E\0\x28\x03\x01\x11\0\x02\x11\0\x03\x11\0\xFF\xDA\0\x08\0\0\0\0\0\0pixels\xFF\xD9";

#[test]
fn what_is_served_is_what_is_built() {
    let folder = temporary();
    let (site, target) = (folder.path().join("site"), folder.path().join("portal"));
    for (path, bytes) in tree(&fixture("everything/site")) {
        write(&site, &path, bytes);
    }
    let page = r#"{ "title": "照片", "body": "![化纤 车间](media:化纤 车间.jpg)" }"#;
    write(&site, "content/pages/photo.json", page);
    write(&site, "media/化纤 车间.jpg", PHOTO);
    write(&site, "media/unused.txt", "x");
    write(&site, "root/.well-known/security.txt", "x");
    let server = Server::start(&site, &[]);
    let address = format!("http://127.0.0.1:{}/", server.port());
    let (code, _, told) = outcome(build(&site, &target).args(["--base-url", &address]));
    assert_eq!(code, Some(0), "{told}");
    let built = tree(&target);
    assert!(built["media/化纤 车间.jpg"].len() < PHOTO.len());
    for (path, expected) in &built {
        let answer = server.ask("GET", &encoded(path), &[]);
        if [".portal-files", "_headers", "_redirects"].contains(&path.as_str()) {
            assert_eq!(answer.status, 404, "{path}");
            continue;
        }
        assert_eq!(answer.status, 200, "{path}");
        assert!(without_script(&answer) == *expected, "{path}");
        if let Some(folder) = path.strip_suffix("index.html") {
            let same = server.ask("GET", &encoded(folder), &[]);
            assert!(without_script(&same) == *expected, "{folder}");
        }
    }
    for path in [
        "media/unused.txt",
        "content/site.json",
        "media/../content/site.json",
        "%2e%2e/site/content/site.json",
        "data/none.json",
        "data/search/none.bin",
        "articles/none/",
        "news",
        "feed.xml/",
    ] {
        let answer = server.ask("GET", &format!("/{path}"), &[]);
        let is_folder = built.contains_key(&format!("{path}/index.html"));
        let expected = if is_folder { 301 } else { 404 };
        assert_eq!(answer.status, expected, "{path}");
    }
}

/// Returns a path as it appears in a request.
fn encoded(path: &str) -> String {
    path.bytes().fold("/".to_owned(), |mut encoded, byte| {
        match byte {
            b'!'..=b'$' | b'&'..=b'~' => encoded.push(char::from(byte)),
            _ => write!(encoded, "%{byte:02X}").expect("memory can be written"),
        }
        encoded
    })
}

/// Returns a body without the script that the server inserts into pages.
fn without_script(answer: &Answer) -> Vec<u8> {
    let is_page = answer.header("content-type").starts_with("text/html");
    if !is_page {
        return answer.body.clone();
    }
    let text = String::from_utf8_lossy(&answer.body);
    let (before, rest) = text
        .split_once("<script src=\"/__portal/live.js\"")
        .expect("a page has the script");
    let (_, after) = rest.split_once("</script>").expect("elements end");
    [before, after].concat().into_bytes()
}

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
    assert_eq!((answer.status, answer.header("allow")), (405, "GET,HEAD"));
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
    // Lines before the first rule that applies to some files only.
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
