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

/// Contents of a folder of the site.
#[derive(Debug)]
pub(crate) struct Scanned<Files> {
    /// Files by their path in the folder, with `/` between names.
    pub(crate) files: Files,
    pub(crate) unusable: Vec<Unusable>,
}

/// Lists everything below a folder except folders, in the order of the paths, and the entries
/// that cannot be used. A folder that does not exist has no files.
///
/// `name` is the name of the folder. Names for which `is_left_out` returns `true` are skipped. A
/// symbolic link is followed if its target lies in the folder.
pub(crate) fn walk(
    folder: &Path,
    name: &'static str,
    is_left_out: fn(&OsStr) -> bool,
) -> Scanned<Vec<(String, DirEntry)>> {
    let (mut files, mut unusable) = (Vec::new(), Vec::new());
    let root = match fs::canonicalize(folder) {
        Ok(root) => root,
        Err(error) => {
            if error.kind() != io::ErrorKind::NotFound {
                unusable.push((folder.to_owned(), fault_of(&error)));
            }
            return Scanned { files, unusable };
        }
    };
    let mut outside = Vec::new();
    let belongs = |entry: &DirEntry| {
        if is_left_out(entry.file_name()) {
            return false;
        }
        let fault = fault_of_link(entry, &root, name);
        let belongs = fault.is_none();
        outside.extend(fault.map(|fault| (entry.path().to_owned(), fault)));
        belongs
    };
    let entries = WalkDir::new(folder)
        .min_depth(1)
        .follow_links(true)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(belongs);
    for entry in entries {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) => {
                let path = entry.path();
                match slash_path(path.strip_prefix(folder).unwrap_or(path)) {
                    Some(name) => files.push((name, entry)),
                    None => unusable.push((entry.into_path(), ReadFault::NameNotUnicode)),
                }
            }
            Err(error) => {
                let path = error.path().unwrap_or(folder);
                if path == folder || !path.file_name().is_some_and(is_left_out) {
                    unusable.push((path.to_owned(), walk_fault(&error)));
                }
            }
        }
    }
    unusable.extend(outside);
    Scanned { files, unusable }
}

/// Returns the fault of an entry that is a link and cannot be followed.
fn fault_of_link(entry: &DirEntry, root: &Path, name: &'static str) -> Option<ReadFault> {
    if !entry.path_is_symlink() {
        return None;
    }
    match fs::canonicalize(entry.path()) {
        Ok(target) if target.starts_with(root) => None,
        Ok(_) => Some(ReadFault::LinkLeadsOut(name)),
        Err(error) => Some(fault_of(&error)),
    }
}

/// Returns a relative path with `/` between names, or `None` if a name is not Unicode.
pub(crate) fn slash_path(path: &Path) -> Option<String> {
    let parts: Option<Vec<_>> = path.iter().map(OsStr::to_str).collect();
    Some(parts?.join("/"))
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
