//! Reading a site folder from the disk.

use super::media::{self, MediaErrors};
use crate::content::SourceFile;
use crate::content::media::MediaIndex;
use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;
use walkdir::WalkDir;

/// The folder of the content, inside a site folder.
const CONTENT: &str = "content";
/// The folder of pictures and files, inside a site folder.
pub(super) const MEDIA: &str = "media";

/// A site folder as it lies on the disk.
#[derive(Debug)]
pub struct SiteFiles {
    /// Where it lies.
    pub folder: PathBuf,
    /// The files of `content/`.
    pub sources: Vec<SourceFile>,
    /// What is known of the files of `media/`.
    pub media: MediaIndex,
}

/// A site folder that cannot be read.
#[derive(Debug, Error)]
pub enum ReadError {
    /// There is no such folder.
    #[error("没有找到站点文件夹 {0}：请核对路径")]
    NoFolder(PathBuf),
    /// The folder is no site.
    #[error("{0} 不是站点文件夹：里面没有 content 文件夹。站点文件夹里应有 content/site.json")]
    NoSite(PathBuf),
    /// A file cannot be read.
    #[error("读不出 {path}：{error}")]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// Files of `media/` cannot be used.
    #[error("{0}")]
    Media(#[from] MediaErrors),
}

/// Reads a site folder. What its files say is not looked at yet.
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
    let media = media::scan(&folder.join(MEDIA))?;
    Ok(SiteFiles {
        folder: folder.to_owned(),
        sources: sources(folder)?,
        media,
    })
}

fn sources(folder: &Path) -> Result<Vec<SourceFile>, ReadError> {
    let content = folder.join(CONTENT);
    let mut sources = Vec::new();
    // A link loop ends the walk with an error that names the link.
    for entry in WalkDir::new(&content)
        .follow_links(true)
        .sort_by_file_name()
    {
        let entry = entry.map_err(|error| ReadError::Unreadable {
            path: error.path().unwrap_or(&content).to_owned(),
            error: error.into(),
        })?;
        if !entry.file_type().is_file() {
            continue;
        }
        let bytes = std::fs::read(entry.path()).map_err(|error| ReadError::Unreadable {
            path: entry.path().to_owned(),
            error,
        })?;
        let path = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let names: Vec<_> = path
            .components()
            .map(|part| part.as_os_str().to_string_lossy())
            .collect();
        sources.push(SourceFile {
            path: names.join("/"),
            bytes,
        });
    }
    Ok(sources)
}
