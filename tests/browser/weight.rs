//! Amount of code that a visitor loads, compressed.

use super::harness::site::shell_folder;
use brotli::enc::BrotliEncoderParams;
use std::fs;
use std::path::Path;

/// Maximum size of the app, which a visitor loads once, compressed, in bytes. Of these, 11,500 are
/// for the hydration of pages that others have changed, for numbers of issues, for the hours and
/// the order of events, for the collapsible filter of the directory, and for fetching ahead.
const BUDGET: usize = 220 * 1024 + 25_000 + 14_500;
/// Maximum size of the search worker, which a visitor who searches loads once, compressed, in
/// bytes.
const ENGINE_BUDGET: usize = 64 * 1024;

#[test]
fn the_app_keeps_to_its_budget() {
    let shell = shell_folder(Path::new(env!("CARGO_MANIFEST_DIR")));
    assert!(
        shell.join("index.html").is_file(),
        "{} has no app to weigh: run `make shell` first",
        shell.display()
    );
    let mut weights = Vec::new();
    for entry in fs::read_dir(&shell).unwrap_or_else(|error| panic!("{error}")) {
        let path = entry.unwrap_or_else(|error| panic!("{error}")).path();
        let is_code = path
            .extension()
            .is_some_and(|extension| extension == "wasm" || extension == "js");
        if is_code {
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            weights.push((
                name,
                compressed(&fs::read(&path).unwrap_or_else(|error| panic!("{error}"))),
            ));
        }
    }
    weights.sort();
    let (engine, weights): (Vec<_>, Vec<_>) = weights
        .into_iter()
        .partition(|(name, _)| name.starts_with("engine"));
    let engine: usize = engine.iter().map(|(_, weight)| weight).sum();
    assert!(
        (1..=ENGINE_BUDGET).contains(&engine),
        "the engine weighs {engine} bytes of {ENGINE_BUDGET}"
    );
    assert!(weights.len() >= 2, "the shell is incomplete: {weights:?}");
    let total: usize = weights.iter().map(|(_, weight)| weight).sum();
    assert!(
        total <= BUDGET,
        "{total} bytes are more than {BUDGET}: {weights:?}"
    );
}

/// Returns the size after Brotli compression at the highest quality, with which hosts send files
/// that never change.
fn compressed(bytes: &[u8]) -> usize {
    let parameters = BrotliEncoderParams {
        quality: 11,
        ..BrotliEncoderParams::default()
    };
    let mut output = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut output, &parameters)
        .unwrap_or_else(|error| panic!("{error}"));
    output.len()
}
