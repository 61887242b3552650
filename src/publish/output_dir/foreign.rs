//! Files of others in the folder of a portal, and their transfer to the next one.
//!
//! Before the new folder replaces the old one, every foreign file is hard-linked into it, so that
//! no file is ever missing, and nothing has to be undone if the file system refuses. When the new
//! folder is in place, foreign folders are exchanged with those that were created for the hard
//! links. Owners, permissions and processes that work in them are thus preserved.

use super::error::{WriteError, refused, unreadable};
use super::file_list::{FileList, UNFINISHED};
use super::files::{copy_with_time, in_its_folder};
use super::swap::exchange;
use rayon::prelude::*;
use std::fs::{DirEntry, FileType, Metadata};
use std::io;
use std::path::{Path, PathBuf};

/// A file, folder or link that the portal has not written.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct ForeignEntry {
    /// Path in the portal.
    path: PathBuf,
    /// `true` for a folder, but not for a link to one.
    is_folder: bool,
    /// `true` if it is located among the portal's own files, not in a foreign folder.
    is_outermost: bool,
}

/// Number of foreign entries in a portal's folder. The contents of foreign folders are not
/// counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ForeignCount {
    /// Files and links.
    pub files: usize,
    /// Folders that contain no file of the portal.
    pub folders: usize,
}

/// Everything foreign in a portal's folder, each folder before its contents.
#[derive(Debug, Default)]
pub(crate) struct Foreign(Vec<ForeignEntry>);

impl Foreign {
    /// Finds everything in a folder that is not in a list.
    pub(crate) fn find(folder: &Path, list: &FileList) -> Result<Self, WriteError> {
        let mut entries = match find(folder, Path::new(""), list, true) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            found => found.map_err(unreadable(folder))?,
        };
        entries.sort_unstable();
        Ok(Self(entries))
    }

    pub(crate) fn count(&self) -> ForeignCount {
        let outermost = self.0.iter().filter(|entry| entry.is_outermost);
        let folders = outermost.clone().filter(|entry| entry.is_folder).count();
        let files = outermost.count() - folders;
        ForeignCount { files, folders }
    }

    /// Returns the entries at paths of the new portal's files, or of folders above them.
    pub(crate) fn in_the_way_of(&self, new: &FileList) -> Vec<PathBuf> {
        let is_in_the_way = |entry: &&ForeignEntry| {
            new.has(&entry.path) || (!entry.is_folder && new.has_below(&entry.path))
        };
        let found = self.0.iter().filter(is_in_the_way);
        found.map(|entry| entry.path.clone()).collect()
    }

    /// Hard-links everything into the new portal.
    pub(crate) fn carry(&self, old: &Path, new: &Path) -> Result<(), WriteError> {
        for entry in self.0.iter().filter(|entry| entry.is_folder) {
            carry_folder(old, new, &entry.path)?;
        }
        let files = self.0.par_iter().filter(|entry| !entry.is_folder);
        files.try_for_each(|entry| carry_file(&old.join(&entry.path), &new.join(&entry.path)))
    }

    /// Replaces the folders and files that were created by [`Foreign::carry`] with the foreign
    /// ones themselves.
    ///
    /// `old` is the current path of the old portal, `new` the files of the new one.
    ///
    /// # Errors
    /// Returns an error if the file system refuses. Everything is in the new portal nevertheless.
    pub(crate) fn settle(
        &self,
        old: &Path,
        target: &Path,
        new: &FileList,
    ) -> Result<(), WriteError> {
        let mut settled: Option<&Path> = None;
        for entry in &self.0 {
            let path = &entry.path;
            if settled.is_some_and(|folder| path.starts_with(folder)) {
                continue;
            }
            let (from, to) = (old.join(path), target.join(path));
            let (Ok(original), Ok(second)) = (from.symlink_metadata(), to.symlink_metadata())
            else {
                // Its owner has removed it meanwhile.
                continue;
            };
            if !entry.is_folder {
                // A file that could not be hard-linked was copied.
                if !original.is_dir() && !is_same(&original, &second) {
                    std::fs::rename(&from, &to).map_err(refused(&to))?;
                }
            } else if !new.has_below(path) {
                if exchange(&from, &to) {
                    settled = Some(path);
                } else {
                    // Remove the write permission that was added for the move.
                    std::fs::set_permissions(&to, original.permissions()).map_err(refused(&to))?;
                }
            }
        }
        Ok(())
    }
}

fn find(
    folder: &Path,
    above: &Path,
    list: &FileList,
    is_outermost: bool,
) -> io::Result<Vec<ForeignEntry>> {
    let entries: Vec<DirEntry> =
        std::fs::read_dir(folder.join(above))?.collect::<Result<_, _>>()?;
    let found = entries.par_iter().map(|entry| {
        let path = above.join(entry.file_name());
        let is_folder = entry.file_type()?.is_dir();
        let (mut found, is_own) = if is_folder {
            let is_own = list.has_below(&path);
            match find(folder, &path, list, is_own) {
                // Removed by its owner at this moment.
                Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
                inside => (inside?, is_own),
            }
        } else {
            let is_own = list.has(&path) || path == Path::new(UNFINISHED);
            (Vec::new(), is_own)
        };
        if !is_own {
            found.push(ForeignEntry {
                path,
                is_folder,
                is_outermost,
            });
        }
        Ok(found)
    });
    found.try_reduce(Vec::new, |mut one, other| {
        one.extend(other);
        Ok(one)
    })
}

/// Returns the metadata of a foreign entry, unless its owner has removed it at this moment.
fn about(path: &Path) -> Result<Option<Metadata>, WriteError> {
    match path.symlink_metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        about => about.map(Some).map_err(unreadable(path)),
    }
}

/// Creates a folder like one of the old portal.
fn carry_folder(old: &Path, new: &Path, path: &Path) -> Result<(), WriteError> {
    let (from, to) = (old.join(path), new.join(path));
    let Some(about) = about(&from)? else {
        return Ok(());
    };
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        // A mounted file system would be copied, and could not be moved.
        let root = old.symlink_metadata().map_err(unreadable(old))?;
        if root.dev() != about.dev() {
            return Err(refused(&from)(io::ErrorKind::ResourceBusy.into()));
        }
    }
    std::fs::create_dir_all(&to).map_err(refused(&to))?;
    like(&to, &about).map_err(refused(&to))
}

/// Gives a folder the owner and permissions of another, but lets this user write into it.
#[cfg(unix)]
fn like(folder: &Path, about: &Metadata) -> io::Result<()> {
    use std::fs::Permissions;
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown};
    let own = folder.metadata()?;
    if (own.uid(), own.gid()) != (about.uid(), about.gid()) {
        match chown(folder, Some(about.uid()), Some(about.gid())) {
            // Only the administrator may change the owner of a folder.
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {}
            given => given?,
        }
    }
    let mode = about.permissions().mode() & 0o7777;
    std::fs::set_permissions(folder, Permissions::from_mode(mode | 0o700))
}

#[cfg(not(unix))]
fn like(_: &Path, _: &Metadata) -> io::Result<()> {
    Ok(())
}

/// Hard-links a file or link, or copies it if that is not possible.
fn carry_file(old: &Path, new: &Path) -> Result<(), WriteError> {
    if in_its_folder(new, || std::fs::hard_link(old, new)).is_ok() {
        return Ok(());
    }
    let Some(about) = about(old)? else {
        return Ok(());
    };
    if about.is_symlink() {
        return copy_link(old, new, about.file_type()).map_err(refused(new));
    }
    // Reading a pipe would block until its other end is opened.
    if !about.is_file() {
        return Err(refused(new)(io::ErrorKind::Unsupported.into()));
    }
    let bytes = std::fs::read(old).map_err(unreadable(old))?;
    copy_with_time(&bytes, old, new)
        .and_then(|()| std::fs::set_permissions(new, about.permissions()))
        .map_err(refused(new))
}

#[cfg(unix)]
fn copy_link(old: &Path, new: &Path, _: FileType) -> io::Result<()> {
    std::os::unix::fs::symlink(std::fs::read_link(old)?, new)
}

#[cfg(windows)]
fn copy_link(old: &Path, new: &Path, kind: FileType) -> io::Result<()> {
    use std::os::windows::fs::{FileTypeExt as _, symlink_dir, symlink_file};
    let to = std::fs::read_link(old)?;
    if kind.is_symlink_dir() {
        symlink_dir(to, new)
    } else {
        symlink_file(to, new)
    }
}

/// Returns `true` if both belong to the same file. Always returns `false` on systems other than
/// Unix, where this is unknown.
#[cfg(unix)]
pub(crate) fn is_same(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

#[cfg(not(unix))]
pub(crate) fn is_same(_: &Metadata, _: &Metadata) -> bool {
    false
}
