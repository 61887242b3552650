//! The program without arguments in an empty folder: it asks for the names of a site in the browser.

use crate::fixtures::{portal, temporary};
use crate::http::{Answer, send};
use std::io::{self, BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Stdio};

/// The program while it asks, which is terminated when it is dropped.
struct Beginning {
    process: Child,
    port: u16,
    cookie: String,
}

impl Beginning {
    fn open(folder: &Path) -> Self {
        let mut command = portal();
        command.current_dir(folder).stdin(Stdio::null());
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        // No browser is found there.
        command.env("PATH", folder);
        let mut process = command.spawn().expect("the program starts");
        let printed = process.stdout.take().expect("its output is piped");
        let mut line = String::new();
        let mut printed = BufReader::new(printed);
        printed.read_line(&mut line).expect("it prints text");
        let address = line.trim_end().strip_prefix("BEGIN http://127.0.0.1:");
        let (port, path) = address
            .and_then(|address| address.split_at_checked(address.find('/')?))
            .unwrap_or_else(|| panic!("{line:?}"));
        let port = port.parse().expect("a port");
        let entered = send(port, "GET", path, &[], b"").expect("it answers");
        let cookie = entered.header("set-cookie").split(';').next();
        let cookie = cookie.unwrap_or_default().to_owned();
        Self {
            process,
            port,
            cookie,
        }
    }

    fn ask(&self, method: &str, body: &[u8]) -> String {
        let own = format!("http://127.0.0.1:{}", self.port);
        self.ask_from(&own, method, body)
    }

    fn ask_from(&self, origin: &str, method: &str, body: &[u8]) -> String {
        let answer = self.try_ask(origin, method, body).expect("it answers");
        String::from_utf8(answer.body).expect("it answers with text")
    }

    fn try_ask(&self, origin: &str, method: &str, body: &[u8]) -> io::Result<Answer> {
        let headers = [
            ("Cookie", self.cookie.as_str()),
            ("Origin", origin),
            ("Content-Type", "application/x-www-form-urlencoded"),
        ];
        send(self.port, method, "/", &headers, body)
    }
}

impl Drop for Beginning {
    fn drop(&mut self) {
        // Both fail only if the program has already ended.
        _ = self.process.kill();
        _ = self.process.wait();
    }
}

#[test]
fn a_site_is_begun_in_the_browser_where_there_is_none() {
    let folder = temporary();
    let mut beginning = Beginning::open(folder.path());
    let page = beginning.ask("GET", b"");
    assert!(page.contains("建立新网站"), "{page}");
    let refused = beginning.ask("POST", "name=甲&base_url=nowhere".as_bytes());
    assert!(refused.contains("不能是“nowhere”"), "{refused}");
    assert!(refused.contains("value=\"甲\""), "{refused}");
    assert!(!folder.path().join("网站").exists());
    let foreign = beginning.ask_from("http://elsewhere.example", "POST", b"name=a");
    assert!(foreign.contains("不是从编辑页面发出的"), "{foreign}");
    // There is no shell in the folder, so the program may end before it answers.
    let own = format!("http://127.0.0.1:{}", beginning.port);
    _ = beginning.try_ask(&own, "POST", "name=甲联盟&short_name=甲".as_bytes());
    beginning.process.wait().expect("it ends");
    let text = std::fs::read_to_string(folder.path().join("网站/content/site.json"));
    assert!(text.expect("there is a site").contains("甲联盟"));
}
