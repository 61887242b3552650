//! Smaller variants of pictures.

use super::harness::sites::{publish, publish_to};
use crate::fixtures::{Tree, sound_site, temporary, tree, write};
use image::{DynamicImage, ImageFormat, RgbImage};
use serde_json::{Value, json};
use std::io::Cursor;
use std::path::Path;
use tempfile::TempDir;

const FOLDER: &str = "assets/pictures/";

/// A site with an article that shows a photo as its cover and in its text.
fn site() -> TempDir {
    let site = sound_site();
    let photo = RgbImage::from_fn(1300, 800, |x, y| {
        let grain = u8::try_from((x.wrapping_mul(31) ^ y.wrapping_mul(17)) % 64);
        image::Rgb([grain.unwrap_or_default(), 80, 120])
    });
    let mut bytes = Cursor::new(Vec::new());
    let photo = DynamicImage::from(photo);
    photo
        .write_to(&mut bytes, ImageFormat::Jpeg)
        .expect("a photo");
    write(site.path(), "media/photo.jpg", bytes.into_inner());
    let article = json!({
        "title": "有照片的文章",
        "section": "alliance",
        "published": "2025-03-03",
        "cover": { "src": "photo.jpg", "alt": "会场" },
        "body": "文\n\n![会场的另一面](media:photo.jpg)\n\n`<img src=\"/media/photo.jpg\"`",
    });
    write(site.path(), "content/articles/p.json", article.to_string());
    site
}

fn edit(site: &Path, path: &str, change: impl FnOnce(&mut Value)) {
    let bytes = std::fs::read(site.join(path)).expect("the file is there");
    let mut value = serde_json::from_slice(&bytes).expect("the file is JSON");
    change(&mut value);
    write(site, path, value.to_string());
}

fn variants(tree: &Tree) -> Vec<&String> {
    tree.keys()
        .filter(|path| path.starts_with(FOLDER))
        .collect()
}

fn text<'a>(tree: &'a Tree, path: &str) -> &'a str {
    let bytes = tree
        .get(path)
        .unwrap_or_else(|| panic!("{path} is missing"));
    std::str::from_utf8(bytes).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Returns the values of an attribute in the order of the page.
fn values<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    let values = html.split(start.as_str()).skip(1);
    values.filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn a_page_offers_the_variants_of_its_pictures() {
    let site = site();
    let tree = publish(site.path(), None);
    let variants = variants(&tree);
    assert!(variants.len() >= 2, "{variants:?}");
    let html = text(&tree, "articles/p/index.html");
    let offered = values(html, "srcset");
    assert_eq!(offered.len(), 2, "{html}");
    assert_eq!(values(html, "imagesrcset"), offered[..1]);
    for candidates in offered {
        for candidate in candidates.split(", ") {
            let (path, width) = candidate.split_once(' ').expect("a candidate");
            let path = path.trim_start_matches('/');
            assert!(tree.contains_key(path), "{path}");
            assert!(width.ends_with('w'), "{width}");
        }
    }
    // The text is shown as it was written.
    assert!(html.contains("&lt;img src=\"/media/photo.jpg\""), "{html}");
    assert!(tree.contains_key("media/photo.jpg"));
}

#[test]
fn a_site_can_do_without_variants() {
    let site = site();
    edit(site.path(), "content/site.json", |site| {
        site["picture_sizes"] = json!(false);
    });
    let tree = publish(site.path(), None);
    assert_eq!(variants(&tree), [""; 0]);
    assert!(!text(&tree, "articles/p/index.html").contains("srcset"));
}

#[test]
fn variants_are_used_again_and_a_damaged_one_is_made_good() {
    let (site, place) = (site(), temporary());
    let out = place.path().join("site");
    publish_to(site.path(), &out);
    let first = tree(&out);
    let changes = publish_to(site.path(), &out).changes;
    assert_eq!((changes.added, changes.changed), (0, 0));

    let damaged = variants(&first)[0];
    std::fs::write(out.join(damaged), "").expect("the file is written");
    publish_to(site.path(), &out);
    assert!(tree(&out) == first);

    write(site.path(), "media/photo.jpg", "");
    let article = "content/articles/p.json";
    edit(site.path(), article, |article| {
        let fields = article.as_object_mut().expect("fields");
        fields.remove("cover");
        article["body"] = json!("文");
    });
    publish_to(site.path(), &out);
    assert_eq!(variants(&tree(&out)), [""; 0]);
}
