//! Who is let in: attacks by other sites, other users, and files that lead out of the site.

use super::desk::{Desk, EDIT};
use crate::fixtures::{fixture, outcome, portal, sound_site, temporary, write};
use crate::http::ask;
use serde_json::{Value, json};
#[cfg(unix)]
use std::process::Command;

const START: &str = "/__portal/edit/api/start";
const DRAFT: &str = "/__portal/edit/api/drafts/page-about";

#[test]
fn the_token_is_exchanged_for_a_cookie_that_scripts_and_other_sites_do_not_get() {
    let site = sound_site();
    let desk = Desk::open(site.path());
    let path = format!("{EDIT}items/article?token={}&page=2", desk.token);
    let answer = desk.raw("GET", &path, &[], &[]);
    assert_eq!(answer.status, 303);
    assert_eq!(
        answer.header("location"),
        "/__portal/edit/items/article?page=2"
    );
    let cookie = answer.header("set-cookie");
    let (port, token) = (desk.port, &desk.token);
    assert_eq!(
        cookie,
        format!("portal-edit-{port}={token}; Path=/; HttpOnly; SameSite=Strict")
    );
}

#[test]
fn without_the_cookie_nothing_is_shown() {
    let site = sound_site();
    let desk = Desk::open(site.path());
    let other = format!("portal-edit-{}={}", desk.port, "0".repeat(64));
    for path in [EDIT, START, "/__portal/edit/files/editor.js"] {
        for headers in [&[][..], &[("Cookie", other.as_str())]] {
            let answer = desk.raw("GET", path, headers, &[]);
            assert_eq!(answer.status, 403, "{path}");
            let text = String::from_utf8_lossy(&answer.body);
            assert!(text.contains("请回到运行 portal edit 的窗口"), "{text}");
        }
    }
}

#[test]
fn a_wrong_token_gives_no_cookie() {
    let site = sound_site();
    let desk = Desk::open(site.path());
    let answer = ask(desk.port, "GET", &format!("{EDIT}?token=0"), &[]);
    let answer = answer.expect("it answers");
    assert_eq!(answer.status, 403);
    assert_eq!(answer.header("set-cookie"), "");
}

#[test]
fn another_host_name_is_refused() {
    let site = sound_site();
    let desk = Desk::open(site.path());
    let port = desk.port;
    for host in [
        format!("evil.example:{port}"),
        format!("127.0.0.1.evil.example:{port}"),
        format!("[::1]:{port}"),
        "127.0.0.1".to_owned(),
        format!("127.0.0.1:{}", port.wrapping_add(1)),
        format!("a.localhost:{port}"),
    ] {
        let headers = [("Host", host.as_str()), ("Cookie", &desk.cookie)];
        assert_eq!(desk.raw("GET", START, &headers, &[]).status, 403, "{host}");
    }
    let host = format!("localhost:{port}");
    let headers = [("Host", host.as_str()), ("Cookie", &desk.cookie)];
    assert_eq!(desk.raw("GET", START, &headers, &[]).status, 200);
}

#[test]
fn only_the_editors_own_page_changes_anything() {
    let site = sound_site();
    let desk = Desk::open(site.path());
    let draft = json!({"kind": "page", "id": "about", "value": {}, "base": null}).to_string();
    let origin = format!("http://127.0.0.1:{}", desk.port);
    let cookie = ("Cookie", desk.cookie.as_str());
    let own = ("Origin", origin.as_str());
    let header = ("X-Portal-Edit", "1");
    let kind = ("Content-Type", "application/json");
    for (headers, status) in [
        (vec![cookie, header, kind], 403),
        (vec![cookie, own, kind], 403),
        (vec![cookie, own, header], 415),
        (
            vec![cookie, own, header, ("Content-Type", "text/plain")],
            415,
        ),
        (vec![own, header, kind], 403),
        (vec![cookie, ("Origin", "null"), header, kind], 403),
        (
            vec![cookie, ("Origin", "https://evil.example"), header, kind],
            403,
        ),
        (
            vec![cookie, own, header, kind, ("Sec-Fetch-Site", "cross-site")],
            403,
        ),
        (
            vec![cookie, own, header, kind, ("Sec-Fetch-Site", "same-site")],
            403,
        ),
        (
            vec![cookie, own, header, kind, ("Sec-Fetch-Site", "same-origin")],
            200,
        ),
    ] {
        let answer = desk.raw("PUT", DRAFT, &headers, draft.as_bytes());
        assert_eq!(answer.status, status, "{headers:?}");
    }
}

#[test]
fn a_form_of_another_site_changes_nothing() {
    let site = sound_site();
    let desk = Desk::open(site.path());
    let headers = [
        ("Cookie", desk.cookie.as_str()),
        ("Origin", "https://evil.example"),
        ("Sec-Fetch-Site", "cross-site"),
        ("Content-Type", "application/x-www-form-urlencoded"),
    ];
    let answer = desk.raw(
        "POST",
        "/__portal/edit/api/publish",
        &headers,
        b"is_plan=false",
    );
    assert_eq!(answer.status, 403);
    assert!(!site.path().join(".portal").exists());
}

#[test]
fn another_site_cannot_read_with_the_cookie() {
    let site = sound_site();
    let desk = Desk::open(site.path());
    let headers = [
        ("Cookie", desk.cookie.as_str()),
        ("Sec-Fetch-Site", "cross-site"),
    ];
    let answer = desk.raw("GET", START, &headers, &[]);
    assert_eq!(answer.status, 403);
    assert_eq!(answer.header("access-control-allow-origin"), "");
}

#[test]
fn the_document_runs_only_its_own_scripts_and_cannot_be_framed() {
    let site = sound_site();
    let desk = Desk::open(site.path());
    for path in ["", "items/page/about"] {
        let answer = desk.send("GET", path, &[], &[]);
        assert_eq!(answer.status, 200);
        assert_eq!(
            answer.header("content-security-policy"),
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
             img-src 'self' data: blob:; connect-src 'self'; frame-src 'self'; base-uri 'none'; \
             form-action 'none'; frame-ancestors 'none'"
        );
        let html = String::from_utf8_lossy(&answer.body);
        assert!(
            html.contains("src=\"/__portal/edit/files/boot.js\""),
            "{html}"
        );
    }
}

#[test]
fn no_path_leads_out() {
    let site = sound_site();
    let outside = temporary();
    write(outside.path(), "secret.json", "{}");
    let desk = Desk::open(site.path());
    let up = "..%2F..%2F..%2F..%2F..%2Fetc%2Fpasswd";
    for path in [
        format!("files/{up}"),
        "files/..%5C..%5Cx".to_owned(),
        format!("api/items/article/{up}"),
        format!("api/drafts/article-{up}"),
        format!("api/versions/article/{up}"),
        format!("api/versions/article/a/{up}"),
        format!("api/bin/{up}"),
        format!("api/bin/article~{up}~20260101-000000-000"),
        format!("preview/{up}"),
    ] {
        let answer = desk.send("GET", &path, &[], &[]);
        let text = String::from_utf8_lossy(&answer.body);
        assert!(
            matches!(answer.status, 400 | 404 | 422),
            "{path}: {} {text}",
            answer.status
        );
    }
    for id in [
        "../x", "a/b", "nul", "a:b", "a.b", "A", "", "-a", "..", "a\u{0}",
    ] {
        let new = json!({"id": id, "value": {"title": "x", "body": "x"}});
        let told = desk.call("POST", "items/page", &[], &new);
        assert_eq!(told.status, 422, "{id}");
    }
    let picture = desk.send("DELETE", "api/media/..%2Fcontent%2Fsite.json", &[], &[]);
    assert_eq!(picture.status, 404);
    assert!(site.path().join("content/site.json").is_file());
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_site_is_neither_read_nor_written() {
    let site = sound_site();
    let outside = temporary();
    write(
        outside.path(),
        "x.json",
        "{ \"title\": \"外面\", \"body\": \"x\" }",
    );
    let link = site.path().join("content/pages/x.json");
    std::os::unix::fs::symlink(outside.path().join("x.json"), link).expect("a link");
    std::os::unix::fs::symlink(outside.path(), site.path().join("content/events")).expect("a link");
    let desk = Desk::open(site.path());
    for (method, path, body) in [
        ("GET", "items/page/x", Value::Null),
        ("PUT", "items/page/x", json!({"text": "{}"})),
        (
            "POST",
            "items/event",
            json!({"id": "new", "value": {"name": "x", "start": "2026-01-01"}}),
        ),
    ] {
        let told = desk.call(method, path, &[("If-Match", "\"0\"")], &body);
        assert_eq!(told.status, 422, "{path}");
        assert_eq!(told.value["type"], "leads-out", "{path}");
    }
    assert!(!outside.path().join("new.json").exists());
}

#[cfg(unix)]
#[test]
fn a_media_folder_elsewhere_takes_no_files() {
    let site = sound_site();
    let outside = temporary();
    write(outside.path(), "secret.txt", "secret");
    let media = site.path().join("media");
    if media.exists() {
        std::fs::remove_dir_all(&media).expect("it is ours");
    }
    std::os::unix::fs::symlink(outside.path(), &media).expect("a link");
    let desk = Desk::open(site.path());
    let taken = desk.send("POST", "api/media?name=a.pdf", &[], b"%PDF-1.4\n");
    assert_eq!(taken.status, 422);
    let cookie = [("Cookie", desk.cookie.as_str())];
    let shown = desk.raw("GET", "/media/secret.txt", &cookie, &[]);
    assert_eq!(shown.status, 404);
}

#[test]
fn unpublished_media_lead_nowhere_else() {
    let site = sound_site();
    let desk = Desk::open(site.path());
    let cookie = [("Cookie", desk.cookie.as_str())];
    for path in [
        "/media/..%2Fcontent%2Fsite.json",
        "/media/%2e%2e/content/site.json",
        "/media//etc/passwd",
        "/media/",
    ] {
        let shown = desk.raw("GET", path, &cookie, &[]);
        assert_eq!(shown.status, 404, "{path}");
    }
}

#[test]
fn a_missing_site_is_told() {
    let folder = temporary();
    let mut command = portal();
    command.arg("edit").arg(folder.path()).arg("--no-open");
    command.arg("--shell").arg(fixture("shell"));
    let (code, printed, told) = outcome(&mut command);
    assert_eq!((code, printed.as_str()), (Some(2), ""));
    assert!(told.contains("不是站点文件夹"), "{told}");
}

#[cfg(unix)]
#[test]
fn it_ends_in_good_order() {
    for signal in ["-TERM", "-INT"] {
        let site = sound_site();
        let mut desk = Desk::open(site.path());
        let id = desk.process.id().to_string();
        let sent = Command::new("kill").args([signal, &id]).status();
        assert!(sent.expect("the system has signals").success());
        let ended = desk.process.wait().expect("it ends");
        assert_eq!(ended.code(), Some(0), "{signal}");
    }
}

#[test]
fn it_ends_when_its_pages_are_closed() {
    let site = sound_site();
    let mut desk = Desk::open_with(site.path(), &["--until-closed"]);
    drop(desk.events());
    let ended = desk.process.wait().expect("it ends");
    assert_eq!(ended.code(), Some(0));
}
