//! Choice of the shell that a site is published into.

use portal::publish::ShellSource;
use std::path::Path;

/// Returns the shell in `folder`, or else the embedded one, or else the one that `make`
/// builds.
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
