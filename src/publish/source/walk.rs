//! Walk through a folder of the site.

use crate::content::ReadFault;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::{fs, io};
use walkdir::{DirEntry, WalkDir};

/// The folder of the content, inside a site folder.
pub(crate) const CONTENT: &str = "content";
/// The folder of pictures and files, inside a site folder.
pub(crate) const MEDIA: &str = "media";
/// The folder of files that are published at the root of the host, inside a site folder.
pub(crate) const ROOT: &str = "root";

/// A file or folder of the site that cannot be used, and why.
pub(crate) type Unusable = (PathBuf, ReadFault);

/// Everything below a folder of the site that is no folder, in the order of the paths, and what
/// cannot be used; `name` is that of the folder. Names that are left out are passed over. A
/// symbolic link counts as what it points at, as long as that lies in the folder.
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

/// Whether an entry is to be listed or entered.
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

/// A relative path with `/` between names; `None` for a name that is no Unicode text.
pub(crate) fn slash_path(path: &Path) -> Option<String> {
    let parts: Option<Vec<_>> = path.iter().map(OsStr::to_str).collect();
    Some(parts?.join("/"))
}

/// Why the walk could not go on at an entry, if the entry matters.
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

/// Why a walk could not go on.
pub(crate) fn walk_fault(error: &walkdir::Error) -> ReadFault {
    let is_link = error.path().is_some_and(Path::is_symlink);
    match error.io_error().map(fault_of) {
        // Of a link the system says in many ways that it leads nowhere.
        Some(ReadFault::Other(_)) if is_link => ReadFault::BrokenLink,
        Some(fault) => fault,
        // Only a link that leads to a folder above it is no error of the system.
        None => ReadFault::BrokenLink,
    }
}

/// Why the system did not give a file that is there.
pub(crate) fn fault_of(error: &io::Error) -> ReadFault {
    match error.kind() {
        io::ErrorKind::PermissionDenied => ReadFault::Permission,
        // What a folder lists is missing only where a link leads nowhere.
        io::ErrorKind::NotFound => ReadFault::BrokenLink,
        _ => ReadFault::Other(error.to_string()),
    }
}
