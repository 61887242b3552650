//! How files were when they were written, by which is seen whether they still are.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::Metadata;
use std::time::UNIX_EPOCH;

/// A file's length, and its time in nanoseconds. Whoever edits a file changes at least one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stamp(u64, u64);

impl Stamp {
    /// The stamp of a file; `None` on a disk that tells no time, and of a time that is none.
    pub(super) fn of(about: &Metadata) -> Option<Self> {
        let time = about.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
        Some(Self(about.len(), time.as_nanos().try_into().ok()?))
    }
}

/// What is known of the files of a portal, by their paths in it.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(in crate::publish) struct Ledger {
    /// The files themselves.
    pub(super) files: BTreeMap<String, Stamp>,
    /// Those of the site folder that were copied.
    pub(super) sources: BTreeMap<String, Stamp>,
}

impl Ledger {
    /// Whether a file of the portal is as it was written.
    pub(super) fn knows(&self, path: &str, about: &Metadata) -> bool {
        is_same(&self.files, path, about)
    }

    /// The files of a folder of the portal.
    pub(super) fn in_folder<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a str> {
        let from = self.files.range(folder.to_owned()..);
        from.map(|(path, _)| path.as_str())
            .take_while(move |path| path.starts_with(folder))
    }

    /// Whether what was copied to a path is as it was.
    pub(super) fn knows_source(&self, path: &str, about: &Metadata) -> bool {
        is_same(&self.sources, path, about)
    }
}

fn is_same(stamps: &BTreeMap<String, Stamp>, path: &str, about: &Metadata) -> bool {
    let known = stamps.get(path);
    known.is_some_and(|known| Some(*known) == Stamp::of(about))
}
