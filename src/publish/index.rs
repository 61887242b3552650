//! The files of the search index, written once or kept.

use super::BuildError;
use super::derive::Derivation;
use super::write::{Staging, WriteError};
use crate::route::{DataFile, PublicUrl};
use crate::search::{File, KnownIndex};
use rayon::prelude::*;
use std::collections::BTreeSet;

/// How many files are written at a time. There are more of them than of all pages, and a disk
/// takes them from all cores sooner than from one.
const AT_A_TIME: usize = 512;

/// Writes the search index, but for those of its files that are known; gives what is now
/// known of it, and the paths of all.
///
/// # Errors
/// When the disk refuses, or whoever watches, or data cannot be written as JSON.
pub(super) fn write_search_index(
    staging: &Staging<'_>,
    derivation: &Derivation<'_>,
    url: &PublicUrl,
    known: KnownIndex,
) -> Result<(KnownIndex, BTreeSet<String>), BuildError> {
    let folder = DataFile::search("");
    let known = if staging.knows_folder(folder.path()) {
        known
    } else {
        KnownIndex::default()
    };
    let mut paths = BTreeSet::new();
    let mut waiting = Vec::new();
    let now = derivation.search_index(url, &known, |path, file| {
        paths.insert(path.clone());
        waiting.push((path, file));
        if waiting.len() == AT_A_TIME {
            write(staging, &mut waiting)?;
        }
        Ok::<_, BuildError>(())
    })?;
    write(staging, &mut waiting)?;
    Ok((now, paths))
}

fn write(staging: &Staging<'_>, files: &mut Vec<(String, File)>) -> Result<(), WriteError> {
    files.par_drain(..).try_for_each(|(path, file)| match file {
        File::Written(bytes) => staging.write(&path, &bytes),
        File::Rewritten(bytes, last) => {
            let last = DataFile::search(&last);
            staging.write_like(&path, &bytes, last.path())
        }
        File::Kept => staging.take_over(&path),
    })
}
