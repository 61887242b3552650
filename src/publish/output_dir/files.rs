//! Single files: making them, naming them a second time, comparing them.

use super::error::{WriteError, refused, unreadable};
use std::fs::{File, Metadata};
use std::io::{self, Read, Write as _};
use std::path::Path;

/// How much of two files is compared at a time.
const PIECE: usize = 64 << 10;

/// Makes a file; where its folder is missing, makes the folder first.
pub(crate) fn in_its_folder<T>(path: &Path, make: impl Fn() -> io::Result<T>) -> io::Result<T> {
    match (make(), path.parent()) {
        (Err(error), Some(parent)) if error.kind() == io::ErrorKind::NotFound => {
            std::fs::create_dir_all(parent)?;
            make()
        }
        (made, _) => made,
    }
}

/// Gives a file of the old portal a name in the new one, so that its bytes and its time stay.
///
/// # Errors
/// When it is gone meanwhile, or the disk refuses.
pub(crate) fn second_name(old: &Path, new: &Path) -> Result<(), WriteError> {
    // Some disks know no second names, and a system may forbid them for files of others.
    if in_its_folder(new, || std::fs::hard_link(old, new)).is_ok() {
        return Ok(());
    }
    let bytes = std::fs::read(old).map_err(unreadable(old))?;
    copy_with_time(&bytes, old, new).map_err(refused(new))
}

/// Copies what was read of a file, and gives the copy its time.
///
/// # Errors
/// When the disk refuses.
pub(crate) fn copy_with_time(bytes: &[u8], old: &Path, new: &Path) -> io::Result<()> {
    let modified = std::fs::metadata(old)?.modified()?;
    let mut file = in_its_folder(new, || File::create_new(new))?;
    file.write_all(bytes)?;
    file.set_modified(modified)
}

/// Whether a file says the same as these bytes. One that cannot be read does not.
pub(crate) fn says(file: &Path, about: &Metadata, bytes: &[u8]) -> bool {
    about.len() == bytes.len() as u64 && std::fs::read(file).is_ok_and(|there| there == bytes)
}

/// Whether two files of one length say the same.
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
