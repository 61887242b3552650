//! Writing the portal: into a folder beside the old one, which is then swapped in whole.

use std::io;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use thiserror::Error;

/// A file that every published portal has, by which an output folder is known as one.
const MARK: &str = "404.html";

/// An output that cannot be written.
#[derive(Debug, Error)]
pub enum WriteError {
    /// The folder holds something else.
    #[error("{0} 里已有别的文件，不是以前发布的站点，所以没有覆盖。请换一个空文件夹")]
    NotAPortal(PathBuf),
    /// The disk refused.
    #[error("写不进 {path}：{error}")]
    Refused {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
}

/// A portal that is being written. Dropping it without [`Staging::publish`] leaves no trace.
#[derive(Debug)]
pub(super) struct Staging {
    folder: TempDir,
    target: PathBuf,
}

impl Staging {
    /// Begins a portal that will stand at `target`.
    ///
    /// # Errors
    /// When `target` holds something else than a portal, or the disk refuses.
    pub(super) fn new(target: &Path) -> Result<Self, WriteError> {
        let target = std::path::absolute(target).map_err(refused(target))?;
        if is_taken(&target)? {
            return Err(WriteError::NotAPortal(target));
        }
        let parent = target.parent().unwrap_or(&target);
        std::fs::create_dir_all(parent).map_err(refused(parent))?;
        // Beside the target, so that the swap is a rename on one disk.
        let folder = tempfile::Builder::new()
            .prefix(".portal-")
            .tempdir_in(parent)
            .map_err(refused(parent))?;
        Ok(Self { folder, target })
    }

    /// Where the new portal is being written, and where the old one stands.
    #[must_use]
    pub(super) fn folders(&self) -> (&Path, &Path) {
        (self.folder.path(), &self.target)
    }

    /// Writes a file, given its path in the portal.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(super) fn write(&self, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
        let path = self.room_for(path)?;
        std::fs::write(&path, bytes).map_err(refused(&path))
    }

    /// Copies a file into the portal.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(super) fn copy(&self, from: &Path, path: &str) -> Result<(), WriteError> {
        let path = self.room_for(path)?;
        std::fs::copy(from, &path).map_err(refused(from))?;
        Ok(())
    }

    /// Puts the portal in place. Until here the old one was whole; from here the new one is.
    ///
    /// # Errors
    /// When the disk refuses; then the old portal is put back.
    pub(super) fn publish(self) -> Result<(), WriteError> {
        let Self { folder, target } = self;
        make_readable(folder.path())?;
        let new = folder.keep();
        let old = new.with_extension("old");
        let had_old = target.exists();
        if had_old {
            std::fs::rename(&target, &old).map_err(refused(&target))?;
        }
        if let Err(error) = std::fs::rename(&new, &target) {
            if had_old {
                std::fs::rename(&old, &target).map_err(refused(&target))?;
            }
            std::fs::remove_dir_all(&new).map_err(refused(&new))?;
            return Err(refused(&target)(error));
        }
        if had_old {
            std::fs::remove_dir_all(&old).map_err(refused(&old))?;
        }
        Ok(())
    }

    fn room_for(&self, path: &str) -> Result<PathBuf, WriteError> {
        let path = self.folder.path().join(path);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent).map_err(refused(parent))?;
        }
        Ok(path)
    }
}

/// Whether a folder holds something that is not ours to replace.
fn is_taken(target: &Path) -> Result<bool, WriteError> {
    if !target.exists() {
        return Ok(false);
    }
    let mut entries = std::fs::read_dir(target).map_err(refused(target))?;
    Ok(entries.next().is_some() && !target.join(MARK).is_file())
}

/// A temporary folder is the owner's alone; a portal is read by a web server.
pub(super) fn make_readable(folder: &Path) -> Result<(), WriteError> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let permissions = std::fs::Permissions::from_mode(0o755);
        std::fs::set_permissions(folder, permissions).map_err(refused(folder))?;
    }
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}

pub(super) fn refused(path: &Path) -> impl FnOnce(io::Error) -> WriteError + use<> {
    let path = path.to_owned();
    move |error| WriteError::Refused { path, error }
}
