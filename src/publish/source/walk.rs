//! Traversal of a folder of the site.

use crate::content::ReadFault;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::{fs, io};
use walkdir::{DirEntry, WalkDir};

/// Name of the content folder inside a site folder.
pub(crate) const CONTENT: &str = "content";
/// Name of the folder of pictures and files inside a site folder.
pub(crate) const MEDIA: &str = "media";
/// Name of the folder of files that are published at the root of the host, inside a site folder.
pub(crate) const ROOT: &str = "root";

/// A file or folder of the site that cannot be used, and the reason.
pub(crate) type Unusable = (PathBuf, ReadFault);

/// Lists everything below a folder except folders, in the order of the paths, and the entries
/// that cannot be used.
///
/// `name` is the name of the folder. Names for which `is_left_out` returns `true` are skipped. A
/// symbolic link is followed if its target lies in the folder.
pub(crate) fn walk(
    folder: &Path,
    name: &'static str,
    is_left_out: fn(&OsStr) -> bool,
) -> (Vec<DirEntry>, Vec<Unusable>) {
    let (mut files, mut unusable) = (Vec::new(), Vec::new());
    let root = match fs::canonicalize(folder) {
        Ok(root) => root,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return (files, unusable),
        Err(error) => {
            unusable.push((folder.to_owned(), fault_of(&error)));
            return (files, unusable);
        }
    };
    let mut entries = WalkDir::new(folder)
        .min_depth(1)
        .follow_links(true)
        .sort_by_file_name()
        .into_iter();
    while let Some(entry) = entries.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                unusable.extend(walk_error(folder, &error, is_left_out));
                continue;
            }
        };
        let is_folder = entry.file_type().is_dir();
        let belongs = if is_left_out(entry.file_name()) {
            Ok(false)
        } else {
            check_place(&entry, &root, name)
        };
        if is_folder && !matches!(belongs, Ok(true)) {
            entries.skip_current_dir();
        }
        match belongs {
            Ok(true) if !is_folder => files.push(entry),
            Ok(_) => {}
            Err(fault) => unusable.push((entry.into_path(), fault)),
        }
    }
    (files, unusable)
}

/// Returns `true` if an entry is to be listed or entered.
fn check_place(entry: &DirEntry, root: &Path, name: &'static str) -> Result<bool, ReadFault> {
    if !entry.path_is_symlink() {
        return Ok(true);
    }
    let target = fs::canonicalize(entry.path()).map_err(|error| fault_of(&error))?;
    if target.starts_with(root) {
        return Ok(true);
    }
    Err(ReadFault::LinkLeadsOut(name))
}

/// Returns a relative path with `/` between names, or `None` if a name is not Unicode.
pub(crate) fn slash_path(path: &Path) -> Option<String> {
    let parts: Option<Vec<_>> = path.iter().map(OsStr::to_str).collect();
    Some(parts?.join("/"))
}

/// Returns the fault at which the walk stopped, unless the entry is left out.
fn walk_error(
    folder: &Path,
    error: &walkdir::Error,
    is_left_out: fn(&OsStr) -> bool,
) -> Option<Unusable> {
    let path = error.path().unwrap_or(folder);
    if path.file_name().is_some_and(is_left_out) && path != folder {
        return None;
    }
    Some((path.to_owned(), walk_fault(error)))
}

/// Returns the fault at which a walk stopped.
pub(crate) fn walk_fault(error: &walkdir::Error) -> ReadFault {
    let is_link = error.path().is_some_and(Path::is_symlink);
    match error.io_error().map(fault_of) {
        // The system reports a broken link with various errors.
        Some(ReadFault::Other(_)) if is_link => ReadFault::BrokenLink,
        Some(fault) => fault,
        // Only a link to a folder above itself causes no system error.
        None => ReadFault::BrokenLink,
    }
}

/// Returns the reason why the system failed to read an existing file.
pub(crate) fn fault_of(error: &io::Error) -> ReadFault {
    match error.kind() {
        io::ErrorKind::PermissionDenied => ReadFault::Permission,
        // A listed entry can only be missing if it is a broken link.
        io::ErrorKind::NotFound => ReadFault::BrokenLink,
        _ => ReadFault::Other(error.to_string()),
    }
}
