//! Tests of realistic values: telephone numbers, document numbers, old addresses, pictures.

use super::harness::sites::{pages, publish};
use crate::fixtures::{Tree, fixture, outcome, portal, sound_site, write};
use serde_json::{Value, json};
use std::path::Path;
use tempfile::TempDir;

const SECTION: &str = "alliance";

fn article(site: &Path, id: &str, fields: Value) {
    let mut article = json!({
        "title": format!("文章{id}"),
        "section": SECTION,
        "published": "2025-03-03",
        "body": "文",
    });
    for (name, value) in fields.as_object().expect("fields") {
        article[name] = value.clone();
    }
    write(
        site,
        &format!("content/articles/{id}.json"),
        article.to_string(),
    );
}

fn member(site: &Path, id: &str, fields: Value) {
    let mut member = json!({ "name": format!("{id}示例公司"), "kind": "other" });
    for (name, value) in fields.as_object().expect("fields") {
        member[name] = value.clone();
    }
    write(
        site,
        &format!("content/members/{id}.json"),
        member.to_string(),
    );
}

#[track_caller]
fn page<'a>(tree: &'a Tree, path: &str) -> &'a str {
    let bytes = tree
        .get(path)
        .unwrap_or_else(|| panic!("{path} is missing"));
    std::str::from_utf8(bytes).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Returns the output of a check of a site, one line for each problem.
fn told(site: &TempDir) -> Vec<String> {
    let mut command = portal();
    let (_, printed, _) = outcome(
        command
            .arg("check")
            .arg(site.path())
            .args(["--format", "json"]),
    );
    printed
        .lines()
        .map(|line| {
            let problem: Value =
                serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}"));
            let word = |field: &str| problem[field].as_str().unwrap_or_default().to_owned();
            let (file, code, severity) = (word("file"), word("code"), word("severity"));
            format!("{file} {severity} {code} {}", word("message"))
        })
        .collect()
}

#[test]
fn telephone_numbers_can_be_dialled() {
    let site = sound_site();
    let numbers = [
        ("m0", "13800138000", &["tel:+86-13800138000"][..]),
        ("m1", "400-810-0000", &["tel:4008100000"]),
        ("m2", "+852-2345-6789", &["tel:+85223456789"]),
        (
            "m3",
            "010-65000000/65000001",
            &["tel:+86-10-65000000", "tel:+86-10-65000001"],
        ),
        ("m4", "0512-5877123转801", &["tel:+86-512-5877123;ext=801"]),
    ];
    for (id, number, _) in numbers {
        member(site.path(), id, json!({ "contact": { "phone": number } }));
    }
    assert_eq!(told(&site), [""; 0]);
    let tree = publish(site.path(), None);
    for (id, _, uris) in numbers {
        let html = page(&tree, &format!("members/{id}/index.html"));
        let found: Vec<&str> = html
            .split("href=\"")
            .filter(|rest| rest.starts_with("tel:"))
            .filter_map(|rest| rest.split('"').next())
            .collect();
        assert_eq!(found, uris, "{id}");
    }
}

#[test]
fn documents_are_numbered_as_their_issuers_do() {
    let site = sound_site();
    for (id, number) in [("d", "示例部公告2025年第38号"), ("e", "示例部令第12号")] {
        article(site.path(), id, json!({ "document": { "number": number } }));
    }
    assert_eq!(told(&site), [""; 0]);
    let tree = publish(site.path(), None);
    assert!(page(&tree, "articles/d/index.html").contains("示例部公告2025年第38号"));
}

#[test]
fn pictures_that_no_browser_shows_stop_a_build() {
    let site = sound_site();
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic";
    for (path, bytes) in [
        ("empty.png", &b""[..]),
        ("iphone.jpg", heic),
        ("photo.heic", heic),
        ("page.png", b"<html>404</html>"),
        ("scan.tif", b"II*\0\x08\0\0\0\0\0"),
    ] {
        write(site.path(), &format!("media/p/{path}"), bytes);
    }
    let cover = |path: &str| json!({ "cover": { "src": format!("p/{path}"), "alt": "会场" } });
    article(
        site.path(),
        "a",
        json!({ "body": "![会场](media:p/iphone.jpg)" }),
    );
    article(site.path(), "b", cover("photo.heic"));
    article(site.path(), "c", cover("page.png"));
    article(site.path(), "d", cover("scan.tif"));
    member(site.path(), "m", json!({ "logo": "p/empty.png" }));
    assert_eq!(
        told(&site),
        [
            "content/articles/a.json error broken-picture 图片 `p/iphone.jpg`：这个文件其实是 HEIC，浏览器显示不了",
            "content/articles/b.json error broken-picture 这个文件其实是 HEIC，浏览器显示不了",
            "content/articles/c.json error broken-picture 这个文件其实是 HTML，浏览器显示不了",
            "content/articles/d.json error broken-picture 这个文件其实是 TIFF，浏览器显示不了",
            "content/members/m.json error broken-picture 这个图片文件是空的",
        ]
    );
}

#[test]
fn no_drawing_is_given_for_sharing() {
    let shared = std::fs::read(fixture("everything/site/media/hall.png")).expect("a picture");
    for (share, expected) in [
        (None, None),
        (
            Some("share.png"),
            Some("https://example.org/media/share.png"),
        ),
    ] {
        let site = sound_site();
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>";
        write(site.path(), "media/drawing.svg", svg);
        write(site.path(), "media/share.png", &shared);
        let settings = site.path().join("content/site.json");
        let text = std::fs::read_to_string(&settings).expect("settings");
        let mut value: Value = serde_json::from_str(&text).expect("JSON");
        if let Some(share) = share {
            value["share_image"] = share.into();
        }
        value["base_url"] = "https://example.org/".into();
        write(site.path(), "content/site.json", value.to_string());
        article(
            site.path(),
            "a",
            json!({ "cover": { "src": "drawing.svg", "alt": "图" } }),
        );
        let tree = publish(site.path(), None);
        let html = page(&tree, "articles/a/index.html");
        let found = html
            .split("<meta property=\"og:image\" content=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next());
        assert_eq!(found, expected);
        assert!(!html.contains("\"image\":\"https://example.org/media/drawing.svg\""));
    }
}

/// Returns a JPEG of 800 by 600 pixels without image data, whose metadata contain a location
/// and an orientation.
fn photo() -> Vec<u8> {
    let exif = [
        &b"Exif\0\0MM\0*\0\0\0\x08\0\x02\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"[..],
        b"\x88\x25\0\x04\0\0\0\x01\0\0\0\x26\0\0\0\0",
        b"\0\x01\0\x01\0\x02\0\0\0\x02N\0\0\0\0\0\0\0",
    ]
    .concat();
    let size = u16::try_from(exif.len() + 2)
        .expect("a short segment")
        .to_be_bytes();
    [
        &b"\xFF\xD8\xFF\xE1"[..],
        &size,
        &exif,
        b"\xFF\xC0\0\x11\x08\x02\x58\x03\x20\x03\x01\x11\0\x02\x11\0\x03\x11\0",
        b"\xFF\xDA\0\x08\x01\x01\0\0\x3F\0pixels\xFF\xD9",
    ]
    .concat()
}

#[test]
fn the_place_where_a_photo_was_taken_stays_at_home() {
    let site = sound_site();
    write(site.path(), "media/photo.jpg", photo());
    article(
        site.path(),
        "a",
        json!({ "cover": { "src": "photo.jpg", "alt": "会场" } }),
    );
    let tree = publish(site.path(), None);
    let published = tree.get("media/photo.jpg").expect("the photo");
    let has = |bytes: &[u8], part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
    assert!(has(&photo(), b"\x88\x25\0\x04") && !has(published, b"\x88\x25\0\x04"));
    assert!(has(published, b"\x01\x12\0\x03\0\0\0\x01\0\x06"));
    assert!(has(published, b"pixels\xFF\xD9"));
    let original = std::fs::read(site.path().join("media/photo.jpg")).expect("the original");
    assert_eq!(original, photo());
}

#[test]
fn a_city_that_is_its_province_is_said_once() {
    let site = sound_site();
    member(
        site.path(),
        "a",
        json!({ "province": "上海", "city": "上海市" }),
    );
    member(
        site.path(),
        "b",
        json!({ "province": "江苏", "city": "苏州" }),
    );
    let tree = publish(site.path(), None);
    let html = page(&tree, "members/index.html");
    let places: Vec<&str> = html
        .split("<span class=\"member-card__place\">")
        .skip(1)
        .filter_map(|rest| rest.split('<').next())
        .collect();
    assert_eq!(places, ["上海 ", "江苏 苏州 "]);
    assert!(page(&tree, "members.csv").contains(",上海,上海市,"));
}

#[test]
fn every_document_names_an_icon_that_is_there() {
    let site = sound_site();
    article(
        site.path(),
        "a",
        json!({ "legacy_urls": ["/old/a.asp", "/show.asp?id=1"] }),
    );
    let tree = publish(site.path(), Some("https://example.org/portal/"));
    assert!(tree.contains_key("favicon.ico"));
    let mut count = 0;
    let old = ["old/a.asp", "show.asp"].map(|path| (path, page(&tree, path)));
    for (path, html) in pages(&tree).chain(old) {
        let icon = html
            .split("<link rel=\"icon\" href=\"/portal/")
            .nth(1)
            .and_then(|rest| rest.split('"').next());
        assert!(icon.is_some_and(|icon| tree.contains_key(icon)), "{path}");
        count += 1;
    }
    assert!(count > 5);
}

#[test]
fn old_addresses_are_told_apart_by_their_queries() {
    let site = sound_site();
    article(
        site.path(),
        "a",
        json!({ "legacy_urls": ["/shownews.asp?id=1"] }),
    );
    article(
        site.path(),
        "b",
        json!({ "legacy_urls": ["/shownews.asp?id=2", "/shownews.asp?ID=3&class=5"] }),
    );
    let twice = json!({ "legacy_urls": ["/shownews.asp?class=5&id=3"] });
    article(site.path(), "c", twice);
    article(site.path(), "d", json!({ "legacy_urls": ["/?p=12"] }));
    assert_eq!(
        told(&site),
        [
            "content/articles/c.json error duplicate-legacy-url 旧路径 `/shownews.asp?class=5&id=3` 已经写在 content/articles/b.json 里",
            "content/articles/d.json error legacy-path-taken 旧路径 `/?p=12` 上有本站自己的页面，不能转走",
        ]
    );
    for id in ["c", "d"] {
        article(site.path(), id, json!({}));
    }
    let tree = publish(site.path(), None);
    for (query, to) in [
        ("id~3D1", "a"),
        ("id~3D2", "b"),
        ("class~3D5~26id~3D3", "b"),
    ] {
        let html = page(&tree, &format!("legacy/shownews.asp/{query}/index.html"));
        let refresh = format!("<meta http-equiv=\"refresh\" content=\"0; url=/articles/{to}/\">");
        assert!(html.contains(&refresh), "{query}: {html}");
    }
    let fork = page(&tree, "shownews.asp");
    assert!(fork.contains(
        "<script src=\"/legacy/query.js\" data-folder=\"/legacy/shownews.asp/\" data-names=\"class&amp;id id\"></script>"
    ), "{fork}");
    assert!(
        fork.contains("<li>/shownews.asp?id=1 <a href=\"/articles/a/\">文章a</a></li>"),
        "{fork}"
    );
    assert!(page(&tree, "_redirects").contains("/shownews.asp id=1 /articles/a/ 301!\n"));
    assert!(page(&tree, "_headers").contains("/*.asp\n  Content-Type: text/html; charset=utf-8"));
    assert!(tree.contains_key("legacy/query.js"));
}
