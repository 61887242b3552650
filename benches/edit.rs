//! The editor's server at a large site, measured: lists, search, and the check and the page of one
//! article while it is written.
//!
//! `cargo bench --features ssr --bench edit [-- ARTICLES ROUNDS]`

#[path = "search/corpus.rs"]
mod corpus;
#[expect(dead_code, reason = "other tests use the rest")]
#[path = "../tests/fixtures/http.rs"]
mod http;
#[path = "publish/portal_site.rs"]
mod portal_site;

use http::{Answer, send};
use serde_json::{Value, json};
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// What is measured, with the time in which 95 of 100 answers must be there.
const GOALS: [(&str, u128); 4] = [
    ("list", 200),
    ("search", 200),
    ("examine", 300),
    ("preview", 300),
];

fn main() {
    let numbers: Vec<usize> = std::env::args()
        .filter_map(|word| word.parse().ok())
        .collect();
    let size = numbers.first().copied().unwrap_or(10_000);
    let rounds = numbers.get(1).copied().unwrap_or(40);
    let folder = tempfile::tempdir().expect("the system has room for a temporary folder");
    portal_site::of_the_portal(folder.path(), &corpus::articles(size));
    let editor = Editor::open(folder.path());
    let mut times: [Vec<Duration>; 4] = Default::default();
    let list = editor.get("api/items?kind=article");
    let list: Value = serde_json::from_slice(&list.body).expect("a list is JSON");
    let entries = list["entries"].as_array().expect("a list has entries");
    let ids: Vec<&str> = entries
        .iter()
        .filter_map(|entry| entry["id"].as_str())
        .collect();
    for round in 0..rounds {
        let id = ids[round % ids.len()];
        let item = editor.get(&format!("api/items/article/{id}"));
        let item: Value = serde_json::from_slice(&item.body).expect("an item is JSON");
        let mut value = item["value"].clone();
        value["title"] = json!(format!("改过的标题 {round}"));
        let key = format!("article-{id}");
        let asked = json!({ "key": key, "kind": "article", "id": id, "value": value });
        let page = round % 20 + 1;
        let asks: [&dyn Fn() -> Answer; 4] = [
            &|| editor.get(&format!("api/items?kind=article&page={page}")),
            &|| editor.get("api/items?kind=article&q=%E5%B9%B4"),
            &|| editor.post("api/examine", &asked),
            &|| editor.get(&format!("preview/{key}")),
        ];
        for (ask, times) in asks.into_iter().zip(&mut times) {
            let began = Instant::now();
            let answer = ask();
            times.push(began.elapsed());
            assert_eq!(
                answer.status,
                200,
                "{}",
                String::from_utf8_lossy(&answer.body)
            );
        }
    }
    println!("{size} articles, {rounds} rounds");
    for ((name, goal), mut times) in GOALS.into_iter().zip(times) {
        times.sort_unstable();
        let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)];
        println!(
            "  {name:<10}{:>7.1} ms{:>9.1} ms of 95 in 100 (asked: {goal} ms)",
            at(50).as_secs_f64() * 1e3,
            at(95).as_secs_f64() * 1e3,
        );
    }
}

/// A running editor.
struct Editor {
    process: Child,
    port: u16,
    cookie: String,
}

impl Editor {
    fn open(site: &Path) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_portal"))
            .arg("edit")
            .arg(site)
            .arg("--no-open")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let printed = process.stdout.take().expect("its output is piped");
        let mut line = String::new();
        let mut printed = BufReader::new(printed);
        printed.read_line(&mut line).expect("it prints text");
        let address = line.trim().strip_prefix("EDIT http://127.0.0.1:");
        let (port, entry) = address
            .and_then(|address| address.split_at_checked(address.find('/')?))
            .unwrap_or_else(|| panic!("{line:?}; run `make shell` first"));
        let port = port.parse().expect("a port");
        let entered = send(port, "GET", entry, &[], b"").expect("it answers");
        let cookie = entered.header("set-cookie").split(';').next();
        let cookie = cookie.unwrap_or_default().to_owned();
        Self {
            process,
            port,
            cookie,
        }
    }

    fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, b"")
    }

    fn post(&self, path: &str, value: &Value) -> Answer {
        self.ask("POST", path, value.to_string().as_bytes())
    }

    fn ask(&self, method: &str, path: &str, body: &[u8]) -> Answer {
        let origin = format!("http://127.0.0.1:{}", self.port);
        let headers = [
            ("Cookie", self.cookie.as_str()),
            ("Origin", origin.as_str()),
            ("X-Portal-Edit", "1"),
            ("Content-Type", "application/json"),
        ];
        let path = format!("/__portal/edit/{path}");
        send(self.port, method, &path, &headers, body)
            .unwrap_or_else(|error| panic!("{method} {path}: {error}"))
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        // Both fail only if the program has already ended.
        _ = self.process.kill();
        _ = self.process.wait();
    }
}
