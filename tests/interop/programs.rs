//! Other programs, and the portal that they read.

use portal::content::values::date::Date;
use portal::publish::{BuildOptions, Drafts, Shell, Unobserved, build};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// Returns a path in the repository.
pub(super) fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Returns the path of a program that `scripts/tools.sh` has installed, or that the system
/// has.
#[track_caller]
pub(super) fn program(name: &str) -> PathBuf {
    let output = Command::new(repository("scripts/tools.sh"))
        .arg("path")
        .output()
        .unwrap_or_else(|error| panic!("scripts/tools.sh: {error}"));
    let cached = String::from_utf8_lossy(&output.stdout);
    let system = std::env::var("PATH").unwrap_or_default();
    let folders = format!("{}:{system}:/usr/sbin", cached.trim());
    std::env::split_paths(&folders)
        .map(|folder| folder.join(name))
        .find(|path| path.is_file())
        .unwrap_or_else(|| panic!("{name} is not there; run `make test-tools` first"))
}

/// Runs a Python script of these tests, and returns its output, one JSON value for each line.
#[track_caller]
pub(super) fn python(script: &str, arguments: &[PathBuf]) -> Vec<Value> {
    // Debian's packages are unpacked beside the other tools: …/debian/usr/sbin/nginx.
    let usr = program("nginx");
    let usr = usr.ancestors().nth(2).expect("nginx is in usr/sbin");
    let printed = output(
        Command::new("python3")
            .arg(repository(script))
            .args(arguments)
            .env("PYTHONPATH", usr.join("lib/python3/dist-packages")),
    );
    printed
        .lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{line}: {error}")))
        .collect()
}

/// Runs a program, which must succeed, and returns its output.
#[track_caller]
pub(super) fn output(command: &mut Command) -> String {
    let output = command
        .output()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(
        output.status.success(),
        "{command:?}: {}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Publishes the site with an item of every kind, with compressed copies.
pub(super) fn published() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("the system has room for a temporary folder");
    let out = folder.path().join("site");
    let options = BuildOptions {
        site: &repository("tests/fixtures/everything/site"),
        out: &out,
        base_url: None,
        drafts: Drafts::Left,
        is_plan: false,
        compress: true,
        today: Date::new(2026, 1, 15).expect("the calendar has this day"),
        observer: &Unobserved,
    };
    let shell =
        Shell::read(&repository("tests/fixtures/shell")).unwrap_or_else(|error| panic!("{error}"));
    build(&options, &shell).unwrap_or_else(|error| panic!("{error:?}"));
    (folder, out)
}
