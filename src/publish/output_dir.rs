//! Writing of the portal: into a folder beside the old one, which it then replaces in one step.
//! Files of others in the old folder are preserved in the new one.
//!
//! Unchanged files are not written again, so that their contents and modification times are
//! preserved, and hosts and programs that copy a portal detect what is new.

mod error;
mod file_list;
mod files;
mod foreign;
mod lock;
mod retire;
mod staging;
mod swap;
mod target;
#[cfg(test)]
mod tests;

pub use error::WriteError;
pub(super) use error::{refused, unreadable};
pub(super) use file_list::{FILE_LIST, FileList, UNFINISHED};
pub use foreign::ForeignCount;
pub use staging::Changes;
pub(super) use staging::Staging;
pub(super) use target::Target;
pub use target::TargetError;

use std::path::Path;

/// Makes a temporary folder readable to others. It is private to its owner, but a portal is read
/// by a web server.
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
