//! Tests of `portal schema`, and of the schemas that are stored beside the content.

use crate::fixtures::{fixture, outcome, portal, repository, sound_site, temporary, tree, write};
use portal::content::json::schema;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

const NAMES: [&str; 8] = [
    "article.schema.json",
    "bulletin.schema.json",
    "event.schema.json",
    "links.schema.json",
    "member.schema.json",
    "page.schema.json",
    "site.schema.json",
    "synonyms.schema.json",
];

#[test]
fn schemas_go_into_the_folder_of_a_site() {
    let site = sound_site();
    write(site.path(), "schema/notes.txt", "ours");
    let (code, printed, told) = outcome(portal().arg("schema").arg(site.path()));
    let folder = site.path().join("schema");
    let expected = format!("已把 8 个 JSON Schema 写进 {}\n", folder.display());
    assert_eq!((code, printed, told.as_str()), (Some(0), expected, ""));
    let mut written = tree(&folder);
    assert_eq!(written.remove("notes.txt").as_deref(), Some(&b"ours"[..]));
    assert_eq!(written.keys().collect::<Vec<_>>(), NAMES);
    let (code, _, told) = outcome(portal().arg("check").arg(site.path()));
    assert_eq!((code, told.as_str()), (Some(0), "检查通过，没有发现问题\n"));
}

#[test]
fn schemas_go_straight_into_any_other_folder_and_are_always_the_same() {
    let place = temporary();
    let folder = place.path().join("a/b");
    for _ in 0..2 {
        assert_eq!(outcome(portal().arg("schema").arg(&folder)).0, Some(0));
        let written: BTreeMap<String, String> = tree(&folder)
            .into_iter()
            .map(|(name, bytes)| (name, String::from_utf8_lossy(&bytes).into_owned()))
            .collect();
        assert_eq!(written, schema::files());
    }
}

#[test]
fn a_folder_that_cannot_be_made_is_told_in_one_line() {
    let place = temporary();
    write(place.path(), "file", "");
    let folder = place.path().join("file");
    let (code, printed, told) = outcome(portal().arg("schema").arg(&folder));
    assert_eq!((code, printed.as_str()), (Some(2), ""));
    let expected = format!("portal: 写不进 {}", folder.display());
    assert!(told.starts_with(&expected), "{told}");
    assert_eq!(told.lines().count(), 1, "{told}");
}

/// `UPDATE_EXPECTED=1` rewrites them.
#[test]
fn the_schemas_beside_the_content_are_those_of_the_types() {
    for site in ["public", "examples/demo"] {
        let folder = repository(site).join("schema");
        for (name, text) in schema::files() {
            let path = folder.join(&name);
            if std::env::var_os("UPDATE_EXPECTED").is_some() {
                write(&folder, &name, &text);
            }
            let found = std::fs::read_to_string(&path).unwrap_or_default();
            assert!(found == text, "{} is old", path.display());
        }
        assert_eq!(tree(&folder).keys().collect::<Vec<_>>(), NAMES);
    }
}

#[test]
fn content_names_its_schema_and_fits_it() {
    for site in [repository("public"), repository("examples/demo")] {
        check_content(&site);
    }
}

#[test]
fn content_without_named_schema_fits_it_too() {
    let validators = validators();
    for site in ["smallest/site", "everything/site"] {
        let content = fixture(site).join("content");
        for (path, bytes) in tree(&content) {
            let validator = &validators[schema_for(&path)];
            check_valid(validator, &path, &bytes);
        }
    }
}

/// Checks that every file of a site names the schema of its kind, by a correct path, and is
/// valid.
#[track_caller]
pub(super) fn check_content(site: &Path) {
    let validators = validators();
    let content = site.join("content");
    let files = tree(&content);
    assert!(!files.is_empty(), "{} has no content", site.display());
    for (path, bytes) in files {
        let document = check_valid(&validators[schema_for(&path)], &path, &bytes);
        let named = document["$schema"].as_str().unwrap_or_default();
        let folder = content.join(&path);
        let folder = folder.parent().expect("a file has a folder");
        let found = folder.join(named).canonicalize();
        let expected = site.join("schema").join(schema_for(&path)).canonicalize();
        assert_eq!(found.ok(), expected.ok(), "{path}: {named:?}");
        assert!(!named.is_empty(), "{path} names no schema");
    }
}

fn check_valid(validator: &jsonschema::Validator, path: &str, bytes: &[u8]) -> Value {
    let document: Value =
        serde_json::from_slice(bytes).unwrap_or_else(|error| panic!("{path}: {error}"));
    let errors: Vec<String> = validator
        .iter_errors(&document)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{path}: {errors:?}");
    document
}

fn validators() -> BTreeMap<String, jsonschema::Validator> {
    let schemas = schema::files().into_iter();
    schemas
        .map(|(name, text)| {
            let schema: Value = serde_json::from_str(&text).expect("schemas are JSON");
            let validator = jsonschema::draft7::new(&schema);
            (name, validator.expect("schemas make validators"))
        })
        .collect()
}

fn schema_for(path: &str) -> &'static str {
    match path.split('/').next() {
        Some("articles") => "article.schema.json",
        Some("bulletins") => "bulletin.schema.json",
        Some("events") => "event.schema.json",
        Some("links") => "links.schema.json",
        Some("members") => "member.schema.json",
        Some("pages") => "page.schema.json",
        Some("synonyms.json") => "synonyms.schema.json",
        _ => "site.schema.json",
    }
}
