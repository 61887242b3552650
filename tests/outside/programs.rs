//! Programs from outside, and the portal that they get to see.

use crate::fixtures::{TODAY, fixture, repository, temporary};
use portal::content::date::Date;
use portal::publish::{BuildOptions, Drafts, Shell, build};
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// Where a program is that `scripts/tools.sh` has brought, or the system has.
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

/// The site with an item of every kind, published with compressed copies.
pub(super) fn published() -> (TempDir, PathBuf) {
    let folder = temporary();
    let out = folder.path().join("site");
    publish_into(&out);
    (folder, out)
}

/// Publishes that site into a folder.
pub(super) fn publish_into(out: &Path) {
    let (year, month, day) = TODAY;
    let options = BuildOptions {
        site: &fixture("everything/site"),
        out,
        base_url: None,
        drafts: Drafts::Left,
        compress: true,
        today: Date::new(year, month, day).expect("the calendar has this day"),
    };
    let shell = Shell::read(&fixture("shell")).unwrap_or_else(|error| panic!("{error}"));
    build(&options, &shell).unwrap_or_else(|error| panic!("{error:?}"));
}
