//! Comparison of the output with the expected files.

use crate::fixtures::{Tree, fixture, tree, write};
use serde_json::value::RawValue;
use similar::TextDiff;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// Maximum number of different files that a failure shows; a change of a component affects
/// every page.
const SHOWN: usize = 3;

/// Compares with `tests/fixtures/<name>/expected`. The files of the shell and of the site are
/// copied unchanged, so they are not stored there again.
#[track_caller]
pub(crate) fn check(name: &str, published: Tree) {
    let mut published = without_words(published);
    // The index consists of binary files whose names are hashes; its content is tested
    // separately. The same applies to the list of all files, which contains their names.
    published.retain(|path, _| !path.starts_with("data/search/") && path != ".portal-files");
    let published: Tree = published.into_iter().map(readable).collect();
    let copied: Tree = copied(name).into_iter().map(readable).collect();
    let folder = fixture(name).join("expected");
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        if folder.exists() {
            std::fs::remove_dir_all(&folder).expect("the fixtures can be written");
        }
        for (path, bytes) in &published {
            if copied.get(path) != Some(bytes) {
                write(&folder, path, bytes);
            }
        }
    }
    let mut expected = tree(&folder);
    expected.extend(copied);
    let report = differences(&expected, &published);
    assert!(
        report.is_empty(),
        "{name}: what was published differs from what is expected \
         (UPDATE_EXPECTED=1 rewrites it).\n{report}"
    );
}

/// Stores a page with one tag on a line and data with one field on a line, so that a change can
/// be read in a diff.
fn readable((path, bytes): (String, Vec<u8>)) -> (String, Vec<u8>) {
    let is_long = path.ends_with(".html") || path.ends_with(".json");
    let bytes = if is_long {
        broken_into_lines(&bytes).into_bytes()
    } else {
        bytes
    };
    (path, bytes)
}

/// Removes the messages from the file that all pages have in common, and replaces its name: a
/// changed message would otherwise change every page.
fn without_words(published: Tree) -> Tree {
    const COMMON: &str = "assets/common-";
    const NAME: &str = "assets/common-x.json";
    let is_common = |path: &&String| path.starts_with(COMMON);
    let Some(common) = published.keys().find(is_common).cloned() else {
        return published;
    };
    published
        .into_iter()
        .map(|(path, bytes)| {
            if path == common {
                return (NAME.to_owned(), frame(&bytes));
            }
            match String::from_utf8(bytes) {
                Ok(text) => (path, text.replace(&common, NAME).into_bytes()),
                Err(error) => (path, error.into_bytes()),
            }
        })
        .collect()
}

/// Returns the data of the frame from the file that all pages have in common.
fn frame(common: &[u8]) -> Vec<u8> {
    let (frame, _): (Box<RawValue>, Vec<String>) =
        serde_json::from_slice(common).expect("a frame and its messages");
    frame.get().as_bytes().to_vec()
}

fn copied(name: &str) -> Tree {
    let mut copied = Tree::new();
    for (path, bytes) in tree(&fixture("shell")) {
        // The file of the search worker is named by its content.
        let is_named = !["index.html", "before_paint.js"].contains(&path.as_str())
            && !path.starts_with("critical/");
        if is_named && !path.starts_with("engine") {
            copied.insert(format!("assets/{path}"), bytes);
        }
    }
    let media = fixture(name).join("site/media");
    if media.exists() {
        for (path, bytes) in tree(&media) {
            copied.insert(format!("media/{path}"), bytes);
        }
    }
    copied
}

/// Describes the files that exist on one side only, and those that differ, the first of them
/// in detail.
pub(crate) fn differences(expected: &Tree, published: &Tree) -> String {
    let mut report = String::new();
    let mut shown = 0;
    let paths: BTreeSet<&String> = expected.keys().chain(published.keys()).collect();
    for path in paths {
        match (expected.get(path), published.get(path)) {
            (Some(_), None) => line(&mut report, &format!("missing: {path}")),
            (None, Some(_)) => line(&mut report, &format!("left over: {path}")),
            (Some(old), Some(new)) if old != new => {
                line(&mut report, &format!("differs: {path}"));
                if shown < SHOWN {
                    line(&mut report, &difference(old, new));
                }
                shown += 1;
            }
            _ => {}
        }
    }
    report
}

fn difference(old: &[u8], new: &[u8]) -> String {
    let (old, new) = (broken_into_lines(old), broken_into_lines(new));
    TextDiff::from_lines(&old, &new)
        .unified_diff()
        .context_radius(2)
        .to_string()
}

/// Inserts line breaks between tags, or between the fields of JSON: a page has no line breaks.
fn broken_into_lines(bytes: &[u8]) -> String {
    let text: Cow<'_, str> = String::from_utf8_lossy(bytes);
    text.replace("><", ">\n<").replace(",\"", ",\n\"") + "\n"
}

fn line(report: &mut String, text: &str) {
    _ = writeln!(report, "{text}");
}

#[test]
fn every_kind_of_difference_is_reported() {
    let side = |files: &[(&str, &str)]| -> Tree {
        files
            .iter()
            .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()))
            .collect()
    };
    let expected = side(&[("both", "1"), ("changed", "<p><b>1</b>"), ("gone", "")]);
    let published = side(&[("both", "1"), ("changed", "<p><b>2</b>"), ("new", "")]);
    assert_eq!(
        differences(&expected, &published),
        "differs: changed\n@@ -1,2 +1,2 @@\n <p>\n-<b>1</b>\n+<b>2</b>\n\n\
         missing: gone\nleft over: new\n"
    );
}
