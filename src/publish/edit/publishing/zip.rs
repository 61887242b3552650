//! The published portal as one ZIP file (PKWARE APPNOTE 6.3).

use super::settings;
use crate::publish::edit::refused::{Outcome, Refused};
use crate::publish::edit::state::Editor;
use crate::publish::edit::{disk, words};
use crate::publish::output_dir::FileList;
use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

const FILE: &str = "portal.zip";
/// Version 2.0 is needed to unpack it: folders and Deflate.
const VERSION: u16 = 20;
/// Flag: names are UTF-8.
const UTF8: u16 = 1 << 11;
const STORED: u16 = 0;
const DEFLATED: u16 = 8;
/// 1 January 1980, the first day that can be written.
const DAY: u16 = (1 << 5) | 1;

/// Packs the portal that was published last; returns the path of the file.
pub(in crate::publish::edit) fn packed(editor: &Editor) -> Outcome<PathBuf> {
    let none = || Refused::conflict("not-published", words::NOT_PUBLISHED);
    let folder = settings(editor)?.folder.ok_or_else(none)?;
    let folder = Path::new(&folder);
    let list = FileList::read(folder)?.ok_or_else(none)?;
    let target = editor.own(FILE);
    let beside = editor.own("portal.zip.tmp");
    let files = list.starting_with("");
    if let Err(error) = pack(folder, files, &beside) {
        // It may not exist.
        _ = std::fs::remove_file(&beside);
        return Err(error.into());
    }
    disk::replace(&beside, &target)?;
    Ok(target)
}

/// Place of a file in the ZIP file.
struct Packed<'a> {
    path: &'a str,
    method: u16,
    sum: u32,
    packed: u32,
    unpacked: u32,
    offset: u32,
}

fn pack<'a>(folder: &Path, files: impl Iterator<Item = &'a str>, target: &Path) -> io::Result<()> {
    let mut out = BufWriter::new(File::create(target)?);
    let mut all = Vec::new();
    let mut offset = 0;
    for path in files {
        let bytes = std::fs::read(folder.join(path))?;
        let deflated = deflated(&bytes)?;
        let (method, data) = match deflated.len() < bytes.len() {
            true => (DEFLATED, deflated.as_slice()),
            false => (STORED, bytes.as_slice()),
        };
        let mut crc = Crc::new();
        crc.update(&bytes);
        let file = Packed {
            path,
            method,
            sum: crc.sum(),
            packed: small(data.len())?,
            unpacked: small(bytes.len())?,
            offset: small(offset)?,
        };
        let mut head = Vec::new();
        head.extend(b"PK\x03\x04");
        head.extend(VERSION.to_le_bytes());
        file.describe(&mut head)?;
        head.extend(path.as_bytes());
        out.write_all(&head)?;
        out.write_all(data)?;
        offset += head.len() + data.len();
        all.push(file);
    }
    let mut directory = Vec::new();
    for file in &all {
        directory.extend(b"PK\x01\x02");
        directory.extend(VERSION.to_le_bytes());
        directory.extend(VERSION.to_le_bytes());
        file.describe(&mut directory)?;
        // Comment, disk, attributes.
        directory.extend([0; 10]);
        directory.extend(file.offset.to_le_bytes());
        directory.extend(file.path.as_bytes());
    }
    let count = u16::try_from(all.len()).map_err(|_| too_large())?;
    out.write_all(&directory)?;
    let mut end = Vec::from(b"PK\x05\x06\0\0\0\0");
    end.extend(count.to_le_bytes());
    end.extend(count.to_le_bytes());
    end.extend(small(directory.len())?.to_le_bytes());
    end.extend(small(offset)?.to_le_bytes());
    end.extend([0; 2]);
    out.write_all(&end)?;
    out.into_inner()?.sync_all()
}

impl Packed<'_> {
    /// Writes what both headers of a file have in common.
    fn describe(&self, out: &mut Vec<u8>) -> io::Result<()> {
        out.extend(UTF8.to_le_bytes());
        out.extend(self.method.to_le_bytes());
        out.extend(0_u16.to_le_bytes());
        out.extend(DAY.to_le_bytes());
        out.extend(self.sum.to_le_bytes());
        out.extend(self.packed.to_le_bytes());
        out.extend(self.unpacked.to_le_bytes());
        let length = u16::try_from(self.path.len()).map_err(|_| too_large())?;
        out.extend(length.to_le_bytes());
        out.extend(0_u16.to_le_bytes());
        Ok(())
    }
}

fn deflated(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// Returns a number of a simple ZIP file, which is at most 4 GB large.
fn small(number: usize) -> io::Result<u32> {
    u32::try_from(number).map_err(|_| too_large())
}

fn too_large() -> io::Error {
    io::ErrorKind::FileTooLarge.into()
}
