//! Removal of a portal that has been replaced by another.
//!
//! Only the files in its list are removed. Everything else is moved to the new portal, unless it
//! is already there. The result is therefore the same at whatever moment a build was killed.

use super::error::{WriteError, refused};
use super::file_list::{FILE_LIST, FileList, UNFINISHED};
use super::files::{in_its_folder, remove_file};
use super::foreign::is_same;
use rayon::prelude::*;
use std::fs::{DirEntry, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// A portal that is being removed, and its replacement.
#[derive(Debug)]
struct Retirement<'a> {
    old: &'a Path,
    list: &'a FileList,
    target: &'a Path,
    new: &'a FileList,
    /// A foreign file that has no place in the new portal.
    stranded: OnceLock<PathBuf>,
}

/// Removes the old portal with the files of a list, which is now at `old`, after the one at
/// `target` with the files `new` has replaced it. Returns the number of the removed files.
///
/// # Errors
/// Returns an error if the file system refuses, or if a foreign file has to remain because its
/// path is occupied. The function may be called again afterwards.
pub(crate) fn retire(
    old: &Path,
    list: &FileList,
    target: &Path,
    new: &FileList,
) -> Result<usize, WriteError> {
    let retirement = Retirement {
        old,
        list,
        target,
        new,
        stranded: OnceLock::new(),
    };
    let removed = retirement.clear(Path::new(""))?;
    if let Some(stranded) = retirement.stranded.into_inner() {
        return Err(WriteError::Stranded(stranded));
    }
    // Removed last, as the rest of a portal without its list could not be told from foreign files.
    let list = old.join(FILE_LIST);
    let had_list = remove_file(&list).map_err(refused(&list))?;
    std::fs::remove_dir(old).map_err(refused(old))?;
    Ok(removed + usize::from(had_list))
}

impl Retirement<'_> {
    /// Clears a folder, given its path in the portal, and returns the number of removed files.
    fn clear(&self, folder: &Path) -> Result<usize, WriteError> {
        let full = self.old.join(folder);
        let entries = std::fs::read_dir(&full).and_then(Iterator::collect);
        let entries: Vec<DirEntry> = entries.map_err(refused(&full))?;
        entries
            .par_iter()
            .map(|entry| {
                let kind = entry.file_type().map_err(refused(&full))?;
                let path = folder.join(entry.file_name());
                if kind.is_dir() {
                    self.clear_folder(&path)
                } else {
                    self.clear_file(&path)
                }
            })
            .try_reduce(|| 0, |some, more| Ok(some + more))
    }

    fn clear_folder(&self, path: &Path) -> Result<usize, WriteError> {
        let from = self.old.join(path);
        if !self.list.has_below(path) {
            match self.in_place(path)? {
                None => return self.bring(path),
                Some(there) if there.is_dir() => {}
                Some(_) => return Ok(self.strand(from)),
            }
        }
        let_in(&from).map_err(refused(&from))?;
        let removed = self.clear(path)?;
        match std::fs::remove_dir(&from) {
            // A stranded file stays in it.
            Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty => {}
            done => done.map_err(refused(&from))?,
        }
        Ok(removed)
    }

    fn clear_file(&self, path: &Path) -> Result<usize, WriteError> {
        let from = self.old.join(path);
        if path == Path::new(FILE_LIST) {
            return Ok(0);
        }
        let is_own = self.list.has(path);
        if !is_own && path != Path::new(UNFINISHED) {
            let Some(there) = self.in_place(path)? else {
                return self.bring(path);
            };
            let about = from.symlink_metadata().map_err(refused(&from))?;
            // Usually both are links to the same file, or the one there is a copy or a later
            // edit. If it is an earlier one, the wanted version is unknown.
            let is_older = !is_same(&about, &there) && is_later(&about, &there);
            if is_older || there.is_dir() || self.new.has(path) {
                return Ok(self.strand(from));
            }
        }
        std::fs::remove_file(&from).map_err(refused(&from))?;
        Ok(usize::from(is_own))
    }

    /// Returns the metadata of a path in the new portal, if it exists.
    fn in_place(&self, path: &Path) -> Result<Option<Metadata>, WriteError> {
        let path = self.target.join(path);
        match path.symlink_metadata() {
            Ok(about) => Ok(Some(about)),
            Err(error) => match error.kind() {
                io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Ok(None),
                _ => Err(refused(&path)(error)),
            },
        }
    }

    /// Moves a foreign file or folder to its path in the new portal.
    fn bring(&self, path: &Path) -> Result<usize, WriteError> {
        let (from, to) = (self.old.join(path), self.target.join(path));
        match in_its_folder(&to, || std::fs::rename(&from, &to)) {
            Ok(()) => Ok(0),
            Err(error) => match error.kind() {
                // A folder above it is a file of the new portal.
                io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => {
                    Ok(self.strand(from))
                }
                _ => Err(refused(&to)(error)),
            },
        }
    }

    /// Leaves a foreign file where it is, and returns the number of removed files.
    fn strand(&self, path: PathBuf) -> usize {
        _ = self.stranded.set(path);
        0
    }
}

fn is_later(one: &Metadata, other: &Metadata) -> bool {
    let (one, other) = (one.modified().ok(), other.modified().ok());
    one.zip(other).is_some_and(|(one, other)| one > other)
}

/// Grants this user access to a folder, so that its contents can be removed.
#[cfg(unix)]
fn let_in(folder: &Path) -> io::Result<()> {
    use std::fs::Permissions;
    use std::os::unix::fs::PermissionsExt as _;
    let mode = folder.symlink_metadata()?.permissions().mode();
    if mode & 0o700 == 0o700 {
        return Ok(());
    }
    std::fs::set_permissions(folder, Permissions::from_mode(mode | 0o700))
}

#[cfg(not(unix))]
fn let_in(_: &Path) -> io::Result<()> {
    Ok(())
}
