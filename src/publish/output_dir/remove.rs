//! Removal of a portal, which has two or more files for each of its pages.

use super::file_list::UNFINISHED;
use rayon::prelude::*;
use std::fs::DirEntry;
use std::io;
use std::path::Path;

/// Removes the folder of a portal that was never finished. The file that identifies it is removed
/// last, so that an incomplete removal remains identifiable, too.
pub(crate) fn remove_unfinished(folder: &Path) -> io::Result<()> {
    let entries: Vec<DirEntry> = std::fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    let others = entries
        .par_iter()
        .filter(|entry| entry.file_name() != UNFINISHED);
    others.try_for_each(|entry| {
        if entry.file_type()?.is_dir() {
            return remove_folder(&entry.path()).map(|_| ());
        }
        std::fs::remove_file(entry.path())
    })?;
    match std::fs::remove_file(folder.join(UNFINISHED)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        removed => removed?,
    }
    std::fs::remove_dir(folder)
}

/// Removes a folder with its contents on all cores, and returns the number of its files.
///
/// A link is removed and not followed.
pub(crate) fn remove_folder(folder: &Path) -> io::Result<usize> {
    let entries: Vec<DirEntry> = std::fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    let files = entries
        .par_iter()
        .map(|entry| {
            if entry.file_type()?.is_dir() {
                return remove_folder(&entry.path());
            }
            std::fs::remove_file(entry.path()).map(|()| 1)
        })
        .try_reduce(|| 0, |some, more| Ok(some + more))?;
    std::fs::remove_dir(folder)?;
    Ok(files)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn what_a_link_leads_to_stays() {
        let place = tempfile::tempdir().expect("a temporary folder");
        let (folder, other) = (place.path().join("folder"), place.path().join("other"));
        for path in [folder.join("a/b"), other.clone()] {
            std::fs::create_dir_all(path).expect("the folder is ours");
        }
        for path in [
            folder.join("a/b/file"),
            folder.join("file"),
            other.join("file"),
        ] {
            std::fs::write(path, "").expect("the folder is ours");
        }
        std::os::unix::fs::symlink(&other, folder.join("a/link")).expect("the folder is ours");
        assert_eq!(remove_folder(&folder).expect("the folder is ours"), 3);
        assert!(!folder.exists());
        assert!(other.join("file").exists());
    }
}
