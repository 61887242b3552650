//! A lock that one process at a time can have.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// A lock by a file. The system takes it away from a process that ends, however it ends, so
/// that a file that is left behind keeps nobody out.
#[derive(Debug)]
pub(crate) struct Lock {
    path: PathBuf,
    file: File,
}

impl Lock {
    /// Takes the lock; `None` when another process has it.
    ///
    /// # Errors
    /// When the disk refuses the file.
    pub(crate) fn take(path: &Path) -> io::Result<Option<Self>> {
        loop {
            let file = OpenOptions::new()
                .write(true)
                .create(true)
                .truncate(false)
                .open(path)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Ok(None),
                // Some network disks know no locks. There it is up to the people.
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {}
                Err(TryLockError::Error(error)) => return Err(error),
            }
            let path = path.to_owned();
            let lock = Self { path, file };
            if lock.stands()? {
                return Ok(Some(lock));
            }
            // The one before has removed its file in between; whoever comes next makes another.
        }
    }

    /// Whether the path still leads to the file that is locked.
    #[cfg(unix)]
    fn stands(&self) -> io::Result<bool> {
        use std::os::unix::fs::MetadataExt as _;
        let own = self.file.metadata()?;
        match std::fs::metadata(&self.path) {
            Ok(there) => Ok((there.dev(), there.ino()) == (own.dev(), own.ino())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Elsewhere the file is never removed.
    #[cfg(not(unix))]
    fn stands(&self) -> io::Result<bool> {
        self.file.metadata().map(|_| true)
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // While the lock still holds, so that nobody else's file is removed. One that is left
        // does no harm. Elsewhere than on Unix an open file cannot be removed.
        #[cfg(unix)]
        let _ = std::fs::remove_file(&self.path);
        #[cfg(not(unix))]
        let _ = &self.path;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_at_a_time() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("lock");
        let first = Lock::take(&path).expect("the folder is ours");
        assert!(first.is_some());
        assert!(Lock::take(&path).expect("the folder is ours").is_none());
        drop(first);
        assert!(Lock::take(&path).expect("the folder is ours").is_some());
    }

    #[cfg(unix)]
    #[test]
    fn nothing_is_left_behind() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("lock");
        std::fs::write(&path, "").expect("the folder is ours");
        drop(Lock::take(&path).expect("the folder is ours"));
        assert!(!path.exists());
    }
}
