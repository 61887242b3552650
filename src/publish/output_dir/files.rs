//! Operations on files: creation, removal, hard links, comparison.

use super::error::{WriteError, refused, unreadable};
use super::file_list::UNFINISHED;
use rayon::prelude::*;
use std::fs::{DirEntry, File, Metadata};
use std::io::{self, BufRead as _, BufReader, Write as _};
use std::path::Path;

/// Number of bytes of two files that are compared at a time.
const PIECE: usize = 64 << 10;

/// Creates a file; creates its folder first if it is missing.
pub(crate) fn in_its_folder<T>(path: &Path, make: impl Fn() -> io::Result<T>) -> io::Result<T> {
    match (make(), path.parent()) {
        (Err(error), Some(parent)) if error.kind() == io::ErrorKind::NotFound => {
            std::fs::create_dir_all(parent)?;
            make()
        }
        (made, _) => made,
    }
}

/// Removes a file, and returns `true` if it existed.
pub(crate) fn remove_file(path: &Path) -> io::Result<bool> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        removed => removed.map(|()| true),
    }
}

/// Removes the folder of a portal on several cores, as it has two or more files for each of its
/// pages. Links are removed and not followed. The file that identifies it is removed
/// last, so that an incomplete removal remains identifiable, too.
pub(crate) fn remove_unfinished(folder: &Path) -> io::Result<()> {
    let entries: Vec<DirEntry> = std::fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    let others = entries
        .par_iter()
        .filter(|entry| entry.file_name() != UNFINISHED);
    others.try_for_each(|entry| {
        if entry.file_type()?.is_dir() {
            std::fs::remove_dir_all(entry.path())
        } else {
            std::fs::remove_file(entry.path())
        }
    })?;
    remove_file(&folder.join(UNFINISHED))?;
    std::fs::remove_dir(folder)
}

/// Hard-links a file of the old portal into the new one, so that its contents and modification
/// time are preserved.
///
/// # Errors
/// Returns an error if the file has been removed meanwhile, or if the file system refuses.
pub(crate) fn second_name(old: &Path, new: &Path) -> Result<(), WriteError> {
    // Some file systems have no hard links, and a system may forbid them for files of others.
    if in_its_folder(new, || std::fs::hard_link(old, new)).is_ok() {
        return Ok(());
    }
    let bytes = std::fs::read(old).map_err(unreadable(old))?;
    copy_with_time(&bytes, old, new).map_err(refused(new))
}

/// Writes a copy of a file from its contents, with the original's modification time.
pub(crate) fn copy_with_time(bytes: &[u8], old: &Path, new: &Path) -> io::Result<()> {
    let modified = std::fs::metadata(old)?.modified()?;
    let mut file = in_its_folder(new, || File::create_new(new))?;
    file.write_all(bytes)?;
    file.set_modified(modified)
}

/// Returns `true` if a file has these contents, and `false` if it cannot be read.
pub(crate) fn says(file: &Path, about: &Metadata, bytes: &[u8]) -> bool {
    about.len() == bytes.len() as u64 && std::fs::read(file).is_ok_and(|there| there == bytes)
}

/// Returns `true` if two files of the same length have the same contents.
pub(crate) fn same(one: &mut File, other: File) -> io::Result<bool> {
    let mut one = BufReader::with_capacity(PIECE, one);
    let mut other = BufReader::with_capacity(PIECE, other);
    loop {
        let (left, right) = (one.fill_buf()?, other.fill_buf()?);
        let read = left.len().min(right.len());
        if left.get(..read) != right.get(..read) {
            return Ok(false);
        }
        if read == 0 {
            return Ok(left.len() == right.len());
        }
        one.consume(read);
        other.consume(read);
    }
}
