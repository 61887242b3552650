//! Tests of the feeds with Python's feedparser.

use super::programs::{published, python};

#[test]
fn feedparser_understands_every_feed() {
    let (_folder, out) = published();
    let paths = [
        "feed.xml",
        "news/alliance/feed.xml",
        "news/empty/feed.xml",
        "bulletins/feed.xml",
    ];
    let feeds = python(
        "tests/interop/feed_reader.py",
        &paths.map(|path| out.join(path)),
    );
    let mut entries = Vec::new();
    for (path, feed) in paths.iter().zip(&feeds) {
        assert_eq!(feed["faults"], "", "{path}");
        assert_eq!(feed["version"], "atom10", "{path}");
        assert_eq!(feed["updated"], true, "{path}");
        let of_feed = feed["entries"].as_array().expect("entries");
        for entry in of_feed {
            assert_eq!(entry["dated"], true, "{path}: {entry}");
            assert_eq!(entry["id"], entry["link"], "{path}");
            assert_eq!(entry["type"], "text/html", "{path}");
            let html = entry["html"].as_str().unwrap_or_default();
            assert!(!html.is_empty(), "{path}: {entry}");
            assert!(
                !html.contains("=\"/"),
                "{path}: an address is not absolute: {html}"
            );
        }
        entries.push(of_feed.len());
    }
    assert_eq!(feeds.len(), paths.len());
    assert_eq!(entries, [3, 2, 0, 1]);
    let council = &feeds[1]["entries"][1];
    assert_eq!(council["title"], "示例联盟召开理事会");
    let html = council["html"].as_str().unwrap_or_default();
    assert!(
        html.contains("<table>") && html.contains("https://example.org/members/example-fibre/")
    );
}
