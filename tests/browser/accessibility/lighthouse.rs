//! Tests that Lighthouse gives each kind of page of both sites full points for accessibility,
//! best practices and SEO. It emulates a phone, for which it has stricter rules.
//!
//! `LIGHTHOUSE` names another folder of the program than that of `scripts/tools.sh`, and
//! `CHROME_PATH` another Chromium. The page for unknown addresses is excluded, because it is
//! not to be indexed by search engines.

use crate::browser::harness::axe::installed;
use crate::browser::harness::server::Server;
use crate::browser::harness::site::Site;
use serde_json::json;
use std::io::Write as _;
use std::process::{Command, Stdio};
use tokio::runtime::Builder;

#[test]
fn the_alliances_pages_get_all_points() {
    check(&Site::public());
}

#[test]
fn pages_that_show_everything_get_all_points() {
    check(&Site::demo());
}

#[track_caller]
fn check(site: &Site) {
    let runtime = Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .expect("the system gives a runtime");
    let server = runtime
        .block_on(Server::start(site.root(), &site.folder()))
        .expect("this machine gives a port");
    let pages: Vec<String> = site
        .page_of_each_kind()
        .iter()
        .map(|page| format!("{}{page}", server.origin()))
        .collect();
    let modules = installed("LIGHTHOUSE", "lighthouse");
    let faults = examine(&json!({ "modules": modules, "pages": pages }).to_string());
    assert!(faults.is_empty(), "{faults}");
}

fn examine(task: &str) -> String {
    let script = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/browser/accessibility/lighthouse.mjs"
    );
    let chromium = std::env::var("CHROME_PATH").unwrap_or_else(|_| "/usr/bin/chromium".to_owned());
    let mut process = Command::new("node")
        .arg(script)
        .env("CHROME_PATH", chromium)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("node does not start: {error}"));
    process
        .stdin
        .take()
        .expect("its input is piped")
        .write_all(task.as_bytes())
        .unwrap_or_else(|error| panic!("node does not read: {error}"));
    let output = process
        .wait_with_output()
        .unwrap_or_else(|error| panic!("node does not end: {error}"));
    assert!(
        output.status.success(),
        "Lighthouse failed; run `make test-tools` first"
    );
    String::from_utf8_lossy(&output.stdout).into_owned()
}
