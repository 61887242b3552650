//! Smaller variants of pictures, from which a browser chooses by the size at which it shows them.
//!
//! The originals are published unchanged. A variant is named by the checksums of its original and
//! of itself, so the variants of the previous portal are used again without encoding them.

mod encode;
mod reduce;

pub(super) use reduce::{ReduceError, Reduced, reduce};

use super::html::escape::push_attribute;
use super::markdown::Image;
use super::output_dir::{Staging, WriteError, unreadable};
use super::progress::{Observer, Step};
use crate::components::Sizes;
use crate::route::BasePath;
use encode::encode;
use rayon::prelude::*;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::path::Path;

/// Folder of the variants in the portal. Hosts let browsers keep what is in `assets/`.
const FOLDER: &str = "assets/pictures";

/// Variants of pictures, by the paths of their originals in `media/`.
#[derive(Debug, Default)]
pub(crate) struct Pictures(BTreeMap<String, Vec<Variant>>);

/// A picture of a certain width in the portal.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Variant {
    /// Path in the portal.
    path: String,
    /// Width in pixels.
    width: u32,
}

impl Pictures {
    /// Writes the variants of pictures, given their paths in the media folder.
    ///
    /// # Errors
    /// Returns an error if a picture cannot be read, if the file system refuses, or if the
    /// observer interrupts the build.
    pub(super) fn write(
        media: &Path,
        shown: Vec<&str>,
        staging: &Staging<'_>,
        observer: &dyn Observer,
    ) -> Result<Self, WriteError> {
        observer.begin(Step::Pictures, shown.len());
        let written = shown.into_par_iter().map(|path| {
            let variants = variants(&media.join(path), staging)?;
            observer.advance();
            Ok((path.to_owned(), variants))
        });
        Ok(Self(written.collect::<Result<_, _>>()?))
    }

    /// Returns the candidates for a picture's `srcset`, given its path in `media/` and its width;
    /// `None` if it has no variants.
    pub(crate) fn srcset(&self, base: &BasePath, path: &str, width: u32) -> Option<String> {
        let variants = self.0.get(path).filter(|variants| !variants.is_empty())?;
        let mut candidates: Vec<String> = variants
            .iter()
            .map(|Variant { path, width }| format!("{} {width}w", base.file(path)))
            .collect();
        let widest = variants.iter().map(|variant| variant.width).max();
        if widest < Some(width.min(encode::MOST)) {
            candidates.push(format!("{} {width}w", base.media(path)));
        }
        Some(candidates.join(", "))
    }

    /// Adds the candidates to the images of a rendered text.
    pub(crate) fn add_to_text(&self, base: &BasePath, html: &str, images: &[Image]) -> String {
        let mut html = html.to_owned();
        for Image {
            media_path, info, ..
        } in images
        {
            let width = info.width.unwrap_or_default();
            let Some(srcset) = self.srcset(base, media_path, width) else {
                continue;
            };
            let mut plain = "<img".to_owned();
            push_attribute(&mut plain, "src", &info.src);
            let mut sized = plain.clone();
            push_attribute(&mut sized, "srcset", &srcset);
            push_attribute(&mut sized, "sizes", Sizes::Text.of(false));
            // An image that stands in the text twice has its candidates already.
            if !html.contains(&sized) {
                html = html.replace(&plain, &sized);
            }
        }
        html
    }
}

/// Writes the variants of a picture; those of the previous portal if they are complete.
fn variants(file: &Path, staging: &Staging<'_>) -> Result<Vec<Variant>, WriteError> {
    let original = std::fs::read(file).map_err(unreadable(file))?;
    let mut hash = Sha256::new();
    hash.update(encode::settings());
    hash.update(&original);
    let prefix = format!("{FOLDER}/{}-", short(hash, 5));
    let kept: Vec<_> = staging.old_files(&prefix).collect();
    let kept: Option<Vec<_>> = kept
        .into_iter()
        .map(|(path, bytes)| {
            let bytes = bytes?;
            let width = path
                .strip_prefix(&prefix)?
                .split_once('-')?
                .0
                .parse()
                .ok()?;
            (path == path_of(&prefix, width, &bytes)).then_some((width, bytes))
        })
        .collect();
    let variants = match kept {
        Some(kept) if !kept.is_empty() => kept,
        _ => encode(&original),
    };
    let mut written = Vec::new();
    for (width, bytes) in variants {
        let path = path_of(&prefix, width, &bytes);
        staging.write(&path, &bytes)?;
        written.push(Variant { path, width });
    }
    written.sort_by_key(|variant| variant.width);
    Ok(written)
}

fn path_of(prefix: &str, width: u32, bytes: &[u8]) -> String {
    let own = short(Sha256::new_with_prefix(bytes), 3);
    format!("{prefix}{width}-{own}.webp")
}

/// Returns the first bytes of a checksum, as many as tell the files apart: each stands in every page
/// that shows the picture, and cannot be compressed.
fn short(hash: Sha256, bytes: usize) -> String {
    let hash = hash.finalize();
    let hash = hash.iter().take(bytes);
    hash.map(|byte| format!("{byte:02x}")).collect()
}
