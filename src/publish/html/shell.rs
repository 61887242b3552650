//! The shell: the app as built by Trunk, independent of any alliance.

use super::nodes::{Tag, tags};
use super::page_style::PageStyle;
use crate::route::Route;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Script that is embedded in every page.
const BEFORE_PAINT: &str = "before_paint.js";
/// Files of the search worker, which Trunk leaves without a hash: script and module.
const ENGINE: [&str; 2] = ["engine.js", "engine_bg.wasm"];
/// File in which Trunk lists the built files.
const ENTRY: &str = "index.html";
/// Folder of the shell's files in the portal. All of their names contain a hash.
pub(crate) const FOLDER: &str = "assets";

/// A shell, ready to be published into.
#[derive(Debug)]
pub struct Shell {
    /// Script that starts the app.
    pub boot: Asset,
    /// Script with the reading tools.
    pub reader: Asset,
    /// JavaScript bindings of the app.
    pub app: Asset,
    /// The app itself.
    pub wasm: Asset,
    /// Path of the search worker; its module is in the same folder.
    pub engine: String,
    /// Style sheet that a page loads last.
    pub style: Asset,
    /// Styles of the first view, one of which is embedded in each page.
    pub critical: BTreeMap<PageStyle, String>,
    /// Script that is embedded in every page and runs before its first paint.
    pub before_paint: String,
    /// Every file of the shell, by its path in the portal.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Paths of the files with the code of a chunk, by its name.
    chunks: BTreeMap<String, Vec<String>>,
}

/// A file of the shell that pages refer to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Path in the portal.
    pub path: String,
    /// Hash by which the browser verifies it (Subresource Integrity).
    pub integrity: Option<String>,
}

/// A shell that cannot be used.
#[derive(Debug, Error)]
pub enum ShellError {
    /// The shell does not exist.
    Missing(PathBuf),
    /// A file of the shell cannot be read.
    Unreadable {
        /// File or folder.
        path: PathBuf,
        /// Cause.
        error: std::io::Error,
    },
    /// A part of the shell is missing.
    Incomplete(&'static str),
}

/// Source of a shell.
#[derive(Debug, Clone, Copy)]
pub enum ShellSource<'a> {
    /// A folder with the output of Trunk.
    Folder(&'a Path),
    /// Files embedded in the program.
    Carried(&'static include_dir::Dir<'static>),
}

impl<'a> ShellSource<'a> {
    /// Reads the shell.
    ///
    /// # Errors
    /// See [`ShellError`].
    pub fn read(self) -> Result<Shell, ShellError> {
        match self {
            Self::Folder(folder) => Shell::read(folder),
            Self::Carried(folder) => {
                let mut files = BTreeMap::new();
                carried(folder, &mut files);
                Shell::new(files.into_iter())
            }
        }
    }

    /// Returns the folder, which may change while the program runs.
    #[must_use]
    pub fn folder(self) -> Option<&'a Path> {
        match self {
            Self::Folder(folder) => Some(folder),
            Self::Carried(_) => None,
        }
    }
}

impl Shell {
    /// Reads the output of Trunk from a folder.
    ///
    /// # Errors
    /// See [`ShellError`].
    pub fn read(folder: &Path) -> Result<Self, ShellError> {
        if !folder.join(ENTRY).is_file() {
            return Err(ShellError::Missing(folder.to_owned()));
        }
        let mut files = BTreeMap::new();
        collect(folder, folder, &mut files)?;
        Self::new(
            files
                .into_iter()
                .map(|(path, bytes)| (path, Cow::Owned(bytes))),
        )
    }

    /// Creates a shell from its files, by their paths in Trunk's output.
    ///
    /// # Errors
    /// Returns an error if a part is missing.
    pub fn new<'files>(
        files: impl Iterator<Item = (String, Cow<'files, [u8]>)>,
    ) -> Result<Self, ShellError> {
        let mut entry = None;
        let mut critical = BTreeMap::new();
        let mut before_paint = None;
        let mut published = BTreeMap::new();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
        for (path, bytes) in files {
            let mut styles = PageStyle::ALL.into_iter();
            if let Some(style) = styles.find(|style| style.file() == path) {
                critical.insert(style, text(&bytes));
                continue;
            }
            match path.as_str() {
                ENTRY => entry = Some(text(&bytes)),
                BEFORE_PAINT => before_paint = Some(text(&bytes)),
                _ => {
                    published.insert(format!("{FOLDER}/{path}"), bytes.into_owned());
                }
            }
        }
        for style in PageStyle::ALL {
            if !critical.contains_key(&style) {
                return Err(ShellError::Incomplete(style.file()));
            }
        }
        let engine = name_engine(&mut published)?;
        let entry = entry.ok_or(ShellError::Incomplete(ENTRY))?;
        let asset = |part: &'static str, wanted: &dyn Fn(Tag<'_>) -> Option<String>| {
            tags(&entry)
                .find_map(|tag| {
                    let name = wanted(tag)?;
                    Some(Asset {
                        path: format!("{FOLDER}/{}", name.rsplit('/').next()?),
                        integrity: tag.attribute("integrity").map(Into::into),
                    })
                })
                .filter(|asset| published.contains_key(&asset.path))
                .ok_or(ShellError::Incomplete(part))
        };
        let linked = |relation: &'static str, ending: &'static str| {
            move |tag: Tag<'_>| {
                let href = tag.attribute("href")?;
                let fits = tag.attribute("rel")? == relation && href.ends_with(ending);
                fits.then(|| href.into_owned())
            }
        };
        // Trunk appends a hash to the name.
        let script = |beginning: &'static str| {
            move |tag: Tag<'_>| {
                let source = tag.attribute("src")?;
                let is_named = source.rsplit('/').next()?.starts_with(beginning);
                (tag.name == "script" && is_named).then(|| source.into_owned())
            }
        };
        Ok(Self {
            boot: asset("boot.js", &script("boot-"))?,
            reader: asset("reader.js", &script("reader-"))?,
            app: asset("app.js", &linked("modulepreload", ".js"))?,
            wasm: asset("app_bg.wasm", &linked("preload", ".wasm"))?,
            engine,
            style: asset("portal.css", &linked("stylesheet", ".css"))?,
            critical,
            before_paint: before_paint.ok_or(ShellError::Incomplete(BEFORE_PAINT))?,
            chunks: chunks(published.keys()),
            files: published,
        })
    }

    /// Returns the paths of the files with the code of a page, unless it is part of the main
    /// module.
    pub(crate) fn code_of(&self, route: &Route) -> &[String] {
        let files = route.chunk().and_then(|chunk| self.chunks.get(chunk));
        files.map_or(&[], Vec::as_slice)
    }
}

/// Returns the files of each chunk. The name of a file tells which chunks need it:
/// `app-archive.search-0123456789abcdef.wasm`.
fn chunks<'files>(files: impl Iterator<Item = &'files String>) -> BTreeMap<String, Vec<String>> {
    let mut chunks: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for path in files {
        let name = path.rsplit('/').next().unwrap_or_default();
        let parts: Vec<&str> = name.split('-').collect();
        if let ["app", users, hash] = parts[..]
            && hash.ends_with(".wasm")
        {
            for user in users.split('.') {
                let files = chunks.entry(user.to_owned()).or_default();
                files.push(path.clone());
            }
        }
    }
    chunks
}

/// Gives the worker's two files a common name from the hash of their contents, so that the script
/// finds its module in the same folder. Returns the path of the script.
fn name_engine(files: &mut BTreeMap<String, Vec<u8>>) -> Result<String, ShellError> {
    let mut hash = Sha256::new();
    let mut parts = Vec::new();
    for name in ENGINE {
        let bytes = files
            .remove(&format!("{FOLDER}/{name}"))
            .ok_or(ShellError::Incomplete(name))?;
        hash.update(&bytes);
        parts.push(bytes);
    }
    let digest = hash.finalize();
    let digits: String = digest
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let path = |name: &str| {
        format!(
            "{FOLDER}/{}",
            name.replacen("engine", &format!("engine-{digits}"), 1)
        )
    };
    for (name, bytes) in ENGINE.into_iter().zip(parts) {
        files.insert(path(name), bytes);
    }
    Ok(path(ENGINE[0]))
}

/// Returns the hash of an inline element's text, in the form of a content security policy.
#[must_use]
pub(crate) fn content_hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}

fn collect(
    root: &Path,
    folder: &Path,
    files: &mut BTreeMap<String, Vec<u8>>,
) -> Result<(), ShellError> {
    let unreadable = |path: &Path| {
        let path = path.to_owned();
        move |error| ShellError::Unreadable { path, error }
    };
    for entry in std::fs::read_dir(folder).map_err(unreadable(folder))? {
        let path = entry.map_err(unreadable(folder))?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
            continue;
        }
        let name: Vec<_> = path
            .strip_prefix(root)
            .unwrap_or(&path)
            .components()
            .map(|part| part.as_os_str().to_string_lossy())
            .collect();
        let bytes = std::fs::read(&path).map_err(unreadable(&path))?;
        files.insert(name.join("/"), bytes);
    }
    Ok(())
}

fn carried(
    folder: &'static include_dir::Dir<'static>,
    files: &mut BTreeMap<String, Cow<'static, [u8]>>,
) {
    for file in folder.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        files.insert(path, Cow::Borrowed(file.contents()));
    }
    for folder in folder.dirs() {
        carried(folder, files);
    }
}
