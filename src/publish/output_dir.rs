//! Writing the portal: into a folder beside the old one, which then takes the old one's place
//! in one step. What others have put into the old one is in the new one, too.
//!
//! What did not change is not written again, so that its bytes and its time stay, and hosts
//! and programs that copy a portal see what is new.

mod error;
mod file_list;
mod files;
mod foreign;
mod lock;
mod published;
mod remove;
mod retire;
mod staging;
mod swap;
mod target;
#[cfg(test)]
mod tests;

pub use error::WriteError;
pub(super) use error::{refused, unreadable};
pub(super) use file_list::{FILE_LIST, UNFINISHED};
pub use foreign::ForeignCount;
pub use published::Changes;
pub(super) use staging::Staging;
pub(super) use target::Target;
pub use target::TargetError;

use std::path::Path;

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    /// The old portal had none of this name.
    Added,
    /// The old portal had another one of this name.
    Changed,
    /// The old portal had the same one, which is kept.
    Kept,
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
