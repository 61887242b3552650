//! Files of the site folder that are published as they are, or nearly so.

use crate::content::values::picture::PhotoLocation;
use crate::publish::html::theme;
use crate::publish::output_dir::{Staging, WriteError, unreadable};
use crate::publish::outputs::IconSource;
use crate::publish::progress::{Observer, Step};
use crate::publish::source::media;
use crate::publish::source::read::SiteFiles;
use crate::publish::source::walk;
use crate::publish::view::SiteView;
use rayon::prelude::*;
use std::collections::BTreeSet;

pub(super) fn copy_media(
    staging: &Staging<'_>,
    sources: &SiteFiles,
    media: &BTreeSet<String>,
    observer: &dyn Observer,
) -> Result<(), WriteError> {
    observer.begin(Step::Media, media.len());
    media
        .par_iter()
        .filter_map(|name| sources.media.get(name).map(|info| (name, info)))
        .try_for_each(|(name, info)| {
            let path = format!("{}/{name}", walk::MEDIA);
            let file = sources.folder.join(&path);
            match info.location {
                PhotoLocation::Removable => {
                    let bytes = std::fs::read(&file).map_err(unreadable(&file))?;
                    let clean = media::without_metadata(&bytes);
                    staging.write(&path, clean.as_deref().unwrap_or(&bytes))?;
                }
                PhotoLocation::Absent | PhotoLocation::Fixed => staging.copy(&file, &path)?,
            }
            observer.advance();
            Ok(())
        })
}

/// Copies what belongs to the root of the host, as it is.
pub(super) fn copy_root(staging: &Staging<'_>, sources: &SiteFiles) -> Result<(), WriteError> {
    let folder = sources.folder.join(walk::ROOT);
    let mut files = sources.root.iter();
    files.try_for_each(|path| staging.copy(&folder.join(path), path))
}

/// The site's small mark, from the disk; one that is drawn where the site has none.
pub(super) fn icon(view: &SiteView<'_>, sources: &SiteFiles) -> Result<IconSource, WriteError> {
    let color = view.primary().unwrap_or(theme::PRIMARY);
    let Some((path, info)) = view.favicon().and_then(|path| {
        let info = sources.media.get(path.as_str())?;
        Some((path.as_str(), info))
    }) else {
        return Ok(IconSource::drawn(&view.short_name(), color));
    };
    let file = sources.folder.join(walk::MEDIA).join(path);
    let bytes = std::fs::read(&file).map_err(unreadable(&file))?;
    Ok(IconSource::new(path, &bytes, info, color))
}
