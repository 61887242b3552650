//! Tests that `portal serve` keeps its pages up to date with the folder and reports its
//! events.

use crate::fixtures::{fixture, outcome, portal, sound_site, temporary, write};
use crate::http::{PATIENCE, ask};
use crate::shortened;
use serde_json::Value;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use tempfile::TempDir;

/// A running server, which is terminated when it is dropped.
pub(super) struct Server {
    process: Child,
    printed: BufReader<ChildStdout>,
    port: u16,
    /// Temporary files of the program, which are removed with it.
    temporary: TempDir,
}

fn command(site: &Path, arguments: &[&str]) -> Command {
    let mut command = portal();
    command.arg("serve").arg(site).args(["--port", "0"]);
    command.arg("--shell").arg(fixture("shell")).args(arguments);
    command
}

impl Server {
    /// Serves a site on a free port.
    pub(super) fn start(site: &Path, arguments: &[&str]) -> Self {
        Self::run(&mut command(site, arguments)).0
    }

    /// Starts a program; also returns the lines before its address.
    fn run(command: &mut Command) -> (Self, Vec<String>) {
        let temporary = temporary();
        let command = command.stdout(Stdio::piped()).stderr(Stdio::null());
        command.env("TMPDIR", temporary.path());
        let mut process = command.spawn().expect("the program starts");
        let printed = process.stdout.take().expect("its output is piped");
        let mut server = Self {
            process,
            printed: BufReader::new(printed),
            port: 0,
            temporary,
        };
        let mut lines = Vec::new();
        loop {
            let line = server.line();
            let address = line.strip_prefix("请在浏览器中打开 http://127.0.0.1:");
            if let Some((port, rest)) = address.and_then(|address| address.split_once('/')) {
                assert_eq!(rest, " ，按 Ctrl-C 结束");
                server.port = port.parse().unwrap_or_else(|_| panic!("{line}"));
                return (server, lines);
            }
            lines.push(line);
        }
    }

    pub(super) fn port(&self) -> u16 {
        self.port
    }

    /// Returns the next line of its output, without the duration.
    #[track_caller]
    fn line(&mut self) -> String {
        let mut line = String::new();
        let read = self.printed.read_line(&mut line);
        assert!(read.expect("it prints text") > 0, "the program has ended");
        let line = line.trim_end();
        let line = line.split_once("；用时").map_or(line, |(line, _)| line);
        line.to_owned()
    }

    #[track_caller]
    fn page(&self, path: &str) -> (u16, String) {
        let answer = ask(self.port, "GET", path, &[]);
        let answer = answer.unwrap_or_else(|error| panic!("{path}: {error}"));
        let text = String::from_utf8(answer.body).expect("pages are texts");
        (answer.status, text)
    }

    /// Connects to the events that open pages receive.
    fn events(&self) -> Events {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).expect("it listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a limit");
        let request = "GET /__portal/events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
        stream.write_all(request.as_bytes()).expect("it listens");
        Events(BufReader::new(stream))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Both fail only if the process has already ended.
        _ = self.process.kill();
        _ = self.process.wait();
    }
}

struct Events(BufReader<TcpStream>);

impl Events {
    /// Returns the next event: the build, and its problems.
    #[track_caller]
    fn next(&mut self) -> (String, Option<String>) {
        let mut line = String::new();
        loop {
            line.clear();
            let read = self.0.read_line(&mut line).expect("the connection is open");
            assert!(read > 0, "the connection has ended");
            if let Some(data) = line.strip_prefix("data: ") {
                let news: Value = serde_json::from_str(data).expect("news are JSON");
                let build = news["build"].as_str().expect("the build has a name");
                let text = news["report"]["text"].as_str();
                return (build.to_owned(), text.map(str::to_owned));
            }
        }
    }
}

const SITE: &str = "content/site.json";

/// Replaces a word in a site's settings.
fn edit(site: &Path, from: &str, to: &str) {
    let text = std::fs::read_to_string(site.join(SITE)).expect("there are settings");
    assert!(text.contains(from), "{text}");
    write(site, SITE, text.replace(from, to));
}

#[test]
fn a_change_is_published_and_told() {
    let site = sound_site();
    let (mut server, lines) = Server::run(&mut command(site.path(), &[]));
    assert_eq!(lines, ["检查通过：12 个页面"]);
    let mut events = server.events();
    let (first, report) = events.next();
    assert_eq!(report, None);
    let tag = format!("data-build=\"{first}\" defer></script></head>");
    assert!(server.page("/").1.contains(&tag));

    edit(site.path(), "示例联盟", "改名联盟");
    let (second, report) = events.next();
    assert_ne!(second, first);
    assert_eq!(report, None);
    let (status, home) = server.page("/");
    assert_eq!(status, 200);
    assert!(home.contains("<title>改名联盟"), "{home}");
    assert!(home.contains(&second), "{home}");
    assert_eq!(server.line(), "content/site.json 有改动，已更新：12 个页面");
}

#[test]
fn files_for_the_root_of_the_host_are_followed() {
    let site = sound_site();
    let server = Server::start(site.path(), &[]);
    let mut events = server.events();
    events.next();
    let path = ".well-known/security.txt";
    for text in ["first", "second"] {
        write(site.path(), &format!("root/{path}"), text);
        let (_, report) = events.next();
        assert_eq!(report, None);
        assert_eq!(server.page(&format!("/{path}")), (200, text.to_owned()));
    }
}

#[test]
fn a_broken_change_is_told_and_the_last_good_site_stays() {
    let site = sound_site();
    let mut server = Server::start(site.path(), &[]);
    let mut events = server.events();
    let (first, _) = events.next();

    edit(site.path(), "\"name\"", "\"nmae\"");
    let (build, report) = events.next();
    assert_eq!(build, first);
    let (_, _, told) = outcome(portal().arg("check").arg(site.path()));
    assert!(told.contains("错误[unknown-field]: 没有 `nmae` 这个字段"));
    assert_eq!(report.as_deref(), Some(told.as_str()));
    let (status, home) = server.page("/");
    assert_eq!(status, 200);
    assert!(home.contains("<title>示例联盟"), "{home}");
    assert_eq!(
        server.line(),
        "content/site.json 有改动，没有更新；改好并保存以后会自动更新"
    );
    // A page that is opened now receives it too.
    assert_eq!(server.events().next(), (build, report));

    edit(site.path(), "\"nmae\"", "\"name\"");
    let (mended, report) = events.next();
    assert_ne!(mended, first);
    assert_eq!(report, None);
}

#[test]
fn a_site_that_is_broken_from_the_start_is_served_once_it_is_mended() {
    let site = sound_site();
    edit(site.path(), "\"name\"", "\"nmae\"");
    let (server, lines) = Server::run(&mut command(site.path(), &[]));
    assert_eq!(lines, ["没有更新；改好并保存以后会自动更新"]);
    let (status, page) = server.page("/members/");
    assert_eq!(status, 503);
    assert!(
        page.contains("<title>内容有错误，还没有网页可以看</title>"),
        "{page}"
    );
    assert!(page.contains("没有 `nmae` 这个字段"), "{page}");
    let mut events = server.events();
    let (none, report) = events.next();
    assert_eq!((none.as_str(), report.is_some()), ("", true));

    edit(site.path(), "\"nmae\"", "\"name\"");
    assert_ne!(events.next().0, "");
    assert_eq!(server.page("/members/").0, 200);
}

#[test]
fn a_folder_that_is_taken_away_and_brought_back_is_followed() {
    let place = temporary();
    let (site, away) = (place.path().join("site"), place.path().join("away"));
    let original = sound_site();
    std::fs::rename(original.path(), &site).expect("the folders are ours");
    let server = Server::start(&site, &[]);
    let mut events = server.events();
    events.next();

    std::fs::rename(&site, &away).expect("the folders are ours");
    let (build, report) = events.next();
    let report = report.expect("something is wrong");
    assert!(report.contains("没有找到站点文件夹"), "{report}");

    std::fs::rename(&away, &site).expect("the folders are ours");
    let mut news = events.next();
    while news.1.is_some() {
        news = events.next();
    }
    assert_ne!(news.0, build);

    edit(&site, "示例联盟", "改名联盟");
    events.next();
    let (_, home) = server.page("/");
    assert!(home.contains("<title>改名联盟"), "{home}");
}

#[test]
fn files_that_are_not_read_change_nothing() {
    let site = sound_site();
    let mut server = Server::start(site.path(), &[]);
    for path in [
        "README.md",
        ".git/index",
        "content/.site.json.swp",
        "content/site.json~",
    ] {
        write(site.path(), path, "x");
    }
    write(
        site.path(),
        "content/pages/join.json",
        "{ \"title\": \"加入\", \"body\": \"示例。\" }",
    );
    let line = server.line();
    assert!(
        line.starts_with("content/pages/join.json 有改动，已更新："),
        "{line}"
    );
}

#[test]
fn drafts_are_shown_on_demand() {
    let site = sound_site();
    let draft = "{ \"title\": \"草稿\", \"section\": \"alliance\", \"published\": \"2025-04-04\", \
                 \"body\": \"示例。\", \"status\": \"draft\" }";
    write(site.path(), "content/articles/2025-04-04-draft.json", draft);
    for (arguments, status) in [(&[][..], 404), (&["--drafts"][..], 200)] {
        let server = Server::start(site.path(), arguments);
        assert_eq!(
            server.page("/articles/2025-04-04-draft/").0,
            status,
            "{arguments:?}"
        );
    }
}

#[test]
fn a_site_that_is_not_there_is_told_in_one_line() {
    let folder = temporary();
    let found = shortened(
        &mut command(&folder.path().join("nowhere"), &[]),
        folder.path(),
    );
    let expected = "portal: 没有找到站点文件夹 …/nowhere：请核对路径\n".to_owned();
    assert_eq!(found, (Some(2), String::new(), expected));
    let found = shortened(&mut command(folder.path(), &[]), folder.path());
    let expected =
        "portal: … 不是站点文件夹：里面没有 content 文件夹。站点文件夹里应有 content/site.json\n";
    assert_eq!(found, (Some(2), String::new(), expected.to_owned()));
}

#[test]
fn a_taken_port_is_told_in_one_line() {
    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
    let port = taken.local_addr().expect("it has a number").port();
    let site = sound_site();
    let mut command = portal();
    command
        .arg("serve")
        .arg(site.path())
        .args(["--port", &port.to_string()]);
    let (code, printed, told) = outcome(command.arg("--shell").arg(fixture("shell")));
    assert_eq!((code, printed.as_str()), (Some(2), ""));
    let expected = format!("portal: 不能在端口 {port} 上提供服务：");
    assert!(told.starts_with(&expected), "{told}");
    assert!(told.ends_with("。请用 --port 换一个端口\n"), "{told}");
}

#[cfg(unix)]
#[test]
fn an_interrupted_server_leaves_no_trace() {
    // The end of the terminal is left out: whoever starts the tests may have it ignored (`nohup`).
    for (signal, code) in [("-INT", Some(0)), ("-TERM", None)] {
        let site = sound_site();
        let mut server = Server::start(site.path(), &[]);
        // An open page does not delay the end.
        server.events().next();
        let id = server.process.id().to_string();
        let sent = Command::new("kill").args([signal, &id]).status();
        assert!(sent.expect("the system has `kill`").success());
        let status = server.process.wait().expect("the program ends");
        assert_eq!(status.code(), code, "{signal}");
        let left = std::fs::read_dir(server.temporary.path()).expect("the folder is there");
        assert_eq!(left.count(), 0, "{signal}");
    }
}
