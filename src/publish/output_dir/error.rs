//! Errors of the file system, with causes and remedies.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use thiserror::Error;

/// A file that cannot be written, or cannot be read while writing.
#[derive(Debug, Error)]
pub enum WriteError {
    /// The file system refused an operation.
    #[error("写不进 {path}：{}", with_remedy(.error))]
    Refused {
        /// File or folder.
        path: PathBuf,
        /// Cause.
        error: io::Error,
    },
    /// A file that is to be copied cannot be read.
    #[error("读不出 {path}：{}", with_remedy(.error))]
    Unreadable {
        /// File.
        path: PathBuf,
        /// Cause.
        error: io::Error,
    },
    /// Files of others exist at paths of the portal.
    #[error("{} 不是本程序写的，而新站点也要写在这里，所以没有发布。请移走或者删除它，再发布一次", list(.0))]
    InTheWay(Vec<PathBuf>),
    /// A file of others cannot be moved from an old portal to the new one.
    #[error("{0} 不是本程序写的，新站点里它的位置上已有别的文件，所以留在那里。请把它移走，再重试")]
    Stranded(PathBuf),
    /// The observer requested an interruption.
    #[error("已中断")]
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

/// Returns paths as a list in a sentence.
fn list(paths: &[PathBuf]) -> String {
    let paths = paths.iter().map(|path| path.display().to_string());
    paths.collect::<Vec<_>>().join("、")
}

/// Describes the cause and the remedy of an error, with the system's own message, which can be
/// searched for.
fn with_remedy(error: &io::Error) -> String {
    match explain(error.kind()) {
        Some((cause, remedy)) => format!("{cause}（{error}）。{remedy}"),
        None => error.to_string(),
    }
}

/// Returns the cause of an error and its remedy.
const fn explain(kind: ErrorKind) -> Option<(&'static str, &'static str)> {
    Some(match kind {
        ErrorKind::StorageFull => ("磁盘已满", "请腾出空间后重试"),
        ErrorKind::QuotaExceeded => ("磁盘配额已用完", "请腾出空间，或者请管理员提高配额后重试"),
        ErrorKind::FileTooLarge => (
            "文件超过了系统允许的大小",
            "请换一个磁盘，或者放宽限制（ulimit -f）后重试",
        ),
        ErrorKind::PermissionDenied => ("没有权限", "请修改文件夹的权限，或者换一个文件夹"),
        ErrorKind::ReadOnlyFilesystem => ("这个磁盘是只读的", "请换一个文件夹"),
        ErrorKind::InvalidFilename => {
            ("路径太长，或者含有不允许的字符", "请换一个名字更短的文件夹")
        }
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => (
            "需要文件夹的位置有一个文件",
            "请移走那个文件，或者换一个文件夹",
        ),
        ErrorKind::ResourceBusy => (
            "这个文件夹正被占用，或者是挂载点",
            "请换成它里面的一个文件夹",
        ),
        ErrorKind::NotFound => ("文件在发布过程中不见了", "请重试"),
        _ => return None,
    })
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
