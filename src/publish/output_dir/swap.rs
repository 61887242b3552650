//! Replacement of an old portal by a new one as a whole.

use super::error::{WriteError, refused};
use std::path::{Path, PathBuf};

/// Puts a new folder in the place of an old one, and returns the current path of the old one.
///
/// If the system can exchange two folders in one step, there is no moment without a portal.
/// Otherwise the old one is moved aside for the time of a rename; if a build is killed at that
/// moment, the next one moves it back.
///
/// # Errors
/// Returns an error if the file system refuses; the old folder is then in its place.
pub(crate) fn swap(
    new: &Path,
    target: &Path,
    aside: PathBuf,
) -> Result<Option<PathBuf>, WriteError> {
    if !target.exists() {
        std::fs::rename(new, target).map_err(refused(target))?;
        return Ok(None);
    }
    if exchange(new, target) {
        return Ok(Some(new.to_owned()));
    }
    swap_by_renames(new, target, aside).map(Some)
}

/// Moves the old folder aside and the new one to its place, and returns the current path of the
/// old one.
///
/// # Errors
/// Returns an error if the file system refuses; the old folder is then in its place.
pub(crate) fn swap_by_renames(
    new: &Path,
    target: &Path,
    aside: PathBuf,
) -> Result<PathBuf, WriteError> {
    std::fs::rename(target, &aside).map_err(refused(target))?;
    if let Err(error) = std::fs::rename(new, target) {
        std::fs::rename(&aside, target).map_err(refused(target))?;
        return Err(refused(target)(error));
    }
    Ok(aside)
}

/// Exchanges two folders in one step, if the system supports it; returns `true` on success.
///
/// A cause of failure is reported by the renames that follow.
#[cfg(target_os = "linux")]
pub(crate) fn exchange(one: &Path, other: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(target_os = "linux"))]
pub(crate) fn exchange(_: &Path, _: &Path) -> bool {
    false
}
