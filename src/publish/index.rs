//! Writing the files of the search index.

use super::BuildError;
use super::publication::Publication;
use super::write::{Staging, WriteError};
use rayon::prelude::*;

/// How many files are written at a time. There are more of them than of all pages, and a disk
/// takes them from all cores sooner than from one.
const AT_A_TIME: usize = 512;

/// Writes the search index.
///
/// # Errors
/// When the disk refuses, or whoever watches, or data cannot be written as JSON.
pub(super) fn write_search_index(
    publication: &Publication<'_>,
    staging: &Staging<'_>,
) -> Result<(), BuildError> {
    let mut waiting = Vec::new();
    publication.search_index(|path, bytes| {
        waiting.push((path, bytes));
        if waiting.len() == AT_A_TIME {
            write(staging, &mut waiting)?;
        }
        Ok(())
    })?;
    Ok(write(staging, &mut waiting)?)
}

fn write(staging: &Staging<'_>, files: &mut Vec<(String, Vec<u8>)>) -> Result<(), WriteError> {
    files
        .par_drain(..)
        .try_for_each(|(path, bytes)| staging.write(&path, &bytes))
}
