//! Errors of the file system, with causes and remedies.

use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// A file that cannot be written, or cannot be read while writing.
#[derive(Debug, Error)]
pub enum WriteError {
    /// The file system refused an operation.
    Refused {
        /// File or folder.
        path: PathBuf,
        /// Cause.
        error: io::Error,
    },
    /// A file that is to be copied cannot be read.
    Unreadable {
        /// File.
        path: PathBuf,
        /// Cause.
        error: io::Error,
    },
    /// Files of others exist at paths of the portal.
    InTheWay(Vec<PathBuf>),
    /// A file of others cannot be moved from an old portal to the new one.
    Stranded(PathBuf),
    /// The observer requested an interruption.
    Interrupted,
}

/// Creates an error for a path that cannot be written.
pub(crate) fn refused(path: &Path) -> impl FnOnce(io::Error) -> WriteError + use<> {
    let path = path.to_owned();
    move |error| WriteError::Refused { path, error }
}

/// Creates an error for a path that cannot be read.
pub(crate) fn unreadable(path: &Path) -> impl FnOnce(io::Error) -> WriteError + use<> {
    let path = path.to_owned();
    move |error| WriteError::Unreadable { path, error }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::ErrorKind;

    #[track_caller]
    fn check(kind: ErrorKind, expected: &str) {
        let error = WriteError::Refused {
            path: "/网站".into(),
            error: kind.into(),
        };
        assert_eq!(error.to_string(), expected);
    }

    #[test]
    fn what_the_disk_refuses_is_told_with_its_remedy() {
        check(
            ErrorKind::StorageFull,
            "写不进 /网站：磁盘已满（no storage space）。请腾出空间后重试",
        );
        check(
            ErrorKind::ReadOnlyFilesystem,
            "写不进 /网站：这个磁盘是只读的（read-only filesystem or storage medium）。请换一个文件夹",
        );
        check(
            ErrorKind::InvalidFilename,
            "写不进 /网站：路径太长，或者含有不允许的字符（invalid filename）。请换一个名字更短的文件夹",
        );
        check(
            ErrorKind::ResourceBusy,
            "写不进 /网站：这个文件夹正被占用，或者是挂载点（resource busy）。请换成它里面的一个文件夹",
        );
        check(ErrorKind::Deadlock, "写不进 /网站：deadlock");
    }
}
