//! Removal of a portal that has been replaced by another.
//!
//! Only the files in its list are removed. Everything else is moved to the new portal, unless it
//! is already there. The result is therefore the same at whatever moment a build was killed.

use super::error::{WriteError, refused};
use super::file_list::{FILE_LIST, FileList, UNFINISHED};
use super::files::in_its_folder;
use super::foreign::is_same;
use rayon::prelude::*;
use std::fs::{DirEntry, Metadata};
use std::io;
use std::path::{Path, PathBuf};

/// A portal that is being removed, and its replacement.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Retirement<'a> {
    /// Current path of the old portal.
    pub(crate) old: &'a Path,
    /// Files of the old portal.
    pub(crate) list: &'a FileList,
    /// Path of the new portal.
    pub(crate) target: &'a Path,
    /// Files of the new portal.
    pub(crate) new: &'a FileList,
}

/// Result of clearing a folder of an old portal.
#[derive(Debug, Default)]
struct Done {
    /// Number of removed files of the portal.
    removed: usize,
    /// A foreign file that has no place in the new portal.
    stranded: Option<PathBuf>,
}

impl Done {
    fn and(self, other: Self) -> Self {
        Self {
            removed: self.removed + other.removed,
            stranded: self.stranded.or(other.stranded),
        }
    }
}

impl Retirement<'_> {
    /// Removes the old portal, and returns the number of its files.
    ///
    /// # Errors
    /// Returns an error if the file system refuses, or if a foreign file has to remain because
    /// its path is occupied. The method may be called again afterwards.
    pub(crate) fn carry_out(&self) -> Result<usize, WriteError> {
        let done = self.clear(Path::new(""))?;
        if let Some(stranded) = done.stranded {
            return Err(WriteError::Stranded(stranded));
        }
        // Removed last, as the rest of a portal without its list could not be told from foreign
        // files.
        let list = self.old.join(FILE_LIST);
        let had_list = match std::fs::remove_file(&list) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => 0,
            removed => removed.map(|()| 1).map_err(refused(&list))?,
        };
        std::fs::remove_dir(self.old).map_err(refused(self.old))?;
        Ok(done.removed + had_list)
    }

    /// Clears a folder, given its path in the portal.
    fn clear(&self, folder: &Path) -> Result<Done, WriteError> {
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
            .try_reduce(Done::default, |one, other| Ok(one.and(other)))
    }

    fn clear_folder(&self, path: &Path) -> Result<Done, WriteError> {
        let from = self.old.join(path);
        let is_own = self.list.has_below(path);
        if !is_own {
            match self.in_place(path)? {
                None => return self.bring(path),
                Some(there) if there.is_dir() => {}
                Some(_) => return Ok(stranded(from)),
            }
        }
        let_in(&from).map_err(refused(&from))?;
        let done = self.clear(path)?;
        if done.stranded.is_none() {
            std::fs::remove_dir(&from).map_err(refused(&from))?;
        }
        Ok(done)
    }

    fn clear_file(&self, path: &Path) -> Result<Done, WriteError> {
        let from = self.old.join(path);
        if path == Path::new(FILE_LIST) {
            return Ok(Done::default());
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
                return Ok(stranded(from));
            }
        }
        std::fs::remove_file(&from).map_err(refused(&from))?;
        let removed = usize::from(is_own);
        let stranded = None;
        Ok(Done { removed, stranded })
    }

    /// Returns the metadata of a path in the new portal, if it exists.
    fn in_place(&self, path: &Path) -> Result<Option<Metadata>, WriteError> {
        let path = self.target.join(path);
        match path.symlink_metadata() {
            Ok(about) => Ok(Some(about)),
            Err(error) if is_absent(&error) => Ok(None),
            Err(error) => Err(refused(&path)(error)),
        }
    }

    /// Moves a foreign file or folder to its path in the new portal.
    fn bring(&self, path: &Path) -> Result<Done, WriteError> {
        let (from, to) = (self.old.join(path), self.target.join(path));
        match in_its_folder(&to, || std::fs::rename(&from, &to)) {
            Ok(()) => Ok(Done::default()),
            // A folder above it is a file of the new portal.
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists
                ) =>
            {
                Ok(stranded(from))
            }
            Err(error) => Err(refused(&to)(error)),
        }
    }
}

const fn stranded(path: PathBuf) -> Done {
    Done {
        removed: 0,
        stranded: Some(path),
    }
}

/// Returns `true` if an error means that a path does not exist.
fn is_absent(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}

/// Returns `true` if a file was modified later than another.
fn is_later(one: &Metadata, other: &Metadata) -> bool {
    match (one.modified(), other.modified()) {
        (Ok(one), Ok(other)) => one > other,
        _ => false,
    }
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
