//! Where a portal goes, and what must not be there.

use super::error::{WriteError, refused};
use super::lock::Lock;
use super::remove::remove_folder;
use super::update;
use crate::publish::read::{CONTENT, MEDIA};
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// A file that every published portal has, by which an output folder is known as one.
const MARK: &str = "404.html";

/// A place that a portal cannot be published to.
#[derive(Debug, Error)]
pub enum PlaceError {
    /// The folder holds something else.
    #[error("{0} 里已有别的文件，不是以前发布的站点，所以没有覆盖。请换一个空文件夹")]
    NotAPortal(PathBuf),
    /// Publishing would take the content's place.
    #[error("不能发布到 {0}：站点文件夹的内容就在那里，会被覆盖。请换一个文件夹")]
    HoldsSite(PathBuf),
    /// What is published would be read as content.
    #[error("不能发布到 {0}：它在站点文件夹的 content 或 media 里。请换一个文件夹")]
    InsideContent(PathBuf),
    /// Another process publishes there.
    #[error("另一个 portal 正在发布到 {0}，所以没有开始。请等它结束后重试")]
    Busy(PathBuf),
    /// The disk refused.
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// The folder of a portal, which nobody else publishes to as long as this value lives.
#[derive(Debug)]
pub(in crate::publish) struct Place {
    /// The folder.
    pub(super) target: PathBuf,
    /// The folder that it stands in.
    pub(super) parent: PathBuf,
    name: OsString,
    _lock: Lock,
}

impl Place {
    /// Takes a place for the portal of a site, and clears away what builds left there that
    /// were killed.
    ///
    /// # Errors
    /// See [`PlaceError`].
    pub(in crate::publish) fn take(target: &Path, site: &Path) -> Result<Self, PlaceError> {
        let asked = target;
        let target = resolve(asked)?;
        let site = std::fs::canonicalize(site).map_err(refused(site))?;
        if site.starts_with(&target) {
            return Err(PlaceError::HoldsSite(asked.to_owned()));
        }
        if [CONTENT, MEDIA]
            .iter()
            .any(|part| target.starts_with(site.join(part)))
        {
            return Err(PlaceError::InsideContent(asked.to_owned()));
        }
        let place = Self::unrecovered(target)?;
        place.recover()?;
        if place.is_taken()? {
            return Err(PlaceError::NotAPortal(place.target));
        }
        Ok(place)
    }

    /// Takes a place as the last build left it.
    pub(super) fn unrecovered(target: PathBuf) -> Result<Self, PlaceError> {
        let (Some(parent), Some(name)) = (target.parent(), target.file_name()) else {
            return Err(PlaceError::NotAPortal(target));
        };
        std::fs::create_dir_all(parent).map_err(refused(parent))?;
        let lock = parent.join(beside(name, "lock"));
        let Some(lock) = Lock::take(&lock).map_err(refused(parent))? else {
            return Err(PlaceError::Busy(target));
        };
        Ok(Self {
            parent: parent.to_owned(),
            name: name.to_owned(),
            _lock: lock,
            target,
        })
    }

    /// The name of the folder in which the new portal is written.
    pub(super) fn new_name(&self) -> OsString {
        beside(&self.name, "new")
    }

    /// Where the portal's cache stands.
    pub(in crate::publish) fn cache(&self) -> PathBuf {
        self.parent.join(beside(&self.name, "cache"))
    }

    /// Removes the cache, if there is one.
    pub(super) fn remove_cache(&self) -> Result<(), WriteError> {
        remove(&self.cache())
    }

    /// Where the old portal, or what an update takes out of it, stands aside.
    pub(super) fn old(&self) -> PathBuf {
        self.parent.join(beside(&self.name, "old"))
    }

    /// The names of the files that an update adds to the portal, as long as it can be undone.
    pub(super) fn journal(&self) -> PathBuf {
        self.parent.join(beside(&self.name, "journal"))
    }

    /// Makes good what a killed build left: half of an update, the old portal aside, or half
    /// of a new one. Nobody is at work on them, for the lock is ours.
    fn recover(&self) -> Result<(), WriteError> {
        let old = self.old();
        let new = self.parent.join(self.new_name());
        update::recover(self, &new)?;
        if !self.target.exists() && is_portal(&old) {
            std::fs::rename(&old, &self.target).map_err(refused(&self.target))?;
        }
        remove(&old)?;
        remove(&new)
    }

    /// Whether the folder holds something that is not ours to replace.
    fn is_taken(&self) -> Result<bool, WriteError> {
        match std::fs::read_dir(&self.target) {
            Ok(mut entries) => Ok(entries.next().is_some() && !is_portal(&self.target)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(refused(&self.target)(error)),
        }
    }
}

fn is_portal(folder: &Path) -> bool {
    folder.join(MARK).is_file()
}

/// A hidden name beside that of the portal's folder, so that a swap is a rename on one disk.
fn beside(name: &std::ffi::OsStr, what: &str) -> OsString {
    let mut hidden = OsString::from(".");
    hidden.push(name);
    hidden.push(".portal-");
    hidden.push(what);
    hidden
}

fn remove(path: &Path) -> Result<(), WriteError> {
    let removed = match std::fs::symlink_metadata(path) {
        Ok(there) if there.is_dir() => remove_folder(path).map(|_| ()),
        Ok(_) => std::fs::remove_file(path),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    };
    removed.map_err(refused(path))
}

/// The path without symbolic links in so far as it exists, by which places are compared.
fn resolve(path: &Path) -> Result<PathBuf, WriteError> {
    let path = std::path::absolute(path).map_err(refused(path))?;
    for there in path.ancestors() {
        // What cannot be looked at is told of when it is written to.
        if let Ok(real) = std::fs::canonicalize(there) {
            let rest = path.strip_prefix(there).unwrap_or(Path::new(""));
            // Joining nothing would add a slash.
            return Ok(if rest.as_os_str().is_empty() {
                real
            } else {
                real.join(rest)
            });
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
        let error = Place::take(&folder.path().join(out), &site).expect_err("no such place");
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
        let told = "它在站点文件夹的 content 或 media 里。请换一个文件夹";
        for out in ["site/content/dist", "site/media", "site/content"] {
            check_refused(out, &format!("不能发布到 …/{out}：{told}"));
        }
    }

    #[test]
    fn a_portal_that_stood_aside_is_put_back() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let site = site(folder.path());
        let aside = folder.path().join(".out.portal-old");
        std::fs::create_dir(&aside).expect("the folder is ours");
        std::fs::write(aside.join(MARK), "old").expect("the folder is ours");
        let out = folder.path().join("out");
        let place = Place::take(&out, &site).expect("a place");
        assert!(out.join(MARK).is_file());
        assert!(!aside.exists());
        drop(place);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_a_portal_stays_a_link() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let site = site(folder.path());
        let link = folder.path().join("current");
        std::os::unix::fs::symlink("releases/5", &link).expect("the folder is ours");
        std::fs::create_dir_all(folder.path().join("releases/5")).expect("the folder is ours");
        let place = Place::take(&link, &site).expect("a place");
        assert_eq!(place.target, folder.path().join("releases/5"));
    }
}
