//! What a build leaves for the next one, so that it makes anew only what comes out different.
//!
//! It stands beside the portal and not in it, where it would be deployed, nor in the site
//! folder, which may be read-only. Nothing depends on it but time: each thing is known by a
//! key of all that it depends on, and a cache that is missing, damaged or of another program
//! is none.

use super::derive::KnownTexts;
use super::key::Key;
use super::pages::KnownPage;
use super::write::{Ledger, WriteError, refused};
use crate::search::KnownIndex;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

/// What is known of a portal.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Cache {
    /// The texts.
    pub(super) texts: KnownTexts,
    /// The pages, by their paths.
    pub(super) pages: BTreeMap<String, KnownPage>,
    /// The search index.
    pub(super) index: KnownIndex,
    /// The files.
    pub(super) ledger: Ledger,
}

/// What a program remembers from one build to the next.
#[derive(Debug)]
pub(super) struct Memory {
    /// What the program is known by, for another one may make other things of the same site;
    /// nothing where the system does not tell, and then nothing can be known.
    program: Option<Key>,
}

impl Memory {
    /// The memory of this program, which has to begin before it does anything else: were its
    /// file replaced meanwhile, another program would take its cache for its own.
    #[must_use]
    pub(super) fn begin() -> Self {
        let program = program();
        Self { program }
    }

    /// The cache in a file; an empty one if there is none that can be trusted.
    #[must_use]
    pub(super) fn recall(&self, path: &Path) -> Cache {
        let program = self.program.as_ref();
        program.map_or_else(Cache::default, |program| Cache::read(path, program))
    }

    /// Puts a cache into a file.
    ///
    /// # Errors
    /// When the disk refuses; then there is no cache.
    pub(super) fn keep(&self, cache: &Cache, path: &Path) -> Result<(), WriteError> {
        let program = self.program.as_ref();
        program.map_or(Ok(()), |program| cache.write(path, program))
    }
}

/// What this program is known by: the file that it was started from.
fn program() -> Option<Key> {
    let about = std::env::current_exe().and_then(std::fs::metadata).ok()?;
    let modified = about.modified().ok()?;
    let file = format!("{} {modified:?}", about.len());
    #[cfg(unix)]
    let file = {
        use std::os::unix::fs::MetadataExt as _;
        // The time of change cannot be set back, so that another file would have another one.
        let changed = (about.ctime(), about.ctime_nsec());
        format!("{file} {} {} {changed:?}", about.dev(), about.ino())
    };
    Some(Key::of([env!("CARGO_PKG_VERSION"), &file]))
}

impl Cache {
    fn read(path: &Path, program: &Key) -> Self {
        std::fs::read_to_string(path)
            .ok()
            .and_then(|text| Self::parse(&text, program))
            .unwrap_or_default()
    }

    fn parse(text: &str, program: &Key) -> Option<Self> {
        let (json, seal) = text.rsplit_once('\n')?;
        let mut hash = Sealing::new(std::io::sink(), program);
        hash.write_all(json.as_bytes()).ok()?;
        if hash.seal() != seal {
            return None;
        }
        serde_json::from_str(json).ok()
    }

    fn write(&self, path: &Path, program: &Key) -> Result<(), WriteError> {
        let write = || {
            let file = BufWriter::new(File::create(path)?);
            let mut file = Sealing::new(file, program);
            serde_json::to_writer(&mut file, self)?;
            let seal = file.seal();
            write!(file.inner, "\n{seal}")?;
            file.inner.flush()
        };
        write().map_err(|error| {
            // Half a cache would be none, but it would take room.
            _ = std::fs::remove_file(path);
            refused(path)(error)
        })
    }
}

/// Passes bytes on, and makes of them the line at the end by which a cache is known as whole
/// and as that of a program.
struct Sealing<W> {
    inner: W,
    hash: Sha256,
}

impl<W: Write> Sealing<W> {
    fn new(inner: W, program: &Key) -> Self {
        let hash = Sha256::new_with_prefix(program.as_str());
        Self { inner, hash }
    }

    fn seal(&self) -> String {
        STANDARD_NO_PAD.encode(self.hash.clone().finalize())
    }
}

impl<W: Write> Write for Sealing<W> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.hash.update(bytes.get(..written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.inner.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(program: &Key) -> String {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("cache");
        let written = Cache::default().write(&path, program);
        written.expect("the folder is ours");
        std::fs::read_to_string(&path).expect("it was written")
    }

    #[test]
    fn a_cache_is_trusted_whole_and_by_its_own_program() {
        let (own, other) = (Key::of(["own"]), Key::of(["other"]));
        let text = written(&own);
        assert!(Cache::parse(&text, &own).is_some());
        assert!(Cache::parse(&text, &other).is_none());
        assert!(Cache::parse(&text.replace("{}", "{ }"), &own).is_none());
        assert!(Cache::parse("", &own).is_none());
    }
}
