//! Choice of the shell that a site is published into, and of the files of the editor.

use portal::publish::{EditorFiles, ShellSource};
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

/// Returns the editor in `folder`, or else the embedded one, or else the one that `make` builds.
pub(crate) fn editor(folder: Option<&Path>) -> EditorFiles {
    match folder {
        Some(folder) => EditorFiles::Folder(folder.to_owned()),
        None => usual_editor(),
    }
}

#[cfg(feature = "embedded-shell")]
fn usual_editor() -> EditorFiles {
    static EDITOR: include_dir::Dir<'_> =
        include_dir::include_dir!("$CARGO_MANIFEST_DIR/target/editor");
    EditorFiles::Carried(&EDITOR)
}

#[cfg(not(feature = "embedded-shell"))]
fn usual_editor() -> EditorFiles {
    EditorFiles::Folder("target/editor".into())
}
