//! The program for Windows under Wine: it makes, checks and builds a site, writes the same bytes as
//! here, and its editor saves.
//!
//! `make test-windows` builds what is tested.

#[expect(dead_code, reason = "other tests use the rest")]
#[path = "fixtures/fixtures.rs"]
mod fixtures;
#[expect(dead_code, reason = "other tests use the rest")]
#[path = "fixtures/http.rs"]
mod http;

use fixtures::{outcome, portal, repository, temporary, tree, write};
use http::send;
use serde_json::{Value, json};
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

const WINE: &str = "/usr/lib/wine/wine64";
const COMPILER: &str = "x86_64-w64-mingw32-gcc";
/// What Wine 8 lacks: the system's random numbers, by the older function that it has.
const RANDOM: &str = "
#include <windows.h>
BOOLEAN WINAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T size) {
    for (; size > 0; bytes++, size--)
        if (!SystemFunction036(bytes, 1)) return FALSE;
    return TRUE;
}
";

/// A folder with the program for Windows.
struct Windows(tempfile::TempDir);

impl Windows {
    fn new() -> Self {
        let place = temporary();
        let program = repository("target/windows/portal.exe");
        std::fs::copy(&program, place.path().join("portal.exe"))
            .unwrap_or_else(|error| panic!("{program:?}: {error}; run `make windows` first"));
        write(place.path(), "random.c", RANDOM);
        let made = Command::new(COMPILER)
            .current_dir(place.path())
            .args([
                "-shared",
                "-s",
                "-o",
                "bcryptprimitives.dll",
                "random.c",
                "-ladvapi32",
            ])
            .status();
        assert!(made.expect("the compiler starts").success());
        Self(place)
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn command(&self) -> Command {
        let mut command = Command::new(WINE);
        command.current_dir(self.path()).arg("portal.exe");
        command.env("WINEPREFIX", self.path().join("prefix"));
        command.env("WINEDEBUG", "-all");
        command.env("PORTAL_TODAY", "2026-01-31");
        command
    }

    #[track_caller]
    fn run(&self, arguments: &[&str]) -> String {
        let output = self
            .command()
            .args(arguments)
            .output()
            .expect("Wine starts");
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {told}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }
}

#[test]
fn a_site_is_made_edited_checked_and_built_with_the_same_bytes() {
    let windows = Windows::new();
    windows.run(&[
        "new",
        "示例站点",
        "--name",
        "测试联盟",
        "--short-name",
        "测试",
    ]);
    let site = windows.path().join("示例站点");

    let mut command = windows.command();
    command
        .args(["edit", "示例站点", "--no-open"])
        .stdout(Stdio::piped());
    let mut process = command.spawn().expect("Wine starts");
    let mut printed = BufReader::new(process.stdout.take().expect("its output is piped"));
    let mut line = String::new();
    printed.read_line(&mut line).expect("it prints text");
    let address = line.trim().strip_prefix("EDIT http://127.0.0.1:");
    let (port, entry) = address
        .and_then(|address| address.split_at_checked(address.find('/')?))
        .unwrap_or_else(|| panic!("{line:?}"));
    let port = port.parse().expect("a port");
    let entered = send(port, "GET", entry, &[], b"").expect("it answers");
    let cookie = entered.header("set-cookie").split(';').next();
    let cookie = cookie.unwrap_or_default().to_owned();
    let origin = format!("http://127.0.0.1:{port}");
    let item = "/__portal/edit/api/items/page/contact";
    let known = [("Cookie", cookie.as_str())];
    let opened = send(port, "GET", item, &known, b"").expect("it answers");
    let opened: Value = serde_json::from_slice(&opened.body).expect("an item is JSON");
    let mut value = opened["value"].clone();
    value["title"] = json!("联系方式");
    let headers = [
        ("Cookie", cookie.as_str()),
        ("Origin", origin.as_str()),
        ("X-Portal-Edit", "1"),
        ("Content-Type", "application/json"),
        ("If-Match", opened["etag"].as_str().expect("a tag")),
    ];
    let body = json!({ "value": value }).to_string();
    let saved = send(port, "PUT", item, &headers, body.as_bytes()).expect("it answers");
    let told = String::from_utf8_lossy(&saved.body).into_owned();
    process.kill().expect("it runs");
    process.wait().expect("it ends");
    assert_eq!(saved.status, 200, "{told}");
    let text = std::fs::read_to_string(site.join("content/pages/contact.json"));
    assert!(text.expect("the page is there").contains("\"联系方式\""));

    windows.run(&["check", "示例站点"]);
    windows.run(&["build", "示例站点", "--out", "out"]);
    let again = windows.run(&["build", "示例站点", "--out", "out"]);
    assert!(again.contains("新增 0，改动 0"), "{again}");
    let mut here = portal();
    here.arg("build")
        .arg(&site)
        .arg("--out")
        .arg(windows.path().join("here"));
    here.arg("--shell")
        .arg(repository("target/shell"))
        .env("PORTAL_TODAY", "2026-01-31");
    let (code, _, told) = outcome(&mut here);
    assert_eq!(code, Some(0), "{told}");
    let (there, here) = (
        tree(&windows.path().join("out")),
        tree(&windows.path().join("here")),
    );
    let names = |tree: &fixtures::Tree| tree.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&there), names(&here));
    let different: Vec<_> = there
        .iter()
        .filter(|(path, bytes)| here.get(*path) != Some(*bytes))
        .map(|(path, _)| path)
        .collect();
    assert!(different.is_empty(), "{different:?}");
}
