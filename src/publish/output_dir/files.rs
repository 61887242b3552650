//! Operations on single files: creation, hard links, comparison.

use super::error::{WriteError, refused, unreadable};
use std::fs::{File, Metadata};
use std::io::{self, Read, Write as _};
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
pub(crate) fn same(one: &mut File, mut other: File) -> io::Result<bool> {
    let (mut left, mut right) = (vec![0; PIECE], vec![0; PIECE]);
    loop {
        let read = fill(one, &mut left)?;
        if fill(&mut other, &mut right)? != read || left.get(..read) != right.get(..read) {
            return Ok(false);
        }
        if read < PIECE {
            return Ok(true);
        }
    }
}

/// Reads until a buffer is full or the file ends.
fn fill(file: &mut File, buffer: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while let Some(rest) = buffer.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match file.read(rest) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}
