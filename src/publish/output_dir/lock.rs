//! A lock that one process at a time can hold.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// A lock on a file. The system releases it when the process ends in any way, so that a leftover
/// file blocks nobody.
#[derive(Debug)]
pub(crate) struct Lock {
    path: PathBuf,
    file: File,
}

impl Lock {
    /// Acquires the lock; returns `None` if another process holds it.
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
                // Some network file systems do not support locks. There, users have to avoid
                // concurrent builds themselves.
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {}
                Err(TryLockError::Error(error)) => return Err(error),
            }
            let path = path.to_owned();
            let lock = Self { path, file };
            if lock.stands()? {
                return Ok(Some(lock));
            }
            // The previous process has removed its file in between; the next attempt creates
            // another.
        }
    }

    /// Returns `true` if the path still refers to the locked file.
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

    /// Returns `true`, as the file is never removed on other systems.
    #[cfg(not(unix))]
    fn stands(&self) -> io::Result<bool> {
        self.file.metadata().map(|_| true)
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed while the lock is still held, so that no other process's file is removed. A
        // leftover file is harmless. On systems other than Unix an open file cannot be removed.
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
