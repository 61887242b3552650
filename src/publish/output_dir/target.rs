//! Target of a build, and the conditions that it must meet.

use super::error::{WriteError, refused, unreadable};
use super::file_list::{FileList, UNFINISHED};
use super::files::{remove_file, remove_unfinished};
use super::lock::Lock;
use super::retire::retire;
use crate::publish::source::walk::{CONTENT, MEDIA, ROOT};
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// A path that a portal cannot be published to.
#[derive(Debug, Error)]
pub enum TargetError {
    /// The folder contains something else.
    NotAPortal(PathBuf),
    /// The temporary folder for the new portal exists and contains files of others.
    Leftover(PathBuf),
    /// Publishing would replace the content.
    HoldsSite(PathBuf),
    /// Published files would be read as content.
    InsideContent(PathBuf),
    /// Another process publishes there.
    Busy(PathBuf),
    /// The file system refused an operation.
    Write(#[from] WriteError),
}

/// The folder of a portal, locked against other processes while this value exists.
#[derive(Debug)]
pub(crate) struct Target {
    pub(crate) target: PathBuf,
    /// Files of the portal that is there.
    pub(crate) list: FileList,
    _lock: Lock,
}

impl Target {
    /// Locks the target of a site's portal, and repairs leftovers of killed builds.
    pub(crate) fn take(target: &Path, site: &Path) -> Result<Self, TargetError> {
        let asked = target;
        let target = resolve(asked)?;
        let site = std::fs::canonicalize(site).map_err(refused(site))?;
        if site.starts_with(&target) {
            return Err(TargetError::HoldsSite(asked.to_owned()));
        }
        if [CONTENT, MEDIA, ROOT]
            .iter()
            .any(|part| target.starts_with(site.join(part)))
        {
            return Err(TargetError::InsideContent(asked.to_owned()));
        }
        let (Some(parent), Some(_)) = (target.parent(), target.file_name()) else {
            return Err(TargetError::NotAPortal(target));
        };
        std::fs::create_dir_all(parent).map_err(refused(parent))?;
        let lock = beside(&target, "lock");
        let Some(lock) = Lock::take(&lock).map_err(refused(parent))? else {
            return Err(TargetError::Busy(target));
        };
        let mut place = Self {
            list: FileList::default(),
            _lock: lock,
            target,
        };
        place.recover()?;
        Ok(place)
    }

    /// Returns the path at which the new portal is written, and at which the old one is after an
    /// exchange of the two.
    pub(crate) fn new_folder(&self) -> PathBuf {
        beside(&self.target, "new")
    }

    /// Returns the path to which the old portal is moved if two folders cannot be exchanged.
    pub(crate) fn old(&self) -> PathBuf {
        beside(&self.target, "old")
    }

    /// Repairs leftovers of a killed build: an old portal that was moved aside or partly removed,
    /// or an unfinished new one. No other process uses them, as this one holds the lock.
    fn recover(&mut self) -> Result<(), TargetError> {
        let leftovers = [self.old(), self.new_folder()];
        if is_free(&self.target)? {
            for leftover in &leftovers {
                if is_aside(leftover)? {
                    self.put_back(leftover)?;
                    break;
                }
            }
        }
        let list = FileList::read(&self.target).map_err(unreadable(&self.target))?;
        self.list = match list {
            Some(list) => list,
            None if is_free(&self.target)? => FileList::default(),
            None => return Err(TargetError::NotAPortal(self.target.clone())),
        };
        self.finish()?;
        for leftover in &leftovers {
            self.clear(leftover)?;
        }
        // Earlier versions left a harmless file there that is no longer used.
        _ = std::fs::remove_file(beside(&self.target, "cache"));
        Ok(())
    }

    /// Moves a portal that was moved aside back to its place.
    fn put_back(&self, aside: &Path) -> Result<(), WriteError> {
        if self.target.exists() {
            std::fs::remove_dir(&self.target).map_err(refused(&self.target))?;
        }
        std::fs::rename(aside, &self.target).map_err(refused(&self.target))
    }

    /// Removes the file that marks the portal in place as unfinished.
    pub(crate) fn finish(&self) -> Result<(), WriteError> {
        let sign = self.target.join(UNFINISHED);
        remove_file(&sign).map(drop).map_err(refused(&sign))
    }

    /// Removes a folder beside the portal that a killed build left.
    fn clear(&self, leftover: &Path) -> Result<(), TargetError> {
        if leftover.is_symlink() || !leftover.is_dir() {
            remove_file(leftover).map_err(refused(leftover))?;
            return Ok(());
        }
        if is_unfinished(leftover) || is_free(leftover)? {
            return Ok(remove_unfinished(leftover).map_err(refused(leftover))?);
        }
        let list = FileList::read(leftover).map_err(unreadable(leftover))?;
        let list = list.ok_or_else(|| TargetError::Leftover(leftover.to_owned()))?;
        retire(leftover, &list, &self.target, &self.list)?;
        Ok(())
    }
}

/// Returns `true` if a folder does not exist or is empty.
fn is_free(folder: &Path) -> Result<bool, WriteError> {
    match std::fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(refused(folder)(error)),
    }
}

/// Returns `true` if a folder belongs to a portal that was never put in place.
fn is_unfinished(folder: &Path) -> bool {
    folder.join(UNFINISHED).is_file()
}

/// Returns `true` if a folder belongs to a portal that was in place before.
fn is_aside(folder: &Path) -> Result<bool, WriteError> {
    let list = FileList::read(folder).map_err(unreadable(folder))?;
    Ok(list.is_some() && !is_unfinished(folder))
}

/// Returns a hidden path beside the portal's folder, so that a swap is a rename within one file
/// system.
fn beside(target: &Path, what: &str) -> PathBuf {
    let mut hidden = OsString::from(".");
    hidden.push(target.file_name().unwrap_or_default());
    hidden.push(".portal-");
    hidden.push(what);
    target.with_file_name(hidden)
}

/// Returns the path with symbolic links resolved in its existing part, for comparison of paths.
fn resolve(path: &Path) -> Result<PathBuf, WriteError> {
    let path = std::path::absolute(path).map_err(refused(path))?;
    for there in path.ancestors() {
        // An inaccessible path is reported when it is written to.
        if let Ok(real) = std::fs::canonicalize(there) {
            // Joining by components, as joining an empty path would add a slash.
            let rest = path.strip_prefix(there).unwrap_or(Path::new(""));
            return Ok(real.components().chain(rest.components()).collect());
        }
    }
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(folder: &Path) -> PathBuf {
        let site = folder.join("site");
        std::fs::create_dir_all(site.join(CONTENT)).expect("the folder is ours");
        site
    }

    #[track_caller]
    fn check_refused(out: &str, expected: &str) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let site = site(folder.path());
        let error = Target::take(&folder.path().join(out), &site).expect_err("no such place");
        let told = error.to_string();
        let told = told.replace(&folder.path().display().to_string(), "…");
        assert_eq!(told, expected);
        assert!(!folder.path().join(out).join("content/media").exists());
    }

    #[test]
    fn the_content_is_never_overwritten() {
        let told = "站点文件夹的内容就在那里，会被覆盖。请换一个文件夹";
        check_refused("site", &format!("不能发布到 …/site：{told}"));
        check_refused(
            "site/../site",
            &format!("不能发布到 …/site/../site：{told}"),
        );
        check_refused(".", &format!("不能发布到 …/.：{told}"));
    }

    #[test]
    fn nothing_is_published_among_the_content() {
        let told = "它在站点文件夹的 content、media 或 root 里。请换一个文件夹";
        for out in [
            "site/content/dist",
            "site/media",
            "site/content",
            "site/root",
        ] {
            check_refused(out, &format!("不能发布到 …/{out}：{told}"));
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_a_portal_stays_a_link() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let site = site(folder.path());
        let link = folder.path().join("current");
        std::os::unix::fs::symlink("releases/5", &link).expect("the folder is ours");
        std::fs::create_dir_all(folder.path().join("releases/5")).expect("the folder is ours");
        let place = Target::take(&link, &site).expect("a place");
        assert_eq!(place.target, folder.path().join("releases/5"));
    }
}
