//! Reading of a site folder from disk.

use super::media;
use super::root;
use super::walk::{CONTENT, MEDIA, ROOT, fault_of, walk_fault};
use crate::content::values::media::MediaIndex;
use crate::content::{LARGEST_FILE, Problem, ReadFault, SourceFile, UnreadFile};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use thiserror::Error;
use walkdir::WalkDir;

/// A site folder on disk.
#[derive(Debug, Clone)]
pub struct SiteFiles {
    /// Path of the folder.
    pub folder: PathBuf,
    /// Files of `content/`.
    pub sources: Vec<SourceFile>,
    /// Files that could not be read.
    pub unread: Vec<UnreadFile>,
    /// Properties of the files of `media/`.
    pub media: MediaIndex,
    /// Files of `root/`, by their paths in it.
    pub root: BTreeSet<String>,
}

/// A site folder that cannot be read.
#[derive(Debug, Error)]
pub enum ReadError {
    /// The folder does not exist.
    NoFolder(PathBuf),
    /// The folder is not a site.
    NoSite(PathBuf),
}

/// Reads a site folder without parsing its files.
///
/// # Errors
/// See [`ReadError`].
pub fn read(folder: &Path) -> Result<SiteFiles, ReadError> {
    if !folder.is_dir() {
        return Err(ReadError::NoFolder(folder.to_owned()));
    }
    if !folder.join(CONTENT).is_dir() {
        return Err(ReadError::NoSite(folder.to_owned()));
    }
    let media = media::scan(&folder.join(MEDIA));
    let root = root::scan(&folder.join(ROOT));
    let mut site = SiteFiles {
        folder: folder.to_owned(),
        sources: Vec::new(),
        unread: Vec::new(),
        media: media.files,
        root: root.files,
    };
    site.read_content();
    for (path, fault) in media.unusable.into_iter().chain(root.unusable) {
        site.pass_over(&path, fault);
    }
    Ok(site)
}

impl SiteFiles {
    /// Drops all files except those with problems. Only these are shown, and keeping all would
    /// hold a large site in memory twice.
    pub(crate) fn forget_all_but(&mut self, problems: &[Problem]) {
        let files: BTreeSet<&str> = problems
            .iter()
            .map(|problem| problem.file.as_str())
            .collect();
        self.sources
            .retain(|source| files.contains(source.path.as_str()));
    }

    fn read_content(&mut self) {
        let content = self.folder.join(CONTENT);
        let mut files = Vec::new();
        for entry in WalkDir::new(&content)
            .follow_links(true)
            .sort_by_file_name()
        {
            match entry {
                Ok(entry) if entry.file_type().is_dir() => {}
                Ok(entry) if entry.file_type().is_file() => files.push(entry.into_path()),
                // Opening a pipe would block until its other end is opened.
                Ok(entry) => self.pass_over(entry.path(), ReadFault::NotAFile),
                Err(error) => {
                    self.pass_over(error.path().unwrap_or(&content), walk_fault(&error));
                }
            }
        }
        let read: Vec<_> = files.par_iter().map(|file| head(file)).collect();
        for (file, read) in files.iter().zip(read) {
            match read {
                Ok(bytes) => {
                    let path = self.name(file);
                    self.sources.push(SourceFile { path, bytes });
                }
                Err(error) => self.pass_over(file, fault_of(&error)),
            }
        }
    }

    fn pass_over(&mut self, path: &Path, fault: ReadFault) {
        let path = self.name(path);
        self.unread.push(UnreadFile { path, fault });
    }

    /// Returns a path inside the site folder, with `/` between folders.
    fn name(&self, path: &Path) -> String {
        let path = path.strip_prefix(&self.folder).unwrap_or(path);
        let names: Vec<_> = path.iter().map(OsStr::to_string_lossy).collect();
        names.join("/")
    }
}

/// Reads a file, or enough of a large one to know that it is too large.
fn head(path: &Path) -> io::Result<Vec<u8>> {
    let most = u64::try_from(LARGEST_FILE).unwrap_or(u64::MAX);
    let file = File::open(path)?;
    // With the right capacity, as a large site's files are in memory together.
    let size = file.metadata()?.len().min(most).saturating_add(1);
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default());
    file.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}
