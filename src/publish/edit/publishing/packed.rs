//! The published portal as one ZIP file.

use super::settings;
use crate::publish::edit::refused::{Outcome, Refused};
use crate::publish::edit::state::Editor;
use crate::publish::edit::{disk, words};
use crate::publish::output_dir::FileList;
use std::fs::File;
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

const FILE: &str = "portal.zip";
/// Size from which a file needs the larger fields of the format.
const LARGE: u64 = u32::MAX as u64;

/// Packs the portal that was published last; returns the path of the file.
pub(in crate::publish::edit) fn packed(editor: &Editor) -> Outcome<PathBuf> {
    let none = || Refused::conflict("not-published", words::NOT_PUBLISHED);
    let folder = settings(editor)?.folder.ok_or_else(none)?;
    let folder = Path::new(&folder);
    let list = FileList::read(folder)?.ok_or_else(none)?;
    let target = editor.own(FILE);
    let beside = editor.own("portal.zip.tmp");
    if let Err(error) = pack(folder, list.starting_with(""), &beside) {
        // It may not exist.
        _ = std::fs::remove_file(&beside);
        return Err(error.into());
    }
    disk::replace(&beside, &target)?;
    Ok(target)
}

/// Packs files of a folder. Their times are left out, so that the same portal gives the same bytes.
fn pack<'a>(folder: &Path, files: impl Iterator<Item = &'a str>, target: &Path) -> io::Result<()> {
    let mut zip = ZipWriter::new(BufWriter::new(File::create(target)?));
    for path in files {
        let mut file = File::open(folder.join(path))?;
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .large_file(file.metadata()?.len() >= LARGE);
        zip.start_file(path, options)?;
        io::copy(&mut file, &mut zip)?;
    }
    let out = zip.finish()?;
    out.into_inner()?.sync_all()
}
