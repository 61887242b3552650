//! What is in a folder, with all that is below.

use rayon::prelude::*;
use std::fs::DirEntry;
use std::io;
use std::path::Path;

/// What a folder holds, by paths from it.
#[derive(Debug, Default)]
pub(super) struct Listing {
    /// The files.
    pub(super) files: Vec<String>,
    /// The folders in it.
    pub(super) folders: Vec<String>,
    /// Whether there is something that no portal has: a link, a device, a name that is no text.
    pub(super) has_others: bool,
}

impl Listing {
    /// Lists a folder, on all cores.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(super) fn of(folder: &Path) -> io::Result<Self> {
        list(folder, "")
    }

    fn and(mut self, other: Self) -> Self {
        self.files.extend(other.files);
        self.folders.extend(other.folders);
        self.has_others |= other.has_others;
        self
    }
}

fn list(folder: &Path, above: &str) -> io::Result<Listing> {
    let entries: Vec<DirEntry> = std::fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    entries
        .par_iter()
        .try_fold(Listing::default, |mut listing, entry| {
            let kind = entry.file_type()?;
            let name = entry.file_name();
            let path = name.to_str().map(|name| format!("{above}{name}"));
            match path {
                Some(path) if kind.is_file() => listing.files.push(path),
                Some(path) if kind.is_dir() => {
                    listing = listing.and(list(&entry.path(), &format!("{path}/"))?);
                    listing.folders.push(path);
                }
                _ => listing.has_others = true,
            }
            Ok(listing)
        })
        .try_reduce(Listing::default, |one, other| Ok(one.and(other)))
}
