//! Amount of code that a visitor loads, compressed.

use super::harness::site::shell_folder;
use brotli::enc::BrotliEncoderParams;
use portal::route::Route;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Maximum size of what the app and its scripts need on a static page, compressed, in bytes. A visitor loads it
/// once.
const BUDGET: usize = 160_000;
/// Maximum size with the chunks of a page that is loaded when it is wanted, compressed, in bytes.
const LAZY_BUDGET: usize = 188_000;
/// Maximum size of the search worker, which a visitor who searches loads once, compressed, in
/// bytes.
const ENGINE_BUDGET: usize = 64 * 1024;

#[test]
fn the_app_keeps_to_its_budget() {
    let weights = weights();
    let weight = |belongs: &dyn Fn(&str) -> bool| -> usize {
        let own = weights.iter().filter(|(name, _)| belongs(name));
        own.map(|(_, weight)| weight).sum()
    };
    let engine = weight(&|name| name.starts_with("engine"));
    assert!(
        (1..=ENGINE_BUDGET).contains(&engine),
        "the engine weighs {engine} bytes of {ENGINE_BUDGET}"
    );
    let main = weight(&|name| !name.starts_with("engine") && users(name).is_none());
    assert!(
        (1..=BUDGET).contains(&main),
        "the app weighs {main} bytes of {BUDGET}: {weights:?}"
    );
    for route in [Route::Members, Route::Search] {
        let chunk = route
            .chunk()
            .unwrap_or_else(|| panic!("{route} has no chunk"));
        let uses = |name: &str| {
            users(name).is_some_and(|users| users.split('.').any(|user| user == chunk))
        };
        let own = weight(&uses);
        assert!(own > 0, "the shell has no chunk {chunk}: {weights:?}");
        let total = main + own;
        assert!(
            total <= LAZY_BUDGET,
            "{route} weighs {total} bytes of {LAZY_BUDGET}: {weights:?}"
        );
    }
}

/// Returns the names of the chunks that need a file, if it is a part of chunks.
fn users(name: &str) -> Option<&str> {
    let (users, _) = name.strip_prefix("app-")?.rsplit_once('-')?;
    Some(users)
}

/// Returns the compressed size of each file of code in the shell, by its name.
fn weights() -> BTreeMap<String, usize> {
    let shell = shell_folder(Path::new(env!("CARGO_MANIFEST_DIR")));
    assert!(
        shell.join("index.html").is_file(),
        "{} has no app to weigh: run `make shell` first",
        shell.display()
    );
    let mut weights = BTreeMap::new();
    for entry in fs::read_dir(&shell).unwrap_or_else(|error| panic!("{error}")) {
        let path = entry.unwrap_or_else(|error| panic!("{error}")).path();
        let is_code = path
            .extension()
            .is_some_and(|extension| extension == "wasm" || extension == "js");
        if is_code {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{error}"));
            weights.insert(name.into_owned(), compressed(&bytes));
        }
    }
    weights
}

/// Returns the size after Brotli compression at the highest quality, with which hosts send files
/// that never change.
pub(super) fn compressed(bytes: &[u8]) -> usize {
    let parameters = BrotliEncoderParams {
        quality: 11,
        ..BrotliEncoderParams::default()
    };
    let mut output = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut output, &parameters)
        .unwrap_or_else(|error| panic!("{error}"));
    output.len()
}
