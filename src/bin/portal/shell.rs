//! Which shell a site is published into.

use portal::publish::ShellSource;
use std::path::Path;

/// The shell of a folder, or else the one that this program carries, or else the one that
/// `make` builds.
pub(crate) fn source(folder: Option<&Path>) -> ShellSource<'_> {
    match folder {
        Some(folder) => ShellSource::Folder(folder),
        None => usual(),
    }
}

#[cfg(feature = "embedded-shell")]
fn usual() -> ShellSource<'static> {
    static SHELL: include_dir::Dir<'_> =
        include_dir::include_dir!("$CARGO_MANIFEST_DIR/target/shell");
    ShellSource::Carried(&SHELL)
}

#[cfg(not(feature = "embedded-shell"))]
fn usual() -> ShellSource<'static> {
    ShellSource::Folder(Path::new("target/shell"))
}
