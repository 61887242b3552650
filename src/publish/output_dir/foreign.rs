//! What others have put into the folder of a portal, and how it gets into the next one.
//!
//! Before the new folder takes the old one's place, every foreign file gets a second name in
//! it, so that there is no moment at which a file is missing, and nothing has to be taken back
//! when the disk refuses. Once the new folder is in its place, foreign folders are exchanged
//! with the ones that were made for the second names: owner, permissions and whoever works in
//! them stay.

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
struct Entry {
    /// Its path in the portal.
    path: PathBuf,
    /// Whether it is a folder, and not a link to one.
    is_folder: bool,
    /// Whether it stands among the portal's own files, and not in a foreign folder.
    is_outermost: bool,
}

/// How much of a portal's folder is not the portal's; what is in a foreign folder is not counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ForeignCount {
    /// Files and links.
    pub files: usize,
    /// Folders of which the portal has written nothing.
    pub folders: usize,
}

/// Everything foreign in a portal's folder, each folder before what is in it.
#[derive(Debug, Default)]
pub(crate) struct Foreign(Vec<Entry>);

impl Foreign {
    /// Finds what a list does not name.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(crate) fn find(folder: &Path, list: &FileList) -> Result<Self, WriteError> {
        let mut entries = match find(folder, Path::new(""), list, true) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            found => found.map_err(unreadable(folder))?,
        };
        entries.sort_unstable();
        Ok(Self(entries))
    }

    /// How much there is.
    pub(crate) fn count(&self) -> ForeignCount {
        let outermost = self.0.iter().filter(|entry| entry.is_outermost);
        let folders = outermost.clone().filter(|entry| entry.is_folder).count();
        let files = outermost.count() - folders;
        ForeignCount { files, folders }
    }

    /// What stands where a file of the new portal has to be, or a folder above it.
    pub(crate) fn in_the_way_of(&self, new: &FileList) -> Vec<PathBuf> {
        let is_in_the_way = |entry: &&Entry| {
            new.has(&entry.path) || (!entry.is_folder && new.has_below(&entry.path))
        };
        let found = self.0.iter().filter(is_in_the_way);
        found.map(|entry| entry.path.clone()).collect()
    }

    /// Gives everything a second name in the new portal.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(crate) fn carry(&self, old: &Path, new: &Path) -> Result<(), WriteError> {
        for entry in self.0.iter().filter(|entry| entry.is_folder) {
            carry_folder(old, new, &entry.path)?;
        }
        let files = self.0.par_iter().filter(|entry| !entry.is_folder);
        files.try_for_each(|entry| carry_file(&old.join(&entry.path), &new.join(&entry.path)))
    }

    /// Puts the foreign folders and files themselves in the place of the ones that were made
    /// for [`Foreign::carry`], given where the old portal is now, and what the new one has.
    ///
    /// # Errors
    /// When the disk refuses. Everything has its name in the new portal all the same.
    pub(crate) fn settle(
        &self,
        old: &Path,
        target: &Path,
        new: &FileList,
    ) -> Result<(), WriteError> {
        let mut settled: Option<&Path> = None;
        for Entry {
            path, is_folder, ..
        } in &self.0
        {
            if settled.is_some_and(|folder| path.starts_with(folder)) {
                continue;
            }
            let (from, to) = (old.join(path), target.join(path));
            let (Ok(original), Ok(second)) = (from.symlink_metadata(), to.symlink_metadata())
            else {
                // Whoever owns it has removed it meanwhile.
                continue;
            };
            if !is_folder {
                // One that could not get a second name was copied.
                if !original.is_dir() && !is_same(&original, &second) {
                    std::fs::rename(&from, &to).map_err(refused(&to))?;
                }
            } else if !new.has_below(path) {
                if exchange(&from, &to) {
                    settled = Some(path);
                } else {
                    // What made it writable for the time of the move goes.
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
) -> io::Result<Vec<Entry>> {
    let entries: Vec<DirEntry> =
        std::fs::read_dir(folder.join(above))?.collect::<Result<_, _>>()?;
    let found = entries.par_iter().map(|entry| {
        let path = above.join(entry.file_name());
        let is_folder = entry.file_type()?.is_dir();
        let is_own = if is_folder {
            list.has_below(&path)
        } else {
            list.has(&path) || path == Path::new(UNFINISHED)
        };
        let mut found = Vec::new();
        if is_folder {
            found = match find(folder, &path, list, is_own) {
                // Removed by its owner in this moment.
                Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(found),
                inside => inside?,
            };
        }
        if !is_own {
            found.push(Entry {
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

/// Makes a folder like one of the old portal.
fn carry_folder(old: &Path, new: &Path, path: &Path) -> Result<(), WriteError> {
    let (from, to) = (old.join(path), new.join(path));
    let about = match from.symlink_metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        about => about.map_err(unreadable(&from))?,
    };
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        // A disk that is mounted here would be copied, and could not be moved.
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
            // Only the administrator may give a folder away.
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

/// Gives a file or link a second name; where that is not possible, copies it.
fn carry_file(old: &Path, new: &Path) -> Result<(), WriteError> {
    if in_its_folder(new, || std::fs::hard_link(old, new)).is_ok() {
        return Ok(());
    }
    let about = match old.symlink_metadata() {
        // Removed by its owner in this moment.
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        about => about.map_err(unreadable(old))?,
    };
    if about.is_symlink() {
        return copy_link(old, new, about.file_type()).map_err(refused(new));
    }
    // Reading a pipe would wait for its other end for ever.
    if !about.is_file() {
        return Err(refused(new)(io::ErrorKind::Unsupported.into()));
    }
    let bytes = std::fs::read(old).map_err(unreadable(old))?;
    let copied = copy_with_time(&bytes, old, new);
    copied
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

/// Whether two names are those of one file. Elsewhere than on Unix nobody can tell.
#[cfg(unix)]
pub(crate) fn is_same(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

#[cfg(not(unix))]
pub(crate) fn is_same(_: &Metadata, _: &Metadata) -> bool {
    false
}
