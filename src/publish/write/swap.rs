//! A new portal that takes the old one's place as a whole.

use super::error::{WriteError, refused};
use std::path::{Path, PathBuf};

/// Puts a new folder into the place of an old one; gives where the old one is now.
///
/// Where the system can exchange two folders in one step, there is no moment without a
/// portal. Elsewhere the old one stands aside for the time of a rename; a build that is killed
/// just then leaves it there, and the next one puts it back.
///
/// # Errors
/// When the disk refuses; then the old folder is in its place.
pub(super) fn swap(
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

/// Moves the old folder aside and the new one to its place; gives where the old one is now.
///
/// # Errors
/// When the disk refuses; then the old folder is in its place.
pub(super) fn swap_by_renames(
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

/// Exchanges two folders in one step, if the system can; says whether it could. Why not is
/// told by the renames that follow.
#[cfg(target_os = "linux")]
pub(super) fn exchange(one: &Path, other: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(target_os = "linux"))]
pub(super) fn exchange(_: &Path, _: &Path) -> bool {
    false
}
