//! Writing of the search index.

use super::BuildError;
use crate::publish::output_dir::{Staging, WriteError};
use crate::publish::publication::Publication;
use crate::publish::view::PlainTexts;
use rayon::prelude::*;

/// Number of files that are written at a time. The index has more files than there are pages, and
/// writing them from all cores is faster than from one.
const AT_A_TIME: usize = 512;

/// Writes the search index. `plain` are the texts of the items.
///
/// # Errors
/// Returns an error if the file system refuses, if the observer requests an interruption, or if
/// data cannot be serialised as JSON.
pub(crate) fn write_search_index(
    publication: &Publication<'_>,
    plain: PlainTexts,
    staging: &Staging<'_>,
) -> Result<(), BuildError> {
    let mut waiting = Vec::new();
    publication.search_index(plain, |path, bytes| {
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
