//! Pictures and documents.

use super::desk::{Desk, Told, text};
use crate::fixtures::{sound_site, write};
use serde_json::Value;

fn upload(desk: &Desk, name: &str, bytes: &[u8]) -> Told {
    let headers = [("Content-Type", "application/octet-stream")];
    let answer = desk.send("POST", &format!("api/media?name={name}"), &headers, bytes);
    Told {
        status: answer.status,
        value: serde_json::from_slice(&answer.body).expect("JSON"),
    }
}

/// A JPEG with a place in its metadata, of 8 by 4 pixels, to be turned.
fn photo() -> Vec<u8> {
    let picture = image::RgbImage::from_pixel(8, 4, image::Rgb([200, 30, 30]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    let picture = image::DynamicImage::ImageRgb8(picture);
    let written = picture.write_to(&mut bytes, image::ImageFormat::Jpeg);
    written.expect("a picture");
    let jpeg = bytes.into_inner();
    let mut bytes = vec![0xFF, 0xD8, 0xFF, 0xE1, 0, 34];
    bytes.extend(b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0");
    bytes.extend([6, 0, 0, 0, 0, 0, 0]);
    bytes.extend(jpeg.iter().skip(2));
    bytes
}

#[test]
fn a_photo_is_turned_and_loses_its_metadata() {
    let site = sound_site();
    let desk = Desk::open(site.path());
    let told = upload(&desk, "IMG%200001.JPG", &photo());
    assert_eq!(told.status, 201, "{}", told.value);
    let path = text(&told.value, "/file/path");
    assert!(path.ends_with("/img-0001.jpg"), "{path}");
    assert_eq!(told.value["file"]["size"], serde_json::json!([4, 8]));
    let bytes = std::fs::read(site.path().join("media").join(path)).expect("a file");
    assert!(!bytes.windows(4).any(|four| four == b"Exif"));
    let notes = told.value["notes"].as_array().expect("notes");
    assert!(notes.iter().any(|note| note == "已把照片转正"), "{notes:?}");
    // It is found at once, and shown before anything publishes it.
    assert_eq!(desk.get("media?q=img-0001&pictures=1")["total"], 1);
    let headers = [("Cookie", desk.cookie.as_str())];
    let shown = desk.raw("GET", &format!("/media/{path}"), &headers, &[]);
    assert_eq!(shown.status, 200);
    let hidden = desk.raw("GET", &format!("/media/{path}"), &[], &[]);
    assert_eq!(hidden.status, 404);
}

#[test]
fn names_are_given_and_never_taken_twice() {
    let site = sound_site();
    let desk = Desk::open(site.path());
    for expected in ["picture.jpg", "picture-2.jpg"] {
        let told = upload(&desk, "..%2F..%2F%E5%90%88%E5%BD%B1.html", &photo());
        let path = text(&told.value, "/file/path");
        assert!(path.ends_with(&format!("/{expected}")), "{path}");
    }
    let told = upload(&desk, "nul.jpg", &photo());
    let path = text(&told.value, "/file/path");
    assert!(path.ends_with("/nul-2.jpg"), "{path}");
}

#[test]
fn the_bytes_decide_what_a_file_is() {
    let site = sound_site();
    let desk = Desk::open(site.path());
    for (name, bytes, status) in [
        ("a.png", &b"<html><script>1</script></html>"[..], 422),
        ("a.png", b"MZ\x90\0", 422),
        ("a.pdf", b"no document", 422),
        ("a.png", b"\x89PNG\r\n\x1a\n", 422),
        ("a.exe", b"%PDF-1.4\n", 201),
        ("a.docx", b"PK\x03\x04 word/document.xml", 201),
        (
            "a.docx",
            b"PK\x03\x04 word/document.xml word/vbaProject.bin",
            422,
        ),
    ] {
        let told = upload(&desk, name, bytes);
        assert_eq!(told.status, status, "{name}: {}", told.value);
    }
}

#[test]
fn a_drawing_with_a_script_is_refused() {
    let site = sound_site();
    let desk = Desk::open(site.path());
    for (inside, status) in [
        ("<script>alert(1)</script>", 422),
        ("<g onload='alert(1)'/>", 422),
        ("<foreignObject/>", 422),
        ("<image href='https://evil.example/a.png'/>", 422),
        ("<path d='M0 0'/>", 201),
    ] {
        let svg =
            format!("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>{inside}</svg>");
        let told = upload(&desk, "a.svg", svg.as_bytes());
        assert_eq!(told.status, status, "{inside}: {}", told.value);
    }
}

#[test]
fn a_drawing_that_lies_in_the_folder_runs_no_script() {
    let site = sound_site();
    let svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>";
    write(site.path(), "media/a.svg", svg);
    let page = "{ \"title\": \"图\", \"body\": \"![图](media:a.svg)\" }";
    write(site.path(), "content/pages/about.json", page);
    let desk = Desk::open(site.path());
    let headers = [("Cookie", desk.cookie.as_str())];
    let shown = desk.raw("GET", "/media/a.svg", &headers, &[]);
    assert_eq!(shown.status, 200);
    let policy = shown.header("content-security-policy");
    assert!(policy.starts_with("sandbox"), "{policy}");
}

#[test]
fn a_file_is_deleted_only_if_nothing_uses_it() {
    let site = sound_site();
    let desk = Desk::open(site.path());
    let told = upload(&desk, "a.jpg", &photo());
    let path = text(&told.value, "/file/path").to_owned();
    let value = serde_json::json!({"title": "图", "body": format!("![图](media:{path})")});
    let new = serde_json::json!({"id": "pictures", "value": value});
    assert_eq!(desk.call("POST", "items/page", &[], &new).status, 201);
    let list = desk.get("media?q=a.jpg");
    assert_eq!(
        list["files"][0]["uses"],
        serde_json::json!([["page", "pictures", "图"]])
    );
    let used = desk.call("DELETE", &format!("media/{path}"), &[], &Value::Null);
    assert_eq!(used.status, 409);
    assert!(text(&used.value, "/title").contains("《图》"));

    let item = desk.get("items/page/pictures");
    let state = [("If-Match", text(&item, "/etag"))];
    desk.call("DELETE", "items/page/pictures", &state, &Value::Null);
    let gone = desk.call("DELETE", &format!("media/{path}"), &[], &Value::Null);
    assert_eq!(gone.status, 204, "{}", gone.value);
    assert!(!site.path().join("media").join(path).exists());
}
