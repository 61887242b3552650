//! The feeds, as Python's feedparser understands them.

use super::programs::{program, published, repository};
use serde_json::Value;
use std::process::Command;

#[test]
fn feedparser_understands_every_feed() {
    let (_folder, out) = published();
    let paths = [
        "feed.xml",
        "news/alliance/feed.xml",
        "news/empty/feed.xml",
        "bulletins/feed.xml",
    ];
    // Debian's package is unpacked beside the other tools: …/debian/usr/sbin/nginx.
    let usr = program("nginx");
    let usr = usr.ancestors().nth(2).expect("nginx stands in usr/sbin");
    let output = Command::new("python3")
        .arg(repository("tests/outside/feed_reader.py"))
        .args(paths.map(|path| out.join(path)))
        .env("PYTHONPATH", usr.join("lib/python3/dist-packages"))
        .output()
        .unwrap_or_else(|error| panic!("python3: {error}"));
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let feeds: Vec<Value> = String::from_utf8_lossy(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}")))
        .collect();
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
