//! The shell: the app that Trunk has built, which knows no alliance.

use super::parse::{Tag, tags};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// The file with the style that every page carries itself.
const CRITICAL: &str = "critical.css";
/// The script that every page carries itself.
const BEFORE_PAINT: &str = "before_paint.js";
/// The search's engine, which Trunk leaves without a hash: its script and its module.
const ENGINE: [&str; 2] = ["engine.js", "engine_bg.wasm"];
/// The file in which Trunk names what it has built.
const ENTRY: &str = "index.html";
/// Where the shell's files stand in the portal. All of them have a hash in their names.
pub(crate) const FOLDER: &str = "assets";

/// The shell, ready to be published into.
#[derive(Debug)]
pub struct Shell {
    /// The script that starts the app.
    pub boot: Asset,
    /// The script with the reading tools.
    pub reader: Asset,
    /// The app's glue.
    pub app: Asset,
    /// The app itself.
    pub wasm: Asset,
    /// The path of the search's engine, a worker. Its module stands beside it.
    pub engine: String,
    /// The style sheet that a page loads last.
    pub style: Asset,
    /// The style that stands in every page.
    pub critical: String,
    /// The script that stands in every page and runs before its first paint.
    pub before_paint: String,
    /// Every file of the shell, by its path in the portal.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// A file of the shell that pages name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Its path in the portal.
    pub path: String,
    /// What the browser checks it against (Subresource Integrity).
    pub integrity: Option<String>,
}

/// A shell that cannot be used.
#[derive(Debug, Error)]
pub enum ShellError {
    /// There is none.
    #[error(
        "没有找到应用外壳：{0} 里没有 index.html。请先运行 make build，或用 --shell 指定外壳所在的文件夹"
    )]
    Missing(PathBuf),
    /// It cannot be read.
    #[error("读不出应用外壳的文件 {path}：{error}")]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        error: std::io::Error,
    },
    /// It lacks a part.
    #[error("应用外壳不完整：没有 {0}。请重新运行 make build")]
    Incomplete(&'static str),
}

/// Where a shell comes from.
#[derive(Debug, Clone, Copy)]
pub enum ShellSource<'a> {
    /// A folder that Trunk has built into.
    Folder(&'a Path),
    /// Files that the program carries.
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

    /// The folder, which may change while the program runs.
    #[must_use]
    pub fn folder(self) -> Option<&'a Path> {
        match self {
            Self::Folder(folder) => Some(folder),
            Self::Carried(_) => None,
        }
    }
}

impl Shell {
    /// Reads what Trunk has built into a folder.
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

    /// A shell from its files, by their paths in Trunk's output.
    ///
    /// # Errors
    /// When a part is missing.
    pub fn new<'files>(
        files: impl Iterator<Item = (String, Cow<'files, [u8]>)>,
    ) -> Result<Self, ShellError> {
        let mut entry = None;
        let mut critical = None;
        let mut before_paint = None;
        let mut published = BTreeMap::new();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
        for (path, bytes) in files {
            match path.as_str() {
                ENTRY => entry = Some(text(&bytes)),
                CRITICAL => critical = Some(text(&bytes)),
                BEFORE_PAINT => before_paint = Some(text(&bytes)),
                _ => {
                    published.insert(format!("{FOLDER}/{path}"), bytes.into_owned());
                }
            }
        }
        let engine = name_engine(&mut published)?;
        let tags = tags(&entry.ok_or(ShellError::Incomplete(ENTRY))?);
        let asset = |part: &'static str, wanted: &dyn Fn(&Tag) -> Option<String>| {
            tags.iter()
                .find_map(|tag| {
                    let name = wanted(tag)?;
                    Some(Asset {
                        path: format!("{FOLDER}/{}", name.rsplit('/').next()?),
                        integrity: tag.attribute("integrity").map(str::to_owned),
                    })
                })
                .filter(|asset| published.contains_key(&asset.path))
                .ok_or(ShellError::Incomplete(part))
        };
        let linked = |relation: &'static str, ending: &'static str| {
            move |tag: &Tag| {
                let href = tag.attribute("href")?;
                let fits = tag.attribute("rel") == Some(relation) && href.ends_with(ending);
                fits.then(|| href.to_owned())
            }
        };
        // Trunk puts a hash behind the name.
        let script = |beginning: &'static str| {
            move |tag: &Tag| {
                let source = tag.attribute("src")?;
                let name = source.rsplit('/').next()?;
                (tag.name == "script" && name.starts_with(beginning)).then(|| source.to_owned())
            }
        };
        Ok(Self {
            boot: asset("boot.js", &script("boot-"))?,
            reader: asset("reader.js", &script("reader-"))?,
            app: asset("app.js", &linked("modulepreload", ".js"))?,
            wasm: asset("app_bg.wasm", &linked("preload", ".wasm"))?,
            engine,
            style: asset("portal.css", &linked("stylesheet", ".css"))?,
            critical: critical.ok_or(ShellError::Incomplete(CRITICAL))?,
            before_paint: before_paint.ok_or(ShellError::Incomplete(BEFORE_PAINT))?,
            files: published,
        })
    }
}

/// Gives the engine's two files one name by what they hold, so that the script finds its
/// module beside itself; tells the script's path.
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

/// The hash of an inline element's text, as a content security policy names it.
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
